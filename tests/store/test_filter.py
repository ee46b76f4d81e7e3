"""What a filter lets through is exactly what a store would hold that never heard of the rest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.records import Extraction
from graph.store.filter import EVERYTHING, Filter
from graph.store.store import Store
from graph.store.view_records import Edge
from tests.store.saying import ENTITIES, article, says
from tests.store.sifting import FIRST, TB2, articles, filters, passes, written
from tests.store.telling import clear


def fresh(store: Store, documents: Sequence[Extraction], filter: Filter) -> list[Edge]:
    """The edges of a store that was only ever told what passes."""
    clear(store)
    for each in documents:
        kept = tuple(claim for claim in each.claims if passes(claim, each.document.publisher, filter))
        store.writer.write([replace(each, claims=kept)])
    types, ids = filter.types, list(ENTITIES)
    edges = [edge for edge in store.view.edges_among(ids) if edge.documents >= filter.min_documents]
    return [e for e in edges if types is None or types >= {ENTITIES[e.source].type, ENTITIES[e.target].type}]


def by_ends(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.relation, edge.target


def ranked(edges: Sequence[Edge], id: str) -> list[str]:
    support: dict[str, tuple[int, int]] = {}
    for edge in edges:
        if id in (edge.source, edge.target):
            other = edge.target if edge.source == id else edge.source
            claims, last = support.get(other, (0, 0))
            support[other] = (claims + edge.claims, max(last, edge.last.toordinal() if edge.last else 0))
    return sorted(support, key=lambda other: (*(-each for each in support[other]), other))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles, st.lists(filters, min_size=3, max_size=3))
def test_a_filtered_store_is_the_store_of_what_passes(store: Store, drawn: Any, asked: list[Filter]) -> None:
    documents, view, ids = written(drawn), store.view, list(ENTITIES)
    clear(store)
    store.writer.write(documents)
    seen = []
    for filter in asked:
        edges = view.edges_among(ids, filter)
        around = view.neighbours("MAR", filter, limit=50)
        hidden = view.hidden(["MAR", TB2], filter)
        single = [view.edge(edge.source, edge.relation, edge.target, filter) for edge in edges]
        evidence = [view.evidence(edge.source, edge.relation, edge.target, filter=filter) for edge in edges]
        seen.append((edges, around, hidden, single, evidence))
    for filter, (edges, around, hidden, single, evidence) in zip(asked, seen, strict=True):
        expected = fresh(store, documents, filter)
        assert list(edges) == single == expected
        others = ranked(expected, "MAR")
        assert [node.id for node in around.nodes] == others
        assert around.total == len(others)
        assert sorted(around.edges, key=by_ends) == sorted((e for e in expected if "MAR" in by_ends(e)), key=by_ends)
        assert hidden == {"MAR": len(set(others) - {TB2}), TB2: len(set(ranked(expected, TB2)) - {"MAR"})}
        assert [list(claims) for claims in evidence] == [
            list(view.evidence(edge.source, edge.relation, edge.target)) for edge in expected
        ]


@pytest.fixture
def told(store: Store) -> Store:
    """Morocco is to buy, then buys, then is said not to have bought the TB2; Türkiye supplies Morocco."""
    march, june = date(2021, 3, 1), date(2021, 6, 1)
    store.writer.write(
        [
            article("plan", says("MAR", "PROCURES", TB2, "expected", confidence=0.9), published=FIRST),
            article("deal", says("MAR", "PROCURES", TB2, confidence=0.6), says("TUR", "SUPPLIES", "MAR"), published=march),
            article("doubt", says("MAR", "PROCURES", TB2, "denied", reported=True), published=june),
            article("undated", says("MAR", "PROCURES", TB2, confidence=0.8), published=None),
        ]
    )  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("day", "modality", "claims", "disputed"),
    [
        (date(2020, 12, 31), None, 0, False),
        (date(2021, 1, 1), "expected", 1, False),
        (date(2021, 3, 1), "asserted", 2, False),
        (date(2021, 6, 1), "asserted", 3, True),
    ],
)
def test_an_edge_is_what_was_known_on_the_evening_of_a_day(
    told: Store, day: date, modality: str | None, claims: int, disputed: bool
) -> None:
    edge = told.view.edge("MAR", "PROCURES", TB2, Filter(known_by=day))
    assert (edge.modality if edge else None) == modality
    assert edge is None or (edge.claims, edge.documents, edge.disputed, edge.last) == (claims, claims, disputed, day)


def test_only_the_sentences_that_pass_are_read(told: Store) -> None:
    sure = Filter(min_confidence=0.8)
    assert [c.document.id for c in told.view.evidence("MAR", "PROCURES", TB2, filter=sure)] == ["plan", "undated"]
    assert told.view.evidence("MAR", "PROCURES", TB2, filter=Filter(relations=frozenset({"SUPPLIES"}))) == ()


@pytest.mark.parametrize(("direction", "found"), [("both", {TB2, "TUR"}), ("out", {TB2}), ("in", {"TUR"})])
def test_neighbours_can_be_asked_for_by_direction(told: Store, direction: Any, found: set[str]) -> None:
    for filter in (EVERYTHING, Filter(known_by=date(2021, 12, 31))):
        around = told.view.neighbours("MAR", filter, direction)
        assert {node.id for node in around.nodes} == found
        assert {end for edge in around.edges for end in (edge.source, edge.target)} == {"MAR", *found}


@pytest.mark.parametrize("direction", ["both", "out", "in"])
def test_a_symmetric_relation_goes_both_ways(store: Store, direction: Any) -> None:
    store.writer.write([article("peace", says("MAR", "NORMALIZES", "ISR"))])
    for id, other in (("MAR", "ISR"), ("ISR", "MAR")):
        for filter in (EVERYTHING, Filter(reported=False)):
            assert [node.id for node in store.view.neighbours(id, filter, direction).nodes] == [other]
