"""A long text in passages that a language model reads at once, cut between paragraphs where there are any."""

from graph.records import Span

LONGEST = 4000  # characters, about a thousand tokens: small models read short passages more faithfully
SHORTEST = 200
_MARKS = ("\n\n", "\n", ". ", " ")


def cut(text: str, start: int, end: int, longest: int = LONGEST) -> list[Span]:
    """The stretch of text in spans of at most `longest` characters that follow on each other: nothing is left out.

    A span ends with a paragraph where one ends in it, else with a line, a sentence or a word.
    """
    spans = []
    while end - start > longest:
        place = _place(text, start, start + longest)
        spans.append((start, place))
        start = place
    return [*spans, (start, end)]


def halves(text: str, span: Span) -> list[Span]:
    """A passage in two, or more where a paragraph stands in the way; itself where it is too short to cut."""
    start, end = span
    return cut(text, start, end, (end - start + 1) // 2) if end - start >= 2 * SHORTEST else [span]


def _place(text: str, start: int, limit: int) -> int:
    for mark in _MARKS:
        place = text.rfind(mark, start, limit)
        if place > start:
            return place + len(mark)
    return limit
