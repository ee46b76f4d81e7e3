"""Classes of things without a name: "Turkish combat drones", "Shi'ite militias", "a defence pact"."""

from collections.abc import Collection, Iterator
from itertools import takewhile

from graph.extract.draft import Draft
from graph.extract.organs import is_sided, phrase_at
from graph.lexicon.naming import make_id
from graph.records import Entity, Mention

_NOUNS = ("NOUN", "PROPN")
_MADE = ("made", "built", "produced", "manufactured")

# Before another noun these are its owners all the same: "rebel shelling", "coalition air strikes".
_SIDES = frozenset(("rebel", "militant", "insurgent", "separatist", "coalition"))

LONGEST_WORD = 40  # letters: longer runs are noise, and no part of a name

# Verbs that the parser takes for nouns within the phrase: "Motor Sich supply engines".
_DEALING = frozenset(("supply", "supplies", "supplied", "build", "make", "export", "deliver"))


def mention_classes(draft: Draft) -> None:
    """Write down generic systems, groups and agreements, and lead platform nouns to the system that they follow."""
    heads = draft.lexicon.heads
    fighters, agreements = frozenset(heads.fighters), frozenset(heads.agreements)
    words = draft.words
    aviation = not set(heads.aviation).isdisjoint(words.lemmas)
    for token, lemma in enumerate(words.lemmas):
        if words.tags[token] not in _NOUNS or token in draft.heads:
            continue
        lemma = _singular(lemma, words.tags[token], draft.lexicon.nouns.system_words)
        if lemma in draft.lexicon.nouns.system_words and not _is_people(draft, token, lemma, aviation):
            _mention_system(draft, token, lemma)
        elif lemma in draft.lexicon.nouns.fighter_words and (
            phrase_at(token, lemma, draft, fighters) or any(is_sided(words.lower[at]) for at in words.modifiers(token))
        ):
            _mention_group(draft, token, lemma)
        elif lemma in draft.lexicon.nouns.agreement_words and (phrase := phrase_at(token, lemma, draft, agreements)):
            _mention_agreement(draft, token, lemma, phrase)


def _singular(lemma: str, tag: str, known: Collection[str]) -> str:
    """The noun in the singular, also where the parser takes it for a name and leaves it as it is: "Howitzers"."""
    return lemma[:-1] if tag == "PROPN" and lemma.endswith("s") and lemma[:-1] in known else lemma


def _mention_system(draft: Draft, token: int, lemma: str) -> None:
    words = draft.words
    if not _stands_alone(draft, token):
        return
    phrase = phrase_at(token, lemma, draft, draft.lexicon.nouns.system_phrases)
    if phrase is None:
        return
    parts = list(takewhile(lambda part: words.lower[part[0]] not in _DEALING, _parts(draft, token)))
    named = next((mention for _, mention in parts if mention and mention.type == "System"), None)
    if named:
        _call(draft, token, named)
        return
    state = next((mention for _, mention in parts if mention and mention.type == "State"), None)
    usable = [index for index, mention in parts if not mention or mention.type == "Firm"]
    kept = _kept(draft, token, [index for index in usable if words.ends[index] - words.starts[index] <= LONGEST_WORD])
    noun = _joined(draft, kept, lemma)
    demonym = draft.lexicon.states[state.entity].demonym if state else None
    entity = _system_class(draft, noun, lemma, demonym)
    first = min([index for index, mention in parts if mention or index in kept] + [token])
    start = min(words.starts[first], state.start if state else words.starts[first])
    draft.mention((start, words.ends[token]), entity, "nominal", [*kept, token])


def _call(draft: Draft, token: int, named: Mention) -> None:
    """Lead the noun to the name before it; of a ship's class, "Virginia-class submarines" is another name."""
    if named.text.lower().endswith("class") and draft.words.starts[token] - named.end == 1:
        span = (named.start, draft.words.ends[token])
        draft.mention(span, draft.entities[named.entity], "nominal", ())
    draft.lead(token, named)


def _is_people(draft: Draft, token: int, lemma: str, aviation: bool) -> bool:
    """Whether "fighters" are men under arms: they are, unless something about them, or in the text, flies."""
    if lemma not in draft.lexicon.nouns.fighter_words:
        return False
    words, flying = draft.words, draft.lexicon.heads.aviation
    if words.texts[token].endswith("s") and _are_men(draft, token):
        return True
    if any(words.lemmas[index] in flying or draft.at(index, "System") for index in words.modifiers(token)):
        return False
    return words.texts[token].endswith("s") and not aviation


def _are_men(draft: Draft, token: int) -> bool:
    """Whether the fighters are called by a people or a faith, or are spoken of as persons: "Kurdish fighters who"."""
    words, peoples = draft.words, draft.lexicon.heads.peoples
    after = token + 1
    return any(words.lower[index] in peoples for index in words.modifiers(token)) or (
        after < len(words) and words.lower[after] in ("who", "loyal")
    )


def _stands_alone(draft: Draft, token: int) -> bool:
    """Whether the noun is the thing itself, not part of another word for something else ("drone attack")."""
    words = draft.words
    head = words.heads[token]
    if words.deps[token] not in ("compound", "nmod") or head <= token:
        return True
    return words.lemmas[head] in draft.lexicon.nouns.trade or draft.at(head, "System", "Firm") is not None


