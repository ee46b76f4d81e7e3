"""Names as somebody types them into a search box: all that the lexicon knows them by, whole, begun or misspelt."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.lexicon.keys import make_key
from graph.lexicon.lexicon import Lexicon, Surface, load_lexicon
from graph.lexicon.naming import unaccented

FIRST = ("State", "Group", "Firm", "System", "Agreement", "Person", "Place", "Event")
SENSES = ("name", "adjective", "people", "capital", "seat", "organ")


def flat(text: str) -> str:
    """A text as names are compared here: lower case without accents, white space as single spaces, any script."""
    return " ".join("".join(unaccented(letter) or letter for letter in text).lower().split())


def wrong_letters(word: str) -> int:
    """How many letters of a word may be wrong: none of a short one or a designation, where it makes another: TB2, TB3."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 8 else 2


@dataclass(frozen=True)
class Forms:
    """The lexicon's names, ordered for finding them by what is typed."""

    lexicon: Lexicon

    def whole(self, text: str) -> tuple[Surface, ...]:
        """What is written just so, or is another spelling of it: "tb-2" is TB2."""
        found = dict.fromkeys(self._written.get(flat(text), ()))
        known = {each.entry.id for each in found}
        for type_ in FIRST:
            entry = self.lexicon.named(type_, key) if (key := make_key(type_, text)) else None
            if entry and entry.id not in known and entry.id in self.lexicon.entries:
                found[Surface(text, entry, "spelling")] = None
        return tuple(found)

    def begun(self, text: str, limit: int) -> tuple[Surface, ...]:
        """What begins so, states and short names first."""
        start = flat(text)
        if not start:
            return ()
        found = list(self._from(start))
        return tuple(sorted(found, key=_weight)[:limit])

    def near(self, text: str, limit: int = 5) -> tuple[Surface, ...]:
        """What is written so, or begins so, but for a letter or two; two swapped ones count as one."""
        typed = flat(text)
        allowed = max(map(wrong_letters, typed.split()), default=0)
        if not allowed:
            return ()
        places = self._near(typed, self._order, allowed, limit)
        for length in (len(typed) - 1, len(typed)):
            places += self._near(typed, [written[:length] for written in self._order], 1, 4 * limit)
        found = dict.fromkeys(self._order[place] for place in places)
        ordered = sorted((surface for written in found for surface in self._written[written]), key=_weight)
        return tuple(dict.fromkeys(ordered))

    def _near(self, typed: str, choices: Sequence[str], allowed: int, limit: int) -> list[int]:
        found = process.extract(typed, choices, scorer=OSA.distance, score_cutoff=allowed, limit=limit)
        return [place for _choice, _distance, place in found]

    @cached_property
    def _written(self) -> Mapping[str, tuple[Surface, ...]]:
        index: dict[str, tuple[Surface, ...]] = {}
        for surface in self.lexicon.surfaces.values():
            written = flat(surface.text)
            index[written] = (*index.get(written, ()), surface)
        return index

    @cached_property
    def _order(self) -> Sequence[str]:
        return sorted(self._written)

    def _from(self, start: str) -> Iterator[Surface]:
        for place in range(bisect_left(self._order, start), len(self._order)):
            if not self._order[place].startswith(start):
                return
            yield from self._written[self._order[place]]


@cache
def load_forms() -> Forms:
    """The forms of the lexicon, ordered once."""
    return Forms(load_lexicon())


def _weight(surface: Surface) -> tuple[int, int, int, str]:
    type_, sense = surface.entry.type, surface.sense
    return (SENSES.index(sense), FIRST.index(type_), len(surface.text), surface.text)
