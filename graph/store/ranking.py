"""Which of the entities that a full-text index gives fit what was typed, and how well."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from graph.lexicon.forms import flat, wrong_letters
from graph.lexicon.keys import make_key
from graph.lexicon.lexicon import Surface
from graph.store.found import Hit, How


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may fit: `names` are its name and its other names, `known` how the lexicon takes what was typed for it."""

    id: str
    type: str
    names: tuple[str, ...]
    claims: int
    documents: int
    known: Surface | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    how: How
    letters: int  # that differ
    place: int  # of the name among the entity's names
    by: str
    sense: str | None = None


def rank(typed: str, candidates: Iterable[Candidate]) -> tuple[Hit, ...]:
    """The candidates that fit what was typed, best first: whole names, other names, beginnings, misspelt ones; then by claims."""
    fits = [(fit, each) for each in candidates if (fit := _fit(typed, each))]
    fits.sort(key=lambda pair: (pair[0].how, pair[0].letters, -pair[1].claims, pair[1].names[0], pair[1].id))
    return tuple(_hit(fit, each) for fit, each in fits)


def _fit(typed: str, candidate: Candidate) -> _Fit | None:
    wanted = flat(typed)
    fits = [_whole(wanted, name, place) for place, name in enumerate(candidate.names)]
    if candidate.known:
        fits.append(_known(wanted, candidate.known))
    found = [fit for fit in fits if fit]
    if not found:
        found = [fit for place, name in enumerate(candidate.names) if (fit := _words(wanted, name, place))]
    best = min(found, key=lambda fit: (fit.how, fit.letters, fit.place), default=None)
    if (best is None or best.how > How.KNOWN) and (spelt := _respelt(typed, candidate)):
        return spelt
    return best


def _whole(wanted: str, name: str, place: int) -> _Fit | None:
    written = flat(name)
    if written == wanted or _compact(written) == _compact(wanted) != "":
        return _Fit(How.ALIAS if place else How.NAME, int(written != wanted), place, name)
    return _Fit(How.BEGINNING, 0, place, name) if written.startswith(wanted) else None


def _known(wanted: str, surface: Surface) -> _Fit:
    sense = None if surface.sense in ("name", "spelling") else surface.sense
    written = flat(surface.text)
    if written == wanted or surface.sense == "spelling":
        return _Fit(How.KNOWN, 0, 99, surface.text, sense)
    begins = written.startswith(wanted)
    how = How.BEGINNING if begins else How.NEAR
    wrong = min(OSA.distance(wanted, written), OSA.distance(wanted, written[: len(wanted)]) + 1)
    return _Fit(how, 0 if begins else wrong, 99, surface.text, sense)


def _words(wanted: str, name: str, place: int) -> _Fit | None:
    """A name that has all words, as they are, begun, or with a wrong letter or two; or all signs where there is no word."""
    if not _compact(wanted):
        return _Fit(How.WORDS, 0, place, name) if wanted and wanted in flat(name) else None
    words = _parts(name)
    letters = [_letters(word, words) for word in _parts(wanted)]
    if not letters or None in letters:
        return None
    wrong = sum(each or 0 for each in letters)
    return _Fit(How.NEAR if wrong else How.WORDS, wrong, place, name)


def _letters(word: str, words: Sequence[str]) -> int | None:
    """How many letters of a word differ from the nearest of those words; None for too many."""
    if any(each.startswith(word) for each in words):
        return 0
    wrong = min((OSA.distance(word, each) for each in words), default=99)
    return wrong if wrong <= wrong_letters(word) else None


def _respelt(typed: str, candidate: Candidate) -> _Fit | None:
    key = make_key(candidate.type, typed)
    for place, name in enumerate(candidate.names):
        if key and len(name) <= 120 and make_key(candidate.type, name) == key:
            return _Fit(How.KNOWN, 0, place, name)
    return None


def _hit(fit: _Fit, candidate: Candidate) -> Hit:
    name = candidate.names[0]
    by = fit.by if fit.place and flat(fit.by) != flat(name) else None
    return Hit(candidate.id, candidate.type, name, candidate.claims, candidate.documents, fit.how, by, fit.sense)


def _parts(name: str) -> list[str]:
    """The words of a name, and neighbours written as one: "Su-35" has su, 35 and su35."""
    words = "".join(letter if letter.isalnum() else " " for letter in flat(name)).split()
    return words + [left + right for left, right in pairwise(words) if right.isdigit()]


def _compact(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def first_by_id(surfaces: Iterable[Surface]) -> Mapping[str, Surface]:
    """For each entity the first of the forms that were found of it."""
    found: dict[str, Surface] = {}
    for surface in surfaces:
        found.setdefault(surface.entry.id, surface)
    return found
