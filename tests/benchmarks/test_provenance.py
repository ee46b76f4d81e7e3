"""What a claim with its document costs beside a plain edge, in the same store.

A plain edge is the least one would do: entities by `MERGE` on their constraint, then one edge for each claim by `MERGE` with
three properties, 5,000 rows a statement, a statement for each type. Entente writes for each claim a node with its
sentence, offsets, dates and amounts, tied to its document, both ends and its roles; and the edge, worked out from all
claims behind it. *With mentions* adds where each article mentions each entity: about two for each claim, as in news.
The target is 2.5 times the time of the plain edges, entities included on both sides.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

import pytest
from neo4j import Driver, ManagedTransaction

from graph.records import Extraction
from graph.store.connection import Address, open_driver
from graph.store.store import Store, connect_store
from tests.benchmarks.conftest import Show
from tests.benchmarks.plain_graph import PlainGraph, bare_graph, wipe
from tests.benchmarks.timing import Contender, Cost, ratio, take_turns
from tests.benchmarks.world import make_world

ROUNDS, WARM_UP = 5, 3
BATCH = 5000
TARGET, LIMIT = 2.5, 5.0
NODES = "UNWIND $rows AS row MERGE (node:Entity {{id: row.id}}) SET node:{type}, node += row.properties"
EDGES = (
    "UNWIND $rows AS row MATCH (source:Entity {{id: row.source}}) MATCH (target:Entity {{id: row.target}}) "
    "MERGE (source)-[edge:{type}]->(target) SET edge = row.properties"
)


@pytest.fixture
def store(our_server: Address) -> Iterator[Store]:
    with open_driver(our_server) as driver:
        yield connect_store(our_server, driver)


def test_a_claim_with_its_document_beside_a_plain_edge(store: Store, show: Show) -> None:
    world = make_world()
    bare, unmentioned = bare_graph(world), [_without_mentions(article) for article in world]
    runs: dict[str, Callable[[], object]] = {
        "plain edges": lambda: _write_plain(store.driver, bare),
        "claims with documents": lambda: store.writer.write(unmentioned),
        "... with mentions": lambda: store.writer.write(world),
    }
    contenders = {name: Contender(run, lambda: wipe(store.driver), store.address.pid) for name, run in runs.items()}
    costs = take_turns(contenders, ROUNDS, WARM_UP)
    plain = costs["plain edges"]
    times = {name: ratio(cost, plain) for name, cost in costs.items()}
    rows = [
        (name, *_speed(cost, len(bare.edges)), *(f"{each:.2f} x" for each in times[name]))
        for name, cost in costs.items()
    ]
    show(
        f"{len(bare.edges):,} edges among {len(bare.nodes):,} entities",
        ("", "wall s", "edges/s", "cpu s", "beside plain (wall)", "(cpu)"),
        rows,
    )
    wall, _cpu = times["claims with documents"]
    assert wall <= LIMIT, (
        f"a claim with its document costs {wall:.2f} plain edges; held to {LIMIT}, the target is {TARGET}"
    )


def _speed(cost: Cost, edges: int) -> tuple[str, str, str]:
    return f"{cost.wall:.2f}", f"{edges / cost.wall:,.0f}", f"{cost.cpu:.2f}"


def _without_mentions(article: Extraction) -> Extraction:
    return replace(article, entities=tuple(replace(entity, mentions=()) for entity in article.entities))


def _write_plain(driver: Driver, bare: PlainGraph) -> None:
    with driver.session() as session:
        for type_, nodes in groupby(sorted(bare.nodes.values(), key=attrgetter("type")), key=attrgetter("type")):
            rows = [{"id": node.id, "properties": node.properties} for node in nodes]
            session.execute_write(_run, NODES.format(type=type_), rows)
        for type_, edges in groupby(sorted(bare.edges, key=attrgetter("type")), key=attrgetter("type")):
            rows = [{"source": edge.source, "target": edge.target, "properties": edge.properties} for edge in edges]
            session.execute_write(_run, EDGES.format(type=type_), rows)


def _run(transaction: ManagedTransaction, statement: str, rows: Sequence[Mapping[str, object]]) -> None:
    for start in range(0, len(rows), BATCH):
        transaction.run(statement, rows=rows[start : start + BATCH]).consume()
