"""Parts of a state that act for it: "the Moroccan Army", "Turkey's defence ministry", "Iranian-backed" is none of them."""

from graph.extract.draft import Draft
from graph.records import Mention

# "U.S.-backed forces" are somebody else's.
_SIDED = frozenset(("backed", "allied", "aligned", "trained", "supported", "sponsored", "funded"))


def fold_organs(draft: Draft) -> None:
    """Lead armies, ministries and governments to their states, and the fighters of a group to the group."""
    words, heads = draft.words, draft.lexicon.heads
    organs, officials = draft.lexicon.nouns.organs, set(heads.officials)
    fighters = set(heads.fighters) | set(heads.groups)
    for token, tag in enumerate(words.tags):
        if tag not in ("NOUN", "PROPN") or token in draft.heads:
            continue
        lemma = words.lemmas[token] if words.lemmas[token] in draft.lexicon.nouns.organ_words else words.lower[token]
        phrase = phrase_at(token, lemma, draft, organs)
        if phrase:
            _fold(draft, token, phrase, "official" if words.lemmas[token] in officials else "organ")
        elif lemma in fighters or words.lemmas[token] in fighters:
            _fold_members(draft, token)


def phrase_at(token: int, lemma: str, draft: Draft, phrases: frozenset[str]) -> range | None:
    """The tokens of the longest of the phrases that ends in the token, or None."""
    words = draft.words
    for length in (4, 3, 2, 1):
        first = token - length + 1
        if first >= 0 and " ".join((*words.lower[first:token], lemma)) in phrases:
            return range(first, token + 1)
    return None


def _fold(draft: Draft, token: int, phrase: range, sense: str) -> None:
    owner, start = _owner(draft, token, phrase, "State", "Group")
    if owner is None:
        return
    words = draft.words
    end = max(words.ends[token], owner.end)
    span = (min(start, owner.start), end)
    draft.mention(span, draft.entities[owner.entity], "nominal", phrase, sense=sense, alias=False)


def is_sided(word: str) -> bool:
    """Whether the word says whose side others are on: "backed", "U.S.-backed"."""
    return word.rsplit("-", 1)[-1] in _SIDED


def _owner(draft: Draft, token: int, phrase: range, *types: str) -> tuple[Mention | None, int]:
    """Whose the organ is, and where the phrase that says so begins: a modifier, a possessor or what follows of."""
    words = draft.words
    for index in words.modifiers(phrase[0]):
        if is_sided(words.lower[index]):
            return None, 0
        if found := draft.at(index, *types):
            return found, found.start
    before = phrase[0] - 1
    if before >= 0 and (found := draft.at(before, *types)) and words.sentences[before] == words.sentences[token]:
        return found, found.start
    for dependent in (words.child(token, "poss"), words.object_of(token, "of")):
        if dependent is not None and (found := draft.at(dependent, *types)):
            return found, words.starts[phrase[0]]
    return None, 0


def _fold_members(draft: Draft, token: int) -> None:
    """ "Hamas fighters" are Hamas; "Turkish fighters" are left for the classes of groups."""
    for index in draft.words.modifiers(token):
        if found := draft.at(index, "Group"):
            draft.refer(token, found, "nominal", start=found.start)
            return
