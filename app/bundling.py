"""Several entities drawn as one: by type, by community, or those that were chosen; opened again exactly where they were."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from app import drawing
from app import scene as scenes
from app.canvas import picture
from app.scene import Bundle, Drawn, Scene
from app.text import short
from graph.analysis.communities import find_communities
from graph.analysis.layout import GOLDEN_ANGLE, Point
from graph.analysis.network import make_net, tie_together
from graph.schema.schema import load_schema
from graph.store.view_records import Node

PREFIX = "bundle:"
SMALLEST = 2  # entities that a bundle has at least
ROOM, ROUNDS = 150.0, 200  # canvas units between a new bundle and all else; how often it is pushed aside for that


def by_type(scene: Scene, drawn: Drawn) -> Scene:
    """One bundle for each type of which several entities are drawn; what is pinned or bundled already stays as it is."""
    plurals = {name: kind.plural for name, kind in load_schema().entities.items()}
    found: dict[str, list[str]] = defaultdict(list)
    for node in _free(scene, drawn):
        found[node.type].append(node.id)
    bundles = [Bundle(f"{PREFIX}type:{kind}", plurals.get(kind, kind), tuple(ids), kind) for kind, ids in found.items()]
    return _with(scene, bundles)


def by_community(scene: Scene, drawn: Drawn) -> Scene:
    """One bundle for each community of what is drawn, named after the entity with most claims in it."""
    nodes = {node.id: node for node in _free(scene, drawn)}
    communities = find_communities(make_net(nodes, tie_together(drawn.edges)))
    bundles = [_named(f"community:{each.members[0]}", each.members, nodes) for each in communities]
    return _with(scene, bundles)


def chosen(scene: Scene, drawn: Drawn, ids: Iterable[str]) -> Scene:
    """One bundle of these entities; bundles among them are opened into it."""
    inside = scenes.members(scene, ids)
    nodes = {node.id: node for node in drawn.nodes if node.id in inside}
    if len(nodes) < SMALLEST:
        return scene
    loose = replace(scene, bundles=tuple(each for each in scene.bundles if not inside & set(each.members)))
    ranked = sorted(nodes, key=lambda id: (-nodes[id].claims, id))
    return _with(_tidied(loose, scene), [_named(f"own:{ranked[0]}", ranked, nodes)])


def open_bundles(scene: Scene, ids: Iterable[str] | None = None) -> Scene:
    """Draw the members of these bundles again, of all bundles where none is named, exactly where they were."""
    wanted = {each.id for each in scene.bundles} if ids is None else set(ids)
    left = tuple(each for each in scene.bundles if each.id not in wanted)
    if len(left) == len(scene.bundles):
        return scene
    return replace(_tidied(replace(scene, bundles=left), scene), revision=scene.revision + 1, fit=False, note="")


def arrange(scene: Scene, drawn: Drawn) -> Scene:
    """Give everything a new place but what is pinned; members of bundles keep theirs."""
    folded = drawing.fold(scene, drawn)
    fixed = {node.id: scene.places[node.id] for node in folded.nodes if node.id in scene.pins}
    places = picture.arrange(folded.nodes, folded.edges, fixed)
    return replace(scene, places={**scene.places, **places}, revision=scene.revision + 1, fit=True, note="")


def _free(scene: Scene, drawn: Drawn) -> list[Node]:
    taken = {member for bundle in scene.bundles for member in bundle.members} | scene.pins
    return [node for node in drawn.nodes if node.id not in taken]


def _named(id: str, ids: Sequence[str], nodes: Mapping[str, Node]) -> Bundle:
    kinds = {nodes[member].type for member in ids}
    name = f"{short(nodes[ids[0]].name, 30)} and {len(ids) - 1} more"
    return Bundle(PREFIX + id, name, tuple(ids), kinds.pop() if len(kinds) == 1 else None)


def _with(scene: Scene, bundles: Iterable[Bundle]) -> Scene:
    """The scene with further bundles, each in the middle of its members or, where that is taken, beside it."""
    fresh = [bundle for bundle in bundles if len(bundle.members) >= SMALLEST]
    if not fresh:
        return replace(scene, note="nothing to group", fit=False)
    inside = {member for bundle in (*fresh, *scene.bundles) for member in bundle.members}
    middles = {bundle.id: _middle([scene.places[id] for id in bundle.members]) for bundle in fresh}
    places = _apart(middles, [point for id, point in scene.places.items() if id not in inside])
    selected = None if scene.selected and inside & {scene.selected, *scene.selected.split("~")} else scene.selected
    return replace(
        scene,
        bundles=(*scene.bundles, *fresh),
        places={**scene.places, **places},
        selected=selected,
        chosen=frozenset(),
        revision=scene.revision + 1,
        fit=False,
        note="",
    )


def _tidied(scene: Scene, before: Scene) -> Scene:
    """The scene without what is left of bundles that it no longer has."""
    lost = {each.id for each in before.bundles} - {each.id for each in scene.bundles}
    selected = None if scene.selected and lost & {scene.selected, *scene.selected.split("~")} else scene.selected
    places = {id: point for id, point in scene.places.items() if id not in lost}
    return replace(scene, places=places, selected=selected, chosen=scene.chosen - lost, pins=scene.pins - lost)


def _middle(points: Sequence[Point]) -> Point:
    across, down = zip(*points, strict=True)
    return sum(across) / len(points), sum(down) / len(points)


def _apart(middles: Mapping[str, Point], taken: Sequence[Point]) -> dict[str, Point]:
    """The same places, moved as little as gives each room for its name; what is drawn already stays."""
    where = np.array(list(middles.values()))
    held = np.array(taken).reshape(-1, 2)
    turns = np.arange(len(where)) * GOLDEN_ANGLE
    for _ in range(ROUNDS):
        apart = where[:, None] - np.concatenate([where, held])[None]
        gap = np.linalg.norm(apart, axis=2)
        lack = np.clip(ROOM - gap, 0, None)
        lack[np.arange(len(where)), np.arange(len(where))] = 0
        if lack.max(initial=0) < 1:
            break
        same = np.stack([np.cos(turns), np.sin(turns)], axis=1)[:, None]
        away = np.where(gap[:, :, None] < 1, same, apart / np.maximum(gap, 1)[:, :, None])
        where = where + 0.5 * (away * lack[:, :, None]).sum(1)
    return {id: (round(float(x), 1), round(float(y), 1)) for id, (x, y) in zip(middles, where, strict=True)}
