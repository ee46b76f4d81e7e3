"""Where words that a language model gives stand in a text: verbatim, or nowhere."""

import re

from graph.lexicon.naming import plain
from graph.records import Span

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


class Text:
    """A document's text, to be searched for what is said to stand in it.

    Line breaks count as spaces, and typographic quotes and dashes as plain ones: models copy letters, not typesetting.
    """

    def __init__(self, text: str) -> None:
        self._text = _even(text)

    def find(self, quote: str, start: int, end: int) -> Span | None:
        """The first place of a quotation between two offsets, or None."""
        pattern = _pattern(quote)
        found = pattern.search(self._text, start, end) if pattern else None
        return found.span() if found else None

    def find_words(self, words: str, start: int, end: int, near: int) -> Span | None:
        """The place of whole words between two offsets that is nearest to a third one, or None."""
        pattern = _pattern(words)
        spans = [found.span() for found in pattern.finditer(self._text, start, end)] if pattern else []
        whole = [span for span in spans if self._is_whole(span)]
        return min(whole, key=lambda span: (abs(span[0] - near), span), default=None)

    def _is_whole(self, span: Span) -> bool:
        start, end = span
        inside = [start > 0 and self._joins(start - 1), end < len(self._text) and self._joins(end - 1)]
        return not any(inside)

    def _joins(self, index: int) -> bool:
        """Whether no word ends between this letter and the next."""
        return _in_word(self._text[index]) and _in_word(self._text[index + 1])


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = _even(words).split()
    return re.compile(r"\s+".join(re.escape(part) for part in parts)) if parts else None


def _even(text: str) -> str:
    return plain(text).translate(_QUOTES)
