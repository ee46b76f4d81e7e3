"""What is in the store, kind by kind: how many nodes, links and edges, and which properties are indexed."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.schema.schema import Schema
from graph.schema.stored import load_stored
from graph.store.database import Database
from graph.store.statements import any_relation, load_statement


@dataclass(frozen=True, slots=True)
class Pair:
    """How many edges of one relation go from entities of one type to entities of another."""

    source: str
    relation: str
    target: str
    edges: int


@dataclass(frozen=True, slots=True)
class Index:
    """An index over properties of a label or relationship type; `kind` is as Neo4j calls it: RANGE, FULLTEXT, …"""

    name: str
    kind: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    unique: bool


@dataclass(frozen=True, slots=True)
class Inventory:
    """Numbers by label, by relationship type, and by the types that a relation joins; pairs with most edges first."""

    nodes: Mapping[str, int]
    links: Mapping[str, int]
    pairs: tuple[Pair, ...]
    indexes: tuple[Index, ...]

    def edges(self, relation: str) -> int:
        """How many edges of the relation there are."""
        return sum(pair.edges for pair in self.pairs if pair.relation == relation)


def read_inventory(database: Database, schema: Schema) -> Inventory:
    """Count everything; seconds where there are a million edges. Raises StoreError."""
    stored = load_stored()
    labels = (*stored.labels, *schema.entities)
    pairs = database.read(load_statement("count_pairs", RELATIONS=any_relation(schema)))
    indexes = database.read(load_statement("indexes"))
    return Inventory(
        nodes={label: _number(database, load_statement("count_nodes", LABEL=label)) for label in labels},
        links={link: _number(database, load_statement("count_links", LINK=link)) for link in stored.links},
        pairs=tuple(Pair(row["source"], row["relation"], row["target"], row["number"]) for row in pairs),
        indexes=tuple(
            Index(row["name"], row["type"], tuple(row["labels"]), tuple(row["properties"]), row["unique"])
            for row in indexes
        ),
    )


def _number(database: Database, statement: str) -> int:
    return int(database.read(statement)[0]["number"])
