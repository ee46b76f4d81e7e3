"""Query parameters as people type them, on a command line or into a field."""

import json
from collections.abc import Iterable
from typing import Any

from graph.errors import EntenteError


def parse_parameters(pairs: Iterable[str]) -> dict[str, Any]:
    """Read name=value pairs: numbers, true, null, lists and maps as JSON writes them, anything else as text.

    Raises EntenteError where a pair has no name.
    """
    parameters: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise EntenteError(f"-p wants name=value, for example -p name=Morocco; got {pair!r}")
        parameters[name.strip().removeprefix("$")] = read_value(value)
    return parameters


def read_value(text: str) -> Any:
    """A value as JSON writes it (13, true, null, [1, 2], "13"), anything else as the text it is."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # no JSON, or more than Python's parser takes
        return text
