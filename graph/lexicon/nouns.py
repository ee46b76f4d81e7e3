"""Common nouns by what they stand for, ready to be asked about one word at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.lexicon.entries import Heads

_APPOSED = {"systems": ("System",), "firms": ("Firm",), "groups": ("Group", "Firm"), "fighters": ("Group",)}


@dataclass(frozen=True)
class Nouns:
    """The head nouns of heads.yml; phrases are looked up whole, words are the last word of a phrase."""

    heads: Heads

    @cached_property
    def system_phrases(self) -> frozenset[str]:
        """Noun phrases for systems, whole: "drone", "machine gun"."""
        return frozenset(phrase for phrases in self.heads.systems.values() for phrase in phrases)

    @cached_property
    def system_words(self) -> Mapping[str, str]:
        """The last word of each noun phrase for a system ("munition"), and its class."""
        kinds = [(phrase.split(), kind) for kind, phrases in self.heads.systems.items() for phrase in phrases]
        return {words[-1]: kind for words, kind in sorted(kinds, key=lambda one: -len(one[0]))}

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """System nouns written in capitals: UAV, ICBM."""
        return frozenset(phrase for phrase in self.system_phrases if phrase in _CAPITALS)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Words that make a class of system rather than a name."""
        nouns = {word for phrase in self.system_phrases for word in phrase.split()}
        plurals = {f"{word}s" for word in nouns}
        return frozenset(self.heads.modifiers) | nouns | plurals

    @cached_property
    def loose(self) -> frozenset[str]:
        """Words that say nothing about the class of thing."""
        return frozenset(self.heads.loose)

    @cached_property
    def trade(self) -> frozenset[str]:
        """Nouns for making and selling: a system before one of them is what is made or sold."""
        return frozenset(self.heads.trade)

    @cached_property
    def organs(self) -> frozenset[str]:
        """Parts of a state that act for it, and holders of its offices."""
        return frozenset(self.heads.organs) | frozenset(self.heads.officials)

    @cached_property
    def organ_words(self) -> frozenset[str]:
        """The last words of those."""
        return frozenset(phrase.split()[-1] for phrase in self.organs)

    @cached_property
    def bare_organs(self) -> frozenset[str]:
        """Those that stand for the state spoken of even without a nationality: "the army"."""
        return frozenset(self.heads.bare_organs)

    @cached_property
    def fighter_words(self) -> frozenset[str]:
        """The last words of the phrases for people under arms."""
        return frozenset(phrase.split()[-1] for phrase in self.heads.fighters)

    @cached_property
    def agreement_words(self) -> frozenset[str]:
        """The last words of the phrases for agreements."""
        return frozenset(phrase.split()[-1] for phrase in self.heads.agreements)

    @cached_property
    def apposed(self) -> Mapping[str, tuple[str, ...]]:
        """Nouns that stand beside a name of one of these types: "the company, Baykar"."""
        types: dict[str, tuple[str, ...]] = {}
        for word in self.system_words:
            types[word] = _APPOSED["systems"]
        for key, nouns in (
            ("firms", self.heads.firms),
            ("groups", self.heads.groups),
            ("fighters", self.heads.fighters),
        ):
            for noun in nouns:
                types[noun] = tuple(dict.fromkeys((*types.get(noun, ()), *_APPOSED[key])))
        for noun in self.heads.officials:
            types[noun] = ("Person",)
        for noun in ("country", "nation", "kingdom", "neighbour", "neighbor", "ally", "rival", "foe", "partner"):
            types[noun] = ("State",)
        for noun in self.heads.places:
            types[noun] = ("Place",)
        for noun in self.heads.events:
            types[noun] = ("Event",)
        for noun in self.agreement_words:
            types[noun] = ("Agreement",)
        return types

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Nouns that say what the name beside them is, and the type of it."""
        return {noun: type_ for type_, nouns in self.heads.called.items() for noun in nouns}

    def plural(self, noun: str) -> str:
        """The noun phrase in the plural: "combat drone", "combat drones"; aircraft stay aircraft."""
        last = noun.split()[-1].lower()
        two = " ".join(noun.split()[-2:]).lower()
        if last in self.heads.uncountable or two in self.heads.uncountable:
            return noun
        if last.endswith("y") and last[-2:-1] not in "aeou":
            return f"{noun[:-1]}ies"
        return f"{noun}es" if last.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


_CAPITALS = frozenset(
    [
        "uav",
        "uas",
        "rpa",
        "rpas",
        "ucav",
        "icbm",
        "slbm",
        "sam",
        "atgm",
        "irbm",
        "srbm",
        "mbt",
        "apc",
        "ifv",
        "mrap",
        "ugv",
        "mlrs",
        "opv",
        "usv",
        "uuv",
        "ssbn",
        "ssn",
        "auv",
        "manpads",
        "jdam",
    ]
)
