"""What else a claim of a language model says: how many, for how much, when; read by the offline engine's own readers."""

from datetime import date

from graph.extract.amounts import find_money, read_number
from graph.extract.dates import WRITTEN, read_days
from graph.extract.times import OPEN_END, OPEN_START
from graph.records import Amount, Span, When

WIDEST_WORD = 12  # letters looked at before a date, for "since" and "by"


def read_quantity(text: str, span: Span) -> Amount:
    """How many, from the words at the span: "thirteen" is 13, "dozens" has no number."""
    words = text[slice(*span)]
    return Amount(words, read_number(words))


def read_value(text: str, span: Span) -> Amount:
    """How much money, from the words at the span; without a currency where they name none."""
    sums = find_money(text, *span)
    return sums[0][1] if sums else read_quantity(text, span)


def read_date(text: str, span: Span, published: date | None, future: bool) -> When:
    """When, from the words at the span; without days where they can't be placed ("soon")."""
    found = WRITTEN.search(text, *span)
    if found is None:
        return When(text[slice(*span)])
    days = read_days(found[0], published, future)
    if days is None:
        return When(found[0])
    before = text[max(0, found.start() - WIDEST_WORD) : found.start()].lower().split()
    preposition = before[-1] if before else ""
    if preposition in OPEN_END - {"from"}:
        return When(found[0], start=days[0])
    if preposition in OPEN_START:
        return When(found[0], end=days[1])
    return When(found[0], *days)
