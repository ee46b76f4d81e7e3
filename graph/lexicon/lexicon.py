"""The names that the reader already knows, read from the files beside this one and found in a text in one pass."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeVar

import ahocorasick
import yaml
from pydantic import TypeAdapter, ValidationError

from graph.errors import SchemaError
from graph.lexicon.entries import Doubtful, Heads, State, Suffixes, System, Titles
from graph.lexicon.naming import fingerprint, folded, make_id, plain
from graph.lexicon.nouns import Nouns

_Shape = TypeVar("_Shape")
# libyaml's loader reads the same safe subset ten times faster; it is missing where PyYAML was built without it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Catalogue = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One known entity. `kind` is the file's heading for it (a system's class, a group's kind); `country` an alpha-3.

    Maker and country are knowledge, not something that a text said: they never become a claim by themselves.
    `same_as` are addresses of the same thing elsewhere, where a user's own dictionary gives them.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    maker: str | None = None
    family: str | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surface:
    """One way of writing an entry. `sense` tells a state's name from its adjective, people, capital, seat or organ.

    `doubtful` marks a form that is an ordinary word as well; `exact` one that must be written in just this case.
    """

    text: str
    entry: Entry
    sense: str = "name"
    doubtful: bool = False

    @property
    def exact(self) -> bool:
        """Short forms and common words keep their case: US is not us."""
        return len(self.text) < 5 or self.doubtful


@dataclass(frozen=True, slots=True)
class Match:
    """A known name found in a text: `text[start:end]`. `open_end` where letters or digits follow without a break."""

    start: int
    end: int
    surface: Surface
    open_end: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Every known name, by id and by the ways in which it is written."""

    entries: Mapping[str, Entry]
    surfaces: Mapping[str, Surface]
    states: Mapping[str, State]
    heads: Heads
    titles: Titles
    doubtful: Doubtful
    suffixes: Suffixes

    def find(self, text: str) -> Iterator[Match]:
        """Every known name in the text, overlapping ones included, at word boundaries and in the right case."""
        text = plain(text)
        for last, keys in self._automaton.iter(folded(text)):
            for key in keys:
                match = self._match(text, last + 1 - len(key), last + 1, self.surfaces[key])
                if match:
                    yield match

    def named(self, type_: str, key: str) -> Entry | None:
        """The entry of that type one of whose names has this fingerprint, or None."""
        return self._fingerprints.get((type_, key))

    @cached_property
    def _automaton(self) -> Any:
        automaton = ahocorasick.Automaton()
        for key in self.surfaces:
            automaton.add_word(key, (key,))
        automaton.make_automaton()
        return automaton

    @cached_property
    def _fingerprints(self) -> dict[tuple[str, str], Entry]:
        index: dict[tuple[str, str], Entry] = {}
        for surface in self.surfaces.values():
            if surface.sense == "name":
                index.setdefault((surface.entry.type, fingerprint(surface.text)), surface.entry)
        return index

    @cached_property
    def nouns(self) -> Nouns:
        """Common nouns by what they stand for."""
        return Nouns(self.heads)

    @cached_property
    def tails(self) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
        """By the last word of what may end a name: the name's type, and the words of the ending."""
        return _phrases(self.suffixes.tails, -1)

    @cached_property
    def starts(self) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
        """By the first word of what may begin a name: the name's type, and the words of the beginning."""
        return _phrases(self.suffixes.starts, 0)

    @cached_property
    def ship_names(self) -> re.Pattern[str]:
        """A ship's prefix and name, with its hull number if given: "HMS Kent (F78)"."""
        prefixes = "|".join(re.escape(prefix) for prefix in sorted(self.titles.ship_prefixes, key=len, reverse=True))
        word = r"(?:[A-Z][\w'.-]*[\w']|[A-Z]\.?|de|of|la|du|da|the)"
        return re.compile(
            rf"(?<![\w])(?:{prefixes}) (?:[A-Z]\w*)(?: {word}){{0,3}}(?<! of)(?<! the)(?<! de)(?: ?\([A-Z]{{1,5}}[ -]?\d+\))?"
        )

    @cached_property
    def title_words(self) -> re.Pattern[str]:
        """One or more titles before a name: "Prime Minister ", "Lt. Gen. Dr. "."""
        titles = (*self.titles.offices, *self.titles.ranks, *self.titles.courtesies)
        one = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
        return re.compile(rf"(?=[A-Z])(?:(?:{one}) )+")

    def _match(self, text: str, start: int, end: int, surface: Surface) -> Match | None:
        if _word(text, start - 1) or not _same_case(text[start:end], surface):
            return None
        if not _word(text, end):
            return Match(start, end, surface)
        if surface.entry.type != "System":
            return None
        if text[end] == "s" and not _word(text, end + 1):
            return Match(start, end + 1, surface)
        return Match(start, end, surface, open_end=True) if text[end - 1].isdigit() and text[end].isupper() else None


def _phrases(by_type: Mapping[str, tuple[str, ...]], key: int) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for type_, phrases in by_type.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[key], []).append((type_, words))
    return {word: sorted(found, key=lambda one: -len(one[1])) for word, found in index.items()}


def _word(text: str, index: int) -> bool:
    return 0 <= index < len(text) and (text[index].isalnum() or text[index] == "_")


def _same_case(written: str, surface: Surface) -> bool:
    return written == surface.text or (not surface.exact and written[0].isupper())


