"""A name taken apart: what carries its identity, and what people write one way or another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.lexicon.naming import plain, unaccented
from graph.resolve.words import Words

_TOKEN = re.compile(r"[A-Za-z0-9]+")
_MARK = re.compile(r"(?:mk|mark|block|batch|mod|lot|ver)[\d.]+[a-z]*|[\d.]+[cm]m")
_POSSESSIVE = re.compile(r"(?<=\w)'s(?!\w)")
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_ROMAN = {"I": 1, "V": 5, "X": 10}
SHORT = 3  # letters of a designation's prefix at most: Su, MiG, Kh
LONGEST = 7  # letters of an acronym


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity.

    `flat` is its letters and digits without case or accent, `numbers` the digits among them. `words` carry the name;
    `forms` and `fields` count little; `designation` (letters and digits of a type, mark or block) and `marks` (north,
    second) must agree. `states` are the states that words of it stand for. `acronym` is the name itself where it is
    written as one; `initials` are the acronyms that it may be written as.
    """

    text: str
    flat: str
    numbers: tuple[str, ...]
    words: tuple[str, ...]
    forms: frozenset[str]
    fields: frozenset[str]
    designation: str
    marks: frozenset[str]
    states: frozenset[str]
    acronym: str | None
    initials: frozenset[str]

    @property
    def designated(self) -> bool:
        """Whether its designation alone says what it is: TB2 does; 450, Mk2 and 155mm don't."""
        if _MARK.fullmatch(self.designation):
            return False
        letters = any(sign.isalpha() for sign in self.designation)
        return letters and any(sign.isdigit() for sign in self.designation) and len(self.designation) > 2


@dataclass(frozen=True, slots=True)
class Parser:
    """Takes names apart, by the word lists and by the words that stand for states (`states`: word to alpha-3)."""

    words: Words
    states: Mapping[str, str]

    def parse(self, type_: str, text: str) -> Name:
        """The name of something of that type, taken apart."""
        bare = _POSSESSIVE.sub("", plain(text))
        ascii_ = unaccented(re.sub(r"['’`.](?=[A-Za-z]\b|[a-z])", "", bare))
        written = _TOKEN.findall(ascii_)
        sorted_ = _Sorted(self.words, type_)
        for place, token in enumerate(written):
            sorted_.add(token, _near_digits(written, place))
        words, forms, fields = sorted_.taken()
        flat = "".join(written).lower()
        return Name(
            text=text,
            flat=flat,
            numbers=tuple(re.findall(r"\d+", flat if len(written) == 1 else " ".join(written))),
            words=words,
            forms=forms,
            fields=fields,
            designation=_BETWEEN_DIGITS.sub(".", " ".join(sorted_.designation)).replace(" ", ""),
            marks=frozenset(sorted_.marks),
            states=frozenset(self.states[word] for word in words if word in self.states),
            acronym=_acronym(ascii_),
            initials=self._initials(type_, written),
        )

    def _initials(self, type_: str, written: list[str]) -> frozenset[str]:
        humps = [hump for token in written for hump in _HUMP.findall(token)]
        forms = self.words.forms.get(type_, frozenset())
        joints = self.words.joints
        several = (
            [hump for hump in humps if hump.lower() not in joints],
            [hump for hump in humps if hump.lower() not in joints and hump.lower() not in forms],
            humps,
        )
        found = ("".join(hump[0] for hump in one).upper() for one in several if len(one) >= SHORT)
        return frozenset(initials for initials in found if len(initials) <= LONGEST and initials.isalpha())


class _Sorted:
    """The words of one name, each where it belongs."""

    def __init__(self, words: Words, type_: str) -> None:
        self._words = words
        self._person = type_ == "Person"
        self._form = words.forms.get(type_, frozenset())
        self._field = words.fields.get(type_, frozenset())
        self.designation: list[str] = []
        self.marks: list[str] = []
        self._plain: list[str] = []
        self._forms: list[str] = []
        self._fields: list[str] = []

    def add(self, token: str, near_digits: bool) -> None:
        word = self._words.spellings.get(token.lower(), token.lower())
        if word in self._words.marks:
            self.marks.append(self._words.marks[word])
        elif number := self._part_of_designation(token, word, near_digits):
            self.designation.append(number)
        elif word in self._form:
            self._forms.append(word)
        elif word in self._field:
            self._fields.append(word)
        elif token.isupper() or word not in self._words.joints:
            self._plain.append(word)

    def taken(self) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
        """Words, forms and fields; where nothing carries the name but a field or a form, that does."""
        if self._plain or self.designation:
            return tuple(self._plain), frozenset(self._forms), frozenset(self._fields)
        if self._fields:
            return tuple(self._fields), frozenset(self._forms), frozenset()
        return tuple(self._forms), frozenset(), frozenset()

    def _part_of_designation(self, token: str, word: str, near_digits: bool) -> str | None:
        if any(sign.isdigit() for sign in token):
            return word
        if self._person:
            return None
        if token.isupper() and set(token) <= set(_ROMAN) and not near_digits:
            return str(_roman(token))
        if len(token) == 1 and token.isupper():
            return word
        unlisted = word not in self._form and (token.isupper() or word not in self._words.joints)
        return word if near_digits and len(token) <= SHORT and unlisted else None


def _near_digits(written: list[str], place: int) -> bool:
    around = written[max(place - 1, 0) : place] + written[place + 1 : place + 2]
    return any(sign.isdigit() for token in around for sign in token)


def _roman(token: str) -> int:
    values = [_ROMAN[sign] for sign in token]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _acronym(text: str) -> str | None:
    bare = re.sub(r"[.\s&-]", "", text)
    return bare if SHORT <= len(bare) <= LONGEST and bare.isalpha() and bare.isupper() else None


@lru_cache(maxsize=1 << 18)
def sounds(word: str) -> str:
    """The consonants of a word as transliterations vary them: Hezbollah and Hizbullah are both hsbl."""
    for written, heard in _HEARD:
        word = written.sub(heard, word)
    return word


# In this order: what two letters stand for, letters that are heard alike, vowels inside, a silent h at the end, doubles.
_HEARD = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"ph", "f"),
        (r"tch|tsch|cz", "ch"),
        (r"x", "ks"),
        (r"sch", "sh"),
        (r"kh|gh|q|ck|g", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"dj|zh|dzh", "j"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"w", "v"),
        (r"z", "s"),
        (r"^[aeiouy]+", "A"),
        (r"(?<=.)[aeiouy]+", ""),
        (r"h$", ""),
        (r"(.)\1+", r"\1"),
    )
)
