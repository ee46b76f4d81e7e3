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

from graph.analysis.network import list_ties
from graph.analysis.web import Floats, Ints, Web

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
    """The entities of a net by that measure; `tell` hears how much is done. The same net gives the same ranking."""
    if measure is Measure.BETWEEN:
        values, starts = _between(net, tell)
        return Ranking(measure, _placed(values, _pairs_of_others(net)), starts)
    place = {id: number for number, id in enumerate(net)}
    ties = list_ties(net)
    ends = np.array([(place[tie.left], place[tie.right]) for tie in ties], dtype=np.int64).reshape(-1, 2)
    claims = np.array([tie.claims for tie in ties], dtype=float)
    return rank_web(Web(tuple(net), ends[:, 0], ends[:, 1], claims), measure)


def rank_web(web: Web, measure: Measure, most: int | None = None) -> Ranking:
    """The entities of a web, however large, by any measure but BETWEEN; only the first `most` of them where it says so."""
    number = len(web.ids)
    here, there, claims = web.both_ways()
    match measure:
        case Measure.NEIGHBOURS:
            values, whole = np.bincount(here, minlength=number).astype(float), float(number - 1)
        case Measure.CLAIMS:
            values, whole = np.bincount(here, claims, number), float(web.claims.sum())
        case _:
            values, whole = _times(here, there, claims, number), 1.0
    first = np.argsort(-values, kind="stable")[: most or number]
    found = {web.ids[place]: float(values[place]) for place in first.tolist()}
    return Ranking(measure, _placed(found, dict.fromkeys(found, whole)))


def _times(here: Ints, there: Ints, claims: Floats, number: int) -> Floats:
    """How much of the time a walker is with each. (networkx's own pagerank wants scipy.)"""
    if not len(here):
        return np.zeros(number)
    leaving = np.bincount(here, claims, number)
    share = claims / leaving[here]
    time = np.full(number, 1 / number)
    for _step in range(STEPS):
        stuck = time[leaving == 0].sum()
        then = STAY * (np.bincount(there, share * time[here], number) + stuck / number) + (1 - STAY) / number
        time, before = then, time
        if np.abs(time - before).sum() < 1e-12:
            break
    return time


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


def _pairs_of_others(net: "nx.Graph[str]") -> Mapping[str, float]:
    """For each entity how many pairs of others are linked, by whatever way."""
    parts = [len(part) for part in nx.connected_components(net)]
    pairs = sum(size * (size - 1) // 2 for size in parts)
    sizes = {id: len(part) for part in nx.connected_components(net) for id in part}
    return {id: float(pairs - (sizes[id] - 1)) for id in net}


def _placed(values: Mapping[str, float], wholes: Mapping[str, float]) -> tuple[Rank, ...]:
    # what differs in the last digits only is equal, so that the order doesn't hang on how sums were added
    rounded = {id: float(f"{value:.9g}") for id, value in values.items()}
    places: dict[float, int] = {}
    ordered = sorted(rounded, key=lambda id: (-rounded[id], id))
    return tuple(
        Rank(id, rounded[id], places.setdefault(rounded[id], number), wholes[id])
        for number, id in enumerate(ordered, 1)
    )
