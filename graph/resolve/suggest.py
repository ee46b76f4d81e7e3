"""Which entities may be one: a ranked list for a reader to judge, with reasons. Nothing is ever merged from here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from graph.lexicon.keys import make_key
from graph.lexicon.lexicon import Lexicon, load_lexicon
from graph.lexicon.naming import unaccented
from graph.resolve.blocks import count_words, find_pairs
from graph.resolve.likeness import Comparer, Likeness
from graph.resolve.names import Name, Parser
from graph.resolve.words import load_words

MIXED = frozenset({"Firm", "Group"})  # types that readers mix up: of any others, two can't be one
LEAST = 0.5  # likelier than not
NAMES = 12  # names of one entity that are compared
AROUND = 3  # neighbours that an entity must have for them to tell anything
NO_NEIGHBOUR, ABROAD, TIED, OTHER_TYPE = -0.12, -0.25, -0.2, -0.04
SHARED, AT_HOME = 0.12, 0.03

Judged = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one entity: its names, its country (alpha-3, None where unknown), and the ids around it.

    `known` tells an entry of the lexicon; `neighbours` are the ids of the entities that it has an edge with.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    known: bool = False
    generic: bool = False
    family: str | None = None
    country: str | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one, how likely that looks (0 to 1), and why, in words for a reader.

    `left` is the id that would better be kept: the lexicon's, else that of the entity with more around it.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


def suggest(
    profiles: Iterable[Profile],
    limit: int = 100,
    judged: Judged = lambda left, right: False,
    lexicon: Lexicon | None = None,
) -> list[Suggestion]:
    """The likeliest duplicates among the profiles, likeliest first, at most `limit`; the same list each time.

    `judged` says of two ids whether somebody has judged them already. Classes of things ("drones") and two
    entries of the lexicon are never suggested, nor what differs in a designation, a number or a point of the compass.
    """
    found = _Search(lexicon or load_lexicon(), sorted((one for one in profiles if not one.generic), key=_id))
    return nsmallest(limit, found.suggestions(judged), key=lambda one: (-one.score, one.left, one.right))


class _Search:
    """One look for duplicates among profiles, their names taken apart once."""

    def __init__(self, lexicon: Lexicon, profiles: list[Profile]) -> None:
        self._lexicon = lexicon
        self._profiles = profiles
        states = _state_words(lexicon)
        parser = Parser(load_words(), states)
        self._names = [_parsed(parser, profile) for profile in profiles]
        self._entries = [_entries(lexicon, profile) for profile in profiles]
        self._comparer = Comparer(states, count_words(self._names))

    def suggestions(self, judged: Judged) -> Iterable[Suggestion]:
        kinds = ["body" if profile.type in MIXED else profile.type for profile in self._profiles]
        for one, other in find_pairs(kinds, self._names, self._entries):
            left, right = self._profiles[one], self._profiles[other]
            likeness = None if self._apart(one, other) else self._likeness(one, other)
            suggestion = self._weigh(likeness, left, right) if likeness else None
            if suggestion and not judged(left.id, right.id):
                yield suggestion

    def _apart(self, one: int, other: int) -> bool:
        """Whether the two can't be one, whatever they are called."""
        left, right = self._profiles[one], self._profiles[other]
        if left.known and right.known:
            return True
        if left.id == right.family or right.id == left.family:
            return True
        known, its = self._entries[one], self._entries[other]
        return bool(known and its) and not known.keys() & its.keys()

    def _likeness(self, one: int, other: int) -> Likeness | None:
        """How the names that are most alike compare; None where the names by which both go can't be one's."""
        type_ = self._profiles[one].type
        names, others = self._names[one], self._names[other]
        shared = self._entries[one].keys() & self._entries[other].keys()
        if names[0].designation and others[0].designation and names[0].designation != others[0].designation:
            return None
        if shared:
            known = self._entries[one][min(shared)]
            return Likeness(0.96, f"the lexicon knows both as {known}: {names[0].text} / {others[0].text}")
        if self._comparer.conflict(names[0], others[0]) and not _also_called(names, others):
            return None
        found = (self._comparer.compare(type_, name, its) for name in names for its in others)
        return max((likeness for likeness in found if likeness), key=lambda one: one.score, default=None)

    def _weigh(self, likeness: Likeness, one: Profile, other: Profile) -> Suggestion | None:
        """What names say, with what country, type and neighbours add or take away."""
        left, right = sorted((one, other), key=lambda each: (not each.known, -len(each.neighbours), each.id))
        score, reasons = likeness.score, [likeness.reason]
        for weight, reason in (self._country(left, right), _types(left, right), _around(left, right)):
            score += weight
            reasons += [reason] if reason else []
        score = round(min(score, 0.99), 3)
        return Suggestion(left.id, right.id, score, tuple(reasons)) if score >= LEAST else None

    def _country(self, left: Profile, right: Profile) -> tuple[float, str]:
        if left.country is None or right.country is None or left.type == "State":
            return 0, ""
        mine, its = (self._state(code) for code in (left.country, right.country))
        if mine != its:
            return ABROAD, f"but one is of {mine}, the other of {its}"
        kind = f"both {left.type.lower()}s" if left.type == right.type else "both"
        return AT_HOME, f"{kind} of {mine}"

    def _state(self, code: str) -> str:
        state = self._lexicon.states.get(code)
        return state.name if state else code


