"""The canvas's files as one script, for a Streamlit that can't serve them by address."""

import re
from functools import cache
from pathlib import Path

MODULES = (
    "choosing.js", "style.js", "labels.js", "legend.js", "sight.js", "asking.js", "focus.js", "keys.js", "help.js",
)  # fmt: skip
LAST = "index.js"
_IMPORT = re.compile(r"^import .*$\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)
_NAMES = re.compile(r"^export (?:const|function|class) (\w+)", re.MULTILINE)
_LAST_EXPORT = re.compile(r"export\s*\{\s*(\w+) as default\s*\};?\s*$")


@cache
def script(folder: Path) -> str:
    """The vendored library and our modules, joined in the order in which they need one another."""
    library = next((folder / "vendor").glob("cytoscape-*.mjs")).read_text(encoding="utf-8")
    parts = ["const cytoscape = (() => {", _LAST_EXPORT.sub(r"return \1;", library), "})();"]
    for name in MODULES:
        module = (folder / "frontend" / name).read_text(encoding="utf-8")
        names = ", ".join(_NAMES.findall(module))
        parts.append(f"const {{ {names} }} = (() => {{\n{_bare(module)}\nreturn {{ {names} }};\n}})();")
    parts.append(_bare((folder / "frontend" / LAST).read_text(encoding="utf-8")))
    return "\n".join(parts)


@cache
def css(folder: Path) -> str:
    """The canvas's style sheet."""
    return (folder / "frontend" / "style.css").read_text(encoding="utf-8")


def _bare(module: str) -> str:
    """A module without its imports and the word export: what it needs stands above it already."""
    return _EXPORT.sub("", _IMPORT.sub("", module))
