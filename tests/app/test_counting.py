"""Counting a whole store beside the page gives what the page itself would have counted."""

from datetime import date

import worlds

from app.analyses import OfStore, count_choices
from graph.store.filter import Filter
from graph.store.store import Store


def test_what_is_counted_beside_the_page_is_what_the_store_says(store: Store) -> None:
    store.writer.write(worlds.maghreb())
    told: list[str] = []
    for filter in (Filter(), Filter(min_confidence=0.8), Filter(known_by=date(2020, 1, 1), min_documents=2)):
        counted = count_choices(lambda share, says: told.append(says), OfStore(store.address, filter), 1234)
        assert counted == store.view.facets(None, filter)
    assert any("1,234" in says for says in told)
