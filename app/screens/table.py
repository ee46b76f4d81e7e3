"""The drawn entities and edges as tables: for those who read rather than look, with all that the canvas can do."""

from collections.abc import Callable

from app import acting, doors, state, trouble, visit
from app.scene import Drawn, Scene
from app.table import picture, table
from graph.store.store import Store

KEY, HEIGHT = "table", 560


def view(store: Store, scene: Scene, drawn: Drawn, change: Callable[[Scene, str], None]) -> None:
    """Show what the canvas draws as tables; what is done here is done there."""
    total = state.once(store, "counts", store.view.counts).total_entities
    table.draw(picture.payload(scene, drawn, total, HEIGHT), key=KEY, on_event=lambda: _heard(store))


@trouble.helpful
def _heard(store: Store) -> None:
    event, scene = getattr(state.recall(KEY), "event", None), visit.current(store.view)
    if not event or scene is None:
        return
    act = acting.read(event)
    if act.kind == "dossier" and act.id in scene.ids:
        doors.to_entity(act.id)
    visit.show(*acting.answer(act, scene, visit.look(scene, store.view), store.view))
