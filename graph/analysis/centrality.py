"""Who stands in the middle of a view: four measures, each a number that can be said in words.

`neighbours`  to how many others an entity is tied
`claims`      how many claims stand behind its ties
`between`     for how many pairs of others the shortest way runs over it; of several shortest ways each counts its share
`visited`     how much of the time a walker is there who goes from entity to entity along claims (PageRank)
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx
import numpy as np

from graph.analysis.network import count_claims, list_ties

EXACT = 600  # entities up to which all shortest ways are followed; beyond, those from some of them
STARTS = 250  # entities from which they are followed then
CHUNK = 25
SEED = 1
STAY, STEPS = 0.85, 500  # how likely a walker goes on along a claim instead of starting anew anywhere

Tell = Callable[[float], None]


class Measure(StrEnum):
    """What entities are ranked by."""

    NEIGHBOURS = "neighbours"
    CLAIMS = "claims"
    BETWEEN = "between"
    VISITED = "visited"


@dataclass(frozen=True, slots=True)
class Rank:
    """An entity's place by a measure, 1 for the first; equal values share a place. `of` is what its value is a part of."""

    id: str
    value: float
    place: int
    of: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """All entities of a view by a measure, the first first; `starts` of them were looked from, None where all were."""

    measure: Measure
    ranks: tuple[Rank, ...]
    starts: int | None = None


def rank(net: "nx.Graph[str]", measure: Measure, tell: Tell = lambda share: None) -> Ranking:
    """The entities by that measure; `tell` hears how much is done. The same net gives the same ranking."""
    values, starts = _MEASURES[measure](net, tell)
    wholes = _wholes(net, measure)
    ordered = sorted(values, key=lambda id: (-_rounded(values[id]), id))
    places: dict[float, int] = {}
    ranks = []
    for number, id in enumerate(ordered, 1):
        value = _rounded(values[id])
        ranks.append(Rank(id, value, places.setdefault(value, number), wholes[id]))
    return Ranking(measure, tuple(ranks), starts)


def _neighbours(net: "nx.Graph[str]", tell: Tell) -> tuple[Mapping[str, float], None]:
    return {id: float(degree) for id, degree in net.degree()}, None


def _claims(net: "nx.Graph[str]", tell: Tell) -> tuple[Mapping[str, float], None]:
    return {id: float(claims) for id, claims in count_claims(net).items()}, None


def _visited(net: "nx.Graph[str]", tell: Tell) -> tuple[Mapping[str, float], None]:
    # networkx's own pagerank wants scipy
    if not net.number_of_edges():
        return dict.fromkeys(net, 0.0), None
    place = {id: number for number, id in enumerate(net)}
    ties = list_ties(net)
    ends = np.array([(place[tie.left], place[tie.right]) for tie in ties])
    here, there = np.concatenate([ends, ends[:, ::-1]]).T
    claims = np.tile(np.array([tie.claims for tie in ties], dtype=float), 2)
    leaving = np.bincount(here, claims, len(net))
    share = claims / leaving[here]
    time = np.full(len(net), 1 / len(net))
    for _step in range(STEPS):
        stuck = time[leaving == 0].sum()
        then = STAY * (np.bincount(there, share * time[here], len(net)) + stuck / len(net)) + (1 - STAY) / len(net)
        time, before = then, time
        if np.abs(time - before).sum() < 1e-12:
            break
    return dict(zip(net, time.tolist(), strict=True)), None


def _between(net: "nx.Graph[str]", tell: Tell) -> tuple[Mapping[str, float], int | None]:
    nodes = list(net)
    starts = nodes if len(nodes) <= EXACT else sorted(random.Random(SEED).sample(nodes, STARTS))
    found = dict.fromkeys(nodes, 0.0)
    for first in range(0, len(starts), CHUNK):
        tell(first / len(starts))
        part = nx.betweenness_centrality_subset(net, sources=starts[first : first + CHUNK], targets=nodes)
        for id, value in part.items():
            found[id] += value
    scale = len(nodes) / len(starts) if starts else 1.0
    return {id: value * scale for id, value in found.items()}, None if starts is nodes else len(starts)


def _wholes(net: "nx.Graph[str]", measure: Measure) -> Mapping[str, float]:
    """What each entity's value is a part of: all others, all claims, all pairs of others that are linked, all the time."""
    if measure is Measure.BETWEEN:
        sizes = {id: len(part) for part in nx.connected_components(net) for id in part}
        pairs = sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(net))
        return {id: float(pairs - (size - 1)) for id, size in sizes.items()}
    whole = {
        Measure.NEIGHBOURS: len(net) - 1,
        Measure.CLAIMS: sum(tie.claims for tie in list_ties(net)),
        Measure.VISITED: 1,
    }[measure]
    return dict.fromkeys(net, float(whole))


def _rounded(value: float) -> float:
    # what differs in the last digits only is equal, so that the order doesn't hang on how sums were added
    return float(f"{value:.9g}")


_MEASURES: Mapping[Measure, Callable[["nx.Graph[str]", Tell], tuple[Mapping[str, float], int | None]]] = {
    Measure.NEIGHBOURS: _neighbours,
    Measure.CLAIMS: _claims,
    Measure.BETWEEN: _between,
    Measure.VISITED: _visited,
}
