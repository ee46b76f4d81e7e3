"""The nodes and edges in the rows of a query, ready to be drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j.graph import Node, Path, Relationship

from graph.store.plain import plain

NAMES = ("name", "title", "relation", "reason", "id")  # the first of these that a node has is what it is called


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node of any label. `id` is Entente's id where the node has one; `type` is an entity's type, else the label."""

    id: str
    type: str
    name: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A relationship of any type between two drawn nodes."""

    id: str
    source: str
    relation: str
    target: str
    properties: Mapping[str, Any]


class Drawing:
    """Collects nodes and relationships from rows, each once, in the order in which they come."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._relationships: dict[str, Relationship] = {}

    def add(self, value: Any) -> None:
        """Take in every node and relationship of a value, however deep."""
        if isinstance(value, Node):
            self._nodes.setdefault(value.element_id, value)
        elif isinstance(value, Relationship):
            self._relationships.setdefault(value.element_id, value)
        elif isinstance(value, Path):
            self.add([*value.nodes, *value.relationships])
        elif isinstance(value, Mapping):
            self.add(list(value.values()))
        elif isinstance(value, Iterable) and not isinstance(value, str | bytes | bytearray):
            for item in value:
                self.add(item)

    @property
    def missing(self) -> set[str]:
        """The element ids of nodes at the ends of relationships that did not come as nodes themselves."""
        return {end for edge in self._relationships.values() for end in _ends(edge)} - set(self._nodes)

    @property
    def nodes(self) -> tuple[DrawnNode, ...]:
        """All nodes."""
        return tuple(_node(node) for node in self._nodes.values())

    @property
    def edges(self) -> tuple[DrawnEdge, ...]:
        """All relationships that have both their ends among the nodes."""
        return tuple(
            self._edge(edge) for edge in self._relationships.values() if all(end in self._nodes for end in _ends(edge))
        )

    def _edge(self, edge: Relationship) -> DrawnEdge:
        source, target = (_id(self._nodes[end]) for end in _ends(edge))
        return DrawnEdge(edge.element_id, source, edge.type, target, plain(dict(edge)))


def _ends(edge: Relationship) -> tuple[str, str]:
    start, end = edge.nodes
    if start is None or end is None:
        return ("", "")
    return start.element_id, end.element_id


def _node(node: Node) -> DrawnNode:
    labels = tuple(sorted(node.labels))
    name = next((str(node[key]) for key in NAMES if node.get(key)), node.element_id)
    type_ = node.get("type") if "Entity" in labels else None
    return DrawnNode(_id(node), str(type_ or next(iter(labels), "")), name, labels, plain(dict(node)))


def _id(node: Node) -> str:
    return str(node.get("id") or node.element_id)
