"""The search box as a Streamlit component (v2): a field with suggestions as one types."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.component import mount

HERE = Path(__file__).parent


def draw(
    *,
    key: str,
    label: str,
    placeholder: str,
    answer: dict[str, Any] | None,
    value: str,
    reset: int,
    hidden_label: bool,
    on_asked: Callable[[], None],
    on_chosen: Callable[[], None],
) -> None:
    """Draw the field. What is typed comes as `asked` {text}, what is chosen as `chosen` {id, text}; see frontend/index.js.

    `answer` is of `app.searchbox.answers`; `value` is written into the field whenever `reset` rises.
    """
    data = {
        "label": label,
        "placeholder": placeholder,
        "hidden_label": hidden_label,
        "answer": answer,
        "value": value,
        "reset": reset,
    }
    mount(HERE, "searchbox", ("index.js",))(key=key, data=data, on_asked_change=on_asked, on_chosen_change=on_chosen)
