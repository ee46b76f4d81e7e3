"""How firmly a clause is put: asserted, expected, possible or denied, from the words above and beside its cue."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError
from graph.extract.phrases import neighbour
from graph.extract.sentences import Word
from graph.extract.subjects import is_infinitive, is_passive
from graph.extract.vocabulary import load_vocabulary
from graph.records import Modality

Lists = Mapping[Modality, frozenset[str]]
STRENGTH = (Modality.DENIED, Modality.POSSIBLE, Modality.EXPECTED)
DEPTH = 12


class Moods(BaseModel):
    """The words that change how firmly something is said; modality.yml says what each list is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    auxiliaries: Lists
    adverbs: Lists
    governors: Lists
    facts: frozenset[str]
    modifiers: Lists
    markers: Lists
    speech: frozenset[str]
    hearsay: frozenset[str]
    told: frozenset[str]
    unnamed: frozenset[str]


@cache
def load_moods() -> Moods:
    """The lists of modality.yml. Raises SchemaError where it has an unknown list or modality."""
    raw = yaml.safe_load((files("graph.extract") / "modality.yml").read_text(encoding="utf-8"))
    try:
        return Moods.model_validate(raw)
    except ValidationError as error:
        raise SchemaError(f"modality.yml: {error}") from error


def modality_of(cue: Word) -> Modality:
    """How firmly the cue's clause is put; the weakest word above it decides: denied, then possible, then expected."""
    found = set(_signs(cue))
    return next((modality for modality in STRENGTH if modality in found), Modality.ASSERTED)


def clauses_above(cue: Word) -> list[Word]:
    """The verbs from the cue upwards that speak of the same event: "signed" of "signed a deal to procure"."""
    return [word for word, _same in _climb(cue) if word.is_verb and word is not cue]


def _signs(cue: Word) -> Iterator[Modality]:
    below: Word | None = None
    for word, governs in _climb(cue):
        yield from _beside(word)
        if below is not None and governs:
            yield from _above(word, below)
        below = word


def _beside(word: Word) -> Iterator[Modality]:
    moods = load_moods()
    for child in word.children:
        if child.lower in ("not", "n't", "n’t") and any(follower.lower == "only" for follower in _next_words(child)):
            continue
        if child.dep in ("aux", "neg", "advmod", "preconj"):
            yield from _listed(moods.auxiliaries if child.dep == "aux" else moods.adverbs, child.lower)
        elif child.dep == "mark":
            yield from _listed(moods.markers, child.lower)
        elif not word.is_verb and child.dep in ("amod", "det"):
            yield from _listed(moods.modifiers, child.lower)


def _next_words(word: Word) -> list[Word]:
    found = neighbour(word, 1)
    return [found] if found is not None else []


def _above(word: Word, below: Word) -> Iterator[Modality]:
    """What a governing verb, adjective or noun makes of the clause or noun below it."""
    if word.lemma == "be" and below.is_verb and is_infinitive(below):
        yield Modality.EXPECTED  # "is to travel"
        return
    if word.lemma == "be" or (word.is_verb and below.dep in ("nsubj", "conj")):
        return
    if below.dep == "nsubjpass" and word.lemma in load_moods().facts:
        return
    yield from _listed(load_moods().governors, word.lemma)


def _listed(lists: Lists, lemma: str) -> Iterator[Modality]:
    for modality, words in lists.items():
        if lemma in words:
            yield modality


def _climb(cue: Word) -> Iterator[tuple[Word, bool]]:
    """The cue and the words above it that still speak of its event, and whether each governs the one below."""
    word, steps = cue, 0
    yield cue, False
    while word.head is not None and steps < DEPTH:
        above = _next(word, cue)
        if above is None:
            return
        governs = word.dep != "conj"
        word, steps = above, steps + 1
        yield word, governs


def _next(word: Word, cue: Word) -> Word | None:
    """The next word up, or None where the clause below is only an adjunct of it."""
    head = word.head
    if head is None:
        return None
    if word.is_verb or word.pos == "ADJ":
        return _above_clause(word, head)
    return _above_noun(word, head)


def _above_clause(word: Word, head: Word) -> Word | None:
    if word.dep in ("xcomp", "ccomp", "acomp", "oprd", "csubj", "parataxis"):
        return head
    if word.dep == "conj":
        return head if head.is_verb and not word.having("nsubj", "nsubjpass") else _skip_joined(head)
    light = load_vocabulary().light
    if word.dep in ("acl", "relcl"):
        if is_infinitive(word) and head.dep == "pobj" and head.head is not None and head.head.lower == "with":
            return head.head.head  # "agree with Peru to build": the building is agreed
        clause = is_infinitive(word) or (word.dep == "acl" and not is_passive(word))
        return head if head.lemma in light and clause else None
    if word.dep == "advcl":
        if is_infinitive(word) and any(child.dep == "prep" and child.lower == "with" for child in head.children):
            return head  # "may agree with Peru to build", read as a purpose: the building is what may be agreed
        return _light_object(word, head)
    if word.dep == "pcomp" and head.head is not None:
        above = head.head
        return above if above.lemma in light or above.is_verb or above.pos == "ADJ" else None
    return head if word.dep == "dep" and head.is_verb else None


def _skip_joined(head: Word) -> Word | None:
    """Above a conjunct with its own subject only what governs the whole sentence counts."""
    while head.dep == "conj" and head.head is not None:
        head = head.head
    return head.head if head.dep == "ccomp" else None


def _light_object(word: Word, head: Word) -> Word | None:
    nouns = [noun for noun in head.having("dobj", "nsubjpass", "attr") if noun.lemma in load_vocabulary().light]
    to_clause = is_infinitive(word)
    if to_clause and nouns:
        return nouns[0]
    governing = any(head.lemma in words for words in load_moods().governors.values())
    return head if to_clause and governing else None


def _above_noun(word: Word, head: Word) -> Word | None:
    if word.dep == "nsubj" and word.having("poss"):
        return None  # "Morocco's orders may be a problem": the orders are a fact
    if word.dep in ("dobj", "nsubjpass", "attr", "oprd", "conj", "nsubj", "appos"):
        return head
    if word.dep in ("compound", "nmod", "amod") and head.lemma in load_vocabulary().light:
        return head
    if word.dep == "pobj" and head.head is not None:
        above = head.head
        governing = above.pos == "ADJ" or (
            above.is_verb and head.lower in ("for", "on", "about", "over", "against", "to")
        )
        agreed = above.lemma == "agree" and head.lower in ("on", "to")
        return (
            above if agreed or above.lemma in load_vocabulary().light or (governing and _is_governor(above)) else None
        )
    return None


def _is_governor(word: Word) -> bool:
    return any(word.lemma in words for words in load_moods().governors.values())
