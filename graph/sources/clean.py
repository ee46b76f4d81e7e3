"""Make text plain without changing what a reader sees: line ends, spaces, invisible characters, wrapped lines.

Offsets of mentions and evidence count in the text that comes out of here.
"""

import re
from itertools import pairwise, zip_longest

LONG_LINE = 100
WRAPPED_FROM = 40
SLACK = 8
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
# Control characters, soft hyphens, zero-width spaces, marks of writing direction: not seen, but they split words.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
# Half of a surrogate pair can't be stored as UTF-8.
HALF_PAIR = re.compile("[\ud800-\udfff]")
SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
NEW_ITEM = re.compile(r"(?:[-*•–—#>|]|\d{1,3}[.)])(?:\s|$)")
BROKEN_WORD = re.compile(r"\w-$")


def clean(text: str) -> str:
    """The same words as paragraphs with a blank line between them; cleaning twice changes nothing more.

    A single line end stays where lines are short and not clearly wrapped (an address, a list); a paragraph that an
    editor broke into lines of equal width becomes one line again.
    """
    plain = _drop_unseen(LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n"))
    lines = [SPACES.sub(" ", line).strip() for line in plain.split("\n")]
    return _join(lines)


def one_line(text: str) -> str:
    """A title or a name on one line, with single spaces."""
    return " ".join(_drop_unseen(LINE_ENDS.sub("\n", text).replace("\u2029", "\n")).split())


def _drop_unseen(text: str) -> str:
    return HALF_PAIR.sub("\ufffd", UNSEEN.sub("", text))


def _join(lines: list[str]) -> str:
    width = _wrap_width(lines)
    long_lines = width is None and any(len(line) > LONG_LINE for line in lines)
    pieces: list[str] = []
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        if line:
            pieces += [line, _between(line, after, width, long_lines)]
    return "".join(pieces).strip()


def _between(line: str, after: str, width: int | None, long_lines: bool) -> str:
    if not after:
        return "\n\n"
    if width is not None:
        if not _is_full(line, after, width):
            return "\n\n"
        return "" if BROKEN_WORD.search(line) and after[0].islower() else " "
    return "\n\n" if long_lines and max(len(line), len(after)) > LONG_LINE else "\n"


def _wrap_width(lines: list[str]) -> int | None:
    """The width that an editor wrapped this text to; None where it doesn't look wrapped."""
    if any(len(line) > LONG_LINE and " " in line for line in lines):
        return None
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    width = max((len(line) for line, _after in pairs), default=0)
    if not WRAPPED_FROM <= width <= LONG_LINE:
        return None
    full = sum(_is_full(line, after, width) for line, after in pairs)
    return width if full * 2 > len(pairs) else None


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return not NEW_ITEM.match(after) and len(line) + 1 + len(after.split(" ", 1)[0]) > width - SLACK
