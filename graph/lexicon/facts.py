"""What the lexicon knows of its own: who makes a system, where a firm is at home. None of it is what a text said."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.lexicon.lexicon import Entry, Lexicon
from graph.lexicon.naming import folded, plain

SOURCE = "lexicon"  # every fact says that it comes from here


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between two entries of the lexicon, by their ids; `rule` names the list that it stands in."""

    relation: str
    source: str
    target: str
    rule: str
    sentence: str


def iter_facts(lexicon: Lexicon) -> Iterator[Fact]:
    """All that the lexicon knows, in the order of its entries; both ends are entries."""
    for entry in lexicon.entries.values():
        if entry.type == "System" and entry.maker:
            maker = _maker(entry.maker, lexicon)
            sentence = f"{maker.name} makes the {entry.name}."
            yield Fact("MANUFACTURES", maker.id, entry.id, "lexicon:systems", sentence)
        elif entry.type == "Firm" and entry.country:
            home = lexicon.entries[entry.country]
            yield Fact("BASED_IN", entry.id, home.id, "lexicon:firms", f"{entry.name} is based in {home.name}.")


def _maker(name: str, lexicon: Lexicon) -> Entry:
    """The state of that code, or the firm that is written so."""
    return lexicon.entries.get(name) or lexicon.surfaces[folded(plain(name))].entry
