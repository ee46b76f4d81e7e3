"""The map as a Streamlit component (v2), all of its files inside this package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.component import mount

HERE = Path(__file__).parent
MODULES = ("outline.js", "svg.js", "land.js", "arcs.js", "labels.js", "legend.js", "keys.js", "index.js")


def draw(payload: dict[str, Any], *, key: str, on_event: Callable[[], None]) -> None:
    """Draw a payload of `app.worldmap.picture`. `on_event` finds what the reader chose in `st.session_state[key].event`.

    An event is {kind: select | clear, what: node | edge | null, id}; see frontend/index.js.
    """
    mount(HERE, "worldmap", MODULES)(key=key, data=payload, on_event_change=on_event)
