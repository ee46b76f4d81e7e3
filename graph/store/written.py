"""Statements written out: a query with its values in it that stands alone, and reads as somebody would write it."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.store.literals import literal
from graph.store.settling import settle

FURTHER = "    "
WIDTH = 110  # columns after which a line goes on on the next


def written(statement: str, parameters: Mapping[str, Any]) -> str:
    """The statement with its parameters' values in it; it means the same, and runs wherever Cypher does.

    Conditions that these values decide are left out where that changes nothing. Raises ValueError where a parameter has
    no value, or one that Cypher can't write.
    """
    said: list[str] = []
    for token in settle(statement, parameters):
        said += [_value(token, parameters, _indent(said))] if token.startswith("$") else _broken(token, said)
    lines = [line.rstrip() for line in "".join(said).split("\n") if line.strip()]
    return "\n".join(sorted(lines, key=lambda line: not line.startswith("//")))  # the title first


def title(statement: str) -> str:
    """What a statement says of itself in its first comment."""
    lines = (line for line in statement.split("\n") if line.startswith("// "))
    return next(lines, "").removeprefix("// ")


def _value(token: str, parameters: Mapping[str, Any], indent: str) -> str:
    if token[1:] not in parameters:
        raise ValueError(f"{token} has no value")
    return literal(parameters[token[1:]], indent)


def _broken(token: str, said: Sequence[str]) -> list[str]:
    """The token, on a line of its own where the one before is full: conditions, names of relations, columns."""
    line, last = "".join(said).rsplit("\n", 1)[-1], said[-1] if said else ""
    full = len(line) + len(token) > WIDTH and not line.lstrip().startswith("//")
    if full and (token in ("AND", "OR") or last == "|" or (last.isspace() and said[-2:-1] == [","])):
        return ["\n", max(_indent(said), FURTHER), token]
    return [token]


def _indent(said: Sequence[str]) -> str:
    """The blanks at the beginning of the line that has been said so far."""
    line = "".join(said).rsplit("\n", 1)[-1]
    return line[: len(line) - len(line.lstrip())]
