"""The whole store, read at once: the same edges as a view of all its entities gives."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from graph.records import Modality
from graph.store.filter import EVERYTHING, Filter
from graph.store.store import Store
from graph.store.whole import Whole
from tests.store.saying import ENTITIES, article, says

TB2, HERMES = "system:bayraktar-tb2", "system:hermes-900"
FIRST, SECOND, THIRD = date(2021, 1, 1), date(2021, 6, 1), date(2022, 1, 1)


@pytest.fixture
def whole(store: Store) -> Whole:
    told = [
        article("one", says("MAR", "PROCURES", TB2, "expected"), says("TUR", "SUPPLIES", "MAR"), published=FIRST),
        article("two", says("MAR", "PROCURES", TB2), says("ISR", "NORMALIZES", "MAR"), published=SECOND),
        article("three", says("MAR", "PROCURES", HERMES, "denied"), says("MAR", "PROCURES", TB2), published=THIRD),
    ]
    told[1] = replace(told[1], document=replace(told[1].document, publisher="The Wire"))
    store.writer.write(told)
    return Whole(store.view.database, store.view.schema)


@pytest.mark.parametrize(
    "filter",
    [
        EVERYTHING,
        Filter(types=frozenset({"State"})),
        Filter(relations=frozenset({"PROCURES"})),
        Filter(modalities=frozenset({Modality.EXPECTED})),
        Filter(publishers=frozenset({"The Wire"}), types=frozenset({"State", "System"})),
        Filter(known_by=SECOND),
        Filter(known_from=SECOND, min_documents=2),
        Filter(min_documents=3),
        Filter(publishers=frozenset({"The Wire"}), types=frozenset({"State"})),
    ],
    ids=str,
)
def test_all_edges_that_pass_are_read(whole: Whole, store: Store, filter: Filter) -> None:
    seen = store.view.edges_among(list(ENTITIES), filter)
    if filter.types:
        types = {node.id: node.type for node in store.view.nodes(list(ENTITIES))}
        seen = tuple(edge for edge in seen if {types[edge.source], types[edge.target]} <= filter.types)
    assert Counter((line.source, line.target, line.claims) for line in whole.iter_lines(filter)) == Counter(
        (edge.source, edge.target, edge.claims) for edge in seen
    )


def test_edges_told_of_between_two_days_are_those_that_can_have_changed(whole: Whole) -> None:
    assert whole.changed(FIRST, SECOND) == (("ISR NORMALIZES MAR", f"MAR PROCURES {TB2}"), 2)
    assert whole.changed(FIRST, THIRD, limit=1) == ((f"MAR PROCURES {TB2}",), 3)
    assert whole.changed(SECOND, THIRD, Filter(modalities=frozenset({Modality.DENIED}))) == (
        (f"MAR PROCURES {HERMES}",),
        1,
    )
    assert whole.changed(THIRD, date(2023, 1, 1)) == ((), 0)


def test_edges_with_an_end_of_another_type_are_not_counted_among_those_that_changed(whole: Whole) -> None:
    assert whole.changed(FIRST, THIRD, Filter(types=frozenset({"State"}))) == (("ISR NORMALIZES MAR",), 1)
