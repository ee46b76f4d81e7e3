from datetime import date

import pytest

from graph.records import Modality
from graph.store import comparing
from graph.store.filter import EVERYTHING, Filter
from graph.store.store import Store
from tests.store.saying import article, says

TB2, HERMES = "system:bayraktar-tb2", "system:hermes-900"
IDS = ["MAR", "DZA", "TUR", "ISR", TB2, HERMES, "firm:baykar"]


@pytest.fixture
def rivals(store: Store) -> Store:
    store.writer.write(
        [
            article(
                "one",
                says("MAR", "PROCURES", TB2),
                says("DZA", "PROCURES", TB2, "denied"),
                says("MAR", "PROCURES", HERMES),
                says("TUR", "SUPPLIES", "MAR"),
                says("TUR", "SUPPLIES", "DZA"),
                says("ISR", "SUPPLIES", "MAR"),
                says("DZA", "OPPOSES", "ISR", "possible"),
                says("DZA", "OPPOSES", "MAR"),
            ),
            article("two", says("DZA", "PROCURES", TB2, "denied"), published=date(2022, 3, 4)),
        ]
    )
    return store


def test_shared_neighbours_say_how_each_is_tied_to_them(rivals: Store) -> None:
    found = rivals.comparing.compare("MAR", "DZA")
    assert found is not None
    alike = {each.node.id: each.alike for each in found.shared}
    assert alike == {TB2: (("PROCURES", "out"),), "TUR": (("SUPPLIES", "in"),), "ISR": ()}
    assert [node.id for node in found.only_left.nodes] == [HERMES]
    assert found.only_right.nodes == ()
    assert (found.total_shared, found.only_left.total, found.only_right.total) == (3, 1, 0)
    assert found.overlap == pytest.approx(3 / 4)
    assert [(edge.source, edge.relation, edge.target) for edge in found.between] == [("DZA", "OPPOSES", "MAR")]


def test_what_is_said_of_both_but_not_as_firmly_is_a_difference(rivals: Store) -> None:
    found = rivals.comparing.compare("MAR", "DZA")
    assert found is not None
    assert [(each.node.id, each.manner[0], each.left.modality, each.right.modality) for each in found.differences] == [
        (TB2, "PROCURES", Modality.ASSERTED, Modality.DENIED)
    ]


def test_months_count_the_claims_of_each(rivals: Store) -> None:
    found = rivals.comparing.compare("MAR", "DZA")
    assert found is not None
    assert found.times_left == {date(2021, 11, 1): 5}
    assert found.times_right == {date(2021, 11, 1): 4, date(2022, 3, 1): 1}


@pytest.mark.parametrize(
    "filter",
    [
        EVERYTHING,
        Filter(modalities=frozenset({Modality.ASSERTED})),
        Filter(relations=frozenset({"SUPPLIES"})),
        Filter(types=frozenset({"System"})),
        Filter(known_from=date(2022, 1, 1)),
    ],
)
def test_the_counts_are_those_of_the_neighbours_that_pass(rivals: Store, filter: Filter) -> None:
    around = {id: {node.id for node in rivals.view.neighbours(id, filter, limit=100).nodes} for id in ("MAR", "DZA")}
    left, right = around["MAR"] - {"DZA"}, around["DZA"] - {"MAR"}
    found = rivals.comparing.compare("MAR", "DZA", filter)
    assert found is not None
    assert {each.node.id for each in found.shared} == left & right
    assert (found.total_shared, found.only_left.total, found.only_right.total) == (
        len(left & right),
        len(left - right),
        len(right - left),
    )


def test_shared_neighbours_beyond_those_listed_are_nobodys_own(rivals: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SHARED", 1)
    found = rivals.comparing.compare("MAR", "DZA")
    assert found is not None
    assert (len(found.shared), found.total_shared) == (1, 3)
    assert ([node.id for node in found.only_left.nodes], found.only_left.total) == ([HERMES], 1)
    assert (found.only_right.nodes, found.only_right.total) == ((), 0)


def test_an_entity_is_not_compared_with_itself_or_with_nothing(rivals: Store) -> None:
    assert rivals.comparing.compare("MAR", "MAR") is None
    assert rivals.comparing.compare("MAR", "nobody") is None
