"""How two names compare, in a number and in words; None where they can't be one thing's."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from graph.lexicon.naming import plain, unaccented
from graph.resolve.names import Name, sounds

TYPO = 5  # letters that a word must have for one of them to be a slip, or for vowels to be a transliteration's
SYSTEM_TYPO, SYSTEM_HEARD = 7, 6  # a system's name must have more: Spike is not Spice, the Harop not the Harpy
LONG = 8  # letters of a word in which two may be slips
RARE = 2  # names with a word that may still be a slip: a word that many bear is no slip
STYLED = frozenset({"Firm", "Group", "Person"})
FORM, FIELD, PART, AGAIN, SURNAME = 0.92, 0.66, 0.6, 0.95, 0.8
ALMOST = 0.9


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1, and why."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares names. `states` are the words that stand for states; `borne` says how many names bear a word."""

    states: Mapping[str, str]
    borne: Mapping[str, int]

    def compare(self, type_: str, one: Name, other: Name) -> Likeness | None:
        """How alike two names of things of a type are; None where they differ in more than writing."""
        if one.flat == other.flat and one.numbers == other.numbers:
            return Likeness(0.97, f"{_difference(one.text, other.text)}: {one.text} / {other.text}")
        initials = _by_initials(one, other)
        return initials or (None if self.conflict(one, other) else self._by_words(type_, one, other))

    def conflict(self, one: Name, other: Name) -> bool:
        """Whether a designation, a mark or a state keeps two names apart, however alike the rest is."""
        if _by_initials(one, other):
            return False
        if one.designation != other.designation or one.marks != other.marks:
            return True
        return bool(one.states and other.states) and one.states != other.states

    def _by_words(self, type_: str, one: Name, other: Name) -> Likeness | None:
        if not (one.words or one.designation) or not (other.words or other.designation):
            return None
        pairs, left, right = self._align(type_, one.words, other.words)
        if left or right:
            return self._joined(type_, one, other) or _part(type_, one, other, pairs, left, right)
        return self._whole(type_, one, other, pairs)

    def _whole(self, type_: str, one: Name, other: Name, pairs: "list[_Pair]") -> Likeness | None:
        """Two names each of whose words has its like in the other."""
        fields = one.fields ^ other.fields
        only_states = not one.designation and all(pair.left in self.states for pair in pairs)
        if fields and (only_states or (one.fields - other.fields and other.fields - one.fields)):
            return None
        worst = min(pairs, key=lambda pair: pair.score, default=_Pair("", "", 0.95, "same designation"))
        said = f"{worst.reason}: {one.text} / {other.text}"
        if fields and worst.score < ALMOST:
            return None
        inexact = sum(pair.score < 1 for pair in pairs)
        score = worst.score * AGAIN ** max(inexact - 1, 0) + 0.02 * (len(pairs) - inexact)
        if type_ == "Person" and len(pairs) == 1 and worst.score < ALMOST:
            score *= SURNAME
        if worst.score == 1:
            score, said = 0.95, f"same words, written in another way: {one.text} / {other.text}"
        if only_states and one.forms != other.forms:
            return None
        if one.forms - other.forms and other.forms - one.forms and not _loose(type_, one):
            return None
        if one.forms != other.forms:
            score *= FORM
            if worst.score == 1:
                said = f"same name but for what it is styled: {one.text} / {other.text}"
        if fields:
            words = " ".join(sorted(fields))
            return Likeness(FIELD * score / 0.95, f'one leaves out "{words}": {one.text} / {other.text}')
        return Likeness(min(score, 0.95), said)

    def _joined(self, type_: str, one: Name, other: Name) -> Likeness | None:
        """One name writes as two words what the other writes as one."""
        if len(one.words) == len(other.words) or one.fields != other.fields:
            return None
        if _initialled(one) or _initialled(other):
            return None
        left, right = "".join(one.words), "".join(other.words)
        least = SYSTEM_HEARD if type_ == "System" else TYPO
        likeness = _Pair(left, right, 0.93, "same letters") if left == right else _transliterated(left, right, least)
        return Likeness(likeness.score - 0.04, f"{likeness.reason}: {one.text} / {other.text}") if likeness else None

    def _align(
        self, type_: str, one: tuple[str, ...], other: tuple[str, ...]
    ) -> "tuple[list[_Pair], list[str], list[str]]":
        """The words that have their like in the other name, and those that have none."""
        right = list(other)
        pairs, rest = [], []
        for word in one:
            if word in right:
                right.remove(word)
                pairs.append(_Pair(word, word, 1, "same words in another order"))
            else:
                rest.append(word)
        left = []
        for word in rest:
            alike = [pair for candidate in right if (pair := self._alike(type_, word, candidate))]
            best = max(alike, key=lambda pair: pair.score, default=None)
            if best is None:
                left.append(word)
            else:
                right.remove(best.right)
                pairs.append(best)
        return pairs, left, right

    def _alike(self, type_: str, one: str, other: str) -> "_Pair | None":
        """How two words compare, where they may be one."""
        state, its = self.states.get(one), self.states.get(other)
        if state and its:
            related = (
                state == its and one[:2] == other[:2]
            )  # Bharat is India, but in names the two are chosen with care
            return _Pair(one, other, 0.9, "the same state's name and adjective") if related else None
        short, long = sorted((one, other), key=len)
        if type_ == "Person" and len(short) == 1:
            return _Pair(one, other, 0.62, "a first name and its initial") if long.startswith(short) else None
        if one == other or (len(short) > TYPO - 2 and long == short + "s"):
            return _Pair(one, other, 0.93, "same but for an s" if one != other else "same letters")
        if len(short) < TYPO - 1:
            return None
        heard, slip = (SYSTEM_HEARD, SYSTEM_TYPO) if type_ == "System" else (TYPO, TYPO)
        return _transliterated(one, other, heard) or self._slip(one, other, slip)

    def _slip(self, one: str, other: str, least: int) -> "_Pair | None":
        shorter = min(len(one), len(other))
        most = 2 if shorter >= LONG else 1
        distance = OSA.distance(one, other, score_cutoff=most)
        if distance > most or shorter < least or min(self.borne.get(one, 0), self.borne.get(other, 0)) > RARE:
            return None
        if one[0] != other[0] and shorter < LONG - 1:
            return None
        score = 0.7 + 0.015 * min(shorter, 12) - 0.06 * (distance - 1)
        return _Pair(one, other, score, "one letter apart" if distance == 1 else "two letters apart")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word of one name and its like in the other."""

    left: str
    right: str
    score: float
    reason: str


def _transliterated(one: str, other: str, least: int) -> _Pair | None:
    shorter = min(len(one), len(other))
    if sounds(one) != sounds(other) or len(sounds(one)) < 2:
        return None
    if _undoubled(one) == _undoubled(other):
        return _Pair(one, other, 0.9, "same but for a doubled letter")
    most = 1 if least > TYPO and shorter < LONG else shorter // 3
    apart = OSA.distance(_vowels(one), _vowels(other), score_cutoff=most)
    return _Pair(one, other, 0.84, "sound alike") if least <= shorter and apart <= most else None


def _by_initials(one: Name, other: Name) -> Likeness | None:
    for short, long in ((one, other), (other, one)):
        if short.acronym and not long.acronym and short.acronym in long.initials:
            score = 0.72 + 0.03 * min(len(short.acronym), 5)
            return Likeness(score, f"one is the other's initials: {short.text} / {long.text}")
    return None


def _part(type_: str, one: Name, other: Name, pairs: list[_Pair], left: list[str], right: list[str]) -> Likeness | None:
    """One name is part of the other: a surname, or a designation without the name that goes with it."""
    if (left and right) or one.fields != other.fields:
        return None
    least = min((pair.score for pair in pairs), default=1.0)
    said = f"{one.text} / {other.text}"
    if type_ == "System" and one.designated:
        return Likeness(0.78 * least, f"same designation: {said}")
    if type_ != "Person" or not pairs or least < 0.8 or (_initialled(one) and _initialled(other)):
        return None
    if len(pairs) > 1:
        return Likeness(0.68 * least, f"one name is part of the other: {said}")
    surname = pairs[0].left == one.words[-1] and pairs[0].right == other.words[-1]
    return Likeness(PART * least, f"same surname: {said}") if surname else None


def _loose(type_: str, name: Name) -> bool:
    """Whether two names may be one though each is styled in its own way: but the 42nd Brigade is no 42nd Battalion."""
    if type_ == "System":
        return name.designated
    return type_ in STYLED and not name.designation and not name.marks


def _initialled(name: Name) -> bool:
    return any(len(word) == 1 for word in name.words)


def _difference(one: str, other: str) -> str:
    one, other = plain(one), plain(other)
    if one == other:
        return "same name"
    if one.lower() == other.lower():
        return "same letters but for capitals"
    if unaccented(one).lower() == unaccented(other).lower():
        return "same letters but for an accent"
    return "same letters but for spaces and signs"


def _vowels(word: str) -> str:
    """The word with one sign for what is one vowel: Tahreek as Tahrik."""
    return word.replace("ee", "i").replace("ou", "u").replace("oo", "u").replace("y", "i")


def _undoubled(word: str) -> str:
    word = word.replace("y", "i")
    return word[:1] + "".join(after for before, after in pairwise(word) if before != after)
