"""The history of the picture: each step as a sentence, and a way back to any of them."""

from collections.abc import Callable

import streamlit as st

from app import text, visit
from app.scene import Drawn, Scene
from graph.store.store import Store


def panel(store: Store, scene: Scene, drawn: Drawn, change: Callable[[Scene, str], None]) -> None:
    """List what was done, newest first; a press on a step shows the picture as it was then."""
    so_far = visit.history()
    if so_far is None:
        return
    later = len(so_far.steps) - 1 - so_far.at
    undone = f", {text.plural(later, 'of them undone', 'of them undone')}" if later else ""
    st.caption(f"{text.plural(len(so_far.steps), 'step')}{undone}. Press one to go there; Ctrl+Z goes one back.")
    with st.container(key="history-steps", gap=None):
        for at in reversed(range(len(so_far.steps))):
            _step(at, so_far.at, so_far.steps[at].said)
    if so_far.forgotten:
        st.caption(f"The first {so_far.forgotten:,} steps are no longer kept.")


def _step(at: int, now: int, said: str) -> None:
    where = "here" if at == now else "undone" if at > now else "done"
    icon = {"here": ":material/radio_button_checked:", "undone": ":material/redo:", "done": None}[where]
    with st.container(key=f"step-{where}-{at}"):
        st.button(
            text.markdown(said, 120),
            key=f"step {at}",
            type="tertiary",
            icon=icon,
            disabled=at == now,
            on_click=visit.jump,
            args=(at,),
        )
