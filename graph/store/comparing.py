"""Two entities side by side: what both have edges with and how, and what only one has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.filter import EVERYTHING, Filter
from graph.store.passing import sift_edges
from graph.store.statements import any_relation
from graph.store.view import View
from graph.store.view_records import Edge, Neighbourhood, Node

SHARED = 200  # shared neighbours that are compared
ALONE = 40  # neighbours of one side only that are read

Way = Literal["out", "in"]
Manner = tuple[str, Way]  # a relation, and whether it goes from the entity or to it


@dataclass(frozen=True, slots=True)
class Shared:
    """A neighbour of both, with each side's edges to it."""

    node: Node
    left: Mapping[Manner, Edge]
    right: Mapping[Manner, Edge]

    @property
    def alike(self) -> tuple[Manner, ...]:
        """How both are tied to it in the same way."""
        return tuple(manner for manner in self.left if manner in self.right)


@dataclass(frozen=True, slots=True)
class Difference:
    """One relation to one neighbour that is told of both, but not as firmly of one as of the other."""

    node: Node
    manner: Manner
    left: Edge
    right: Edge


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entities beside each other. `total_shared` counts all neighbours of both, of which `shared` are compared; `only_left` and
    `only_right` are the best supported neighbours of one side only, with `total` for how many there are."""

    left: Node
    right: Node
    between: tuple[Edge, ...]
    shared: tuple[Shared, ...]
    total_shared: int
    only_left: Neighbourhood
    only_right: Neighbourhood
    times_left: Mapping[date, int]
    times_right: Mapping[date, int]

    @property
    def overlap(self) -> float:
        """Of all neighbours of either, the part that both have: 0 to 1."""
        either = self.total_shared + self.only_left.total + self.only_right.total
        return self.total_shared / either if either else 0.0

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where the same is said of both but not as firmly; denied against the rest comes first."""
        found = [
            Difference(each.node, manner, each.left[manner], each.right[manner])
            for each in self.shared
            for manner in each.alike
            if each.left[manner].modality != each.right[manner].modality
        ]
        return tuple(sorted(found, key=lambda each: Modality.DENIED not in (each.left.modality, each.right.modality)))


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares entities of a store."""

    database: Database
    schema: Schema

    @property
    def view(self) -> View:
        """The other reads of the same store."""
        return View(self.database, self.schema)

    def compare(self, left: str, right: str, filter: Filter = EVERYTHING) -> Comparison | None:
        """Both entities side by side; None where the store lacks one, or both are one."""
        ends = self.view.nodes([left, right])
        if len(ends) < 2:
            return None
        one, other = ends
        row = self._read("compare_shared", filter, left=one.id, right=other.id, limit=SHARED)[0]
        mine, theirs = (self._ties(end.id, row["ids"], filter) for end in ends)
        nodes = self.view.nodes([id for id in row["ids"] if mine.get(id) and theirs.get(id)])
        shared = tuple(Shared(node, mine[node.id], theirs[node.id]) for node in nodes)
        total = len(shared) + len(row["further"])
        between = self.view.edges_among([one.id, other.id], filter)
        known = [one.id, other.id, *(node.id for node in nodes), *row["further"]]
        return Comparison(
            one,
            other,
            between,
            shared,
            total,
            self.view.neighbours(one.id, filter, limit=ALONE, exclude=known),
            self.view.neighbours(other.id, filter, limit=ALONE, exclude=known),
            self._times(one.id, filter),
            self._times(other.id, filter),
        )

    def _ties(self, id: str, others: Sequence[str], filter: Filter) -> dict[str, dict[Manner, Edge]]:
        """For each of those neighbours how the entity is tied to it."""
        ways = {"direction": "both", "symmetric": []}
        rows = self._read("edges_to", filter, id=id, others=list(others), **ways)
        edges = sift_edges(self.database, self.schema, [row["edge"] for row in rows], filter)
        return self._by_neighbour(id, edges)

    def _by_neighbour(self, id: str, edges: Iterable[Edge]) -> dict[str, dict[Manner, Edge]]:
        found: dict[str, dict[Manner, Edge]] = {}
        for edge in edges:
            other = edge.target if edge.source == id else edge.source
            out = edge.source == id or self.schema.relations[edge.relation].symmetric
            found.setdefault(other, {})[(edge.relation, "out" if out else "in")] = edge
        return found

    def _times(self, id: str, filter: Filter) -> dict[date, int]:
        rows = self._read("compare_times", filter, id=id)
        return {row["month"].to_native(): row["claims"] for row in rows}

    def _read(self, name: str, filter: Filter, **values: Any) -> list[Any]:
        statement = load_sifted(name, filter, RELATIONS=any_relation(self.schema))
        return self.database.read(statement, **values, **parameters(filter))
