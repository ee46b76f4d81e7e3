"""What holds a view together: entities and ties without which it falls apart, and who ties communities to each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.analysis.communities import Community, number_homes

FEW = 2  # entities that the smaller side of a bridge must have: an entity with one tie is no news
FIRST = 12  # entities of a part that are kept: of a chain, all parts of all entities would be its length times itself


@dataclass(frozen=True, slots=True)
class Part:
    """Entities that hang together: how many, and which the first few are."""

    size: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CutPoint:
    """An entity without which others are cut off: `parts`, all but the largest of what is left, the largest first."""

    id: str
    parts: tuple[Part, ...]

    @property
    def cut_off(self) -> int:
        """How many entities are cut off."""
        return sum(part.size for part in self.parts)


@dataclass(frozen=True, slots=True)
class Bridge:
    """The only tie between two sides of a view; `side` is the smaller side, which `inner` is one of."""

    outer: str
    inner: str
    side: Part


@dataclass(frozen=True, slots=True)
class Broker:
    """An entity with ties to other communities than its own (numbers in the list of communities), and to how many there."""

    id: str
    home: int
    abroad: tuple[tuple[int, int], ...]
    neighbours: int

    @property
    def outside(self) -> int:
        """How many of its neighbours are of other communities."""
        return sum(number for _community, number in self.abroad)


@dataclass(frozen=True, slots=True)
class _Walk:
    """One walk through a connected part, depth first: what lies below an entity is one stretch of `order`.

    `lowest` is the earliest place that is reached from below an entity by a tie of another way back.
    """

    order: list[str]
    place: dict[str, int]
    above: dict[str, str]
    below: dict[str, int]
    lowest: dict[str, int]

    def under(self, id: str) -> Part:
        start = self.place[id]
        return Part(self.below[id], tuple(self.order[start : start + min(FIRST, self.below[id])]))

    def without(self, tops: Iterable[str], itself: Sequence[str] = ()) -> Part:
        """All but what lies below those entities, and but the one that they hang on."""
        ends = {self.place[top]: self.below[top] for top in tops} | {self.place[id]: 1 for id in itself}
        here, first = 0, list[str]()
        while here < len(self.order) and len(first) < FIRST:
            if here not in ends:
                first.append(self.order[here])
            here += ends.get(here, 1)
        return Part(len(self.order) - sum(ends.values()), tuple(first))


def cut_points(net: "nx.Graph[str]") -> tuple[CutPoint, ...]:
    """The entities without which the view falls into more parts, those that cut off most first."""
    found = []
    for walk in _walks(net):
        for id, branches in _branches(walk).items():
            rest = walk.without(branches, [id])
            parts = sorted([*map(walk.under, branches), *([rest] if rest.size else [])], key=_large_first)
            if len(parts) > 1:
                found.append(CutPoint(id, tuple(parts[1:])))
    return tuple(sorted(found, key=lambda point: (-point.cut_off, point.id)))


def bridges(net: "nx.Graph[str]", few: int = FEW) -> tuple[Bridge, ...]:
    """The ties without which the view falls apart and both sides have so many entities, the most even first."""
    found = []
    for walk in _walks(net):
        for id, above in walk.above.items():
            if walk.lowest[id] > walk.place[above]:
                found.append(_bridge(walk, above, id))
    return tuple(
        sorted((each for each in found if each.side.size >= few), key=lambda each: (-each.side.size, each.side.first))
    )


def brokers(net: "nx.Graph[str]", communities: Sequence[Community]) -> tuple[Broker, ...]:
    """The entities with ties into other communities, those with ties into most communities first, then to most entities."""
    home = number_homes(communities)
    found = []
    for id in net:
        abroad = Counter(home[other] for other in net[id] if home[other] != home[id])
        if abroad:
            found.append(Broker(id, home[id], tuple(sorted(abroad.items(), key=lambda each: (-each[1], each[0]))), len(net[id])))  # fmt: skip
    return tuple(sorted(found, key=lambda broker: (-len(broker.abroad), -broker.outside, broker.id)))


def _bridge(walk: _Walk, outer: str, inner: str) -> Bridge:
    if 2 * walk.below[inner] <= len(walk.order):
        return Bridge(outer, inner, walk.under(inner))
    return Bridge(inner, outer, walk.without([inner]))


def _branches(walk: _Walk) -> dict[str, list[str]]:
    """For each entity the entities below it from which no way leads back past it."""
    found: dict[str, list[str]] = {}
    for id, above in walk.above.items():
        if walk.lowest[id] >= walk.place[above]:
            found.setdefault(above, []).append(id)
    return found


def _walks(net: "nx.Graph[str]") -> list[_Walk]:
    seen: set[str] = set()
    walks = []
    for id in net:
        if id not in seen:
            walks.append(_walk(net, id))
            seen.update(walks[-1].order)
    return walks


def _walk(net: "nx.Graph[str]", start: str) -> _Walk:
    walk = _Walk([start], {start: 0}, {}, {start: 1}, {start: 0})
    way = [(start, iter(sorted(net[start])))]
    while way:
        here, others = way[-1]
        for other in others:
            if other not in walk.place:
                walk.place[other] = walk.lowest[other] = len(walk.order)
                walk.order.append(other)
                walk.above[other], walk.below[other] = here, 1
                way.append((other, iter(sorted(net[other]))))
                break
            if other != walk.above.get(here):
                walk.lowest[here] = min(walk.lowest[here], walk.place[other])
        else:
            way.pop()
            if way:
                up = way[-1][0]
                walk.below[up] += walk.below[here]
                walk.lowest[up] = min(walk.lowest[up], walk.lowest[here])
    return walk


def _large_first(part: Part) -> tuple[int, tuple[str, ...]]:
    return -part.size, part.first