@cache
def load_lexicon() -> Lexicon:
    """The lexicon as the files declare it. Raises SchemaError naming the file and what is wrong in it."""
    states = _read("states.yml", dict[str, State])
    doubtful = _read("doubtful.yml", Doubtful)
    surfaces = [*_state_surfaces(states), *_place_surfaces(), *_firm_surfaces(states)]
    surfaces += _system_surfaces({surface.text for surface in surfaces} | set(states))
    for type_, name in (("Group", "groups.yml"), ("Agreement", "agreements.yml"), ("Event", "events.yml")):
        surfaces += _catalogue_surfaces(type_, _read(name, Catalogue))
    known = _index(surfaces, set(doubtful.words))
    return Lexicon(
        entries={surface.entry.id: surface.entry for surface in surfaces},
        surfaces=known,
        states=states,
        heads=_read("heads.yml", Heads),
        titles=_read("titles.yml", Titles),
        doubtful=doubtful,
        suffixes=_read("suffixes.yml", Suffixes),
    )


def _read(name: str, shape: type[_Shape]) -> _Shape:
    raw = yaml.load((files("graph.lexicon") / name).read_text(encoding="utf-8"), Loader=_Loader)
    try:
        return TypeAdapter(shape).validate_python(raw)
    except ValidationError as error:
        raise SchemaError(f"lexicon file {name} is not as it should be: {error}") from error


def _state_surfaces(states: Mapping[str, State]) -> list[Surface]:
    surfaces = []
    for code, state in states.items():
        entry = Entry(code, "State", state.name, (*state.aliases, *state.adjectives), country=code)
        people = state.people or tuple(f"{word}s" for word in state.adjectives if re.search(r"(?:an|i)$", word))
        senses = {
            "name": (state.name, *state.aliases),
            "adjective": state.adjectives,
            "people": people,
            "capital": state.capital,
            "seat": state.seats,
            "organ": state.organs,
        }
        surfaces += [Surface(text, entry, sense) for sense, texts in senses.items() for text in texts]
    return surfaces


def _catalogue_surfaces(type_: str, catalogue: Catalogue, country: bool = False) -> list[Surface]:
    surfaces = []
    for kind, rows in catalogue.items():
        for name, *aliases in rows:
            entry = Entry(
                make_id(type_, name), type_, name, tuple(aliases), kind=kind, country=kind if country else None
            )
            surfaces += [Surface(text, entry) for text in (name, *aliases)]
    return surfaces


def _place_surfaces() -> list[Surface]:
    surfaces = _catalogue_surfaces("Place", _read("places.yml", Catalogue))
    for country, names in _read("cities.yml", dict[str, tuple[str, ...]]).items():
        for name in names:
            entry = Entry(make_id("Place", name), "Place", name, kind="city", country=country)
            surfaces.append(Surface(name, entry))
    return surfaces


def _firm_surfaces(states: Mapping[str, State]) -> list[Surface]:
    catalogue = _read("firms.yml", Catalogue)
    unknown = set(catalogue) - set(states)
    if unknown:
        raise SchemaError(f"lexicon file firms.yml names states that states.yml lacks: {', '.join(sorted(unknown))}")
    return _catalogue_surfaces("Firm", catalogue, country=True)


def _system_surfaces(makers: set[str]) -> list[Surface]:
    catalogue = _systems()
    names = {system.name for systems in catalogue.values() for system in systems}
    surfaces = []
    for kind, systems in catalogue.items():
        for system in systems:
            _check_system(system, makers, names)
            family = make_id("System", system.family) if system.family else None
            entry = Entry(
                make_id("System", system.name), "System", system.name, system.aliases, kind, None, system.maker, family
            )
            surfaces += [Surface(text, entry) for text in (system.name, *system.aliases)]
    return surfaces


def _systems() -> dict[str, tuple[System, ...]]:
    """Systems by class; each class is a file of its own."""
    names = sorted(path.name for path in (files("graph.lexicon") / "systems").iterdir() if path.name.endswith(".yml"))
    return {name.removesuffix(".yml").replace("_", " "): _read(f"systems/{name}", tuple[System, ...]) for name in names}


def _check_system(system: System, makers: set[str], names: set[str]) -> None:
    if system.maker and system.maker not in makers:
        raise SchemaError(
            f"lexicon file systems/: {system.name} is made by {system.maker!r}, which firms.yml and states.yml lack"
        )
    if system.family and system.family not in names:
        raise SchemaError(
            f"lexicon file systems/: {system.name} is of the family {system.family!r}, which no entry is named"
        )


def _index(surfaces: Sequence[Surface], doubtful: set[str]) -> dict[str, Surface]:
    """Surfaces by folded text; a form that two entries share is refused, since a text could not tell them apart."""
    index: dict[str, Surface] = {}
    for surface in surfaces:
        written = plain(surface.text)
        found = Surface(written, surface.entry, surface.sense, written in doubtful)
        known = index.setdefault(folded(written), found)
        if known.entry != surface.entry:
            raise SchemaError(f"two lexicon entries are written {written!r}: {known.entry.id} and {surface.entry.id}")
    unknown = doubtful - {surface.text for surface in index.values()}
    if unknown:
        raise SchemaError(f"doubtful.yml names what no entry is written as: {', '.join(sorted(unknown))}")
    return index
