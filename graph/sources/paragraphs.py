"""Lines of a typeset page to paragraphs: ragged ends, broken words, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
BROKEN_WORD = re.compile(r"(\w+)[-\u00ad\u2010]$")
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.I)
# Line ends that keep their hyphen: "co-" + "produce".
COMPOUNDS = frozenset(
    (
        "all",
        "anti",
        "co",
        "cross",
        "ex",
        "half",
        "mid",
        "multi",
        "non",
        "post",
        "pre",
        "self",
        "semi",
        "sub",
        "vice",
    )
)
SHORT_OF_FULL = 0.75
HEADING = 0.7
MAX_TITLE_LINES = 4
REPEATED_ON = 3


def join_lines(pages: Sequence[str], title: str | None = None) -> str:
    """The pages' words as paragraphs with a blank line between them, without page numbers, running heads and title.

    A paragraph ends at a blank line, or where a line stops well before the margin and the next one starts anew.
    """
    lines = _without_title([line for page in _without_running_heads(pages) for line in page], title)
    width = _margin(lines)
    known = set(re.findall(r"[\w-]+", "\n".join(lines)))
    paragraphs: list[str] = [""]
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        paragraphs[-1] = _append(paragraphs[-1], line, known) if line else paragraphs[-1]
        if not line or _ends_paragraph(line, after, width):
            paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))


def _ends_paragraph(line: str, after: str, width: int) -> bool:
    if SENTENCE_END.search(line):
        return len(line) < width * SHORT_OF_FULL
    # A heading or a dateline: no full stop, but a new start below it and much room to the right.
    return after[:1].isupper() and len(line) + 1 + len(after.split(" ", 1)[0]) < width * HEADING


def _without_title(lines: list[str], title: str | None) -> list[str]:
    """The lines below a title that is printed on top, on one line or several."""
    wanted = "".join((title or "").split())
    for count in range(1, MAX_TITLE_LINES + 1):
        if wanted and "".join("".join(lines[:count]).split()) == wanted:
            return lines[count:]
    return lines


def _append(paragraph: str, line: str, known: set[str]) -> str:
    broken = BROKEN_WORD.search(paragraph)
    if not broken or not line[0].islower():
        return f"{paragraph} {line}".lstrip()
    rest = re.match(r"\w*", line)
    tail = rest.group() if rest else ""
    return paragraph[: broken.end(1)] + _hyphen(broken[1], tail, known) + line


def _hyphen(front: str, tail: str, known: set[str]) -> str:
    """A hyphen or nothing, as the document writes the word elsewhere; a usual prefix keeps it."""
    if f"{front}-{tail}" in known:
        return "-"
    if f"{front}{tail}" in known:
        return ""
    return "-" if front.lower() in COMPOUNDS else ""


def _margin(lines: Sequence[str]) -> int:
    """How long a full line is: nine in ten are not longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _without_running_heads(pages: Sequence[str]) -> Iterator[list[str]]:
    stripped = [[line.strip() for line in page.splitlines()] for page in pages]
    edges = Counter(edge for lines in stripped for edge in _edges(lines))
    for lines in stripped:
        running = {edge for edge in _edges(lines) if edges[edge] >= REPEATED_ON or PAGE_NUMBER.fullmatch(edge)}
        yield [line for line in lines if line not in running]


def _edges(lines: Sequence[str]) -> set[str]:
    filled = [line for line in lines if line]
    return {filled[0], filled[-1]} if filled else set()
