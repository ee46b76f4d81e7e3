"""What one visitor has on the canvas: which entities, where, what is filtered out, what is selected.

A Scene is a value; each thing a visitor does makes a new one from it and the store. Nothing here knows of Streamlit.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app import filtering
from app.canvas import picture
from app.colouring import Colouring
from app.text import short
from graph.analysis.layout import Point
from graph.store.filter import EVERYTHING, Filter
from graph.store.view import Direction, View
from graph.store.view_records import Edge, Node

CAP = 300  # entities drawn at once: more can't be read, and CPU-only machines start to lag
STEP = 12  # neighbours that one expansion adds
START = 14  # entities of the first picture


@dataclass(frozen=True, slots=True)
class Bundle:
    """Drawn entities that are shown as one; they keep their places for when it is opened. `type` is set where all share it."""

    id: str
    name: str
    members: tuple[str, ...]
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The canvas of one visitor. `filter` is what they let through of the store.

    Entities of a type that is left out keep their place in `ids` and `places`, and come back where they were. `focus` is the
    entity that the picture began with, None for the most connected ones; `selected` an entity's id or an edge's key, and
    `chosen` the entities that the next act is for where there are several. `pins` stay where they are when all is arranged
    anew; `brought` says which entities an expansion added; `fanned` are the pairs whose merged edges are drawn apart.
    `revision` rises with every change of what is drawn; `fit` asks for all to be brought into view. `colouring` is
    what an analysis found, None for types' own colours.
    """

    ids: tuple[str, ...] = ()
    places: Mapping[str, Point] = field(default_factory=dict)
    filter: Filter = EVERYTHING
    focus: str | None = None
    selected: str | None = None
    chosen: frozenset[str] = frozenset()
    pins: frozenset[str] = frozenset()
    bundles: tuple[Bundle, ...] = ()
    brought: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fanned: frozenset[str] = frozenset()
    note: str = ""
    revision: int = 0
    fit: bool = False
    colouring: Colouring | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Which neighbours an expansion should bring: by which relations (None for all), which way, and how many."""

    relations: frozenset[str] | None = None
    direction: Direction = "both"
    limit: int = STEP


ANY = Wish()


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
    return _settle(scene, view, (), nodes)


def begin_at(view: View, node: Node, before: Scene | None = None) -> Scene:
    """A picture of one entity and its best supported neighbours, with the filters of the picture before it."""
    before = before or Scene()
    scene = Scene(filter=before.filter, focus=node.id, selected=node.id, revision=before.revision)
    newcomers, note = _next_neighbours(scene, view, node.id, STEP)
    return replace(_credit(_settle(scene, view, (), [node, *newcomers]), node.id, newcomers), note=note, fit=True)


def add(scene: Scene, view: View, node: Node) -> Scene:
    """Put one more entity on the canvas, if it has room, with some neighbours where it would stand alone, and select it."""
    if node.id in scene.ids:
        return replace(scene, selected=node.id, focus=node.id)
    if len(scene.ids) >= CAP:
        return _full(scene)
    wider = _settle(scene, view, [*scene.ids, node.id])
    joined = any(node.id in (edge.source, edge.target) for edge in view.edges_among(wider.ids))
    wider = wider if joined else expand(wider, view, node.id)
    return replace(wider, selected=node.id, focus=node.id, fit=True)


def put(scene: Scene, view: View, ids: Sequence[str], selected: str | None = None) -> Scene:
    """Put just these entities on the canvas, as many as fit, and select one of them or an edge between two."""
    newcomers = [id for id in dict.fromkeys(ids) if id not in scene.ids]
    room = max(0, CAP - len(scene.ids))
    left = len(newcomers) - room
    note = f"{left} of {len(newcomers)} don't fit: {CAP} entities are drawn, the most at once" if left > 0 else ""
    wider = _settle(scene, view, [*scene.ids, *newcomers[:room]])
    return replace(wider, selected=selected or scene.selected, fit=True, note=note)


def expand(scene: Scene, view: View, id: str, wish: Wish = ANY) -> Scene:
    """Draw the next best supported neighbours of an entity; what is drawn stays where it is."""
    room = min(wish.limit, CAP - len(scene.ids))
    if room <= 0:
        return _full(scene)
    newcomers, note = _next_neighbours(scene, view, id, room, wish)
    wider = _settle(scene, view, scene.ids, newcomers)
    return replace(_credit(wider, id, newcomers), note=note, fit=False)


def hide(scene: Scene, *ids: str) -> Scene:
    """Take entities off the canvas; a bundle goes with all its members."""
    gone = members(scene, ids)
    return without(scene, gone) if gone else scene


def without(scene: Scene, gone: Collection[str]) -> Scene:
    """The scene with those entities, and all that is known of them, taken out."""
    kept = tuple(id for id in scene.ids if id not in gone)
    bundles = _rest(scene.bundles, gone)
    lost = {*gone, *({bundle.id for bundle in scene.bundles} - {bundle.id for bundle in bundles})}
    selected = None if scene.selected and lost & {scene.selected, *scene.selected.split("~")} else scene.selected
    brought = {id: tuple(other for other in them if other not in lost) for id, them in scene.brought.items()}
    return replace(
        scene,
        ids=kept,
        places={id: point for id, point in scene.places.items() if id not in lost},
        selected=selected,
        focus=None if scene.focus in lost else scene.focus,
        chosen=scene.chosen - lost,
        pins=scene.pins - lost,
        bundles=bundles,
        brought={id: them for id, them in brought.items() if them and id not in lost},
        revision=scene.revision + 1,
        fit=False,
        note="",
    )


def keep_only(scene: Scene, ids: Iterable[str]) -> Scene:
    """Take all off the canvas but those entities."""
    kept = members(scene, ids)
    return hide(scene, *(id for id in scene.ids if id not in kept)) if kept else scene


def members(scene: Scene, ids: Iterable[str]) -> frozenset[str]:
    """The drawn entities among those ids; a bundle's id stands for its members."""
    bundles = {bundle.id: bundle.members for bundle in scene.bundles}
    found = {member for id in ids for member in bundles.get(id, (id,))}
    return frozenset(found & set(scene.ids))


