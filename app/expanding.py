"""What an expansion brings, what it would bring, and how it is taken away again."""

from collections.abc import Iterable
from dataclasses import replace

from app import scene as scenes
from app.scene import CAP, Scene
from graph.store.view import View
from graph.store.view_records import Way


def ways(scene: Scene, view: View, id: str) -> tuple[Way, ...]:
    """By which relations an entity has neighbours that aren't drawn, and how many, before any is drawn."""
    return view.ways(id, scene.filter, exclude=scene.ids)


def expand_all(scene: Scene, view: View, ids: Iterable[str]) -> Scene:
    """Expand several entities, one after the other; all that is drawn stays where it is."""
    wider = scene
    for id in sorted(scenes.members(scene, ids)):
        wider = scenes.expand(wider, view, id)
    if wider == scene:
        return scene
    number = len(wider.ids) - len(scene.ids)
    full = f"; {CAP} are drawn, the most at once" if len(wider.ids) >= CAP else ""
    note = f"{number} more neighbours drawn{full}" if number else f"no more neighbours to draw{full}"
    return replace(wider, note=note, revision=scene.revision + 1)


def collapse(scene: Scene, view: View, id: str) -> Scene:
    """Take away what an entity's expansion brought, and its neighbours that hang on nothing else.

    What those brought goes with them; what is pinned stays, and so does the entity that the picture began with.
    """
    held = {*scene.pins, id, scene.focus}
    gone = (_brought_by(scene, id) | _leaves(scene, view, id)) - held
    if not gone:
        return replace(scene, note="nothing to collapse here", fit=False)
    return scenes.without(scene, gone)


def _brought_by(scene: Scene, id: str) -> set[str]:
    found: set[str] = set()
    waiting = [id]
    while waiting:
        fresh = set(scene.brought.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += sorted(fresh)
    return found


def _leaves(scene: Scene, view: View, id: str) -> set[str]:
    """Neighbours whose only drawn neighbour is this entity."""
    around: dict[str, set[str]] = {}
    for edge in view.edges_among(scene.ids, scene.filter):
        around.setdefault(edge.source, set()).add(edge.target)
        around.setdefault(edge.target, set()).add(edge.source)
    return {other for other in around.get(id, ()) if around[other] <= {id, other}}
