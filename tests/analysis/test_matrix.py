import random

from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.matrix import busiest, cluster, orders, pairs

IDS = st.sampled_from("abcdefgh")
CELLS = st.dictionaries(st.tuples(IDS, IDS), st.integers(1, 9).map(float))


@given(CELLS, st.integers(1, 9), st.integers(1, 9))
def test_the_busiest_part_has_no_empty_row_or_column_and_keeps_to_its_size(
    cells: dict[tuple[str, str], float], rows: int, columns: int
) -> None:
    shown_rows, shown_columns = busiest(cells, rows, columns)
    assert len(shown_rows) <= rows
    assert len(shown_columns) <= columns
    inside = {key for key in cells if key[0] in shown_rows and key[1] in shown_columns}
    assert {row for row, _column in inside} == set(shown_rows)
    assert {column for _row, column in inside} == set(shown_columns)
    assert bool(inside) == bool(cells)


@given(CELLS)
def test_every_order_has_each_id_once(cells: dict[tuple[str, str], float]) -> None:
    ids = sorted({key[0] for key in cells} | {"unconnected"})
    for order in orders(ids, cells, {}, axis=0).values():
        assert sorted(order) == ids


@given(CELLS, st.randoms())
def test_clusters_do_not_depend_on_the_order_of_what_is_given(
    cells: dict[tuple[str, str], float], chance: random.Random
) -> None:
    ids = sorted({key[0] for key in cells})
    profiles = {id: {key[1]: weight for key, weight in cells.items() if key[0] == id} for id in ids}
    shuffled = list(ids)
    chance.shuffle(shuffled)
    assert cluster(ids, profiles) == cluster(shuffled, profiles)


def test_those_who_deal_with_the_same_stand_side_by_side() -> None:
    profiles = {"a": {"x": 2.0, "y": 1.0}, "b": {"z": 5.0}, "c": {"x": 4.0, "y": 2.0}, "d": {"z": 1.0}, "e": {}}
    assert cluster(list("abcde"), profiles) in (["c", "a", "b", "d", "e"], ["b", "d", "c", "a", "e"])


def test_orders_are_by_name_by_weight_and_by_likeness() -> None:
    cells = pairs([("a", "x", 1), ("a", "x", 2), ("b", "y", 9)])
    found = orders(["a", "b"], cells, {"a": "Zulu", "b": "alpha"}, axis=0)
    assert (found["name"], found["degree"]) == (["b", "a"], ["b", "a"])
    assert cells == {("a", "x"): 3, ("b", "y"): 9}
