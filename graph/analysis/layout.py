"""Where each entity is drawn. The same graph gives the same picture, and what is already drawn never moves.

Exact forces between all pairs, so meant for what a person can read at once: a few hundred entities, not the store.
"""

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Box = tuple[float, float, float]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
DEFAULT_BOX: Box = (90.0, 20.0, 40.0)
WIDE = 1.2  # screens are wider than high, and so are names
FAR = 6.0  # steps beyond which entities need not be kept further apart


@dataclass(frozen=True, slots=True)
class _Net:
    """The drawing as arrays: `ends` is pairs of node numbers, `parallel` how many edges each pair has.

    `boxes` is width and height; `drop` how far a box's middle lies below its node.
    """

    ids: list[str]
    ends: Ints
    parallel: Floats
    degree: Floats
    boxes: Floats
    drop: Floats
    pinned: NDArray[np.bool_]
    length: float

    def neighbours(self, node: int) -> Ints:
        left, right = self.ends[:, 0], self.ends[:, 1]
        return np.concatenate([right[left == node], left[right == node]])


def place(
    nodes: Iterable[str],
    edges: Iterable[tuple[str, str]],
    fixed: Mapping[str, Point] | None = None,
    *,
    boxes: Mapping[str, Box] | None = None,
    length: float = 150.0,
    rounds: int = 260,
) -> dict[str, Point]:
    """A place for every node: those in `fixed` keep theirs exactly, newcomers settle beside their neighbours.

    `boxes` is the room that a node takes with its name: width, height above its centre, height below; `length` is how
    far apart two joined nodes rest. Units are the canvas's own (y grows downwards). Order doesn't matter.
    """
    fixed = fixed or {}
    net = _make_net(sorted(set(nodes)), edges, fixed, boxes or {}, length)
    if not net.ids:
        return {}
    where = _seed(net, fixed)
    free = np.flatnonzero(~net.pinned)
    if len(free) and len(net.ids) > 1:
        _relax(net, where, free, _affordable(rounds, len(free)))
        _unfold(net, where, free)
        _turn(net, where)
        _part(net, where, free)
    return {node: fixed.get(node) or _rounded(where[i]) for i, node in enumerate(net.ids)}


def _make_net(
    ids: list[str],
    edges: Iterable[tuple[str, str]],
    fixed: Mapping[str, Point],
    boxes: Mapping[str, Box],
    length: float,
) -> _Net:
    number = {node: i for i, node in enumerate(ids)}
    known = ((number[a], number[b]) for a, b in edges if a in number and b in number and a != b)
    many = Counter((min(pair), max(pair)) for pair in known)
    pairs = sorted(many)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    room = np.array([boxes.get(node, DEFAULT_BOX) for node in ids], dtype=np.float64).reshape(-1, 3)
    return _Net(
        ids=ids,
        ends=ends,
        parallel=np.array([many[pair] for pair in pairs], dtype=np.float64),
        degree=np.bincount(ends.ravel(), minlength=len(ids)).astype(np.float64),
        boxes=np.c_[room[:, 0], room[:, 1] + room[:, 2]],
        drop=np.c_[np.zeros(len(ids)), (room[:, 2] - room[:, 1]) / 2],
        pinned=np.array([node in fixed for node in ids], dtype=bool),
        length=length,
    )


def _seed(net: _Net, fixed: Mapping[str, Point]) -> Floats:
    where = np.full((len(net.ids), 2), np.nan)
    for i, node in enumerate(net.ids):
        if node in fixed:
            where[i] = fixed[node]
    order = sorted(np.flatnonzero(~net.pinned).tolist(), key=lambda i: (-net.degree[i], net.ids[i]))
    if net.pinned.any():
        _seed_beside(net, where, order)
    else:
        _seed_sunflower(net, where, order)
    return where


def _seed_sunflower(net: _Net, where: Floats, order: Sequence[int]) -> None:
    for k, i in enumerate(order):
        radius, turn = 0.75 * net.length * math.sqrt(k + 0.5), k * GOLDEN_ANGLE + 0.3 * _chance(net.ids[i])
        where[i] = radius * math.cos(turn), radius * math.sin(turn)


