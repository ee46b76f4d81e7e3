"""From a name as written to its entity: the one the lexicon knows under another spelling, or a new one with a stable id."""

import re
from dataclasses import dataclass

from graph.lexicon.lexicon import Entry, Lexicon
from graph.lexicon.naming import fingerprint, make_id
from graph.lexicon.outside import find_addresses
from graph.records import Entity

# Types that spaCy mixes up: a firm that the lexicon knows as a group is that group.
_RELATED = {
    "Firm": ("Firm", "Group", "System", "Agreement", "Event"),
    "Group": ("Group", "Firm"),
    "System": ("System", "Firm", "Group"),
    "Place": ("Place", "Firm", "Group", "System"),
    "Person": ("Person", "Firm", "Group"),
    "Agreement": ("Agreement",),
    "Event": ("Event",),
}


@dataclass(frozen=True, slots=True)
class Linker:
    """Names to entities, by the lexicon; guesses nothing beyond spelling."""

    lexicon: Lexicon

    def known(self, entry: Entry) -> Entity:
        """The entity of a lexicon entry."""
        return Entity(
            entry.id,
            entry.type,
            entry.name,
            entry.aliases,
            family=entry.family,
            known=True,
            same_as=entry.same_as or find_addresses(entry.id),
        )

    def link(self, type_: str, name: str, family: str | None = None) -> Entity:
        """The entity of that name: a known one if the spellings agree, else a new one of the type."""
        if type_ == "Event":
            name = re.sub(r"^((?:19|20)\d\d) (.+)$", r"\2 \1", name)
        key = fingerprint(name)
        for candidate in _RELATED.get(type_, (type_,)):
            entry = self.lexicon.named(candidate, key) if len(key) > 2 else None
            if entry:
                return self.known(entry)
        if type_ == "System":
            return self._system(self._without_maker(name), family)
        return Entity(make_id(type_, name), type_, name)

    def _without_maker(self, name: str) -> str:
        """A system's name without its maker's before it: "Sukhoi Su-57E" is the Su-57E."""
        first, _, rest = name.partition(" ")
        known = self.lexicon.named("Firm", fingerprint(first)) if any(letter.isdigit() for letter in rest) else None
        return rest if known else name

    def _system(self, name: str, family: str | None) -> Entity:
        entry = self.lexicon.named("System", fingerprint(name))
        if entry:
            return self.known(entry)
        family = family or self.family_of(name)
        return Entity(make_id("System", name), "System", name, family=family)

    def family_of(self, designation: str) -> str | None:
        """The id of the known system that this is a variant of ("F-35A": F-35's), or None."""
        key = fingerprint(designation)
        for pattern in (r"(?:mk|mark|block)[\divx]+[a-z]?$", r"(?<=\d)[a-z]{1,4}$", r"(?<=\d)[a-z]+\d+[a-z]?$"):
            shorter = re.sub(pattern, "", key)
            entry = self.lexicon.named("System", shorter) if shorter != key else None
            if entry:
                return entry.family or entry.id
        return None