def pin(scene: Scene, ids: Iterable[str]) -> Scene:
    """Hold entities where they are when all is arranged anew; where all of them are held, let them go."""
    wanted = frozenset(ids) & scene.places.keys()
    pins = scene.pins - wanted if wanted <= scene.pins else scene.pins | wanted
    return replace(scene, pins=pins, revision=scene.revision + 1, fit=False, note="") if wanted else scene


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
    return replace(scene, places={**scene.places, **places}, fit=False) if places else scene


def select(scene: Scene, key: str | None) -> Scene:
    """Choose an entity or an edge to read about; None for nothing."""
    return replace(scene, selected=key, chosen=frozenset(), fit=False)


def choose(scene: Scene, ids: Iterable[str]) -> Scene:
    """Choose several entities for the next act; one is selected, none clears."""
    chosen = frozenset(ids) & scene.places.keys()
    if len(chosen) < 2:
        return select(scene, next(iter(chosen), None))
    return replace(scene, chosen=chosen, selected=None, fit=False)


def fan(scene: Scene, key: str) -> Scene:
    """Draw a pair's edges apart that are drawn as one in a large picture, or as one again."""
    return replace(scene, fanned=scene.fanned ^ {key}, revision=scene.revision + 1, fit=False, note="")


def paint(scene: Scene, colouring: Colouring | None) -> Scene:
    """Draw sizes and colours that an analysis found; None for the types' own."""
    return replace(scene, colouring=colouring, revision=scene.revision + 1, fit=False, note="")


def look(scene: Scene, view: View) -> Drawn:
    """What the scene shows, with the filters applied in the store."""
    types = scene.filter.types
    nodes = tuple(node for node in view.nodes(scene.ids) if types is None or node.type in types)
    ids = [node.id for node in nodes]
    edges = view.edges_among(ids, scene.filter)
    return Drawn(nodes, edges, _hidden(view, nodes, edges, scene.filter))


def _full(scene: Scene) -> Scene:
    return replace(scene, note=f"{CAP} entities are drawn, the most at once: hide some, or start over", fit=False)


def _hidden(view: View, nodes: Sequence[Node], edges: Iterable[Edge], filter: Filter) -> Mapping[str, int]:
    """How many neighbours of each aren't drawn. Without a filter that is known already: the busiest needn't be counted again."""
    if filter != EVERYTHING:
        return view.hidden([node.id for node in nodes], filter)
    seen: dict[str, set[str]] = {node.id: set() for node in nodes}
    for edge in edges:
        seen[edge.source].add(edge.target)
        seen[edge.target].add(edge.source)
    return {node.id: node.neighbours - len(seen[node.id]) for node in nodes}


def _next_neighbours(scene: Scene, view: View, id: str, room: int, wish: Wish = ANY) -> tuple[tuple[Node, ...], str]:
    """The best supported neighbours that aren't drawn yet, and a word on how many there are."""
    found = view.neighbours(id, _narrowed(scene.filter, wish), wish.direction, limit=room, exclude=scene.ids)
    newcomers = found.nodes
    named = view.named([id]).get(id)  # counts nothing: an entity may have very many edges
    name = short(named.name) if named else id
    drawn = (
        f"{len(newcomers)} more neighbours of {name} drawn" if newcomers else f"no more neighbours of {name} to draw"
    )
    rest = found.total - len(newcomers)
    return newcomers, drawn + (f", {rest} still hidden" if rest > 0 else "")


def _settle(scene: Scene, view: View, ids: Sequence[str], read: Sequence[Node] = ()) -> Scene:
    """The scene with these entities: those already placed stay, newcomers settle beside their neighbours.

    `read` are further ones that were read just now: what is around the busiest takes long to count.
    """
    found = {node.id: node for node in (*(view.nodes(ids) if ids else ()), *read)}
    nodes = [picture.Node(node.id, node.type, node.name, node.neighbours) for node in found.values()]
    known = [node.id for node in nodes]
    edges = [picture.Edge(edge.source, edge.relation, edge.target) for edge in view.edges_among(known)]
    bundles = [picture.Node(bundle.id, bundle.type or "", bundle.name) for bundle in scene.bundles]
    drawn = [*nodes, *bundles]
    fixed = {node.id: scene.places[node.id] for node in drawn if node.id in scene.places}
    places = picture.arrange(drawn, edges, fixed)
    return replace(scene, ids=tuple(known), places=places, revision=scene.revision + 1)


def _narrowed(filter: Filter, wish: Wish) -> Filter:
    if wish.relations is None:
        return filter
    allowed = wish.relations if filter.relations is None else wish.relations & filter.relations
    return replace(filter, relations=allowed)


def _credit(scene: Scene, id: str, newcomers: Iterable[Node]) -> Scene:
    """Remember which entity's expansion added them, so that it can be collapsed."""
    brought = (*scene.brought.get(id, ()), *(node.id for node in newcomers))
    return replace(scene, brought={**scene.brought, id: brought}) if brought else scene


def _rest(bundles: Sequence[Bundle], gone: Collection[str]) -> tuple[Bundle, ...]:
    left = (replace(each, members=tuple(id for id in each.members if id not in gone)) for each in bundles)
    return tuple(bundle for bundle in left if bundle.members)
