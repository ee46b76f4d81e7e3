"""Words for people: numbers with their nouns, and words from outside made fit for a line, a terminal and JSON."""

import json
import re
from typing import Any

_COMMANDS = re.compile("[\x7f-\x9f]")  # beside those that JSON escapes anyway
# What a terminal would obey: it may move, recolour or retitle what is shown, or answer as if the reader had typed.
_SHOWN: dict[int, int | str] = {
    **{sign: 0x2400 + sign for sign in range(0x20) if chr(sign) not in "\t\n"},
    0x7F: 0x2421,
    **{sign: f"\\x{sign:02x}" for sign in range(0x80, 0xA0)},
}


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 claim", "2,340 claims"; `many` where an s doesn't make the plural."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def acts_told(act: str, acts: int, claims: int) -> str:
    """How many claims tell of how many acts: "1 deal, 14 reports"; `act` is what one is called."""
    return f"{plural(acts, act)}, {plural(claims, 'report')}"


def sure(confidence: float) -> str:
    """A confidence of 0 to 1 as people say it: "82 % sure"."""
    return f"{round(100 * confidence)} % sure"


def one_line(text: str, longest: int) -> str:
    """Words from outside on one line: no control characters, white space as single spaces, an ellipsis where cut."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def visible(text: str) -> str:
    """Words from outside for a terminal: control characters are shown (␛ for an escape), and none is obeyed."""
    return text.translate(_SHOWN)


def json_text(value: Any, indent: int | None = None) -> str:
    """The value as JSON in which letters stay letters and no control character stands as it is."""
    said = json.dumps(value, ensure_ascii=False, indent=indent)
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", said)
