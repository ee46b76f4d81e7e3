from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.layout import Box, Point, place

names = st.lists(st.text("abcdef", min_size=1, max_size=3), min_size=1, max_size=12, unique=True)


@st.composite
def nets(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    nodes = draw(names)
    ends = st.sampled_from(nodes)
    return nodes, draw(st.lists(st.tuples(ends, ends), max_size=20))


@given(nets(), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_same_net_in_any_order_gives_the_same_picture(net, chance) -> None:
    nodes, edges = net
    shuffled, turned = list(nodes), [(b, a) for a, b in edges]
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    assert place(nodes, edges, rounds=30) == place(shuffled, turned, rounds=30)


@given(nets(), nets())
@settings(max_examples=25, deadline=None)
def test_what_is_drawn_never_moves_when_newcomers_arrive(drawn, newcomers) -> None:
    before = place(*drawn, rounds=30)
    after = place([*drawn[0], *newcomers[0]], [*drawn[1], *newcomers[1]], before, rounds=30)
    assert {node: after[node] for node in before} == before
    assert set(after) == {*drawn[0], *newcomers[0]}


def test_a_newcomer_settles_near_its_neighbour() -> None:
    chain = [f"n{i}" for i in range(12)]
    before = place(chain, list(pairwise(chain)))
    after = place([*chain, "new"], [*pairwise(chain), ("n0", "new")], before)
    near = min(chain, key=lambda node: _gap(after[node], after["new"]))
    assert near in {"n0", "n1", "n2"}
    assert _gap(after["n0"], after["new"]) < 400


def test_names_never_lie_on_each_other() -> None:
    nodes = ["hub", *(f"spoke {i}" for i in range(24))]
    boxes = {node: (40.0 + 9 * len(node), 20.0, 38.0) for node in nodes}
    where = place(nodes, [("hub", node) for node in nodes[1:]], boxes=boxes)
    assert [pair for pair in combinations(nodes, 2) if _overlap(pair, where, boxes)] == []


def test_newcomers_names_stay_clear_of_what_is_drawn() -> None:
    drawn = [f"d{i}" for i in range(10)]
    before = place(drawn, [("d0", node) for node in drawn[1:]])
    fresh = [f"f{i}" for i in range(8)]
    boxes = dict.fromkeys([*drawn, *fresh], (110.0, 18.0, 36.0))
    after = place([*drawn, *fresh], [("d0", node) for node in [*drawn[1:], *fresh]], before, boxes=boxes)
    pairs = [pair for pair in combinations([*drawn, *fresh], 2) if set(pair) & set(fresh)]
    assert [pair for pair in pairs if _overlap(pair, after, boxes)] == []


@pytest.mark.parametrize(("nodes", "expected"), [([], 0), (["only"], 1)])
def test_nothing_and_one_alone_are_placed_too(nodes: list[str], expected: int) -> None:
    assert len(place(nodes, [])) == expected


def _gap(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _overlap(pair: tuple[str, str], where: dict[str, Point], boxes: dict[str, Box]) -> bool:
    (ax, ay), (bx, by) = where[pair[0]], where[pair[1]]
    (aw, a_above, a_below), (bw, b_above, b_below) = boxes[pair[0]], boxes[pair[1]]
    slack = 2.0
    across = abs(ax - bx) + slack < (aw + bw) / 2
    return across and ay - a_above + slack < by + b_below and by - b_above + slack < ay + a_below
