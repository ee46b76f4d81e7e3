"""Keeping a visitor's picture under a link."""

import pytest
import worlds

from app import links, state, visit
from app.scene import CAP, Scene
from graph.errors import ViewError
from graph.store.store import Store


def test_a_picture_that_could_not_be_opened_again_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state.st, "session_state", {})
    store.writer.write(worlds.maghreb())
    ids = tuple(f"system:{place}" for place in range(CAP + 1))
    visit.show(Scene(ids, dict.fromkeys(ids, (0.0, 0.0))))
    with pytest.raises(ViewError, match=f"{CAP} can be drawn"):
        links.keep(store)
    visit.show(Scene(("MAR",), {"MAR": (0.0, 0.0)}))
    assert store.views.get(links.keep(store)) is not None
