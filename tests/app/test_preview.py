"""What is shown of an article before it is stored is what the store shows of it afterwards."""

from dataclasses import replace

import pytest
import worlds

from app import preview
from graph.records import Extraction
from graph.store.store import Store


@pytest.mark.parametrize("extraction", worlds.maghreb(), ids=lambda one: one.document.id)
def test_claims_read_the_same_before_and_after_they_are_stored(extraction: Extraction, store: Store) -> None:
    store.writer.write([extraction])
    stored = store.view.document(extraction.document.id)
    assert stored is not None
    assert preview.claims(extraction) == [replace(claim, act=None) for claim in stored.claims]  # acts are the store's
