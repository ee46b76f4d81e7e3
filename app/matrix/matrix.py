"""The matrix as a Streamlit component (v2), all of its files inside this package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.component import mount

HERE = Path(__file__).parent
MODULES = ("cells.js", "table.js", "index.js")


def draw(payload: dict[str, Any], *, key: str, on_event: Callable[[], None]) -> None:
    """Draw a payload of `app.matrix.picture`. `on_event` finds what the reader chose in `st.session_state[key].event`.

    An event is {kind: select, what: node | edge, id}; see frontend/index.js.
    """
    mount(HERE, "matrix", MODULES)(key=key, data=payload, on_event_change=on_event)
