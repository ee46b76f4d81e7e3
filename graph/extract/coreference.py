"""Noun phrases and pronouns that stand for something named before: "the kingdom", "the two countries", "its"."""

from graph.extract.draft import Draft
from graph.extract.organs import phrase_at
from graph.extract.pronouns import resolve_pronoun
from graph.extract.salience import Antecedent, History
from graph.extract.units import home_state
from graph.records import Mention

_DEFINITE = ("the", "this", "that", "these", "those")
# Kinds of groups that aren't called by these nouns: the United Nations is no militia, an armed group no alliance.
_ORGANISED = frozenset({"alliance", "union", "body", "coalition", "police and security body"})
_BODIES = frozenset({"union", "body", "police and security body"})
_FLYING = frozenset({"aircraft", "drone", "fighter", "helicopter", "loitering munition"})
_ARMED = frozenset({"armed group", "militia", "hackers"})
_BROAD = frozenset({"alliance", "bloc", "union", "body", "agency", "coalition"})
_EITHER = frozenset({"organization", "organisation"})
_UNDER_ARMS = frozenset(
    {"armed", "militant", "rebel", "political", "islamist", "separatist", "terrorist", "paramilitary"}
)


def resolve_references(draft: Draft) -> None:
    """Lead anaphors to what they stand for, in text order; those without a clear antecedent are left alone."""
    history = History(draft)
    for token in range(len(draft.words)):
        mention = draft.heads.get(token)
        if mention is None or _heads_class(draft, token, mention):
            _resolve(draft, token, history)
            mention = draft.heads.get(token)
        if mention and token == _last(draft, token, mention) and mention.entity in draft.entities:
            history.note(mention, token)
    _resolve_services(draft)


def _heads_class(draft: Draft, token: int, mention: Mention) -> bool:
    """Whether the token is the noun of a class of things, and may stand for a named one ("these drones")."""
    last = draft.words.ends[token] == mention.end
    return last and draft.entities[mention.entity].generic and mention.type in ("System", "Group")


def _last(draft: Draft, token: int, mention: Mention) -> int:
    following = token + 1
    return token if draft.heads.get(following) is not mention else following


def _resolve(draft: Draft, token: int, history: History) -> None:
    tag = draft.words.tags[token]
    if tag == "PRON":
        resolve_pronoun(draft, token, history)
    elif tag in ("NOUN", "PROPN"):
        _resolve_noun(draft, token, history)


def _resolve_noun(draft: Draft, token: int, history: History) -> None:
    words, heads = draft.words, draft.lexicon.heads
    lemma = words.lemmas[token]
    determiner = next((words.lower[child] for child in words.children[token] if words.deps[child] == "det"), "")
    number = any(words.lower[child] in ("two", "both") for child in words.children[token])
    if lemma in heads.pairs and (number or determiner == "both"):
        _refer_to_pair(draft, token, history)
        return
    if draft.heads.get(token):
        _resolve_class(draft, token, determiner, history)
        return
    antecedent = _named_by(draft, token, lemma, determiner, history)
    if antecedent:
        draft.refer(token, antecedent, start=_phrase_start(draft, token))


def _phrase_start(draft: Draft, token: int) -> int:
    words = draft.words
    parts = [
        child
        for child in words.children[token]
        if child < token and words.deps[child] in ("det", "amod", "compound", "nummod", "predet")
    ]
    return words.starts[min(parts, default=token)]


def _named_by(draft: Draft, token: int, lemma: str, determiner: str, history: History) -> Mention | None:
    words, heads = draft.words, draft.lexicon.heads
    definite = determiner in _DEFINITE
    describing = {
        words.lower[child] for child in words.children[token] if words.deps[child] in ("amod", "compound", "nmod")
    }
    describing -= {"same", "whole", "entire", "host", "-"}
    if definite and lemma in heads.states:
        found = _state(draft, token, lemma, describing, history)
        if found:
            return found
    if definite and describing <= _UNDER_ARMS and (lemma in heads.groups or lemma in heads.fighters):
        return _group(draft, token, lemma, bool(describing), history)
    if definite and not describing:
        if lemma in heads.firms and (found := history.clear(token, ("Firm",))):
            return found
        if lemma in heads.places and determiner == "the":
            return history.clear(token, ("Place",)) if words.lower[token] == lemma else None
    if definite and lemma in heads.places and describing <= {"desert", "disputed", "breakaway", "coastal", "border"}:
        return history.salient(token, ("Place",))
    capital = words.texts[token][:1].isupper()
    if (definite or capital) and phrase_at(token, lemma, draft, draft.lexicon.nouns.bare_organs):
        return _whose_organ(draft, token, history)
    return None


