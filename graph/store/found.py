"""What a search hands out: entities with how they were found, and edges that were asked for in words."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from graph.store.view_records import Edge, Named


class How(IntEnum):
    """How what was typed fits a name, the closest first."""

    NAME = 0
    ALIAS = 1
    KNOWN = 2  # the lexicon has it so: a demonym, a capital, another spelling
    BEGINNING = 3
    WORDS = 4  # whole words or beginnings of words somewhere in a name
    NEAR = 5  # a letter or two differ


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found. `by` is the name that fits where that is another than its own; `sense` says what the
    lexicon takes it for (adjective, capital …), None for a name."""

    id: str
    type: str
    name: str
    claims: int
    documents: int
    how: How
    by: str | None = None
    sense: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Edges of a relation from `source` to `target`; None stands for anyone. `edges` says how many there are.

    `edge` is the one that is meant where both ends are given.
    """

    relation: str
    source: Named | None
    target: Named | None
    edges: int
    edge: Edge | None = None

    @property
    def id(self) -> str:
        """The tie as one text that no other tie has."""
        return f"{self.source.id if self.source else ''}~{self.relation}~{self.target.id if self.target else ''}"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to what was typed. `total` counts the entities that fit, of which `hits` are the best; at `reached` more were
    not looked at. `missing` are ties that were asked for and that the store has no edge of; `near` are entities that may have been meant where none fits; `absent` what the lexicon knows so but
    the store has nothing on."""

    text: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    reached: bool = False
    ties: tuple[Tie, ...] = ()
    missing: tuple[Tie, ...] = ()
    near: tuple[Hit, ...] = ()
    absent: tuple[Named, ...] = ()

    @property
    def status(self) -> Literal["nothing asked", "nothing found", "found"]:
        """Whether there is an answer at all."""
        if not self.text:
            return "nothing asked"
        return "found" if self.hits or self.ties else "nothing found"
