"""The edges that people draw and query: derived from the claims, one for each source, relation and target.

An edge's modality is that of its firmest claims (asserted, then expected, then possible; denied only where every claim
denies), with the count of each beside it, so that a denial of something asserted stays visible. Its quantity and value
are those of the latest among the firmest claims. `first` and `last` are days it was reported on; `event_start` and
`event_end` say when it happened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neo4j import ManagedTransaction

from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.database import run
from graph.store.statements import load_statement

FIRMNESS = {modality.value: rank for rank, modality in enumerate(Modality)}


@dataclass(frozen=True, slots=True, order=True)
class EdgeKey:
    """Which edge a claim stands behind."""

    relation: str
    source: str
    target: str

    @property
    def id(self) -> str:
        """The key as one text: MAR PROCURES system:bayraktar-tb2."""
        return f"{self.source} {self.relation} {self.target}"


def make_edge_key(schema: Schema, relation: str, source: str, target: str) -> EdgeKey:
    """The edge between both ends; of a symmetric relation there is one, from the lower id to the higher."""
    known = schema.relations.get(relation)
    if known is not None and known.symmetric:
        source, target = min(source, target), max(source, target)
    return EdgeKey(relation, source, target)


def rebuild_edges(transaction: ManagedTransaction, keys: Iterable[EdgeKey]) -> None:
    """Make these edges say what their claims say."""
    for relation, rows in _by_relation(keys):
        statement = load_statement("rebuild_edges", RELATION=relation)
        run(transaction, statement, edges=rows, firmness=FIRMNESS)


def remove_edges(transaction: ManagedTransaction, keys: Iterable[EdgeKey]) -> None:
    """Take out those of these edges that no claim supports any more."""
    for relation, rows in _by_relation(keys):
        run(transaction, load_statement("remove_edges", RELATION=relation), edges=rows)


def _by_relation(keys: Iterable[EdgeKey]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    rows: dict[str, list[dict[str, str]]] = {}
    for key in sorted(set(keys)):
        rows.setdefault(key.relation, []).append({"id": key.id, "source": key.source, "target": key.target})
    yield from rows.items()
