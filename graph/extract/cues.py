"""The words of a sentence that may say a relation, with the rules that they set off."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.arguments import Argument, Arguments
from graph.extract.phrases import neighbour, partner
from graph.extract.sentences import Sentence, Word
from graph.extract.table import Rule, Table

MODIFYING = ("amod", "compound", "nmod", "poss", "npadvmod", "nummod")
HYPHENS = frozenset("-‐‑–")
ACTING = ("nsubj", "poss")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may say a relation.

    `acting`: the thing it modifies is itself doing something ("Russian drones hit"); `sense`: how it names a state;
    `home`: whether that state is known to make the system it modifies.
    """

    word: Word
    rules: tuple[Rule, ...]
    acting: bool = False
    sense: str | None = None
    home: bool | None = None


def find_cues(sentence: Sentence, table: Table, arguments: Arguments) -> Iterator[Cue]:
    """The cues of a sentence in text order: verbs, nouns, adjectives, participles after names, and names before names."""
    for word in sentence.words:
        cue = _lexical(word, sentence, table) or _phrasal(word, sentence, table, arguments)
        if cue is not None:
            yield cue


def _lexical(word: Word, sentence: Sentence, table: Table) -> Cue | None:
    for kind in _kinds(word, sentence):
        for lemma in _keys(word, kind, sentence):
            rules = table.rules_for(kind, lemma)
            if rules:
                return Cue(word, rules)
    return None


def _kinds(word: Word, sentence: Sentence) -> Iterator[str]:
    """What the word may be a cue as, likeliest first."""
    if word.tag in ("VBN", "VBD", "JJ", "NN") and _follows_name(word, sentence):
        yield "participles"
    if word.is_verb:
        yield "verbs"
    elif word.is_noun:
        yield "nouns"
    elif word.pos == "ADJ":
        yield "adjectives"


def _follows_name(word: Word, sentence: Sentence) -> bool:
    place = word.index - sentence.words[0].index
    return place > 1 and sentence.words[place - 1].text in HYPHENS


def _keys(word: Word, kind: str, sentence: Sentence) -> list[str]:
    if kind == "participles":
        return [word.lower]
    place = word.index - sentence.words[0].index
    before = sentence.words[place - 1].lower if place else ""
    particles = [f"{word.lemma} {child.lower}" for child in word.children if child.dep == "prt"]
    # "took down" isn't a way to take
    return particles or [f"{before} {word.lemma}", word.lemma]


def _phrasal(word: Word, sentence: Sentence, table: Table, arguments: Arguments) -> Cue | None:
    own = arguments.direct(word)
    if own is not None and _opens_pair(word, own, arguments):
        return Cue(word, table.rules_for("phrases", "pair"))
    follower = neighbour(word, 1)
    if follower is not None and follower.text in HYPHENS:
        return None  # the participle after the hyphen is the cue
    if own is None or own.entity.type not in ("State", "Firm", "Group") or word.dep not in MODIFYING:
        return None
    head = _modified(word, own, arguments)
    if head is None:
        return None
    kind = "possessive" if word.dep == "poss" else "before"
    rules = table.rules_for("phrases", kind)
    return Cue(word, rules, _acts(head.word), arguments.sense(own), arguments.made_in(head, own)) if rules else None


def _opens_pair(word: Word, own: Argument, arguments: Arguments) -> bool:
    """Whether it is the first name of a hyphened pair before a noun: "Israel-Hamas war"."""
    if own.mention.end != word.end:
        return False
    second = next(iter(partner(word)), None)
    other = arguments.direct(second) if second is not None else None
    return other is not None and other.entity.id != own.entity.id and other.mention.start > own.mention.end


def _modified(word: Word, own: Argument, arguments: Arguments) -> Argument | None:
    """The system or firm whose name the word stands before."""
    above: Word | None = word.head
    while above is not None:
        named = arguments.direct(above)
        if named is not None and named.entity.id != own.entity.id and named.entity.type in ("System", "Firm"):
            return named
        if above.dep not in MODIFYING:
            return None
        above = above.head
    return None


def _acts(word: Word) -> bool:
    head = word.head
    if word.dep == "nsubj" and head is not None:
        return head.is_verb and head.lemma not in ("be", "become", "include", "have", "cost", "feature")
    return word.dep == "pobj" and head is not None and head.dep == "agent"
