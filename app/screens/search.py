"""Finding an entity by whatever it is called: the search box, and a field in which one entity is picked."""

from typing import Any

import streamlit as st

from app import state, trouble
from graph.store.store import Store
from graph.store.view_records import Node

HITS = 8


def picker(label: str, store: Store, key: str) -> Node | None:
    """A field that finds entities as one types; gives the entity that was picked, None until one is.

    `key` names it among the page's fields; `preset` fills it from an address.
    """
    st.text_input(label, key=f"{key} typed", on_change=_pick, args=(store, key), placeholder="Morocco, Baykar, TB2 …")
    id = state.recall(key)
    return store.view.entity(id) if id else None


def preset(key: str, id: str | None) -> None:
    """Fill a picker with an entity, or empty it."""
    chosen: dict[str, Any] = {key: id}
    state.remember(**chosen)


@trouble.helpful
def _pick(store: Store, key: str) -> None:
    words = state.recall(f"{key} typed", "").strip()
    hits = store.view.search(words, HITS) if words else ()
    preset(key, hits[0].id if hits else None)
