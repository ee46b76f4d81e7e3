"""All that the store knows of one entity, part by part, for a page about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.schema.schema import Schema
from graph.store.database import Database
from graph.store.deals import Deals, read_deals
from graph.store.read_rows import read_card, read_claim, read_edge
from graph.store.statements import any_relation, any_role, load_statement
from graph.store.view import AROUND
from graph.store.view_records import Card, Edge, Named, StoredClaim

EDGES = 1000  # edges of an entity that are read at once, the best supported
TIES = 200  # of an entity's best supported ties, those by which similar ones are looked for
BUSIEST = 2000  # edges beyond which what two share says nothing of them

Way = Literal["out", "in", "both"]


@dataclass(frozen=True, slots=True)
class Group:
    """The edges of one relation and direction: the best supported with who is at their other end, and how many there are."""

    relation: str
    way: Way
    edges: tuple[tuple[Edge, Named], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that two entities have in common: both stand in that relation to `shared`."""

    relation: str
    way: Way
    shared: Named


@dataclass(frozen=True, slots=True)
class Similar:
    """An entity of the same type with the same ties. Of these, what few others share weighs most (Adamic and Adar)."""

    entity: Named
    score: float
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """How many claims were reported in a month; `first` is its first day, None where the day isn't known."""

    first: date | None
    claims: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Reads about one entity, by the id that the view gives it. Nothing here changes the store."""

    database: Database
    schema: Schema
    id: str

    def groups(self) -> tuple[Group, ...]:
        """Its edges by relation and direction, the largest group first."""
        totals: dict[tuple[str, Way], int] = {}
        for row in self._read("count_edges_of_entity"):
            key = (row["relation"], self._way(row["relation"], row["out"]))
            totals[key] = totals.get(key, 0) + row["edges"]
        edges: dict[tuple[str, Way], list[tuple[Edge, Named]]] = {}
        for row in self._read("edges_of_entity", limit=EDGES):
            edge = read_edge(row["edge"])
            edges.setdefault((edge.relation, self._way(edge.relation, row["out"])), []).append(
                (edge, Named(**row["other"]))
            )
        found = [Group(*key, tuple(edges.get(key, ())), total) for key, total in totals.items()]
        return tuple(sorted(found, key=lambda group: (-group.total, group.relation, group.way)))

    def deals(self) -> Deals:
        """The deals that it has a part in."""
        return read_deals(self.database, self.schema, self.id)

    def months(self) -> tuple[Month, ...]:
        """How many claims about it were reported in each month that has any, the oldest first; undated ones last."""
        rows = self._read("months_of_entity")
        found = [Month(date(row["year"], row["month"], 1) if row["year"] else None, row["claims"]) for row in rows]
        return tuple(sorted(found, key=lambda month: (month.first is None, month.first or date.max)))

    def claims(
        self, first: date | None = None, last: date | None = None, skip: int = 0, limit: int = 10, *, undated: bool = False
    ) -> tuple[StoredClaim, ...]:  # fmt: skip
        """What is claimed of it, newest first; of those days only, where they are given, or only what is on no known day."""
        days = {"first": first, "last": last, "undated": undated, "skip": skip, "limit": limit}
        return tuple(read_claim(row) for row in self._read("claims_of_entity_between", around=AROUND, **days))

    def similar(self, limit: int = 8) -> tuple[Similar, ...]:
        """The entities most like it, by what they do to whom."""
        symmetric = [name for name, relation in self.schema.relations.items() if relation.symmetric]
        rows = self._read("similar", symmetric=symmetric, most=TIES, busiest=BUSIEST, limit=limit)
        return tuple(Similar(Named(**row["other"]), row["score"], tuple(map(_tie, row["ties"]))) for row in rows)

    def documents(self, skip: int = 0, limit: int = 20) -> tuple[tuple[Card, int], ...]:
        """The documents that mention it, newest first, with how many claims about it each makes."""
        rows = self._read("documents_of_entity", skip=skip, limit=limit)
        return tuple((read_card(row["document"]), row["claims"]) for row in rows)

    def _way(self, relation: str, out: bool) -> Way:
        known = self.schema.relations.get(relation)
        return "both" if known and known.symmetric else "out" if out else "in"

    def _read(self, name: str, **values: Any) -> list[Any]:
        blanks = {"RELATIONS": any_relation(self.schema), "ROLES": any_role(self.schema)}
        return self.database.read(load_statement(name, **blanks), id=self.id, **values)


def _tie(row: Mapping[str, Any]) -> Tie:
    return Tie(row["relation"], row["direction"], Named(**row["shared"]))
