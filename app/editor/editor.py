"""The query editor as a Streamlit component (v2), all of its files inside this package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.component import mount

HERE = Path(__file__).parent
MODULES = ("cypher.js", "completing.js", "index.js")


def draw(
    *,
    key: str,
    label: str,
    value: str,
    reset: int,
    words: dict[str, Any],
    answer: dict[str, Any] | None,
    mark: dict[str, Any] | None,
    on_typed: Callable[[], None],
    on_run: Callable[[], None],
    on_asked: Callable[[], None],
) -> None:
    """Draw the editor. What is typed comes as `text`, Ctrl+Enter as `run` {text}, a wish for names as `asked` {text}.

    `value` is written into it whenever `reset` rises, and else what was typed stays. `words` can be completed, see
    `graph.store.vocabulary`; `answer` is {text, names: [{id, name, shown, type}]}; `mark` is {text, line, column, says}.
    """
    data = {"label": label, "value": value, "reset": reset, "words": words, "answer": answer, "mark": mark}
    mount(HERE, "editor", MODULES)(
        key=key, data=data, on_text_change=on_typed, on_run_change=on_run, on_asked_change=on_asked
    )
