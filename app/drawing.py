"""From a scene to what the canvas draws: bundles as one node, edges merged where there are too many to tell apart."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app import acts, filtering
from app.canvas import picture
from app.colouring import dated, name_basis
from app.scene import Bundle, Drawn, Scene
from graph.analysis.layout import Point
from graph.schema.schema import load_schema
from graph.store.edges import FIRMNESS
from graph.store.filter import EVERYTHING
from graph.store.view_records import Edge, Way

MERGE_ABOVE = 150  # drawn nodes above which a pair's edges are drawn as one
MERGE_EDGES_ABOVE = 400  # edges above which they are too: fourteen hubs of a large store have a thousand between them
SEVERAL = "*"  # stands for the relation where an edge stands for several


@dataclass(frozen=True, slots=True)
class Folded:
    """What is really painted: bundles instead of their members, merged edges instead of their parts."""

    nodes: tuple[picture.Node, ...]
    edges: tuple[picture.Edge, ...]


def fold(scene: Scene, drawn: Drawn) -> Folded:
    """The nodes and edges as they are painted."""
    home = {member: bundle.id for bundle in scene.bundles for member in bundle.members}
    alone = _left_alone(scene, drawn)
    nodes = [
        picture.Node(each.id, each.type, each.name, each.neighbours, each.generic, faint=each.id in alone)
        for each in drawn.nodes
    ]
    seen = {node.id for node in nodes}
    bundles = [
        _bundle(bundle, len(seen & set(bundle.members))) for bundle in scene.bundles if seen & set(bundle.members)
    ]
    painted = (*(node for node in nodes if node.id not in home), *bundles)
    edges = _between_bundles([_drawn(edge) for edge in drawn.edges], home)
    many = len(painted) > MERGE_ABOVE or len(edges) > MERGE_EDGES_ABOVE
    return Folded(painted, _merged(edges, scene.fanned) if many else tuple(edges))


def _left_alone(scene: Scene, drawn: Drawn) -> frozenset[str]:
    """The entities that a filter leaves without an edge: they keep their places, and step back."""
    if scene.filter == EVERYTHING:
        return frozenset()
    ends = {end for edge in drawn.edges for end in (edge.source, edge.target)}
    return frozenset(node.id for node in drawn.nodes if node.id not in ends)


def behind(scene: Scene, drawn: Drawn, key: str) -> tuple[Edge, ...]:
    """The store's edges that a painted edge stands for."""
    home = {member: bundle.id for bundle in scene.bundles for member in bundle.members}
    ends = picture.split_key(key)
    if ends is None:
        return ()
    source, relation, target = ends
    found = []
    for edge in drawn.edges:
        pair = home.get(edge.source, edge.source), home.get(edge.target, edge.target)
        one_way = relation not in (SEVERAL, *_symmetric())
        if relation in (SEVERAL, edge.relation) and (
            pair == (source, target) or (not one_way and pair == (target, source))
        ):
            found.append(edge)
    return tuple(found)


def payload(
    scene: Scene, drawn: Drawn, total: int, height: int, asked: tuple[str, Sequence[Way]] | None = None
) -> dict[str, Any]:
    """What the canvas needs to draw the scene.

    `total` is how many entities the store holds; `asked` says of one entity by which ways it can be expanded.
    """
    folded = fold(scene, drawn)
    status = f"{len(drawn.nodes)} of {total:,} entities drawn"
    sent = picture.payload(
        folded.nodes,
        folded.edges,
        _places(scene, folded.nodes),
        revision=scene.revision,
        status=f"{status} · {scene.note}" if scene.note else status,
        off=filtering.off(scene.filter),
        levels=filtering.LEVELS,
        min_confidence=scene.filter.min_confidence,
        selected=scene.selected,
        neighbours={node.id: node.neighbours - drawn.hidden[node.id] for node in drawn.nodes},
        fit=scene.fit,
        height=height,
        colouring=dated(scene.colouring, name_basis(scene.filter, scene.ids)),
        pins=scene.pins,
        told=(_nodes(drawn), [_drawn(edge) for edge in drawn.edges]),
    )
    return sent | {
        "revision": _stamp(scene, sent),
        "chosen": sorted(scene.chosen),
        "fanned": sorted(scene.fanned),
        "asked": _asked(*asked) if asked else None,
    }