def _seed_beside(net: _Net, where: Floats, order: Sequence[int]) -> None:
    """Breadth first from what is drawn, each newcomer into the emptiest direction round its placed neighbours."""
    waiting = list(order)
    while waiting:
        ready = [i for i in waiting if _placed(where)[net.neighbours(i)].any()] or waiting[:1]
        for i in ready:
            where[i] = _emptiest_spot(net, where, i)
        waiting = [i for i in waiting if not _placed(where)[i]]


def _emptiest_spot(net: _Net, where: Floats, node: int) -> Floats:
    taken = where[_placed(where)]
    known = [j for j in net.neighbours(node) if _placed(where)[j]]
    base = where[known].mean(0) if known else np.array([taken[:, 0].max() + net.length, taken[:, 1].mean()])
    turns = np.arange(24) / 24 * 2 * math.pi + _chance(net.ids[node])
    ring = np.concatenate([reach * np.c_[np.cos(turns), np.sin(turns)] for reach in (1.0, 1.5, 2.1)]) * net.length
    room = np.linalg.norm((base + ring)[:, None] - taken[None], axis=2).min(1)
    score = np.minimum(room, 2.5 * net.length) - 0.25 * np.linalg.norm(ring, axis=1)
    return np.asarray(base + ring[int(score.argmax())])


def _relax(net: _Net, where: Floats, free: Ints, rounds: int) -> None:
    """Springs along edges, repulsion between all, a weak pull to the middle; steps shrink until all is still."""
    heat = net.length * (0.25 if net.pinned.any() else 1.2)
    middle = where.mean(0)
    for _ in range(rounds):
        push = _repulsion(net, where, free) + _springs(net, where)[free] - 0.03 * (where[free] - middle)
        size = np.linalg.norm(push, axis=1) + 1e-9
        where[free] += push * (np.minimum(size, heat) / size)[:, None]
        heat = max(0.4, heat * 0.98)


def _repulsion(net: _Net, where: Floats, free: Ints) -> Floats:
    apart = where[free, None, :] - where[None, :, :]
    nearness = (apart**2).sum(2) + 1.0
    strength = net.length**2 * (1 + 0.12 * np.sqrt(net.degree))[None, :] / nearness
    return np.asarray((apart * strength[:, :, None]).sum(1))


def _springs(net: _Net, where: Floats) -> Floats:
    pull = np.zeros_like(where)
    if not len(net.ends):
        return pull
    a, b = net.ends[:, 0], net.ends[:, 1]
    lesser = np.maximum(1, np.minimum(net.degree[a], net.degree[b]))
    along = where[b] - where[a]
    force = along * (np.linalg.norm(along, axis=1) / _rest(net) / np.sqrt(lesser))[:, None]
    np.add.at(pull, a, force)
    np.add.at(pull, b, -force)
    return pull


def _rest(net: _Net) -> Floats:
    """How long each edge wants to be: parallel edges fan out and need room for their names, and so do those of hubs."""
    a, b = net.ends[:, 0], net.ends[:, 1]
    lesser = np.maximum(1, np.minimum(net.degree[a], net.degree[b]))
    greater = np.maximum(net.degree[a], net.degree[b])
    crowd = 0.035 * np.clip(greater - 6, 0, 12)
    return np.asarray(net.length * (1 + 0.12 * np.minimum(4, net.parallel - 1) + 0.05 * np.sqrt(lesser) + crowd))


def _unfold(net: _Net, where: Floats, free: Ints, rounds: int = 80) -> None:
    """Bring every two entities as far apart as the edges between them are long: stress majorization on what is free."""
    want = _distances(net)
    weight = 1 / want**2
    np.fill_diagonal(weight, 0)
    pull = np.diag(weight.sum(1)) - weight
    held = np.flatnonzero(net.pinned)
    # A hair of weight on the spot keeps the system solvable where nothing is pinned.
    solver = np.linalg.inv(pull[np.ix_(free, free)] + 1e-9 * np.eye(len(free)))
    for _ in range(rounds):
        apart = where[:, None, :] - where[None, :, :]
        gap = np.maximum(np.linalg.norm(apart, axis=2), 1e-6)
        ideal = ((weight * want / gap)[:, :, None] * apart).sum(1)
        where[free] = solver @ (ideal[free] - pull[np.ix_(free, held)] @ where[held])


