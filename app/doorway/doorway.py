"""A Streamlit component (v2) that shows nothing: it tells which door inside a container was pressed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from app import state
from app.component import mount

HERE = Path(__file__).parent


def listen(within: str, on_pressed: Callable[[dict[str, Any]], None], scroll: str = "") -> None:
    """Hear the doors (see `app.doors.door`) inside the container of that key, in which this must be called.

    `on_pressed` is given {door, id, claim}. `scroll` is what to bring into view whenever it changes: the id of an element in
    the container.
    """
    key = f"doors of {within}"

    def heard() -> None:
        pressed = getattr(state.recall(key), "pressed", None)
        if pressed:
            on_pressed(dict(pressed))

    with st.container(key=f"doorway-{within}"):
        mount(HERE, "doorway", ("index.js",))(
            key=key, data={"within": within, "scroll": scroll}, on_pressed_change=heard
        )
