"""A Streamlit component (v2) of our own: a folder with a page, a style sheet and scripts, all served from this machine."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import streamlit as st

NAME = "entente"
_IMPORT = re.compile(r"^import .*$\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def mount(folder: Path, name: str, modules: Sequence[str]) -> Callable[..., Any]:
    """The component whose files lie in `folder`/frontend: index.html, style.css, index.js.

    Its files are served by address, so that new data send their data only. Streamlit finds such files by itself only for
    a wheel whose distribution and package names match, so they are registered by hand, in each run since a test's app
    has a registry of its own. That part of Streamlit isn't documented: where it is missing, the scripts are sent inline,
    joined in the order of `modules`.
    """
    html = (folder / "frontend" / "index.html").read_text(encoding="utf-8")
    if _register(folder, name):
        return _component(f"{NAME}.{name}", html=html, css="frontend/style.css", js="frontend/index.js")
    css = (folder / "frontend" / "style.css").read_text(encoding="utf-8")
    return _component(f"{NAME}_{name}", html=html, css=css, js=joined(folder, tuple(modules)))


@cache
def joined(folder: Path, modules: tuple[str, ...]) -> str:
    """The component's scripts as one, after the library that is vendored beside them, if one is."""
    parts = [_library(path.read_text(encoding="utf-8")) for path in (folder / "vendor").glob("*.mjs")]
    parts += [(folder / "frontend" / module).read_text(encoding="utf-8") for module in modules]
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", part)) for part in parts)


def _library(module: str) -> str:
    """A bundled module as what it exports, by name, with all else in a scope of its own."""
    body, names = module.rstrip().rstrip("}; ").rsplit("export{", 1)
    pairs = [name.split(" as ") for name in names.split(",")]
    exported = ", ".join(f"{pair[-1].strip()}: {pair[0].strip()}" for pair in pairs)
    return f"const {{ {', '.join(pair[-1].strip() for pair in pairs)} }} = (() => {{ {body}\nreturn {{ {exported} }}; }})();"


def _register(folder: Path, name: str) -> bool:
    try:
        from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
        from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

        manager = get_bidi_component_manager()
        if manager.get_component_asset_root(f"{NAME}.{name}") is None:
            manager.register_from_manifest(ComponentManifest(NAME, "1", [ComponentConfig(name, ".")]), folder)
    except (ImportError, AttributeError, TypeError):
        return False
    return True


def _component(name: str, **files: str) -> Callable[..., Any]:
    return cast(Callable[..., Any], st.components.v2.component(name, isolate_styles=False, **files))
