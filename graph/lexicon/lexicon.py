"""The names that the reader already knows, read from the files beside this one and found in a text in one pass."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import ahocorasick

from graph.errors import SchemaError
from graph.lexicon.designations import split_variants
from graph.lexicon.entries import Doubtful, Heads, Homonyms, State, Suffixes, System, Titles
from graph.lexicon.keys import make_key, name_words
from graph.lexicon.naming import folded, make_id, plain
from graph.lexicon.nouns import Nouns
from graph.lexicon.reading import check_system, phrases_by_word, read_file, read_systems
from graph.lexicon.spelling import load_spellings
from graph.lexicon.unify import same_entries

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
    homonyms: Homonyms
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
        """The entry of that type one of whose names has this key, or None."""
        return self._keys.get((type_, key))

    @cached_property
    def _automaton(self) -> Any:
        automaton = ahocorasick.Automaton()
        for key in self.surfaces:
            automaton.add_word(key, (key,))
        automaton.make_automaton()
        return automaton

    @cached_property
    def _keys(self) -> dict[tuple[str, str], Entry]:
        index: dict[tuple[str, str], Entry] = {}
        for sense in ("name", "adjective"):
            for surface in self.surfaces.values():
                if surface.sense == sense:
                    type_ = surface.entry.type
                    index.setdefault((type_, make_key(type_, surface.text)), surface.entry)
        return index | spelled_otherwise(index)

    @cached_property
    def nouns(self) -> Nouns:
        """Common nouns by what they stand for."""
        return Nouns(self.heads)

    @cached_property
    def descriptions(self) -> Mapping[str, frozenset[str]]:
        """By type, the common nouns that stand after a name and say what it is: "frigate", "movement"."""
        systems = (phrase for phrases in self.heads.systems.values() for phrase in phrases)
        found = {"System": systems, "Group": (*self.heads.groups, *self.heads.fighters)}
        return {type_: frozenset(word for phrase in each for word in phrase.split()) for type_, each in found.items()}

    @cached_property
    def tails(self) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
        """By the last word of what may end a name: the name's type, and the words of the ending."""
        return phrases_by_word(self.suffixes.tails, -1)

    @cached_property
    def starts(self) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
        """By the first word of what may begin a name: the name's type, and the words of the beginning."""
        return phrases_by_word(self.suffixes.starts, 0)

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


def spelled_otherwise(known: Mapping[tuple[str, str], Entry]) -> dict[tuple[str, str], Entry]:
    """The entries by the keys of their other spellings. Raises SchemaError where a row joins two entries."""
    index: dict[tuple[str, str], Entry] = {}
    for type_, rows in load_spellings().names.items():
        for row in rows:
            keys = [(type_, make_key(type_, name)) for name in row]
            found = {known[key].id: known[key] for key in keys if key in known}
            if len(found) > 1:
                raise SchemaError(f"lexicon file spellings.yml takes {' and '.join(sorted(found))} for one")
            entry = next(iter(found.values()), Entry(make_id(type_, row[0]), type_, row[0], row[1:]))
            index |= dict.fromkeys(keys, entry)
    return index


def _word(text: str, index: int) -> bool:
    return 0 <= index < len(text) and (text[index].isalnum() or text[index] == "_")


def _same_case(written: str, surface: Surface) -> bool:
    return written == surface.text or (not surface.exact and written[0].isupper())


@cache
def load_lexicon() -> Lexicon:
    """The lexicon as the files declare it. Raises SchemaError naming the file and what is wrong in it."""
    states = read_file("states.yml", dict[str, State])
    doubtful = read_file("doubtful.yml", Doubtful)
    surfaces = [*_state_surfaces(states), *_place_surfaces(), *_firm_surfaces(states)]
    surfaces += _system_surfaces({surface.text for surface in surfaces} | set(states))
    for type_, name in (("Group", "groups.yml"), ("Agreement", "agreements.yml"), ("Event", "events.yml")):
        surfaces += _catalogue_surfaces(type_, read_file(name, Catalogue))
    surfaces = _unified(surfaces)
    known = _index(surfaces, set(doubtful.words))
    return Lexicon(
        entries={surface.entry.id: surface.entry for surface in surfaces},
        surfaces=known,
        states=states,
        heads=read_file("heads.yml", Heads),
        titles=read_file("titles.yml", Titles),
        doubtful=doubtful,
        homonyms=read_file("homonyms.yml", Homonyms),
        suffixes=read_file("suffixes.yml", Suffixes),
    )


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
    surfaces = _catalogue_surfaces("Place", read_file("places.yml", Catalogue))
    for country, names in read_file("cities.yml", dict[str, tuple[str, ...]]).items():
        for name in names:
            entry = Entry(make_id("Place", name), "Place", name, kind="city", country=country)
            surfaces.append(Surface(name, entry))
    return surfaces


def _firm_surfaces(states: Mapping[str, State]) -> list[Surface]:
    catalogue = read_file("firms.yml", Catalogue)
    unknown = set(catalogue) - set(states)
    if unknown:
        raise SchemaError(f"lexicon file firms.yml names states that states.yml lacks: {', '.join(sorted(unknown))}")
    return _catalogue_surfaces("Firm", catalogue, country=True)


def _system_surfaces(makers: set[str]) -> list[Surface]:
    catalogue = read_systems()
    names = {system.name for systems in catalogue.values() for system in systems}
    surfaces = []
    for kind, systems in catalogue.items():
        for system in systems:
            check_system(system, makers, names)
            words = {name: name_words("System", name) for name in (system.name, *system.aliases)}
            for each in split_variants(system, words):
                entry = _system_entry(each, kind)
                surfaces += [Surface(text, entry) for text in (each.name, *each.aliases)]
    return surfaces


def _system_entry(system: System, kind: str) -> Entry:
    family = make_id("System", system.family) if system.family else None
    return Entry(
        make_id("System", system.name), "System", system.name, system.aliases, kind, None, system.maker, family
    )


def _unified(surfaces: Sequence[Surface]) -> list[Surface]:
    """The surfaces, with one entry for what several rows name."""
    kept = same_entries((each.entry.id, each.entry.type, each.text) for each in surfaces if each.sense == "name")
    entries = {each.entry.id: each.entry for each in surfaces}
    merged: dict[str, Entry] = {}
    for id, entry in entries.items():
        into = merged.get(kept.get(id, id), entries[kept.get(id, id)])
        aliases = dict.fromkeys((*into.aliases, *((entry.name, *entry.aliases) if id in kept else ())))
        merged[into.id] = replace(into, aliases=tuple(aliases), family=kept.get(into.family or "", into.family))
    return [replace(each, entry=merged[kept.get(each.entry.id, each.entry.id)]) for each in surfaces]


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
