"""Nodes and edges as everybody understands them: what the contenders are given to write, and what the stores hold."""

from dataclasses import dataclass, field
from typing import Any

from neo4j import Driver

from graph.records import Claim, Extraction


@dataclass(frozen=True, slots=True)
class PlainNode:
    """A node, its one label beyond what a contender adds, and its properties."""

    id: str
    type: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlainEdge:
    """An edge between two nodes by their ids."""

    source: str
    type: str
    target: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlainGraph:
    """Nodes by id, and edges; two edges may be of the same type between the same nodes."""

    nodes: dict[str, PlainNode] = field(default_factory=dict)
    edges: list[PlainEdge] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Nodes and edges together."""
        return len(self.nodes) + len(self.edges)


def bare_graph(articles: list[Extraction]) -> PlainGraph:
    """Only entities, and an edge for each claim with what one would put on it without a ledger: no sentence, no article."""
    found = PlainGraph()
    for article in articles:
        for entity in article.entities:
            properties = {"id": entity.id, "name": entity.name, "aliases": list(entity.aliases), "known": entity.known}
            found.nodes.setdefault(entity.id, PlainNode(entity.id, entity.type, properties))
        found.edges.extend(_bare_edge(claim) for claim in article.claims)
    return found


def _bare_edge(claim: Claim) -> PlainEdge:
    properties: dict[str, Any] = {"modality": claim.modality.value, "reported_on": claim.reported_on}
    if claim.quantity is not None:
        properties["quantity"] = claim.quantity.number
    return PlainEdge(claim.source, claim.relation, claim.target, properties)


def read_graph(driver: Driver) -> PlainGraph:
    """Everything that Entente's writer stored, with all its properties: entities, documents, claims and what ties them."""
    nodes = driver.execute_query(
        "MATCH (n) WHERE n:Entity OR n:Document OR n:Claim "
        "RETURN n.id AS id, head([label IN labels(n) WHERE label <> 'Entity']) AS type, properties(n) AS properties"
    ).records
    edges = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties"
    ).records
    return PlainGraph(
        {row["id"]: PlainNode(row["id"], row["type"], _plain(row["properties"])) for row in nodes},
        [PlainEdge(row["source"], row["type"], row["target"], _plain(row["properties"])) for row in edges],
    )


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value.to_native() if hasattr(value, "to_native") else value for key, value in properties.items()}


def count(driver: Driver) -> tuple[int, int]:
    """How many nodes and edges a store holds."""
    row = driver.execute_query(
        "MATCH (n) WHERE NOT n:Schema WITH count(n) AS nodes RETURN nodes, COUNT { ()-->() } AS edges"
    ).records[0]
    return row["nodes"], row["edges"]


def wipe(driver: Driver) -> None:
    """Take everything out; constraints and indexes stay, as in a store that is in use."""
    with driver.session() as session:
        session.run("MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def by_article(whole: PlainGraph, articles: list[Extraction]) -> list[PlainGraph]:
    """What the writer stored, cut into one graph for each article with the nodes it speaks of; each edge is in one."""
    leaving: dict[str, list[PlainEdge]] = {}
    for edge in whole.edges:
        leaving.setdefault(edge.source, []).append(edge)
    return [_part(whole, leaving, article) for article in articles]


def _part(whole: PlainGraph, leaving: dict[str, list[PlainEdge]], article: Extraction) -> PlainGraph:
    known = {article.document.id, *(claim.id for claim in article.claims), *(entity.id for entity in article.entities)}
    edges = []
    for id_ in known:
        left = leaving.get(id_, [])
        edges += [edge for edge in left if edge.target in known]
        leaving[id_] = [edge for edge in left if edge.target not in known]
    return PlainGraph({id_: whole.nodes[id_] for id_ in known}, edges)
