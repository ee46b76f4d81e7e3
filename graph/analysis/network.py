"""A view of the graph as networkx takes it: who is tied to whom, and how many claims say so."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import networkx as nx


class EdgeLike(Protocol):
    """What is asked of an edge here: its ends, and how many claims stand behind it."""

    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def claims(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """All edges between two entities, whichever way round, and the claims behind them. `left` is the lower id."""

    left: str
    right: str
    claims: int = 1
    edges: int = 1


def tie_together(edges: Iterable[EdgeLike]) -> tuple[Tie, ...]:
    """The ties that edges make, in order; an edge from an entity to itself makes none."""
    claims: dict[tuple[str, str], int] = defaultdict(int)
    number: dict[tuple[str, str], int] = defaultdict(int)
    for edge in edges:
        if edge.source != edge.target:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            claims[pair] += edge.claims
            number[pair] += 1
    return tuple(Tie(*pair, claims[pair], number[pair]) for pair in sorted(claims))


def make_net(ids: Iterable[str], ties: Iterable[Tie]) -> "nx.Graph[str]":
    """The entities and their ties, always in the same order: what is found in it then doesn't depend on how it came.

    Ties to entities that are not among `ids` are left out.
    """
    net: nx.Graph[str] = nx.Graph()
    net.add_nodes_from(sorted(set(ids)))
    inside = (tie for tie in sorted(ties) if tie.left in net and tie.right in net)
    net.add_edges_from((tie.left, tie.right, {"claims": tie.claims}) for tie in inside)
    return net


def list_ties(net: "nx.Graph[str]") -> list[Tie]:
    """The ties of a net, in order."""
    return sorted(Tie(min(pair), max(pair), net.edges[pair]["claims"]) for pair in net.edges)
