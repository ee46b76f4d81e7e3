"""Lists of doors as a Streamlit component (v2), all of its files inside this package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.component import mount

HERE = Path(__file__).parent
MODULES = ("element.js", "claims.js", "ranks.js", "timeline.js", "index.js")


def draw(payload: dict[str, Any], *, key: str, on_event: Callable[[], None]) -> None:
    """Draw a payload of `app.glance.picture`. `on_event` finds what the reader opened in `st.session_state[key].event`.

    An event is {what: entity | edge | span, id}; see frontend/index.js.
    """
    mount(HERE, "glance", MODULES)(key=key, data=payload, on_event_change=on_event)
