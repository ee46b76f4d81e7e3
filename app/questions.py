"""Cypher questions: the examples that come with the app, and the parameters that a query asks for."""

import re
from functools import cache
from importlib.resources import files

# Strings, quoted names and comments: a $ in them is no parameter.
_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:[^`]|``)*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")


@cache
def load_examples() -> dict[str, str]:
    """The example queries by the question they answer, in their files' order."""
    folder = files("app") / "examples"
    texts = [
        path.read_text(encoding="utf-8") for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".cypher")
    ]  # fmt: skip
    return {text.split("\n", 1)[0].removeprefix("// "): text.split("\n", 1)[1].strip() for text in texts}


def find_parameters(query: str) -> list[str]:
    """The names that a query uses as $name, each once, in their order; those inside strings and comments don't count."""
    return list(dict.fromkeys(_PARAMETER.findall(_QUOTED.sub(" ", query))))
