"""Nodes and edges a second into Neo4j, beside langchain-neo4j and neo4j-graphrag; and how many of them each keeps.

What is compared, so that it is fair:

- *The same graph.* Entente's writer is given extractions, as its pipeline does, and makes documents, entities, claims and
  edges of them. All that is then read back, and the peers are given exactly these nodes and edges with these properties.
  So all write the same number of the same things; only Entente also works out what they are, inside the measured time.
- *Only entities and edges.* The peers are given what their users would write: an edge for each claim, with three
  properties, no sentence and no document. Entente writes all it always writes, about four and a half times as much. The
  column to read there is the seconds.
- *Article by article* is how the peers' manuals do it: a GraphDocument, or a run of the writer, for each article.
  *At once* is the best that can be done with them: everything merged into one graph beforehand, in one call. Entente is
  always given the 250 articles, and makes its batches itself.

langchain-neo4j writes with `baseEntityLabel=True` (an indexed label), as its manual recommends, and neo4j-graphrag with its
defaults. Each has a server of its own with the same version, memory and settings, and APOC, which the peers can't do
without. Servers are warm: the first two rounds don't count (on a fresh server
all cost five to ten times as much, nearly all of it Java compiling itself). Conversions into the peers' own classes are not timed, Entente's
rows are. Between turns the stores are emptied, their constraints and indexes stay.

A parallel edge is a second claim with the same relation and ends: two articles that say the same, each with its own
words, date and modality.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from neo4j import Driver

from graph.store.connection import Address, open_driver
from graph.store.store import Store, connect_store
from tests.benchmarks.conftest import Show
from tests.benchmarks.peers import graphrag_load, langchain_load
from tests.benchmarks.plain_graph import PlainGraph, bare_graph, by_article, count, read_graph, wipe
from tests.benchmarks.timing import Contender, Cost, ratio, take_turns
from tests.benchmarks.world import make_world

ROUNDS, WARM_UP = 3, 2
LANGCHAIN_TARGET, GRAPHRAG_TARGET = 5.0, 1.2
WORLD = make_world()
COLUMNS = (
    "",
    "nodes",
    "edges",
    "wall s",
    "nodes+edges/s",
    "cpu s",
    "Entente is (wall)",
    "(cpu)",
    "kept",
    "after a 2nd run",
)


@dataclass(frozen=True, slots=True)
class Bench:
    """The three servers, ready."""

    store: Store
    langchain: Address
    langchain_driver: Driver
    graphrag: Address
    graphrag_driver: Driver

    def contenders(self, graphs: list[PlainGraph]) -> dict[str, Contender]:
        """Entente with its articles, the peers with these graphs."""
        return {
            "Entente": _contender(lambda: self.store.writer.write(WORLD), self.store.driver, self.store.address),
            "langchain-neo4j": _contender(
                langchain_load(self.langchain, graphs), self.langchain_driver, self.langchain
            ),
            "neo4j-graphrag": _contender(
                graphrag_load(self.graphrag_driver, self.graphrag.database, graphs), self.graphrag_driver, self.graphrag
            ),
        }

    def kept(self, name: str, run: Callable[[], object]) -> tuple[str, str]:
        """Nodes and edges in a contender's store now, and after it runs once more."""
        driver = {"Entente": self.store.driver, "langchain-neo4j": self.langchain_driver}.get(
            name, self.graphrag_driver
        )
        once = count(driver)
        run()
        return _pair(once), _pair(count(driver))


@pytest.fixture(scope="module")
def bench(our_server: Address, langchain_server: Address, graphrag_server: Address) -> Iterator[Bench]:
    with (
        open_driver(our_server) as ours,
        open_driver(langchain_server) as langchain,
        open_driver(graphrag_server) as graphrag,
    ):
        yield Bench(connect_store(our_server, ours), langchain_server, langchain, graphrag_server, graphrag)


@pytest.fixture(scope="module")
def whole(bench: Bench) -> PlainGraph:
    """All that Entente stores of the world."""
    wipe(bench.store.driver)
    bench.store.writer.write(WORLD)
    return read_graph(bench.store.driver)