def _distances(net: _Net) -> Floats:
    """How far apart any two entities want to be: the way along the edges, at most FAR lengths."""
    size = len(net.ids)
    want = np.full((size, size), FAR * net.length)
    want[net.ends[:, 0], net.ends[:, 1]] = want[net.ends[:, 1], net.ends[:, 0]] = _rest(net)
    np.fill_diagonal(want, 0)
    for k in range(size):
        np.minimum(want, want[:, k, None] + want[None, k, :], out=want)
    np.fill_diagonal(want, 1)
    return want


def _turn(net: _Net, where: Floats) -> None:
    """Lay the longest way through a new picture across, and give names room sideways."""
    if net.pinned.any():
        return
    where -= where.mean(0)
    (xx, xy), (_, yy) = where.T @ where
    angle = -0.5 * math.atan2(2 * xy, xx - yy)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    where[:] = where @ turn * np.array([WIDE, 1.0])


def _part(net: _Net, where: Floats, free: Ints, rounds: int = 120) -> None:
    """Move free nodes off other nodes' boxes and off edges that aren't theirs, so that every name can be read."""
    for _ in range(rounds):
        step = _off_boxes(net, where, free)
        if len(net.ends) * len(free) < 30_000:
            step += 0.5 * _off_edges(net, where, free)
        if np.abs(step).max() < 0.5:
            break
        where[free] += step


def _off_boxes(net: _Net, where: Floats, free: Ints) -> Floats:
    middle = where + net.drop
    apart = middle[free, None, :] - middle[None, :, :]
    lack = (net.boxes[free, None, :] + net.boxes[None, :, :]) / 2 - np.abs(apart)
    clash = np.asarray((lack > 0).all(2))
    clash[np.arange(len(free)), free] = False
    # Out by the shorter way; the half is what each of two free nodes gives.
    across = lack[:, :, 0] < lack[:, :, 1]
    share = np.where(net.pinned, 1.0, 0.55)[None, :]
    side = np.where(apart == 0, np.where(free[:, None] > np.arange(len(where))[None], 1.0, -1.0)[:, :, None], apart)
    moves = np.where(np.stack([across, ~across], axis=2), np.sign(side) * lack, 0.0)
    return np.asarray((moves * (clash * share)[:, :, None]).sum(1))


def _off_edges(net: _Net, where: Floats, free: Ints) -> Floats:
    if not len(net.ends):
        return np.zeros((len(free), 2))
    start, finish = where[net.ends[:, 0]], where[net.ends[:, 1]]
    along = finish - start
    offset = (where + net.drop)[free, None, :] - start[None]
    share = np.clip((offset * along[None]).sum(2) / ((along**2).sum(1) + 1e-9)[None], 0, 1)
    away = offset - share[:, :, None] * along[None]
    gap = np.linalg.norm(away, axis=2) + 1e-6
    lack = np.clip(0.7 * net.boxes[free, 1][:, None] - gap, 0, None)
    own = (net.ends[None, :, :] == free[:, None, None]).any(2)
    lack[own | (share < 0.05) | (share > 0.95)] = 0
    return np.asarray((away / gap[:, :, None] * lack[:, :, None]).sum(1))


def _affordable(rounds: int, free: int) -> int:
    return rounds if free <= 120 else max(100, 30_000 // free)


def _placed(where: Floats) -> NDArray[np.bool_]:
    return np.asarray(~np.isnan(where[:, 0]))


def _chance(node: str) -> float:
    """A number from 0 to 1 that looks random and is the same for the same id everywhere."""
    return zlib.crc32(node.encode()) / 2**32


def _rounded(point: Floats) -> Point:
    return round(float(point[0]), 1), round(float(point[1]), 1)
