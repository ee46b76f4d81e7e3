"""Review: judge whether two entities are one, and whether claims hold; every judgement can be taken back."""

import streamlit as st

from app import state
from app.keys import keys
from app.screens import claims, judging, pairs

PART = "part of review"
ENTITIES, CLAIMS = "Entities", "Claims"


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        st.info("The store is empty: there is nothing to judge. Ingest some articles first.", icon=":material/info:")
        return
    part = _part()
    if part == CLAIMS:
        keys.listen(claims.KEYS)
        claims.show(store)
    else:
        keys.listen(pairs.KEYS)
        pairs.show(store)


def _part() -> str:
    """What is judged: what the visitor chose, unless the address names something to judge."""
    named = CLAIMS if state.address("claim") else ENTITIES if state.address("left") else None
    state.remember(**{PART: named or state.recall(PART) or ENTITIES})
    choice, name = st.columns([0.7, 0.3], vertical_alignment="bottom")
    chosen = choice.segmented_control(
        "What to judge", [ENTITIES, CLAIMS], key=PART, on_change=_turn, label_visibility="collapsed"
    )
    with name:
        judging.ask_name()
    return str(chosen)


def _turn() -> None:
    state.set_address({"claim": None, "left": None, "right": None})
    state.forget(judging.REFUSED)