def _parts(draft: Draft, token: int) -> Iterator[tuple[int, Mention | None]]:
    """The words before the noun in its phrase, nearest first, each with the mention it belongs to."""
    words = draft.words
    index = token
    for index in words.modifiers(token):
        yield index, draft.at(index)
    before = index - 1
    if before > 0 and words.lower[before] in _MADE and (maker := draft.at(before - 1, "State")):
        yield before - 1, maker  # "American made missiles", which the parser takes for a verb and its object
    if before >= 0 and words.sentences[before] == words.sentences[token]:
        found = draft.at(before)
        adjacent = words.deps[before] in ("compound", "amod", "nmod", "npadvmod", "nummod")
        if found and adjacent and words.heads[before] >= token - 1:
            yield before, found


def _kept(draft: Draft, token: int, indices: list[int]) -> list[int]:
    """The words that say what class of thing it is, in text order, hyphens between two of them included."""
    words, loose = draft.words, draft.lexicon.nouns.loose
    kept = [index for index in indices if _says_class(draft, index, loose)]
    hyphens = [
        index for index in indices if words.texts[index] == "-" and index - 1 in kept and index + 1 in (*kept, token)
    ]
    return sorted((*kept, *hyphens))


def _says_class(draft: Draft, index: int, loose: frozenset[str]) -> bool:
    words = draft.words
    text = words.lower[index]
    hyphenated_origin = index > 0 and words.texts[index - 1] == "-" and draft.at(index - 2, "State", "Group", "Firm")
    return (
        text not in loose
        and words.lemmas[index] not in loose
        and (words.tags[index] in ("NOUN", "PROPN", "ADJ", "VERB", "X", "NUM") or text in draft.lexicon.nouns.modifiers)
        and words.deps[index] not in ("quantmod", "cc")
        and any(letter.isalnum() for letter in text)
        and text not in draft.lexicon.nouns.organ_words
        and not hyphenated_origin
    )


def _joined(draft: Draft, kept: list[int], lemma: str) -> str:
    """The class in words, its noun in the singular: "anti-ship missile"."""
    words = draft.words
    parts = []
    for index in kept:
        text = words.texts[index]
        text = text if (text.isupper() and len(text) > 1) or draft.at(index) else text.lower()
        tight = (
            index + 1 in {*kept, kept[-1] + 1}
            and words.ends[index] == words.starts[index + 1]
            and (text == "-" or words.texts[index + 1] == "-")
        )
        parts.append(text if tight else f"{text} ")
    return f"{''.join(parts)}{lemma.upper() if lemma in draft.lexicon.nouns.acronyms else lemma}"


def _system_class(draft: Draft, noun: str, lemma: str, demonym: str | None) -> Entity:
    plural = draft.lexicon.nouns.plural(noun)
    one, many = (f"{demonym} {noun}", f"{demonym} {plural}") if demonym else (noun, plural)
    return Entity(make_id("System", one), "System", many, (one,), generic=True)


def _mention_group(draft: Draft, token: int, lemma: str) -> None:
    """ "Kurdish fighters", "rebels": armed actors without a name; one that is part of another noun is left out."""
    words = draft.words
    if words.deps[token] in ("compound", "nmod") and words.heads[token] > token and lemma not in _SIDES:
        return
    kept = [index for index in words.modifiers(token) if words.lower[index] not in draft.lexicon.nouns.loose]
    kept = [
        index for index in kept if words.tags[index] in ("NOUN", "PROPN", "ADJ", "VERB") or words.texts[index] == "-"
    ]
    first = min(kept, default=token)
    if words.texts[first] == "-":
        first += 1
    start = words.starts[first]
    many = words.text[start : words.ends[token]]
    one = words.text[start : words.starts[token]] + lemma
    entity = Entity(make_id("Group", one), "Group", many, (one,) if one != many else (), generic=True)
    draft.mention((start, words.ends[token]), entity, "nominal", (*kept, token))


def _mention_agreement(draft: Draft, token: int, lemma: str, phrase: range) -> None:
    """ "a defence pact between Japan and Britain": its parties in alphabetical order, then the noun."""
    words = draft.words
    if words.deps[token] in ("compound", "nmod") and words.heads[token] > token:
        return
    kept = [index for index in words.modifiers(phrase[0]) if not draft.at(index)]
    kept = sorted(
        index
        for index in kept
        if words.tags[index] in ("NOUN", "ADJ") and words.lower[index] not in draft.lexicon.nouns.loose
    )
    noun = " ".join((*(words.lower[index] for index in kept), *words.lower[phrase[0] : token], lemma))
    parties = _parties(draft, token)
    name = f"{'–'.join(parties)} {noun}" if parties else noun
    written = words.text[words.starts[min(kept, default=phrase[0])] : words.ends[token]]
    entity = Entity(make_id("Agreement", name), "Agreement", name, (written,) if written != name else (), generic=True)
    start = words.starts[min(kept, default=phrase[0])]
    draft.mention((start, words.ends[token]), entity, "nominal", (*kept, *phrase))


def _parties(draft: Draft, token: int) -> list[str]:
    words = draft.words
    ends = [index for index in words.modifiers(token)]
    between = words.object_of(token, "between", "among")
    if between is not None:
        ends += [between, *_joined_to(draft, between)]
    found = {mention.entity for index in ends if (mention := draft.at(index, "State", "Group", "Firm"))}
    names = sorted(draft.entities[entity].name for entity in found)
    return names if len(names) > 1 else []


def _joined_to(draft: Draft, token: int) -> Iterator[int]:
    """The words coordinated with the token: "Japan, Italy and Britain"."""
    following = draft.words.child(token, "conj")
    while following is not None:
        yield following
        following = draft.words.child(following, "conj")
