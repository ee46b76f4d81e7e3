"""A matrix of who does what to whom: the rows and columns worth showing, and orders in which a pattern shows."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Cells = Mapping[tuple[str, str], float]  # (row, column): weight
ORDERS = ("name", "degree", "cluster")


def busiest(cells: Cells, rows: int, columns: int) -> tuple[list[str], list[str]]:
    """The heaviest columns, and of their rows the heaviest, so that what is shown isn't empty."""
    shown = set(_heaviest(_sums(cells, 1), columns))
    within = {key: weight for key, weight in cells.items() if key[1] in shown}
    kept = set(_heaviest(_sums(within, 0), rows))
    left = {key: weight for key, weight in within.items() if key[0] in kept}
    return _heaviest(_sums(left, 0), rows), _heaviest(_sums(left, 1), columns)


def orders(ids: Sequence[str], cells: Cells, names: Mapping[str, str], axis: int) -> dict[str, list[str]]:
    """The ids of one axis (0 rows, 1 columns) by name, by how heavy they are, and with alike ones side by side."""
    sums = _sums(cells, axis)
    return {
        "name": sorted(ids, key=lambda id: (names.get(id, id).casefold(), id)),
        "degree": sorted(ids, key=lambda id: (-sums.get(id, 0.0), id)),
        "cluster": cluster(ids, _profiles(cells, axis)),
    }


def cluster(ids: Sequence[str], profiles: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The ids so that those who deal with the same others stand side by side.

    Groups are joined pair by pair, the most alike first (by the cosine of what their members deal with), the heavier
    one to the left. Ids without a profile come last. The same input gives the same order on every machine.
    """
    groups = [([id], dict(profiles[id])) for id in sorted(ids) if profiles.get(id)]
    alive = set(range(len(groups)))
    likely = [_likeness(groups, j, i) for i in alive for j in range(i)]
    heapq.heapify(likely)
    while len(alive) > 1:
        _unlike, one, other = heapq.heappop(likely)
        if one not in alive or other not in alive:
            continue
        left, right = sorted((one, other), key=lambda at: (-sum(groups[at][1].values()), groups[at][0]))
        groups.append((groups[left][0] + groups[right][0], _added(groups[left][1], groups[right][1])))
        alive -= {one, other}
        for at in alive:
            heapq.heappush(likely, _likeness(groups, at, len(groups) - 1))
        alive.add(len(groups) - 1)
    ordered = groups[alive.pop()][0] if alive else []
    return ordered + sorted(set(ids) - set(ordered))


def _likeness(groups: Sequence[tuple[list[str], dict[str, float]]], one: int, other: int) -> tuple[float, int, int]:
    """How unlike two groups are, to nine digits, so that the order is the same on every machine; and which they are."""
    return round(1 - _cosine(groups[one][1], groups[other][1]), 9), one, other


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[id] for id, weight in one.items() if id in other)
    return float(shared / (_length(one) * _length(other))) if shared else 0.0


def _length(profile: Mapping[str, float]) -> float:
    return float(sum(weight * weight for weight in profile.values()) ** 0.5)


def _added(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {id: one.get(id, 0.0) + other.get(id, 0.0) for id in (*one, *other)}


def _profiles(cells: Cells, axis: int) -> dict[str, dict[str, float]]:
    profiles: dict[str, dict[str, float]] = defaultdict(dict)
    for key, weight in cells.items():
        profiles[key[axis]][key[1 - axis]] = weight
    return profiles


def _sums(cells: Cells, axis: int) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for key, weight in cells.items():
        sums[key[axis]] += weight
    return sums


def _heaviest(sums: Mapping[str, float], limit: int) -> list[str]:
    return sorted(sums, key=lambda id: (-sums[id], id))[:limit]


def pairs(edges: Iterable[tuple[str, str, float]]) -> dict[tuple[str, str], float]:
    """Cells from edges: what is between the same two is added up."""
    cells: dict[tuple[str, str], float] = defaultdict(float)
    for source, target, weight in edges:
        cells[source, target] += weight
    return dict(cells)
