"""News text on its way to the screen: always as words, never as markup, however hostile."""

import re
from collections.abc import Iterable
from html import escape
from itertools import pairwise
from unicodedata import bidirectional

from graph.wording import acts_told as acts_told
from graph.wording import plural as plural  # a page finds all its wording here
from graph.wording import sure as sure

LONGEST = 60
# Marks that turn the direction of the text after them: a name must not reorder the page around it.
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
# No script puts more than three on a letter; more of them reach into the lines around.
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARKS}{{3}}){_MARKS}+")
# ":rocket:", ":streamlit:": put in the place of words even where the colon is escaped, so a joiner that is not seen parts them.
_SHORTCODE = re.compile(r":(?=[A-Za-z+_-][\w+/-]*:)")
_JOINER = "\u2060"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&^=@/'\"])")

Marked = tuple[int, int, str]


def short(text: str, longest: int = LONGEST) -> str:
    """The text on one line, cut with an ellipsis where it is longer than `longest`, and no letter piled up with marks."""
    line = " ".join(_STACKED.sub(r"\1", _DIRECTION_MARKS.sub("", text)).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def html(text: str) -> str:
    """The text as HTML that shows exactly these words, kept apart from the direction of the text around it."""
    return f"<bdi>{escape(text)}</bdi>"


def markdown(text: str, longest: int = LONGEST) -> str:
    """The text, shortened, for a Streamlit label: every sign that markdown would read is escaped.

    Words that are written from right to left are kept apart from those around them, as `html` does it.
    """
    words = _MARKDOWN.sub(r"\\\1", _SHORTCODE.sub(f":{_JOINER}", short(text, longest)))
    return f"\u2068{words}\u2069" if any(bidirectional(letter) in ("R", "AL") for letter in words) else words


def marked(text: str, marks: Iterable[Marked]) -> str:
    """The text as HTML with stretches marked: (start, end, class), offsets into `text`; marks may lie in one another.

    Marks outside the text are cut to it.
    """
    spans = [(max(0, start), min(len(text), end), name) for start, end, name in marks]
    spans = [span for span in spans if span[0] < span[1]]
    cuts = sorted({0, len(text), *(edge for start, end, _name in spans for edge in (start, end))})
    parts = []
    for start, end in pairwise(cuts):
        names = [name for first, last, name in spans if first <= start and end <= last]
        piece = escape(text[start:end])
        parts.append(f'<mark class="{escape(" ".join(names))}">{piece}</mark>' if names else piece)
    return f'<span dir="auto">{"".join(parts)}</span>'


def web_link(url: str | None) -> str | None:
    """The address if a browser may open it from here (http or https), else None."""
    return url if url and re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else None
