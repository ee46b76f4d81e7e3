"""Values as Cypher writes them, so that a query can be read, copied and run anywhere without parameters."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from neo4j.time import Date, DateTime, Duration, Time

WIDTH = 110  # columns after which a list goes on on the next line
INDENT = "  "
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SIGNS = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSEEN = ("C", "Zl", "Zp")  # controls, marks that turn the direction of text, line ends: they could hide what is asked
_BEFORE_U = re.compile(r"(?<=\\)(?=u)")
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


def literal(value: Any, indent: str = "") -> str:
    """The value in Cypher. Long lists are written on several lines, `indent` before each but the first.

    Text can't end its quotes early, and shows no sign that a reader wouldn't see. Raises ValueError for what Cypher has
    no way to write: a number of more than 64 bits, half a character, anything that is no value.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return _text(str(value))
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_name(key)}: {literal(item, indent)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple | set | frozenset):
        return _list([literal(item, indent + INDENT) for item in value], indent)
    return _moment(value)


def _text(value: str) -> str:
    """Text in quotes; in several, joined, where a backslash before a u could be taken for an escape of a sign."""
    parts = ["'" + "".join(map(_sign, part)) + "'" for part in _BEFORE_U.split(value)]
    return parts[0] if len(parts) == 1 else f"({' + '.join(parts)})"


def _number(value: float | int) -> str:
    if isinstance(value, int):
        if not _SMALLEST <= value <= _LARGEST:
            raise ValueError(f"{value} is more than the 64 bits that a number has in Cypher")
        return str(int(value))
    if math.isfinite(value):
        return repr(float(value))
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _moment(value: Any) -> str:
    # datetime before date, as the one is the other too
    for function, kinds in (("datetime", (datetime, DateTime)), ("date", (date, Date)), ("duration", (Duration,))):
        if isinstance(value, kinds):
            return f"{function}('{_iso(value)}')"
    if isinstance(value, time | Time):
        return f"{'localtime' if value.tzinfo is None else 'time'}('{_iso(value)}')"
    raise ValueError(f"Cypher has no way to write {type(value).__name__}")


def _iso(value: Any) -> str:
    return str(value.isoformat() if isinstance(value, date | time) else value.iso_format())


def _sign(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    return _seen(sign)


def _seen(sign: str) -> str:
    """The sign, by its number where a reader wouldn't see it or Cypher would read it as something else."""
    if sign != "\\" and not unicodedata.category(sign).startswith(_UNSEEN):
        return sign
    units = sign.encode("utf-16-be")  # raises UnicodeEncodeError, a ValueError, for half a character
    return "".join(f"\\u{units[at]:02X}{units[at + 1]:02X}" for at in range(0, len(units), 2))


def _name(key: Any) -> str:
    """A map's key. Cypher reads \\uXXXX before it looks at quotes, so that a backslash is itself written so."""
    name = str(key)
    if _PLAIN.fullmatch(name):
        return name
    return "`" + "".join("``" if sign == "`" else _seen(sign) for sign in name) + "`"


def _list(items: Iterable[str], indent: str) -> str:
    lines, line = [], ""
    for item in items:
        if line and len(line) + len(item) > WIDTH - len(indent):
            lines.append(line)
            line = ""
        line += f"{item}, "
    whole = [*lines, line.removesuffix(", ")]
    if len(whole) == 1:
        return f"[{whole[0]}]"
    return "[\n" + "\n".join(f"{indent}{INDENT}{each.rstrip()}" for each in whole) + f"\n{indent}]"
