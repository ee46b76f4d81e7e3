"""The drawn entities on the map of the world, with their relations as arcs."""

from collections.abc import Callable

from app import scene as scenes
from app import state, trouble, visit
from app.scene import Drawn, Scene
from app.worldmap import picture, worldmap
from graph.store.store import Store

KEY, HEIGHT = "map", 520


def view(store: Store, scene: Scene, drawn: Drawn, change: Callable[[Scene, str], None]) -> None:
    """Draw what the canvas draws on a map; what is chosen here is chosen there."""
    shown = picture.payload(drawn.nodes, drawn.edges, height=HEIGHT, selected=scene.selected)
    worldmap.draw(shown, key=KEY, on_event=_heard)


@trouble.helpful
def _heard() -> None:
    event, scene = getattr(state.recall(KEY), "event", None), visit.scene()
    if event and scene:
        visit.show(scenes.select(scene, event["id"]))
