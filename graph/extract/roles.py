"""What else a claim says: how many, for how much, when, and the event's own year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.extract.amounts import count_of, money_sentence
from graph.extract.arguments import Argument
from graph.extract.dates import year_days
from graph.extract.match import Binding
from graph.extract.modality import clauses_above
from graph.extract.sentences import Sentence, Word
from graph.extract.times import Dated, find_dates, when_of
from graph.records import Amount, Span, When

COUNTED = frozenset({"PROCURES", "SUPPLIES", "MANUFACTURES", "DEVELOPS", "CO_PRODUCES", "OPERATES", "DISPLAYS"})
PRICED = frozenset({"PROCURES", "SUPPLIES", "SUPPORTS", "CO_PRODUCES", "DEVELOPS", "MANUFACTURES", "OWNS"})
TIMELESS = frozenset({"BASED_IN", "LEADS"})


@dataclass(frozen=True, slots=True)
class Figures:
    """The dates and sums written in one sentence."""

    dates: Sequence[Dated]
    sums: Sequence[tuple[Span, Amount]]


def read_figures(sentence: Sentence, text: str) -> Figures:
    """Find the sentence's dates and sums once, for all its claims. `text` is the document's."""
    return Figures(find_dates(sentence, text), money_sentence(sentence, text))


def quantity_of(binding: Binding) -> Amount | None:
    """How many of the system the claim is about: a number in its noun phrase."""
    if binding.rule.relation not in COUNTED:
        return None
    system = binding.target if binding.target.entity.type == "System" else binding.roles.get("system")
    if system is None:
        return None
    return count_of(_phrase_heads(system.word))


def _phrase_heads(word: Word) -> list[Word]:
    """The words of the noun phrase that may carry its number: the noun, what it stands beside, what contains it."""
    heads = [word, *word.having("compound", "nmod", "amod")]
    above = word.head
    if word.dep in ("appos", "compound", "nmod") and above is not None:
        heads.append(above)
    if word.dep == "pobj" and above is not None and above.lower == "of" and above.head is not None:
        heads.append(above.head)
    return heads


def value_of(binding: Binding, figures: Figures) -> Amount | None:
    """For how much: the sum written nearest to the cue, in relations that can have a price."""
    if binding.rule.relation not in PRICED or not figures.sums or binding.rule.row.presupposed:
        return None
    near = min(figures.sums, key=lambda found: abs(found[0][0] - binding.cue.word.start))
    return near[1]


def when_of_binding(binding: Binding, figures: Figures, published: date | None) -> When | None:
    """The date of the claim: of its clause, else the year in the name of the event it happened at."""
    if binding.rule.relation in TIMELESS or binding.cue.word.dep in ("amod", "compound", "poss", "npadvmod"):
        return None
    written = when_of(binding.cue.word, clauses_above(binding.cue.word), figures.dates, published)
    event = binding.roles.get("event")
    if written is None and event is not None:
        return _year_beside(event, figures)
    return written


def _year_beside(event: Argument, figures: Figures) -> When | None:
    """The year written in the event's name or right beside it: "the 2018 Marrakech Air Show"."""
    start, end = event.mention.start - len("2018 "), event.mention.end + len(" 2018")
    years = [dated.text for dated in figures.dates if start <= dated.span[0] and dated.span[1] <= end]
    year = next((text for text in years if re.fullmatch(r"(?:19|20)\d\d", text)), None)
    return When(year, *year_days(int(year))) if year else None
