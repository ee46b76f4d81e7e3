"""The canvas as a Streamlit component (v2), all of its files inside this package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import streamlit as st

from app.canvas import inline

NAME, COMPONENT = "entente", "graph"
HERE = Path(__file__).parent


def draw(payload: dict[str, Any], *, key: str, on_event: Callable[[], None]) -> None:
    """Draw a payload of `app.canvas.picture`. `on_event` finds what the reader did in `st.session_state[key].event`.

    An event is {kind, what, id, moved}; see frontend/index.js.
    """
    _mount()(key=key, height=payload["height"] + 2, data=payload, on_event_change=on_event)


def _mount() -> Callable[..., Any]:
    """The component with its files served by address: a changed graph then sends its data only, not the script again.

    Streamlit finds such files by itself only for a wheel whose distribution and package names match, so they are
    registered by hand, in each run since a test's app has a registry of its own. That part of Streamlit isn't
    documented: where it is missing, the files are sent inline.
    """
    html = (HERE / "frontend" / "index.html").read_text(encoding="utf-8")
    if not _register():
        return _component(f"{NAME}_{COMPONENT}", html=html, css=inline.css(HERE), js=inline.script(HERE))
    return _component(f"{NAME}.{COMPONENT}", html=html, css="frontend/style.css", js="frontend/index.js")


def _register() -> bool:
    try:
        from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
        from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

        manager = get_bidi_component_manager()
        if manager.get_component_asset_root(f"{NAME}.{COMPONENT}") is None:
            manager.register_from_manifest(ComponentManifest(NAME, "1", [ComponentConfig(COMPONENT, ".")]), HERE)
    except (ImportError, AttributeError, TypeError):
        return False
    return True


def _component(name: str, **files: str) -> Callable[..., Any]:
    # Styles stay unshadowed: inside a shadow root Cytoscape mistakes where the pointer is.
    return cast(Callable[..., Any], st.components.v2.component(name, isolate_styles=False, **files))
