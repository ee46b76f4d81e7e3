"""Home: what is in here, at a glance; everything on it is a door into the graph."""

import streamlit as st

from app import state
from app.screens import welcome


def page() -> None:
    """Draw the page."""
    _follow_old_address()
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    welcome.overview(store)


def _follow_old_address() -> None:
    """Explore was the first page once: an address with a picture in it leads there."""
    asked = state.whole_address()
    if asked:
        st.switch_page(st.Page(page, url_path="explore"), query_params=asked)
