"""Which stretches of text are names: candidates from every finder, and the one policy that settles who wins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.lexicon.lexicon import Entry

# "Republic of Mozambique" is Mozambique.
_CONSTITUTION = re.compile(r"(?:[A-Z]\w+ )*(?:Republic|Kingdom|Sultanate|Commonwealth|Emirate|Government|State) of ")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may be a name. `rank` says how far its finder is trusted: 0 most.

    `entry` is the known entity it names, if any; `sense` what a state's name stands in for (adjective, capital...);
    `entity` and `family` are ids of known things that the new name belongs to (a ship's navy is not one of them).
    """

    start: int
    end: int
    type: str
    text: str
    how: str
    rank: int = 0
    entry: Entry | None = None
    sense: str = "name"
    family: str | None = None

    @property
    def length(self) -> int:
        """Characters covered."""
        return self.end - self.start


LEXICON, PATTERN, RECOGNISED = 0, 1, 2


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that stay, in text order, none overlapping another: the overlap policy.

    What the lexicon and the patterns find goes first, the longest winning and the better trusted among equals. A name
    that only spaCy recognises stays where none of those is, or where it wraps around a state or a place and is the
    longer name of something else (China Lake, Michael Jordan, Bank of Israel).
    """
    tails = {candidate.end: candidate for candidate in candidates if candidate.entry and _marks_an_end(candidate)}
    ours = [one for one in candidates if one.rank < RECOGNISED and not _only_adds_words(one, tails.get(one.end))]
    theirs = [candidate for candidate in candidates if candidate.rank == RECOGNISED]
    owners = _longest(ours)
    for name in sorted(theirs, key=_best_first):
        under = {id(owner): owner for at in range(name.start, name.end) if (owner := owners.get(at))}
        if all(_gives_way(owner, name) for owner in under.values()):
            owners.update(dict.fromkeys(range(name.start, name.end), name))
    kept = {id(owner): owner for owner in owners.values()}
    return sorted(kept.values(), key=lambda candidate: candidate.start)


def _marks_an_end(known: Candidate) -> bool:
    """Whether a longer run of capitals that ends in the known name is no name: not so for "Bank of Israel"."""
    return known.type != "State" or " " in known.text


def _only_adds_words(name: Candidate, known: Candidate | None) -> bool:
    """Whether a pattern runs on to the left of a known name: "Top European Union", "Japan and European Union"."""
    return (
        name.rank == PATTERN
        and name.type != "Event"
        and known is not None
        and name.start < known.start
        and " " in known.text
    )


def _longest(candidates: list[Candidate]) -> dict[int, Candidate]:
    """By character, the longest candidate that covers it; the better trusted among equally long ones."""
    owners: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=_best_first):
        covered = range(candidate.start, candidate.end)
        if not any(at in owners for at in covered):
            owners.update(dict.fromkeys(covered, candidate))
    return owners


def _best_first(candidate: Candidate) -> tuple[int, int, int]:
    return -candidate.length, candidate.rank, candidate.start


def _gives_way(ours: Candidate, theirs: Candidate) -> bool:
    """Whether a known name is only part of the longer one that spaCy sees."""
    if ours.rank == RECOGNISED:
        return False
    if ours.type == "State" and theirs.end == ours.end and _CONSTITUTION.match(theirs.text):
        return False
    inside = theirs.start <= ours.start and ours.end <= theirs.end and ours.length < theirs.length
    if inside and theirs.type == "Person":
        return ours.type == "Place" or (" " not in ours.text and ours.sense in ("name", "capital"))
    return inside and ours.type in ("State", "Place") and ours.sense in ("name", "capital")
