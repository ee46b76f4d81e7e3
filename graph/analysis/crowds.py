"""Communities of very many entities, in numpy: the same aim as Louvain, for a whole store and in seconds.

In each round a random half of the entities moves to the community among their neighbours' that gains most; then communities
are taken for single entities, and so on until nothing is gained. Numbers stand for entities; chance is seeded.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Tell = Callable[[float], None]

ROUNDS, LEVELS = 24, 12
STILL = 0.001  # share of entities that move in a round without another being worth it
SEED = 1


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Entities with ties both ways round; `own` are the claims inside each, `pull` all claims at it."""

    number: int
    here: Ints
    there: Ints
    claims: Floats
    own: Floats

    @property
    def pull(self) -> Floats:
        return np.bincount(self.here, self.claims, self.number) + 2 * self.own


def find_crowds(number: int, left: Ints, right: Ints, claims: Floats, tell: Tell = lambda share: None, seed: int = SEED) -> Ints:  # fmt: skip
    """For each of so many entities the number of its community, 0 for the one of the first entity and so on upwards.

    `left` and `right` are the ends of ties, each pair once at most, and none from an entity to itself.
    """
    if not number:
        return np.empty(0, dtype=np.int64)
    chance = np.random.default_rng(seed)
    crowd = _Crowd(number, np.concatenate([left, right]), np.concatenate([right, left]), np.tile(claims, 2), np.zeros(number))  # fmt: skip
    homes, best, left_to_do = np.arange(number), -1.0, 1.0
    for _level in range(LEVELS):
        left_to_do /= 3
        moved = _settle(crowd, chance, lambda share, rest=left_to_do: tell(1 - 3 * rest + 2 * rest * share))  # type: ignore[misc]
        value = _modularity(crowd, moved)
        if value <= best + 1e-6:
            break
        best, homes = value, moved[homes]
        crowd = _gather(crowd, moved)
    return _numbered(homes)


def _settle(crowd: _Crowd, chance: np.random.Generator, tell: Tell) -> Ints:
    """Where each entity belongs when moves gain no more."""
    homes, pull = np.arange(crowd.number), crowd.pull
    total = pull.sum()
    best, kept = -1.0, homes
    for round in range(ROUNDS if total else 0):
        tell(round / ROUNDS)
        wanted = _wanted(crowd, homes, pull, total)
        moves = (wanted != homes) & (chance.random(crowd.number) < 0.5)
        homes = np.where(moves, wanted, homes)
        value = _modularity(crowd, homes)
        if value > best:
            best, kept = value, homes
        if moves.sum() <= STILL * crowd.number / 2:
            break
    return _numbered(kept)


def _wanted(crowd: _Crowd, homes: Ints, pull: Floats, total: float) -> Ints:
    """The community that each entity would gain most by, its own where no other is better."""
    key = crowd.here * crowd.number + homes[crowd.there]
    order = np.argsort(key, kind="stable")
    key, claims = key[order], crowd.claims[order]
    first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.empty(0, dtype=np.int64)
    to = np.add.reduceat(claims, first) if len(first) else np.empty(0)
    who, where = np.divmod(key[first], crowd.number)
    mass = np.bincount(homes, pull, crowd.number)
    at_home = where == homes[who]
    gain = to - pull[who] * (mass[where] - at_home * pull[who]) / total
    staying = -pull * (mass[homes] - pull) / total
    staying[who[at_home]] = gain[at_home]
    wanted = homes.copy()
    if len(who):
        begins = np.flatnonzero(np.concatenate([[True], who[1:] != who[:-1]]))
        most = np.repeat(np.maximum.reduceat(gain, begins), np.diff([*begins, len(who)]))
        at = np.flatnonzero((gain >= most) & (gain > staying[who] + 1e-9))
        wanted[who[at[::-1]]] = where[at[::-1]]  # of equally good ones the lowest number
    return wanted


def _gather(crowd: _Crowd, homes: Ints) -> _Crowd:
    """The communities as entities, with the ties between them."""
    number = int(homes.max()) + 1
    here, there = homes[crowd.here], homes[crowd.there]
    inside = here == there
    own = np.bincount(homes, crowd.own, number) + np.bincount(here[inside], crowd.claims[inside], number) / 2
    key, place = np.unique(here[~inside] * number + there[~inside], return_inverse=True)
    claims = np.bincount(place, crowd.claims[~inside], len(key)).astype(float)
    return _Crowd(number, key // number, key % number, claims, own)


def _modularity(crowd: _Crowd, homes: Ints) -> float:
    pull = crowd.pull
    total = pull.sum()
    if not total:
        return 0.0
    inside = crowd.claims[homes[crowd.here] == homes[crowd.there]].sum() + 2 * crowd.own.sum()
    return float(inside / total - ((np.bincount(homes, pull) / total) ** 2).sum())


def _numbered(homes: Ints) -> Ints:
    """Numbers from 0 in the order in which communities come first."""
    _names, first, place = np.unique(homes, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[place.ravel()].astype(np.int64)
