"""What the Analysis page has computed, on a real store."""

from datetime import date

import pytest

from app import analyses
from app.analyses import OfStore, changed
from graph.analysis.changes import Kind
from graph.store.filter import Filter
from graph.store.store import Store
from graph.store.whole import Whole
from tests.store.saying import article, says

TB2, HERMES = "system:bayraktar-tb2", "system:hermes-900"
FIRST, SECOND, THIRD = date(2021, 1, 1), date(2021, 6, 1), date(2022, 1, 1)
DRAWN = ("MAR", TB2, HERMES)


def tell(share: float, says: str) -> None:
    pass


@pytest.fixture
def told(store: Store) -> Store:
    first = article("one", says("MAR", "PROCURES", TB2), published=FIRST)
    again = article("two", says("MAR", "PROCURES", TB2), says("TUR", "SUPPLIES", "MAR"), published=THIRD)
    new = article("three", says("MAR", "PROCURES", HERMES), says("MAR", "PROCURES", TB2), published=THIRD)
    store.writer.write([first, again, new])
    return store


def test_what_was_said_before_the_visitors_days_is_no_news(told: Store) -> None:
    of_store = OfStore(told.address, Filter(known_from=SECOND))
    for ids in (DRAWN, None):
        kinds = {each.target: each.kind for each in changed(tell, of_store, ids, SECOND, THIRD).changes}
        assert (kinds[TB2], kinds[HERMES]) == (Kind.REPEATED, Kind.APPEARED)


def test_of_a_picture_only_its_own_edges_are_read(told: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Whole, "changed")
    found = changed(tell, OfStore(told.address), DRAWN, SECOND, THIRD)
    assert (len(found.changes), found.looked_at, found.total) == (2, 2, 2)


def test_of_a_store_it_is_known_how_many_edges_were_looked_at(told: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyses, "MOST_CHANGED", 1)
    found = changed(tell, OfStore(told.address), None, SECOND, THIRD)
    assert ([each.target for each in found.changes], found.looked_at, found.total) == ([TB2], 1, 3)
