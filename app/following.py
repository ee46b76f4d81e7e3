"""A picture after entities on it were judged to be one: what stood for the other now stands for the one that was kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from app.canvas.picture import make_key, split_key
from app.colouring import Colouring
from app.drawing import SEVERAL
from app.scene import Bundle, Scene
from graph.schema.schema import load_schema
from graph.store.edges import make_edge_key
from graph.store.filter import Filter

T = TypeVar("T")
Follow = Callable[[str], str]


def named_in(scene: Scene) -> list[str]:
    """The ids of all entities that the scene speaks of, drawn or not; those of bundles are among them."""
    selected = split_key(scene.selected) if scene.selected else None
    ends = (selected[0], selected[2]) if selected else (scene.selected,)
    ids = {*scene.ids, *scene.places, *scene.brought, *scene.chosen, *scene.pins, *(scene.filter.speakers or ())}
    return sorted(ids | {id for id in (scene.focus, *ends) if id})


def follow_merges(scene: Scene, canonical: Mapping[str, str]) -> Scene:
    """The scene with each entity under the id that it has by judgement: the same one where none of them changed.

    An entity stays where it was drawn; of two that became one, the place of the first is kept.
    """
    now = {id: other for id, other in canonical.items() if other != id}
    if not now:
        return scene

    def follow(id: str) -> str:
        return now.get(id, id)

    places = _first((follow(id), scene.places[id]) for id in (*scene.ids, *scene.places) if id in scene.places)
    chosen = frozenset(map(follow, scene.chosen))
    selected = _selected(scene.selected, follow) if scene.selected else None
    return replace(
        scene,
        ids=_each_once(map(follow, scene.ids)),
        places=places,
        filter=_filter(scene.filter, follow),
        focus=follow(scene.focus) if scene.focus else None,
        selected=selected or (min(chosen) if len(chosen) == 1 else None),
        chosen=chosen if len(chosen) > 1 else frozenset(),
        pins=frozenset(map(follow, scene.pins)),
        bundles=tuple(_bundles(scene.bundles, follow)),
        brought=_brought(scene.brought, follow),
        fanned=frozenset(key for pair in scene.fanned if (key := _selected(pair, follow))),
        colouring=_colouring(scene.colouring, follow) if scene.colouring else None,
    )


def _selected(key: str, follow: Follow) -> str | None:
    """An entity's id or an edge's key as it is now; None for an edge between two that became one."""
    edge = split_key(key)
    if edge is None:
        return follow(key)
    source, relation, target = follow(edge[0]), edge[1], follow(edge[2])
    if source == target and edge[0] != edge[2]:
        return None
    if relation == SEVERAL:
        return make_key(min(source, target), relation, max(source, target))
    placed = make_edge_key(load_schema(), relation, source, target)
    return make_key(placed.source, placed.relation, placed.target)


def _filter(filter: Filter, follow: Follow) -> Filter:
    return replace(filter, speakers=frozenset(map(follow, filter.speakers))) if filter.speakers else filter


def _bundles(bundles: Iterable[Bundle], follow: Follow) -> Iterator[Bundle]:
    """The bundles with their members as they are now, each in one bundle only."""
    taken: set[str] = set()
    for bundle in bundles:
        members = tuple(id for id in _each_once(map(follow, bundle.members)) if id not in taken)
        taken.update(members)
        if members:
            yield replace(bundle, members=members)


def _brought(brought: Mapping[str, tuple[str, ...]], follow: Follow) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id, them in brought.items():
        by = follow(id)
        found[by] = _each_once((*found.get(by, ()), *(follow(each) for each in them if follow(each) != by)))
    return {id: them for id, them in found.items() if them}


def _colouring(colouring: Colouring, follow: Follow) -> Colouring:
    sizes = _first((follow(id), size) for id, size in colouring.sizes.items())
    groups = _first((follow(id), group) for id, group in colouring.groups.items())
    return replace(colouring, sizes=sizes, groups=groups)


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _first(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for id, value in pairs:
        found.setdefault(id, value)
    return found