def _whose_organ(draft: Draft, token: int, history: History) -> Mention | None:
    """The state one of whose organs was named shortly before; else the state spoken of."""

    def acts(one: Antecedent) -> bool:
        sense = draft.senses.get((one.mention.start, one.mention.end))
        near = draft.words.sentences[token] - one.sentence <= 1
        return near and sense in ("organ", "seat")

    return history.salient(token, ("State",), acts) or history.clear(token, ("State",))


def _resolve_services(draft: Draft) -> None:
    """ "The Army", where no state was named before it: the state that the text is about."""
    words, services = draft.words, draft.lexicon.nouns.bare_organs
    waiting = [
        token
        for token, text in enumerate(words.texts)
        if text[:1].isupper()
        and words.tags[token] == "PROPN"
        and token not in draft.heads
        and (phrase := phrase_at(token, words.lower[token], draft, services))
        and words.texts[phrase[0]][:1].isupper()
    ]
    country = home_state(draft) if waiting else None
    for token in waiting if country else ():
        state = draft.linker.known(draft.lexicon.entries[country or ""])
        span = (words.starts[token], words.ends[token])
        draft.mention(span, state, "coreference", (token,), sense="coreference", alias=False)


def _state(draft: Draft, token: int, lemma: str, describing: set[str], history: History) -> Mention | None:
    words, states = draft.words, draft.lexicon.states
    phrase = words.text[_phrase_start(draft, token) : words.ends[token]].lower()
    said = phrase.split(" ", 1)[-1]

    def fits(one: Antecedent) -> bool:
        state = states.get(one.mention.entity)
        if state is None:
            return False
        if said in state.epithets or lemma in state.epithets:
            return True
        region = said.removesuffix(lemma).strip()
        return lemma in ("country", "nation", "state") and (region in state.regions or not region)

    special = lemma not in ("country", "nation", "state")
    if special or describing:
        return history.salient(token, ("State",), fits)
    return history.clear(token, ("State",))


def _group(draft: Draft, token: int, lemma: str, armed: bool, history: History) -> Mention | None:
    """The named group that the noun can mean: no alliance is "the movement", no rebels are "the bloc"."""

    def fits(one: Antecedent) -> bool:
        entity = draft.entities[one.mention.entity]
        entry = draft.lexicon.entries.get(entity.id)
        kind = (entry.kind if entry else None) or ""
        if entity.generic or (lemma in _BROAD and kind in _ARMED) or (lemma == "coalition" and kind in _BODIES):
            return False
        return kind not in _ORGANISED or not (armed or lemma not in _BROAD | _EITHER)

    return history.clear(token, ("Group",), fits)


def _resolve_class(draft: Draft, token: int, determiner: str, history: History) -> None:
    """ "these drones", said after the TB2 was named, are TB2s; a class with words of its own stays a class."""
    words = draft.words
    own = draft.heads[token]
    entity = draft.entities[own.entity]
    if determiner not in _DEFINITE or len(entity.name.split()) > 1:
        return
    if entity.type == "Group":
        named = _group(draft, token, words.lemmas[token], False, history)
        if named and words.sentences[token] - _sentence_of(draft, named) <= 2:
            draft.refer(token, named, start=_phrase_start(draft, token))
        return
    kind = draft.lexicon.nouns.system_words.get(words.lemmas[token])

    def fits(one: Antecedent) -> bool:
        other = draft.entities[one.mention.entity]
        if other.id == entity.id or other.generic:
            return False
        entry = draft.lexicon.entries.get(other.id)
        last = other.name.split()[-1].rstrip("s").lower()
        if kind == "aircraft" and entry:
            return entry.kind in _FLYING
        return (entry.kind == kind) if entry else draft.lexicon.nouns.system_words.get(last) == kind

    antecedent = history.clear(token, ("System",), fits)
    if antecedent and words.sentences[token] - _sentence_of(draft, antecedent) <= 2:
        draft.refer(token, antecedent, start=_phrase_start(draft, token))


def _sentence_of(draft: Draft, mention: Mention) -> int:
    tokens = draft.words.covering(mention.start, mention.end)
    return draft.words.sentences[tokens[0]] if tokens else 0


def _refer_to_pair(draft: Draft, token: int, history: History) -> None:
    types = ("Firm",) if draft.words.lemmas[token] in ("company", "firm") else ("State", "Group")
    pair = history.pair(token, types)
    if len(pair) == 2:
        start = _phrase_start(draft, token)
        draft.refer(token, pair[0], start=start)
        second = draft.refer(token, pair[1], start=start)
        draft.heads[token] = next(
            mention
            for mention in reversed(draft.mentions)
            if mention.entity == pair[0].entity and mention.start == start
        )
        draft.more[token] = [second]
