"""The drawn entities on the map of the world, with their relations as arcs."""

from collections.abc import Callable

from app import state
from app.scene import Drawn, Scene
from app.worldmap import picture, worldmap

KEY = "map"


def view(scene: Scene, drawn: Drawn, *, on_select: Callable[[str | None], None], height: int = 600) -> None:
    """Draw what the canvas draws on a map. `on_select` is told an entity's id, an edge's key or None, as by the canvas."""
    shown = picture.payload(drawn.nodes, drawn.edges, height=height, selected=scene.selected)
    worldmap.draw(shown, key=KEY, on_event=lambda: _heard(on_select))


def _heard(on_select: Callable[[str | None], None]) -> None:
    event = getattr(state.recall(KEY), "event", None)
    if event:
        on_select(event["id"])
