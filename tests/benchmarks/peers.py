"""The peers, each set up as its own manual recommends, behind one call: write this graph."""

import asyncio
from collections.abc import Callable

from neo4j import Driver

from graph.store.connection import Address
from tests.benchmarks.plain_graph import PlainGraph

Load = Callable[[], None]


def langchain_load(address: Address, graphs: list[PlainGraph]) -> Load:
    """langchain-neo4j: add_graph_documents with an indexed base label, which its manual says is the faster way."""
    from langchain_neo4j import Neo4jGraph
    from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship

    def document(graph: PlainGraph) -> GraphDocument:
        nodes = {node.id: Node(id=node.id, type=node.type, properties=node.properties) for node in graph.nodes.values()}
        edges = [
            Relationship(
                source=nodes[edge.source], target=nodes[edge.target], type=edge.type, properties=edge.properties
            )
            for edge in graph.edges
        ]
        return GraphDocument(nodes=list(nodes.values()), relationships=edges)

    documents = [document(graph) for graph in graphs]
    target = Neo4jGraph(address.uri, address.username, address.password, database=address.database)
    return lambda: target.add_graph_documents(documents, baseEntityLabel=True)


def graphrag_load(driver: Driver, database: str, graphs: list[PlainGraph]) -> Load:
    """neo4j-graphrag: Neo4jWriter with its defaults, one run for each graph as its pipeline does."""
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    def document(graph: PlainGraph) -> Neo4jGraph:
        return Neo4jGraph(
            nodes=[Neo4jNode(id=node.id, label=node.type, properties=node.properties) for node in graph.nodes.values()],
            relationships=[
                Neo4jRelationship(
                    start_node_id=edge.source, end_node_id=edge.target, type=edge.type, properties=edge.properties
                )
                for edge in graph.edges
            ],
        )

    documents = [document(graph) for graph in graphs]
    writer = Neo4jWriter(driver, neo4j_database=database)

    def load() -> None:
        for graph in documents:
            result = asyncio.run(writer.run(graph))
            assert result.status == "SUCCESS", result.metadata

    return load
