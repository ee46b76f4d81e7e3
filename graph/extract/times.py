"""When a thing happened: the date in the cue's own clause, as written and as days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.extract.dates import WRITTEN, read_days
from graph.extract.sentences import Sentence, Word
from graph.extract.vocabulary import load_vocabulary
from graph.records import Span, When

FUTURE = frozenset({"will", "shall", "would", "to", "'ll", "’ll"})
OPEN_START = frozenset({"by", "until", "till", "before"})
OPEN_END = frozenset({"since", "after", "from"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a sentence: its words, where it stands, and the word of the parse that heads it."""

    text: str
    span: Span
    word: Word


def find_dates(sentence: Sentence, text: str) -> list[Dated]:
    """The dates written in a sentence, in text order. `text` is the document's."""
    found = []
    for match in WRITTEN.finditer(text, sentence.start, sentence.end):
        inside = [word for word in sentence.words if word.start < match.end() and word.end > match.start()]
        heads = [word for word in inside if word.head not in inside]
        if heads:
            found.append(Dated(match[0], match.span(), heads[-1]))
    return found


def when_of(cue: Word, clauses: Sequence[Word], dates: Sequence[Dated], published: date | None) -> When | None:
    """The date of the cue's clause, or of a clause that the cue depends on; None where none is written there.

    `clauses` are the verbs from the cue upwards that speak of the same event, nearest first.
    """
    for clause in [cue, *clauses]:
        own = [dated for dated in dates if _clause_of(dated.word) is clause or dated.word.head is clause]
        if own and clause.lemma not in load_vocabulary().saying:
            nearest = min(own, key=lambda dated: abs(dated.span[0] - cue.start))
            return read_when(nearest, published, _is_future(cue, clauses))
    return None


def read_when(dated: Dated, published: date | None, future: bool) -> When:
    """The date as records keep it; days are None where the words lean on an unknown day of writing."""
    days = read_days(dated.text, published, future)
    if days is None:
        return When(dated.text)
    preposition = dated.word.head.lower if dated.word.head is not None else ""
    if preposition in OPEN_END - {"from"}:
        return When(dated.text, start=days[0])
    if preposition in OPEN_START:
        return When(dated.text, end=days[1])
    return When(dated.text, *days)


def _clause_of(word: Word) -> Word | None:
    """The verb, or the noun, that the date qualifies: up through prepositions and the date's own nouns."""
    above = word.head
    while above is not None and above.pos in ("ADP", "SCONJ", "ADV", "NUM", "PART"):
        above = above.head
    return above


def _is_future(cue: Word, clauses: Sequence[Word]) -> bool:
    saying = load_vocabulary().saying
    events = [cue, *(verb for verb in clauses if verb.lemma not in saying)]
    auxiliaries = [child.lower for verb in events for child in verb.having("aux")]
    return any(lower in FUTURE for lower in auxiliaries) and not any(verb.tag == "VBD" for verb in events)
