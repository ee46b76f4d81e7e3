"""Nouns beside a name that stand for it: "the company, Baykar", "a batch of 13 drones", "Prime Minister Meloni"."""

from graph.extract.draft import Draft
from graph.records import Mention


def lead_to_names(draft: Draft) -> None:
    """Lead apposed nouns, titles and counting nouns to the names that they go with."""
    _lead_appositions(draft)
    _lead_quantities(draft)


def _lead_appositions(draft: Draft) -> None:
    nouns = draft.lexicon.nouns.apposed
    words = draft.words
    for token, lemma in enumerate(words.lemmas):
        types = nouns.get(lemma)
        found = draft.heads.get(token)
        if types is None or (found and not _generic(draft, found)) or words.tags[token] not in ("NOUN", "PROPN"):
            continue
        name = _apposed(draft, token, types)
        if name:
            draft.lead(token, name)


def _apposed(draft: Draft, token: int, types: tuple[str, ...]) -> Mention | None:
    """The name that the noun goes with: its apposition, what it is apposed to, or the name right after it."""
    words = draft.words
    beside = [child for child in words.children[token] if words.deps[child] == "appos"]
    if words.deps[token] in ("appos", "compound", "nmod"):
        beside.append(words.heads[token])
    if words.deps[token] == "attr" and types == ("Agreement",):
        beside.append(words.child(words.heads[token], "nsubj") or token)  # "AUKUS is a pact"
    if token + 1 < len(words) and words.sentences[token + 1] == words.sentences[token]:
        beside.append(token + 1)
    for index in beside:
        name = draft.at(index, *types)
        if name and not _generic(draft, name):
            return name
    return None


def _generic(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].generic or draft.senses.get((mention.start, mention.end)) == "official"


def _lead_quantities(draft: Draft) -> None:
    """ "a batch of 13 TB2 drones": what follows of is what is meant; so it is in "an F-16 fleet"."""
    words = draft.words
    quantities = set(draft.lexicon.heads.quantities)
    for token, lemma in enumerate(words.lemmas):
        if lemma not in quantities or token in draft.heads:
            continue
        counted = words.object_of(token, "of")
        system = draft.at(counted, "System") if counted is not None else None
        system = system or next(
            (found for index in words.modifiers(token) if (found := draft.at(index, "System"))), None
        )
        if system:
            draft.lead(token, system)
