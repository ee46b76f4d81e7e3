"""The drawn entities as a matrix: sources as rows, targets as columns."""

from collections.abc import Callable

from app import scene as scenes
from app import state, trouble, visit
from app.matrix import matrix, picture
from app.scene import Drawn, Scene
from graph.store.store import Store

KEY, HEIGHT = "matrix", 560


def view(store: Store, scene: Scene, drawn: Drawn, change: Callable[[Scene, str], None]) -> None:
    """Draw what the canvas draws as a matrix; what is chosen here is chosen there."""
    payload = picture.payload(
        picture.entries(drawn.edges),
        drawn.nodes,
        rows="source",
        columns="target",
        selected=scene.selected,
        height=HEIGHT,
    )
    matrix.draw(payload, key=KEY, on_event=_heard)


@trouble.helpful
def _heard() -> None:
    event, scene = getattr(state.recall(KEY), "event", None), visit.scene()
    if event and scene:
        visit.show(scenes.select(scene, event["id"]))
