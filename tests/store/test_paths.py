import time
from datetime import date
from typing import Any

import networkx as nx
import pytest

from graph.records import Modality, When
from graph.store.database import Database
from graph.store.filter import Filter
from graph.store.paths import Constraints, Paths
from graph.store.store import Store
from tests.store.saying import article, says

TB2, HERMES, BAYKAR = "system:bayraktar-tb2", "system:hermes-900", "firm:baykar"
ALL = Constraints(longest=6, generic=True)


@pytest.fixture
def web(store: Store) -> Store:
    """Morocco to Baykar by the drone or by Türkiye; to Algeria by Israel's denial or straight by a rumour."""
    store.writer.write(
        [
            article(
                "one",
                says("MAR", "PROCURES", TB2, confidence=0.9),
                says(BAYKAR, "MANUFACTURES", TB2, confidence=0.95),
                says("TUR", "SUPPLIES", "MAR", confidence=0.6),
                says(BAYKAR, "BASED_IN", "TUR", confidence=0.99),
                says("DZA", "OPPOSES", "MAR", "possible", confidence=0.5),
                says("ISR", "SUPPLIES", "MAR", confidence=0.8),
                says("ISR", "OPPOSES", "DZA", "denied", confidence=0.8),
                says("ISR", "MANUFACTURES", HERMES),
            ),
            article("two", says("MAR", "PROCURES", TB2, confidence=0.7)),
        ]
    )
    return store


def chains(found: Paths) -> list[list[str]]:
    return [[node.id for node in path.nodes] for path in found.paths]


def test_paths_come_shortest_first_and_the_better_supported_of_one_length_before(web: Store) -> None:
    found = web.paths.find("MAR", BAYKAR)
    assert chains(found) == [["MAR", TB2, BAYKAR], ["MAR", "TUR", BAYKAR]]
    assert not found.cut
    step = found.paths[0].steps[0]
    assert (step.edges[0].relation, step.edges[0].claims) == ("PROCURES", 2)
    assert step.claim is not None
    assert (step.claim.confidence, step.claim.relation) == (0.9, "PROCURES")


def test_every_shortest_path_is_found_that_a_plain_search_finds(web: Store) -> None:
    ids = ["MAR", "TUR", "DZA", "ISR", TB2, HERMES, BAYKAR]
    net = nx.Graph((edge.source, edge.target) for edge in web.view.edges_among(ids))
    for left, right in [("MAR", BAYKAR), ("DZA", BAYKAR), (HERMES, TB2), ("ISR", "TUR")]:
        every = sorted(map(tuple, nx.all_simple_paths(net, left, right, cutoff=6)))
        assert sorted(map(tuple, chains(web.paths.find(left, right, ALL)))) == every


@pytest.mark.parametrize(
    ("constraints", "expected"),
    [
        (Constraints(Filter(relations=frozenset({"PROCURES", "MANUFACTURES"}))), [["MAR", TB2, BAYKAR]]),
        (Constraints(Filter(min_confidence=0.65)), [["MAR", TB2, BAYKAR]]),
        (Constraints(Filter(types=frozenset({"State"}))), [["MAR", "TUR", BAYKAR]]),
        (Constraints(avoid=frozenset({TB2})), [["MAR", "TUR", BAYKAR]]),
        (Constraints(Filter(min_documents=2)), []),
        (Constraints(along=True), []),
        (Constraints(longest=1), []),
    ],
)
def test_constraints_hold_for_every_step(web: Store, constraints: Constraints, expected: list[list[str]]) -> None:
    assert chains(web.paths.find("MAR", BAYKAR, constraints)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (Filter(), [["MAR", TB2, BAYKAR], ["MAR", "TUR", BAYKAR]]),
        (Filter(happened_from=date(2021, 1, 1), happened_until=date(2021, 12, 31)), [["MAR", TB2, BAYKAR]]),
        (Filter(happened_from=date(2022, 1, 1)), [["MAR", "TUR", BAYKAR]]),
        (Filter(known_by=date(2021, 6, 1)), [["MAR", "TUR", BAYKAR]]),
        (Filter(known_from=date(2021, 6, 2)), [["MAR", TB2, BAYKAR]]),
    ],
    ids=str,
)
def test_days_are_those_of_the_events_or_of_the_reports(store: Store, days: Filter, expected: list[list[str]]) -> None:
    early, late = When("2021", date(2021, 3, 1), date(2021, 3, 31)), When("2022", date(2022, 5, 1), date(2022, 5, 31))
    drone = [says("MAR", "PROCURES", TB2, when=early), says(BAYKAR, "MANUFACTURES", TB2, when=early)]
    state = [says("TUR", "SUPPLIES", "MAR", when=late), says(BAYKAR, "BASED_IN", "TUR", when=late)]
    store.writer.write([article("told late", *drone, published=date(2021, 7, 1))])
    store.writer.write([article("foretold", *state, published=date(2021, 5, 1))])
    assert sorted(chains(store.paths.find("MAR", BAYKAR, Constraints(days)))) == sorted(expected)