def test_the_same_graph_article_by_article(bench: Bench, whole: PlainGraph, show: Show) -> None:
    costs = _compare("The same graph, article by article", bench, by_article(whole, WORLD), whole, show)
    # Targets: 5 and 1.2 times as fast. langchain-neo4j's batches, on a warm server and an indexed label, leave 1.5 at best:
    # the 5 is not reached, only a lead is held here.
    _at_least(costs, "langchain-neo4j", 1.0, LANGCHAIN_TARGET)
    _at_least(costs, "neo4j-graphrag", 1.0, GRAPHRAG_TARGET)


def test_the_same_graph_at_once(bench: Bench, whole: PlainGraph, show: Show) -> None:
    costs = _compare("The same graph, peers at once", bench, [whole], whole, show)
    _at_least(costs, "langchain-neo4j", 0.5, LANGCHAIN_TARGET)
    _at_least(costs, "neo4j-graphrag", 0.8, GRAPHRAG_TARGET)


def test_entities_and_edges_only_article_by_article(bench: Bench, show: Show) -> None:
    bare = bare_graph(WORLD)
    articles = [bare_graph([article]) for article in WORLD]
    costs = _compare("Peers: entities and edges only, article by article", bench, articles, bare, show)
    _at_least(costs, "neo4j-graphrag", 0.5, GRAPHRAG_TARGET)


def test_entities_and_edges_only_at_once(bench: Bench, show: Show) -> None:
    bare = bare_graph(WORLD)
    costs = _compare("Peers: entities and edges only, at once", bench, [bare], bare, show)
    _at_least(costs, "neo4j-graphrag", 0.2, GRAPHRAG_TARGET)


def test_everything_is_kept_and_twice_is_once(bench: Bench, show: Show) -> None:
    bare = bare_graph(WORLD)
    pairs = {(edge.source, edge.type, edge.target) for edge in bare.edges}
    rows: list[tuple[str, ...]] = [("given", f"{len(bare.nodes):,}", f"{len(bare.edges):,}", "", "")]
    found: dict[str, list[tuple[int, int]]] = {}
    for name, contender in bench.contenders([bare]).items():
        contender.prepare()
        found[name] = [_said(name, bench, contender), _said(name, bench, contender)]
        rows.append((name, *(f"{number:,}" for turn in found[name] for number in turn)))
    show("What each keeps", ("", "entities", "stated edges", "entities, 2nd run", "stated edges, 2nd run"), rows)
    assert found["Entente"] == [(len(bare.nodes), len(bare.edges))] * 2
    assert len(pairs) < len(bare.edges), "the world has parallel edges"


def _compare(title: str, bench: Bench, graphs: list[PlainGraph], given: PlainGraph, show: Show) -> dict[str, Cost]:
    contenders = bench.contenders(graphs)
    costs = take_turns(contenders, ROUNDS, WARM_UP)
    rows = []
    for name, cost in costs.items():
        wall, cpu = ratio(cost, costs["Entente"])
        kept = bench.kept(name, contenders[name].run)
        rows.append(
            (
                name, f"{len(given.nodes):,}", f"{len(given.edges):,}", f"{cost.wall:.2f}", f"{given.size / cost.wall:,.0f}",
                f"{cost.cpu:.2f}", f"{wall:.2f} x", f"{cpu:.2f} x", *kept,
            )
        )  # fmt: skip
    show(f"{title} (given: {_pair((len(given.nodes), len(given.edges)))})", COLUMNS, rows)
    return costs


def _said(name: str, bench: Bench, contender: Contender) -> tuple[int, int]:
    """Run a contender; the entities and the stated edges that its store holds then. Ours states an edge by a claim."""
    contender.run()
    if name == "Entente":
        counts = bench.store.view.counts()
        return counts.total_entities, counts.total_claims
    return count(bench.langchain_driver if name == "langchain-neo4j" else bench.graphrag_driver)


def _contender(run: Callable[[], object], driver: Driver, address: Address) -> Contender:
    return Contender(run, lambda: wipe(driver), address.pid)


def _at_least(costs: dict[str, Cost], peer: str, limit: float, target: float) -> None:
    wall, _cpu = ratio(costs[peer], costs["Entente"])
    assert wall >= limit, f"{wall:.2f} times {peer}'s speed; held to {limit}, the target is {target}"


def _pair(counts: tuple[int, int]) -> str:
    return f"{counts[0]:,} + {counts[1]:,}"