def _also_called(names: Sequence[Name], others: Sequence[Name]) -> bool:
    """Whether the name by which one goes is another name of the other."""
    return names[0].flat in {name.flat for name in others} or others[0].flat in {name.flat for name in names}


def _types(left: Profile, right: Profile) -> tuple[float, str]:
    if left.type == right.type:
        return 0, ""
    return OTHER_TYPE, f"read once as a {left.type.lower()}, once as a {right.type.lower()}"


def _around(left: Profile, right: Profile) -> tuple[float, str]:
    """What their neighbours say: duplicates share them, and two that have an edge with each other are two."""
    if right.id in left.neighbours:
        return TIED, "but texts relate them to each other"
    mine, its = set(left.neighbours), set(right.neighbours)
    fewer, both = min(len(mine), len(its)), len(mine & its)
    if both:
        counted = f"share {both} of {fewer} neighbours" if fewer > 1 else "share a neighbour"
        return SHARED * both / fewer * min(fewer, AROUND) / AROUND, counted
    return (NO_NEIGHBOUR, f"but none of {fewer} neighbours is shared") if fewer >= AROUND else (0, "")


def _id(profile: Profile) -> str:
    return profile.id


def _parsed(parser: Parser, profile: Profile) -> tuple[Name, ...]:
    texts = dict.fromkeys((profile.name, *profile.aliases))
    names = (parser.parse(profile.type, text) for text in list(texts)[:NAMES])
    return tuple(name for name in names if name.flat) or (parser.parse(profile.type, profile.id),)


def _entries(lexicon: Lexicon, profile: Profile) -> dict[str, str]:
    """The lexicon's entries that go by the entity's name, by their ids: what each is called there."""
    if profile.known:
        return {profile.id: profile.name}
    types = sorted(MIXED) if profile.type in MIXED else [profile.type]
    found = (lexicon.named(type_, make_key(type_, profile.name)) for type_ in types)
    return {entry.id: entry.name for entry in found if entry}


def _state_words(lexicon: Lexicon) -> Mapping[str, str]:
    """Single words that stand for a state: its name and its adjectives, without case or accent."""
    found: dict[str, str] = {}
    for code, state in lexicon.states.items():
        for text in (state.name, *state.aliases, *state.adjectives):
            word = unaccented(text).lower()
            if word.isalpha() and len(word) > 2:
                found.setdefault(word, code)
    return found
