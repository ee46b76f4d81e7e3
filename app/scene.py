"""What one visitor has on the canvas: which entities, where, what is filtered out, what is selected.

A Scene is a value; each thing a visitor does makes a new one from it and the store. Nothing here knows of Streamlit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app import acts, filtering
from app.canvas import picture
from app.text import short
from graph.analysis.layout import Point
from graph.store.filter import EVERYTHING, Filter
from graph.store.view import View
from graph.store.view_records import Edge, Node

CAP = 300  # entities drawn at once: more can't be read, and CPU-only machines start to lag
STEP = 12  # neighbours that one expansion adds
START = 14  # entities of the first picture


@dataclass(frozen=True, slots=True)
class Scene:
    """The canvas of one visitor. `filter` is what they let through of the store.

    Entities of a type that is left out keep their place in `ids` and `places`, and come back where they were. `focus` is the
    entity that the picture began with, None for the most connected ones; `selected` an entity's id or an edge's key.
    `revision` rises with every change of what is drawn; `fit` asks for all to be brought into view.
    """

    ids: tuple[str, ...] = ()
    places: Mapping[str, Point] = field(default_factory=dict)
    filter: Filter = EVERYTHING
    focus: str | None = None
    selected: str | None = None
    note: str = ""
    revision: int = 0
    fit: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a scene shows of the store now."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    hidden: Mapping[str, int]


def begin(view: View, filter: Filter = EVERYTHING, revision: int = 0) -> Scene:
    """The first picture: the most connected entities of the store."""
    nodes = view.most_connected(START)
    note = "the most connected entities; search to begin elsewhere"
    scene = Scene(filter=filter, revision=revision + 1, fit=True, note=note)
    return _settle(scene, view, [node.id for node in nodes])


def begin_at(view: View, node: Node, before: Scene | None = None) -> Scene:
    """A picture of one entity and its best supported neighbours, with the filters of the picture before it."""
    before = before or Scene()
    scene = Scene(filter=before.filter, focus=node.id, selected=node.id, revision=before.revision)
    newcomers, note = _next_neighbours(scene, view, node.id, STEP)
    return replace(_settle(scene, view, [node.id, *newcomers]), note=note, fit=True)


def add(scene: Scene, view: View, node: Node) -> Scene:
    """Put one more entity on the canvas, with some neighbours where it would stand alone, and select it."""
    if node.id in scene.ids:
        return replace(scene, selected=node.id, focus=node.id)
    wider = _settle(scene, view, [*scene.ids, node.id])
    joined = any(node.id in (edge.source, edge.target) for edge in view.edges_among(wider.ids))
    wider = wider if joined else expand(wider, view, node.id)
    return replace(wider, selected=node.id, focus=node.id, fit=True)


def expand(scene: Scene, view: View, id: str) -> Scene:
    """Draw the next best supported neighbours of an entity; what is drawn stays where it is."""
    room = min(STEP, CAP - len(scene.ids))
    if room <= 0:
        return replace(scene, note=f"{CAP} entities are drawn, the most at once: hide some, or start over", fit=False)
    newcomers, note = _next_neighbours(scene, view, id, room)
    return replace(_settle(scene, view, [*scene.ids, *newcomers]), note=note, fit=False)


def hide(scene: Scene, id: str) -> Scene:
    """Take an entity off the canvas."""
    kept = tuple(other for other in scene.ids if other != id)
    places = {other: point for other, point in scene.places.items() if other != id}
    gone = scene.selected is not None and id in (scene.selected, *scene.selected.split("~"))
    selected = None if gone else scene.selected
    return replace(scene, ids=kept, places=places, selected=selected, revision=scene.revision + 1, fit=False, note="")


def sift(scene: Scene, filter: Filter) -> Scene:
    """Let another part of the store through; what is drawn stays where it is."""
    return (
        replace(scene, filter=filter, revision=scene.revision + 1, fit=False, note="")
        if filter != scene.filter
        else scene
    )


def toggle(scene: Scene, name: str) -> Scene:
    """Filter a type, a relation or a modality out, or let it in again. Unknown names change nothing."""
    return sift(scene, filtering.toggle(scene.filter, name))


def require(scene: Scene, confidence: str) -> Scene:
    """Draw only what a claim is at least so sure of, one of filtering.LEVELS; "" for all. Anything else changes nothing."""
    return sift(scene, filtering.require(scene.filter, confidence))


def move(scene: Scene, moved: Mapping[str, Sequence[float]]) -> Scene:
    """Keep the places to which entities were dragged."""
    places = {id: (float(at[0]), float(at[1])) for id, at in moved.items() if id in scene.places and len(at) == 2}
    return replace(scene, places={**scene.places, **places}) if places else scene


def select(scene: Scene, key: str | None) -> Scene:
    """Choose an entity or an edge to read about; None for nothing."""
    return replace(scene, selected=key, fit=False)


def look(scene: Scene, view: View) -> Drawn:
    """What the scene shows, with the filters applied in the store."""
    types = scene.filter.types
    nodes = tuple(node for node in view.nodes(scene.ids) if types is None or node.type in types)
    ids = [node.id for node in nodes]
    return Drawn(nodes, view.edges_among(ids, scene.filter), view.hidden(ids, scene.filter))


def payload(scene: Scene, drawn: Drawn, total: int, height: int) -> dict[str, Any]:
    """What the canvas needs to draw the scene; `total` is how many entities the store holds."""
    nodes = [picture.Node(node.id, node.type, node.name, node.neighbours, node.generic) for node in drawn.nodes]
    status = f"{len(nodes)} of {total:,} entities drawn"
    return picture.payload(
        nodes,
        [_drawn(edge) for edge in drawn.edges],
        scene.places,
        revision=scene.revision,
        status=f"{status} · {scene.note}" if scene.note else status,
        off=filtering.off(scene.filter),
        levels=filtering.LEVELS,
        min_confidence=scene.filter.min_confidence,
        selected=scene.selected,
        neighbours={node.id: node.neighbours - drawn.hidden[node.id] for node in drawn.nodes},
        fit=scene.fit,
        height=height,
    )


def _drawn(edge: Edge) -> picture.Edge:
    counts = (edge.claims, edge.documents)
    return picture.Edge(edge.source, edge.relation, edge.target, edge.modality, *counts, told=acts.told(edge))


def _next_neighbours(scene: Scene, view: View, id: str, room: int) -> tuple[list[str], str]:
    """The best supported neighbours that aren't drawn yet, and a word on how many there are."""
    found = view.neighbours(id, scene.filter, limit=room, exclude=scene.ids)
    newcomers = [node.id for node in found.nodes]
    name = next((short(node.name) for node in view.nodes([id])), id)
    drawn = (
        f"{len(newcomers)} more neighbours of {name} drawn" if newcomers else f"no more neighbours of {name} to draw"
    )
    rest = found.total - len(newcomers)
    return newcomers, drawn + (f", {rest} still hidden" if rest > 0 else "")


def _settle(scene: Scene, view: View, ids: Sequence[str]) -> Scene:
    """The scene with these entities: those already placed stay, newcomers settle beside their neighbours."""
    nodes = [picture.Node(node.id, node.type, node.name, node.neighbours) for node in view.nodes(ids)]
    known = [node.id for node in nodes]
    edges = [picture.Edge(edge.source, edge.relation, edge.target) for edge in view.edges_among(known)]
    places = picture.arrange(nodes, edges, {id: point for id, point in scene.places.items() if id in known})
    return replace(scene, ids=tuple(known), places=places, revision=scene.revision + 1)
