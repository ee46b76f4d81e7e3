"""Buttons that have a key: drawn with it, pressed by it."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

import streamlit as st

NAME = "entente_keys"


def listen(keys: Sequence[str]) -> None:
    """Let each of these letters press the button of that key, except where the visitor is writing."""
    script = (files("app.keys") / "keys.js").read_text(encoding="utf-8")
    st.components.v2.component(NAME, js=script)(key=NAME, data={"keys": list(keys)})


def button(letter: str, label: str, *, key: str, on_click: Callable[..., None], **more: Any) -> None:
    """A button that shows its key and can be pressed by it.

    `key` tells what it is about, so that a late press of a button that is gone never counts for the next one.
    """
    with st.container(key=f"press-{letter}"):
        st.button(f"{label} `{letter.upper()}`", key=f"{letter} {key}", on_click=on_click, width="stretch", **more)
