"""The drawn entities as a matrix: sources as rows, targets as columns."""

from collections.abc import Callable

from app import state
from app.matrix import matrix, picture
from app.scene import Drawn, Scene

KEY = "matrix"


def view(scene: Scene, drawn: Drawn, *, on_select: Callable[[str | None], None], height: int = 640) -> None:
    """Draw what the canvas draws as a matrix. `on_select` is told an entity's id or an edge's key, as by the canvas."""
    payload = picture.payload(
        picture.entries(drawn.edges),
        drawn.nodes,
        rows="source",
        columns="target",
        selected=scene.selected,
        height=height,
    )
    matrix.draw(payload, key=KEY, on_event=lambda: _heard(on_select))


def _heard(on_select: Callable[[str | None], None]) -> None:
    event = getattr(state.recall(KEY), "event", None)
    if event:
        on_select(event["id"])
