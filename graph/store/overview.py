"""What is in here: the few reads that show a whole store at a glance, however much it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.database import Database
from graph.store.read_rows import read_edge
from graph.store.statements import any_relation, load_statement
from graph.store.view_records import Edge, Named

SUPPLIES = 2000  # pairs of supplier and recipient that are looked at, the most claimed of each kind
BETWEEN_STATES = 150  # more arcs on one map can't be told apart


@dataclass(frozen=True, slots=True)
class Published:
    """How many publishers the documents have, how many documents have a date, and the first and the last of these."""

    publishers: int
    dated: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Leaders:
    """The entities of one type that most is claimed about, with how many claims, and how many there are in all."""

    entities: tuple[tuple[Named, int], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Supply:
    """That one arms another, by an edge: either the supply itself, or the purchase of a system from the supplier.

    `acts` are the deals or transfers that are told of, `counts` the claims by modality.
    """

    supplier: Named
    recipient: Named
    edge: tuple[str, str, str]
    acts: int
    counts: Mapping[Modality, int]

    @property
    def claims(self) -> int:
        """All its claims, denials among them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Supplies:
    """Who arms whom; `cut` where there are more, with fewer claims."""

    found: tuple[Supply, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Ties:
    """Edges between states, those states, and how many such edges there are in all."""

    edges: tuple[Edge, ...]
    states: tuple[Named, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Month:
    """How many claims of a relation were reported in the month that begins on `first`."""

    first: date
    relation: str
    claims: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Reads that look at the whole store, a statement each; keep what they give until the store's revision rises."""

    database: Database
    schema: Schema

    def published(self) -> Published:
        """Who published what the store holds, and when."""
        row = self._read("published")[0]
        return Published(row["publishers"], row["dated"], _day(row["first"]), _day(row["last"]))

    def leaders(self, types: Sequence[str], limit: int = 10) -> Mapping[str, Leaders]:
        """For each type its most claimed entities, classes of things not among them."""
        rows = {row["type"]: row for row in self._read("leaders", types=list(types), limit=limit)}
        return {type: _leaders(rows[type]) if type in rows else Leaders((), 0) for type in types}

    def supplies(self, limit: int = SUPPLIES) -> Supplies:
        """Who arms whom: from supplies, and from purchases that name the seller."""
        found = [self._read(name, limit=limit + 1) for name in ("supplied", "procured_from")]
        rows = tuple(_supply(row) for some in found for row in some[:limit])
        return Supplies(rows, cut=any(len(some) > limit for some in found))

    def between_states(self, limit: int = BETWEEN_STATES) -> Ties:
        """The most claimed edges between states."""
        row = self._read("between_states", limit=limit)[0]
        states = {end["id"]: Named(**end) for tie in row["ties"] for end in (tie["source"], tie["target"])}
        return Ties(tuple(read_edge(tie["edge"]) for tie in row["ties"]), tuple(states.values()), row["total"])

    def months(self) -> tuple[Month, ...]:
        """How much was reported in each month, by relation, the earliest month first."""
        rows = self._read("months")
        return tuple(Month(date(row["year"], row["month"], 1), row["relation"], row["claims"]) for row in rows)

    def busiest_between(self, first: date, last: date) -> str | None:
        """The id of the entity that most was claimed about in what was reported on these days; None where nothing was."""
        rows = self._read("busiest_between", first=first, last=last)
        return str(rows[0]["id"]) if rows else None

    def _read(self, name: str, **parameters: Any) -> list[Any]:
        return self.database.read(load_statement(name, RELATIONS=any_relation(self.schema)), **parameters)


def _leaders(row: Mapping[str, Any]) -> Leaders:
    ranked = tuple((Named(each["id"], each["type"], each["name"]), int(each["claims"])) for each in row["first"])
    return Leaders(ranked, row["total"])


def _supply(row: Mapping[str, Any]) -> Supply:
    counts = {modality: int(row["counts"][modality.value] or 0) for modality in Modality}
    edge = (row["source"], row["relation"], row["target"])
    return Supply(Named(**row["supplier"]), Named(**row["recipient"]), edge, row["acts"], counts)


def _day(value: Any) -> date | None:
    return None if value is None else value.to_native()