def test_a_step_that_only_its_claims_rule_out_is_no_step(web: Store) -> None:
    # Two claims: one is sure enough, the other firm enough; no claim is both.
    web.writer.write([article("three", says("DZA", "OPPOSES", "MAR", confidence=0.2))])
    both = Filter(min_confidence=0.4, modalities=frozenset({Modality.ASSERTED}))
    assert chains(web.paths.find("MAR", "DZA", Constraints(both))) == []
    assert chains(web.paths.find("MAR", "DZA", Constraints(Filter(min_confidence=0.4))))[0] == ["MAR", "DZA"]


def test_arrows_are_followed_where_that_is_asked(web: Store) -> None:
    along = Constraints(along=True)
    assert chains(web.paths.find(BAYKAR, "MAR", along)) == [[BAYKAR, "TUR", "MAR"]]
    assert chains(web.paths.find("MAR", BAYKAR, along)) == []


def test_no_path_says_which_constraint_removed_it(web: Store) -> None:
    found = web.paths.find("MAR", BAYKAR, Constraints(Filter(min_confidence=0.999), along=True))
    assert (found.paths, dict(found.removed), found.free) == ((), {}, 2)
    one = web.paths.find("MAR", BAYKAR, Constraints(Filter(min_confidence=0.999)))
    assert (dict(one.removed), one.free) == ({"min_confidence": 2}, 2)
    far = web.paths.find(HERMES, BAYKAR, Constraints(longest=2))
    assert (dict(far.removed), far.free) == ({}, None)


def test_classes_are_gone_through_only_where_that_is_asked(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", "system:sky"), says("TUR", "MANUFACTURES", "system:sky"))])
    store.driver.execute_query("MATCH (entity:Entity {id: 'system:sky'}) SET entity.generic = true")
    assert chains(store.paths.find("MAR", "TUR")) == []
    assert dict(store.paths.find("MAR", "TUR").removed) == {"generic": 2}
    assert chains(store.paths.find("MAR", "TUR", ALL)) == [["MAR", "system:sky", "TUR"]]


def test_an_unknown_entity_has_no_paths(web: Store) -> None:
    assert web.paths.find("MAR", "nobody") == Paths()


def test_what_takes_too_long_is_stopped_and_said(web: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.paths.SECONDS", 0.0)
    found = web.paths.find("MAR", BAYKAR)
    assert (found.paths, found.late) == ((), True)


def test_where_looking_stopped_early_no_path_is_not_said_to_be_none(
    web: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.writer.write([article("three", says("DZA", "OPPOSES", "MAR", confidence=0.2))])
    monkeypatch.setattr("graph.store.paths.ROUNDS", 1)
    both = Filter(min_confidence=0.4, modalities=frozenset({Modality.ASSERTED}))
    assert web.paths.find("MAR", "DZA", Constraints(both, longest=1)) == Paths(cut=True)


def test_every_statement_has_the_time_that_is_left(web: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed: list[float | None] = []
    read = Database.read

    def spy(self: Database, *statement: Any, **values: Any) -> Any:
        allowed.append(self.seconds)
        return read(self, *statement, **values)

    monkeypatch.setattr(Database, "read", spy)
    monkeypatch.setattr("graph.store.paths.SECONDS", 5.5)
    assert web.paths.find("MAR", BAYKAR, Constraints(Filter(min_confidence=0.65), hubs=False)).paths
    assert len(allowed) > 4
    assert all(seconds is not None and seconds <= 5.5 for seconds in allowed)


def test_every_hub_is_left_out_however_many_there_are(store: Store) -> None:
    store.driver.execute_query(
        "UNWIND range(1, 2100) AS n CREATE (hub:Entity {id: 'hub' + n}) WITH hub "
        "UNWIND range(1, 51) AS edge CREATE (hub)-[:SUPPLIES]->(hub)"
    )
    assert len(store.paths._hubs(time.monotonic() + 60)) == 2100


def test_entities_come_in_the_order_that_was_asked_for(web: Store) -> None:
    asked = [TB2, "TUR", BAYKAR, "MAR", "nobody", "DZA", "ISR", HERMES]
    assert [node.id for node in web.view.nodes(asked)] == [id for id in asked if id != "nobody"]
