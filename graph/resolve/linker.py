"""From a name as written to its entity: the one that is known under another spelling, or a new one with a stable id."""

import re
from dataclasses import dataclass

from graph.lexicon.designations import base_names
from graph.lexicon.keys import make_key, name_words
from graph.lexicon.lexicon import Entry, Lexicon
from graph.lexicon.naming import make_id
from graph.lexicon.outside import find_addresses
from graph.lexicon.spelling import load_spellings
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
_FORMAL = re.compile(
    r"^(?:the )?(?:[\w']+ ){0,3}(?:Republic|Kingdom|State|Sultanate|Emirate|Principality) of (?:the )?(?=[A-Z])"
)
_SHORT = 3  # a key that short must be written as an acronym is, or as listed: EU, not Eu


@dataclass(frozen=True, slots=True)
class Linker:
    """Names to entities, by the lexicon and by spelling; guesses nothing beyond."""

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
        for written in self._forms(type_, name):
            entry = self._entry(type_, written)
            if entry:
                return self.known(entry)
        return self._new(type_, self._forms(type_, name)[-1], family)

    def family_of(self, designation: str) -> str | None:
        """The id of the known system that this is a variant of ("F-35A": F-35's), or None."""
        for shorter in base_names(make_key("System", designation)):
            entry = self.lexicon.named("System", shorter)
            if entry:
                return entry.family or entry.id
        return None

    def _forms(self, type_: str, name: str) -> list[str]:
        """The name, and without what stands around it: a title, a system's maker, a word for what it is."""
        forms = [name]
        if type_ == "State":
            forms.append(_FORMAL.sub("", name))
        if type_ == "Person":
            forms.append(self.lexicon.title_words.sub("", name, count=1) or name)
        forms.append(self._without_description(type_, forms[-1]))
        if type_ == "System":
            forms.append(self._without_maker(forms[-1]))
            forms.append(self._without_nickname(forms[-1]))
        return list(dict.fromkeys(forms))

    def _without_description(self, type_: str, name: str) -> str:
        """The name without the common nouns after it: "Type 26 frigate" is the Type 26, "Wagner movement" Wagner."""
        words = name.split(" ")
        nouns = self.lexicon.descriptions.get(type_, frozenset())
        while len(words) > 1 and {words[-1], words[-1].removesuffix("s")} & nouns:
            words.pop()
        return " ".join(words)

    def _without_nickname(self, name: str) -> str:
        """A variant's designation without its family's nickname: "F-35A Lightning II" is the F-35A."""
        first, _, rest = name.partition(" ")
        family = self.lexicon.entries.get(self.family_of(first) or "") if rest else None
        names = (family.name, *family.aliases) if family else ()
        shared = any(other.endswith(f" {rest}") for other in names)
        adorns = re.search(r"\d", first) and rest.partition("-")[0] in load_spellings().nicknames
        return first if shared or adorns else name

    def _entry(self, type_: str, name: str) -> Entry | None:
        for candidate in _RELATED.get(type_, (type_,)):
            key = make_key(candidate, name)
            entry = self.lexicon.named(candidate, key)
            if entry and (len(key) >= _SHORT or name.isupper() or name in (entry.name, *entry.aliases)):
                return entry
        return None

    def _without_maker(self, name: str) -> str:
        """A system's name without its maker's before it: "Sukhoi Su-57E" is the Su-57E."""
        first, _, rest = name.partition(" ")
        known = self.lexicon.named("Firm", make_key("Firm", first)) if rest else None
        telling = re.search(r"\d", rest) and re.search(r"[A-Za-z]", rest)  # not the 407 of "Bell 407"
        return rest if known and (telling or self._entry("System", rest)) else name

    def _new(self, type_: str, name: str, family: str | None) -> Entity:
        words = re.sub(r"^([a-z]{1,3})(?=\d)", r"\1-", name_words(type_, name))
        if type_ == "System":
            family = family or self.family_of(name)
        return Entity(make_id(type_, words or name), type_, name, family=family)
