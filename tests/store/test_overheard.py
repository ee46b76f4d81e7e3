"""What actions ask can be run again by anybody: the same queries, without parameters, in the read-only console."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from graph.records import Modality
from graph.store.filter import Filter
from graph.store.overheard import overhear
from graph.store.overview import Overview
from graph.store.store import Store
from tests.store.hearing import same_answers
from tests.store.saying import article, says

TB2, HERMES = "system:bayraktar-tb2", "system:hermes-900"
QUOTED = "system:o'brien"  # an id that would end a careless quote
NARROW = Filter(
    types=frozenset({"State", "System"}),
    relations=frozenset({"PROCURES", "SUPPLIES"}),
    modalities=frozenset({Modality.ASSERTED}),
    reported=False,
    publishers=frozenset({"The Paper", "O'Hara \\ Söhne"}),
    min_documents=1,
    known_by=date(2030, 1, 1),
    happened_from=date(2001, 1, 1),
)
ACTS: dict[str, Callable[[Any], Any]] = {
    "counts": lambda view: view.counts(),
    "nodes": lambda view: view.nodes(["MAR", TB2, QUOTED, "nobody"]),
    "expand": lambda view: view.neighbours("MAR"),
    "expand one way with a filter": lambda view: view.neighbours("MAR", NARROW, "out", 3, ["ISR"]),
    "ways": lambda view: view.ways("MAR"),
    "ways with a filter": lambda view: view.ways("MAR", NARROW),
    "edges among": lambda view: view.edges_among(["MAR", "ISR", "TUR", TB2, HERMES]),
    "edges among with a filter": lambda view: view.edges_among(["MAR", "ISR", "TUR", TB2], NARROW),
    "hidden": lambda view: view.hidden(["MAR", "TUR"]),
    "hidden with a filter": lambda view: view.hidden(["MAR", "TUR"], NARROW),
    "evidence": lambda view: view.evidence("MAR", "PROCURES", TB2),
    "facets": lambda view: view.facets(["MAR", "TUR", TB2], NARROW),
    "facets of all": lambda view: view.facets(None),
    "days": lambda view: view.days(None, "happened", NARROW),
    "most connected": lambda view: view.most_connected(5, "State"),
    "document": lambda view: view.document("paper"),
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer.write(
        [
            article(
                "paper", says("MAR", "PROCURES", TB2), says("TUR", "SUPPLIES", "MAR"), says("MAR", "NORMALIZES", "ISR")
            ),
            article("wire", says("MAR", "PROCURES", TB2, "expected"), says("MAR", "PROCURES", HERMES, reported=True)),
        ]
    )
    return store


@pytest.mark.parametrize("name", ACTS)
def test_what_a_view_asks_gives_the_same_in_the_console(filled: Store, name: str) -> None:
    same_answers(filled, filled.view, ACTS[name])


@pytest.mark.parametrize(
    "typed", ["Morocco", "moroco's drones", "O'Hara \\u0027 ; MATCH (n) DETACH DELETE n", "who supplies Morocco"]
)
def test_what_a_search_asks_gives_the_same_in_the_console(filled: Store, typed: str) -> None:
    same_answers(filled, filled.search, lambda search: search.find(typed))


def test_what_the_home_page_asks_gives_the_same_in_the_console(filled: Store) -> None:
    same_answers(filled, Overview(filled.view.database, filled.view.schema), lambda overview: overview.published())


def test_lookups_of_judgements_are_left_out_where_nothing_was_judged(filled: Store) -> None:
    titles = [query.title for query in overhear(filled.view, lambda view: view.neighbours("MAR"))]
    assert titles[0].startswith("Who an entity has edges with")
    assert not any("judged to be" in title for title in titles)
