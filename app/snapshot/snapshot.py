"""The buttons as a Streamlit component (v2)."""

from pathlib import Path

from app.component import mount

HERE = Path(__file__).parent


def buttons(name: str, *, key: str) -> None:
    """Offer the canvas of this page as a PNG file of that name, at its own size and at twice that."""
    mount(HERE, "snapshot", ["index.js"])(key=key, data={"name": name}, height="content")