def _stamp(scene: Scene, sent: Mapping[str, Any]) -> str:
    """What tells the canvas to draw anew: an act, or nodes and edges that differ, as when the store has changed."""
    drawn = json.dumps([sent["nodes"], sent["edges"]], sort_keys=True)
    return f"{scene.revision}-{zlib.crc32(drawn.encode()):08x}"


def _places(scene: Scene, nodes: Iterable[picture.Node]) -> Mapping[str, Point]:
    return {node.id: scene.places.get(node.id, (0.0, 0.0)) for node in nodes}


def _asked(id: str, ways: Sequence[Way]) -> dict[str, Any]:
    phrase = load_schema().phrase
    rows = [
        {"relation": way.relation, "phrase": phrase(way.relation), "direction": way.direction, "count": way.neighbours}
        for way in ways
    ]
    return {"id": id, "ways": rows}


def _bundle(bundle: Bundle, shown: int) -> picture.Node:
    return picture.Node(bundle.id, bundle.type or "", bundle.name, members=shown)


def _nodes(drawn: Drawn) -> list[picture.Node]:
    return [picture.Node(each.id, each.type, each.name, each.neighbours, each.generic) for each in drawn.nodes]


def _drawn(edge: Edge) -> picture.Edge:
    counts = (edge.claims, edge.documents)
    return picture.Edge(edge.source, edge.relation, edge.target, edge.modality, *counts, told=acts.told_firmly(edge))


def _between_bundles(edges: Iterable[picture.Edge], home: Mapping[str, str]) -> list[picture.Edge]:
    """The edges between what is painted, those of one relation between two bundles as one; none inside a bundle."""
    if not home:
        return list(edges)
    found: dict[str, list[picture.Edge]] = defaultdict(list)
    for edge in edges:
        source, target = home.get(edge.source, edge.source), home.get(edge.target, edge.target)
        if edge.relation in _symmetric() and target < source:
            source, target = target, source
        if source != target or edge.source == edge.target:
            moved = replace(edge, source=source, target=target)
            found[moved.key].append(moved)
    return [parts[0] if len(parts) == 1 else _sum(parts, parts[0].relation, "edges") for parts in found.values()]


def _merged(edges: Iterable[picture.Edge], fanned: frozenset[str]) -> tuple[picture.Edge, ...]:
    """Edges between the same two nodes as one, but for pairs that a reader fanned out."""
    found: dict[tuple[str, str], list[picture.Edge]] = defaultdict(list)
    for edge in edges:
        found[min(edge.source, edge.target), max(edge.source, edge.target)].append(edge)
    painted: list[picture.Edge] = []
    for (low, high), parts in found.items():
        apart = len(parts) == 1 or picture.make_key(low, SEVERAL, high) in fanned
        painted += parts if apart else [replace(_sum(parts, SEVERAL, "relations"), source=low, target=high)]
    return tuple(painted)


def _sum(parts: Sequence[picture.Edge], relation: str, what: str) -> picture.Edge:
    """One edge for several: as firm as the firmest, with the claims of all."""
    firmest = min(parts, key=lambda edge: FIRMNESS[str(edge.modality)])
    number = sum(edge.parts for edge in parts)
    phrase = load_schema().relations[relation].phrase if relation != SEVERAL else f"{number} {what}"
    claims = sum(edge.claims for edge in parts)
    return replace(
        firmest,
        relation=relation,
        claims=claims,
        documents=max(edge.documents for edge in parts),
        told=f"{number} {what}, {claims} claims",
        parts=number,
        label=phrase if relation == SEVERAL else f"{phrase} × {number}",
    )


def _symmetric() -> frozenset[str]:
    return frozenset(name for name, relation in load_schema().relations.items() if relation.symmetric)
