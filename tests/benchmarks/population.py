"""A population of entities such as much news would leave in the store: made up, the same each time, with duplicates planted.

Names follow Zipf's law, as real ones do: a few first names, surnames and words of firms' names are borne by very many.
"""

import random
from collections.abc import Callable
from itertools import accumulate

from graph.lexicon.naming import make_id
from graph.resolve.suggest import Profile

SYLLABLES = [
    "ba",
    "ke",
    "mo",
    "ra",
    "di",
    "ne",
    "vo",
    "lu",
    "sha",
    "ter",
    "man",
    "gor",
    "zan",
    "fel",
    "ri",
    "tok",
    "has",
    "ven",
    "dar",
    "mir",
    "kal",
    "os",
    "un",
    "el",
    "dri",
    "pa",
    "qu",
    "is",
    "ton",
    "ber",
    "ghaz",
    "khal",
    "zu",
]
FIELDS = [
    "Systems",
    "Industries",
    "Aerospace",
    "Defence",
    "Technologies",
    "Shipyards",
    "Electronics",
    "Dynamics",
    "Marine",
    "Arms",
]
FORMS = ["Group", "Ltd", "Inc", "GmbH", "Corporation", "Holding", "AG", "Company"]
FIGHTERS = ["Front", "Army", "Brigades", "Movement", "Liberation Front", "Forces", "Battalion", "Guard", "Council"]
SIDES = ["Northern", "Southern", "Eastern", "Western", "National", "Popular", "Free", "Islamic", "United"]
CLASSES = ["missile", "drone", "radar", "tank", "corvette", "rifle", ""]
COUNTRIES = ["USA", "FRA", "DEU", "TUR", "ISR", "RUS", "CHN", "IND", "KOR", "GBR", "ITA", "ESP", "POL", "UKR", "BRA"]
VOWELS = {"a": "e", "e": "i", "i": "y", "o": "u", "u": "ou"}
SHARES = {"Person": 0.4, "Firm": 0.25, "System": 0.15, "Group": 0.1, "Place": 0.1}


def make_population(size: int, planted: float = 0.03, seed: int = 7) -> tuple[list[Profile], set[frozenset[str]]]:
    """So many entities, and the pairs of ids that are duplicates (a share of all, `planted`)."""
    return _Maker(random.Random(seed), size).make(size, planted)


class _Maker:
    def __init__(self, chance: random.Random, size: int) -> None:
        self._chance = chance
        self._first = self._coined(max(size // 60, 20), 2)
        self._last = self._coined(max(size // 6, 20), 3)
        self._brands = self._coined(max(size // 2, 20), 3)
        self._ids = [f"around:{number}" for number in range(max(size // 20, 10))]

    def make(self, size: int, planted: float) -> tuple[list[Profile], set[frozenset[str]]]:
        profiles: dict[str, Profile] = {}
        pairs: set[frozenset[str]] = set()
        while len(profiles) < size:
            profile = self._profile()
            if profiles.setdefault(profile.id, profile) is not profile or self._chance.random() > planted:
                continue
            twin = self._twin(profile)
            if twin is not None and twin.id not in profiles:
                profiles[twin.id] = twin
                pairs.add(frozenset({profile.id, twin.id}))
        return list(profiles.values()), pairs

    def _coined(self, count: int, syllables: int) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < count:
            length = syllables + self._chance.randrange(2)
            words["".join(self._chance.choices(SYLLABLES, k=length)).capitalize()] = None
        return list(words)

    def _often(self, words: list[str]) -> str:
        """A word, the first of the list far more often than the last."""
        return words[int(len(words) ** self._chance.random()) - 1]

    def _profile(self) -> Profile:
        type_ = self._chance.choices(list(SHARES), list(SHARES.values()))[0]
        make: dict[str, Callable[[], str]] = {
            "Person": self._person,
            "Firm": self._firm,
            "System": self._system,
            "Group": self._group,
            "Place": lambda: self._often(self._last),
        }
        name = make[type_]()
        around = tuple(sorted({self._often(self._ids) for _ in range(self._chance.choice([1, 1, 1, 2, 3, 6, 12]))}))
        country = self._chance.choice([*COUNTRIES, None, None]) if type_ in ("Firm", "Group") else None
        return Profile(make_id(type_, name), type_, name, country=country, neighbours=around)

    def _person(self) -> str:
        middle = [self._often(self._first)] if self._chance.random() < 0.15 else []
        return " ".join([self._often(self._first), *middle, self._often(self._last)])

    def _firm(self) -> str:
        words = [self._chance.choice(self._brands)]
        words += self._chance.sample(FIELDS, self._chance.choice([0, 1, 1, 2]))
        return " ".join(words + ([self._chance.choice(FORMS)] if self._chance.random() < 0.3 else []))

    def _group(self) -> str:
        side = [self._chance.choice(SIDES)] if self._chance.random() < 0.5 else []
        return " ".join([*side, self._chance.choice(self._brands), self._chance.choice(FIGHTERS)])

    def _system(self) -> str:
        letters = "".join(self._chance.choices("ABCDFHKMPRST", k=self._chance.choice([1, 2, 2, 3])))
        mark = f"{letters}-{self._chance.randrange(1, 999)}{self._chance.choice(['', '', 'A', 'B', 'M'])}"
        brand = self._chance.choice(self._brands) if self._chance.random() < 0.5 else ""
        return " ".join(part for part in (brand, mark, self._chance.choice(CLASSES)) if part)

    def _twin(self, profile: Profile) -> Profile | None:
        """The same thing under another spelling, with some of what is around it."""
        name = self._chance.choice([_heard, self._slipped, _fewer_words, self._doubled])(profile.name)
        if profile.type == "System":
            name = profile.name.replace("-", " " if self._chance.random() < 0.5 else "")
        id_ = make_id(profile.type, name)
        if id_ == profile.id:
            return None
        around = tuple(one for one in profile.neighbours if self._chance.random() < 0.7)
        return Profile(id_, profile.type, name, country=profile.country, neighbours=around)

    def _slipped(self, name: str) -> str:
        """A letter left out, in the middle of the longest word."""
        longest = max(name.split(), key=len)
        at = self._chance.randrange(2, len(longest) - 1) if len(longest) > 5 else 0
        return name.replace(longest, longest[:at] + longest[at + 1 :]) if at else name

    def _doubled(self, name: str) -> str:
        places = [at for at, sign in enumerate(name) if sign in "lnrst" and at > 1]
        at = self._chance.choice(places) if places else 0
        return name[:at] + name[at] + name[at:] if at else name


def _heard(name: str) -> str:
    """A vowel as another transliteration writes it."""
    for at, sign in accumulate(name, lambda before, sign: (before[0] + 1, sign), initial=(-1, "")):
        if at > 1 and sign in VOWELS and name[at - 1].isalpha():
            return name[:at] + VOWELS[sign] + name[at + 1 :]
    return name


def _fewer_words(name: str) -> str:
    """Without the form that a firm is registered as, or the field that it is in."""
    words = name.split()
    return " ".join(words[:-1]) if words[-1] in FIELDS + FORMS else name
