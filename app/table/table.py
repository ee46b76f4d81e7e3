"""The tables as a Streamlit component (v2), all of its files inside this package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.component import mount

HERE = Path(__file__).parent
MODULES = ("csv.js", "grid.js", "rows.js", "index.js")


def draw(payload: dict[str, Any], *, key: str, on_event: Callable[[], None]) -> None:
    """Draw a payload of `app.table.picture`. `on_event` finds what the reader did in `st.session_state[key].event`.

    An event is {kind, id, ids} as the canvas tells it, or {kind: dossier, id}; see frontend/index.js.
    """
    mount(HERE, "table", MODULES)(key=key, data=payload, on_event_change=on_event)
