"""Capitals: the government when they act or are visited, a place when something only happens there."""

from dataclasses import replace

from graph.extract.spans import Candidate
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon


def settle_capitals(names: list[Candidate], words: Words, lexicon: Lexicon) -> list[Candidate]:
    """The names, with capitals that are only where something happens ("talks in Tehran") made places."""
    return [_as_place(name) if name.sense == "capital" and _is_where(name, words, lexicon) else name for name in names]


def _as_place(name: Candidate) -> Candidate:
    return replace(name, type="Place", entry=None, sense="name")


def _is_where(name: Candidate, words: Words, lexicon: Lexicon) -> bool:
    tokens = words.covering(name.start, name.end)
    if name.type != "State" or not tokens:
        return False
    heads = lexicon.heads
    token = words.head_of(tokens)
    while words.deps[token] == "conj":
        token = words.heads[token]
    over, dep = words.heads[token], words.deps[token]
    after = tokens[-1] + 1
    if words.lower[after : after + 2] == ["-", "based"]:
        return True
    if after + 1 < len(words) and words.texts[after] == "," and words.deps[token] == "nmod":
        return True
    if dep in ("dobj", "nsubjpass"):
        return words.lemmas[over] in heads.place_verbs
    if dep in ("compound", "nmod", "poss", "appos"):
        return words.lemmas[over] in heads.place_nouns
    if dep != "pobj":
        return False
    preposition = words.lower[over]
    if preposition in ("in", "at") and words.lemmas[words.heads[over]] in heads.guests:
        return False
    return preposition in heads.place_prepositions or (
        preposition in ("of", "on", "against") and words.lemmas[words.heads[over]] in heads.place_nouns
    )
