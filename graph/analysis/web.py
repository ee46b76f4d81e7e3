"""Very many entities and their ties as arrays, and the communities in it: for a whole store."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.crowds import find_crowds
from graph.analysis.network import EdgeLike

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Web:
    """Entities in the order of their ids, and ties between their numbers, each pair once, with the claims behind each."""

    ids: tuple[str, ...]
    left: Ints
    right: Ints
    claims: Floats

    def both_ways(self) -> tuple[Ints, Ints, Floats]:
        """Each tie from either end."""
        here, there = np.concatenate([self.left, self.right]), np.concatenate([self.right, self.left])
        return here, there, np.tile(self.claims, 2)

    def within(self, members: Ints) -> "Web":
        """Only these entities, by their numbers, and the ties among them."""
        kept = np.unique(members)
        place = np.full(len(self.ids), -1)
        place[kept] = np.arange(len(kept))
        inside = (place[self.left] >= 0) & (place[self.right] >= 0)
        ids = tuple(self.ids[number] for number in kept.tolist())
        return Web(ids, place[self.left[inside]], place[self.right[inside]], self.claims[inside])

    def around(self, id: str) -> "Web":
        """Only the neighbours of an entity, without itself: what it would be drowned in."""
        number = self.ids.index(id) if id in self.ids else -1
        return self.within(np.concatenate([self.right[self.left == number], self.left[self.right == number]]))


@dataclass(frozen=True, slots=True)
class Crowd:
    """A community of a web: its members, those with most claims inside it first; `claims` stand behind its `ties`."""

    members: tuple[str, ...]
    claims: int
    ties: int

    @property
    def size(self) -> int:
        """How many entities it has."""
        return len(self.members)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """The ties between two communities, by their numbers in the list, and the claims behind them."""

    left: int
    right: int
    ties: int
    claims: int


@dataclass(frozen=True, slots=True)
class Gathering:
    """The communities of a web, the largest first, with the links between these; `rest` smaller ones are not listed.

    `rest_members` entities are in those, and `alone` entities have no tie here. `entities` and `ties` count all there are.
    """

    crowds: tuple[Crowd, ...]
    links: tuple[Link, ...]
    rest: int
    rest_members: int
    alone: int
    entities: int
    ties: int


def make_web(edges: Iterable[EdgeLike]) -> Web:
    """The web of those edges; an edge from an entity to itself makes no tie."""
    place: dict[str, int] = {}
    ends, claims = [], []
    for edge in edges:
        if edge.source != edge.target:
            ends.append((place.setdefault(edge.source, len(place)), place.setdefault(edge.target, len(place))))
            claims.append(edge.claims)
    ids = sorted(place)
    order = np.zeros(len(ids), dtype=np.int64)
    order[[place[id] for id in ids]] = np.arange(len(ids))
    pairs = np.sort(order[np.array(ends, dtype=np.int64).reshape(-1, 2)], axis=1)
    key, where = np.unique(pairs[:, 0] * max(1, len(ids)) + pairs[:, 1], return_inverse=True)
    summed = np.bincount(where.ravel(), np.array(claims, dtype=float), len(key)).astype(float)
    return Web(tuple(ids), key // max(1, len(ids)), key % max(1, len(ids)), summed)


def gather(web: Web, most: int, tell: Callable[[float], None] = lambda share: None) -> Gathering:
    """The communities of a web, at most so many of them listed. The same web gives the same ones."""
    number = len(web.ids)
    homes = find_crowds(number, web.left, web.right, web.claims, tell)
    sizes = np.bincount(homes, minlength=1)
    inside = homes[web.left] == homes[web.right]
    claims = np.bincount(homes[web.left[inside]], web.claims[inside], len(sizes))
    ties = np.bincount(homes[web.left[inside]], minlength=len(sizes))
    several = np.flatnonzero(sizes > 1)
    listed = several[np.lexsort((several, -claims[several], -sizes[several]))][:most]
    crowds = _crowds(web, homes, listed, inside)
    return Gathering(
        tuple(Crowd(members, int(claims[home]), int(ties[home])) for home, members in zip(listed.tolist(), crowds, strict=True)),
        _links(web, homes, listed),
        len(several) - len(listed),
        int(sizes[several].sum() - sizes[listed].sum()),
        int((sizes == 1).sum()) if number else 0,
        number,
        len(web.left),
    )  # fmt: skip


def _crowds(web: Web, homes: Ints, listed: Ints, inside: NDArray[np.bool_]) -> list[tuple[str, ...]]:
    number = len(web.ids)
    weight = np.bincount(web.left[inside], web.claims[inside], number)
    weight += np.bincount(web.right[inside], web.claims[inside], number)
    order = np.lexsort((np.arange(number), -weight, homes))
    begins = np.searchsorted(homes[order], np.arange(len(np.bincount(homes, minlength=1)) + 1))
    return [tuple(web.ids[place] for place in order[begins[home] : begins[home + 1]].tolist()) for home in listed]


def _links(web: Web, homes: Ints, listed: Sequence[int] | Ints) -> tuple[Link, ...]:
    place = np.full(len(np.bincount(homes, minlength=1)), -1)
    place[np.asarray(listed, dtype=np.int64)] = np.arange(len(listed))
    ends = np.sort(np.stack([place[homes[web.left]], place[homes[web.right]]], axis=1), axis=1)
    between = (ends[:, 0] >= 0) & (ends[:, 0] != ends[:, 1])
    key, where, ties = np.unique(ends[between, 0] * max(1, len(listed)) + ends[between, 1], return_inverse=True, return_counts=True)  # fmt: skip
    claims = np.bincount(where.ravel(), web.claims[between], len(key))
    found = (
        Link(*divmod(int(pair), len(listed)), int(number), int(said))
        for pair, number, said in zip(key, ties, claims, strict=True)
    )
    return tuple(sorted(found, key=lambda link: (-link.claims, link)))
