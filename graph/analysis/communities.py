"""Which entities of a view belong together: groups with more claims among themselves than with others (Louvain)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import networkx as nx

from graph.analysis.network import Tie, list_ties

SEED = 1


@dataclass(frozen=True, slots=True)
class Community:
    """Entities that belong together, those with most claims among them first; `claims` stand behind the ties inside."""

    members: tuple[str, ...]
    claims: int = 0
    ties: int = 0

    @property
    def size(self) -> int:
        """How many entities it has."""
        return len(self.members)


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """The ties between two communities, by their numbers in the list, and the claims behind them."""

    left: int
    right: int
    ties: int
    claims: int


def find_communities(net: "nx.Graph[str]", resolution: float = 1.0, seed: int = SEED) -> tuple[Community, ...]:
    """The communities, the largest first; each entity is in one. The same net gives the same communities.

    A higher `resolution` gives more and smaller ones. An entity without ties is a community of its own.
    """
    found = nx.community.louvain_communities(net, weight="claims", resolution=resolution, seed=seed)
    return describe(cast("list[set[str]]", found), list_ties(net))


def describe(groups: Iterable[Iterable[str]], ties: Iterable[Tie]) -> tuple[Community, ...]:
    """Groups of entities as communities, the largest first."""
    listed = [sorted(group) for group in groups]
    home = {id: number for number, group in enumerate(listed) for id in group}
    inside: dict[str, int] = defaultdict(int)
    claims, number = [0] * len(listed), [0] * len(listed)
    for tie in ties:
        if home[tie.left] == home[tie.right]:
            claims[home[tie.left]] += tie.claims
            number[home[tie.left]] += 1
            inside[tie.left] += tie.claims
            inside[tie.right] += tie.claims
    found = [
        Community(tuple(sorted(group, key=lambda id: (-inside[id], id))), claims[place], number[place])
        for place, group in enumerate(listed)
    ]
    return tuple(sorted(found, key=lambda each: (-each.size, -each.claims, each.members)))


def find_bonds(communities: Sequence[Community], ties: Iterable[Tie]) -> tuple[Bond, ...]:
    """The ties between communities, those with most claims first."""
    home = number_homes(communities)
    claims: dict[tuple[int, int], int] = defaultdict(int)
    number: dict[tuple[int, int], int] = defaultdict(int)
    for tie in ties:
        left, right = sorted((home[tie.left], home[tie.right]))
        if left != right:
            claims[left, right] += tie.claims
            number[left, right] += 1
    found = (Bond(*pair, number[pair], claims[pair]) for pair in claims)
    return tuple(sorted(found, key=lambda bond: (-bond.claims, bond)))


def number_homes(communities: Sequence[Community]) -> Mapping[str, int]:
    """For each entity the number of its community in the list."""
    return {id: number for number, community in enumerate(communities) for id in community.members}
