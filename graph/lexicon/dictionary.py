"""A user's own names beside the built-in ones: what of a dictionary can be taken, and why the rest can't.

Nothing is guessed: a row that says what another row or the lexicon says of something else is left out, and told.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from graph.errors import EntenteError
from graph.lexicon.dictionary_rows import Problem, Row, read_rows
from graph.lexicon.keys import make_key
from graph.lexicon.lexicon import Entry, Lexicon, Surface, load_lexicon
from graph.lexicon.naming import folded, make_id
from graph.lexicon.outside import WIKIDATA, load_outside
from graph.wording import plural

KIND = "own"


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What was taken from a user's file, and what was not, by line."""

    path: Path
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def summary(self) -> str:
        """How much was taken, in a line."""
        names = sum(1 + len(entry.aliases) for entry in self.entries)
        entries = plural(len(self.entries), "entry", "entries")
        taken = f"{self.path.name}: {entries} with {plural(names, 'name')} taken"
        return f"{taken}, {plural(len(self.problems), 'line')} not" if self.problems else taken


def read_dictionary(path: Path) -> Dictionary:
    """Read a user's dictionary. Raises EntenteError where the file itself can't be read."""
    lexicon = load_lexicon()
    rows, problems = read_rows(path.name, _read(path), lexicon)
    wanted = [(row.line, _entry(row)) for row in rows]
    refused = {line: why for line, entry in wanted if (why := _taken_already(entry, lexicon))}
    refused |= _clashes([(line, entry) for line, entry in wanted if line not in refused])
    problems += [Problem(line, why) for line, why in refused.items()]
    entries = tuple(entry for line, entry in wanted if line not in refused)
    return Dictionary(path, entries, tuple(sorted(problems, key=lambda problem: problem.line)))


def load_known(path: Path | None) -> Lexicon:
    """The lexicon, with the names of a user's dictionary where there is one. Raises EntenteError."""
    return _load_known(path, stamp(path)) if path else load_lexicon()


def stamp(path: Path) -> str:
    """A hash of what a dictionary says. Raises EntenteError where it can't be read."""
    return hashlib.sha256(_read(path)).hexdigest()


@lru_cache(maxsize=2)
def _load_known(path: Path, _stamp: str) -> Lexicon:
    lexicon, entries = load_lexicon(), {entry.id: entry for entry in read_dictionary(path).entries}
    written = [(text, entry) for entry in entries.values() for text in (entry.name, *entry.aliases)]
    surfaces = {folded(text): Surface(text, entry) for text, entry in written}
    return replace(lexicon, entries={**lexicon.entries, **entries}, surfaces={**lexicon.surfaces, **surfaces})


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EntenteError(f"the dictionary {path} can't be read: {error.strerror or error}") from error


def _entry(row: Row) -> Entry:
    aliases = {folded(alias): alias for alias in reversed(row.aliases) if folded(alias) != folded(row.name)}
    names = tuple(alias for alias in row.aliases if aliases.get(folded(alias)) == alias)
    id_ = row.id or make_id(row.type, row.name)
    return Entry(id_, row.type, row.name, names, kind=KIND, country=row.country, same_as=row.same_as)


def _taken_already(entry: Entry, lexicon: Lexicon) -> str | None:
    """What of an entry the lexicon has already; None where nothing."""
    if entry.id in lexicon.entries:
        return f"the id {entry.id} is {lexicon.entries[entry.id].name}'s already"
    for name in (entry.name, *entry.aliases):
        surface = lexicon.surfaces.get(folded(name))
        known = surface.entry if surface else lexicon.named(entry.type, make_key(entry.type, name))
        if known:
            return f"{name!r} is a name of {known.name} ({known.id}) already"
    owners = {WIKIDATA + outside.wikidata: id_ for id_, outside in load_outside().items()}
    for address in entry.same_as:
        if address in owners:
            return f"{address} is {lexicon.entries[owners[address]].name}'s ({owners[address]}) already"
    return None


def _clashes(wanted: Sequence[tuple[int, Entry]]) -> dict[int, str]:
    """The lines that say the same of two things, each with the first other line that does."""
    said: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for line, entry in wanted:
        for key, words in dict(_identity(entry)).items():
            said[key].append((line, words))
    found: dict[int, str] = {}
    for lines in said.values():
        for line, words in lines if len(lines) > 1 else ():
            other = next(each for each, _words in lines if each != line)
            found.setdefault(line, f"{words} is in line {other} too; neither is taken")
    return found


def _identity(entry: Entry) -> Iterator[tuple[tuple[str, str], str]]:
    """What no two entries may share: an id, an address, a name as written or as compared; and how to tell of it."""
    yield ("id", entry.id), f"the id {entry.id}"
    for address in entry.same_as:
        yield ("address", address), address
    for name in (entry.name, *entry.aliases):
        yield ("written", folded(name)), repr(name)
        if key := make_key(entry.type, name):
            yield (entry.type, key), repr(name)
