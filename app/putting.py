"""What was found, on its way to the canvas: each gives the new picture and what was done as a sentence. No Streamlit."""

from collections.abc import Sequence
from dataclasses import replace

from app import scene as scenes
from app import text
from app.scene import Scene
from graph.schema.schema import load_schema
from graph.store.filter import Filter
from graph.store.found import Tie
from graph.store.store import Store
from graph.store.view import Direction
from graph.store.view_records import Node

MOST = 24  # entities that one relation puts there

Done = tuple[Scene, str | None]  # no sentence where nothing was done


def put_entity(scene: Scene | None, store: Store, node: Node) -> Done:
    """One entity: the first begins a picture of its own, later ones come into it."""
    if scene is None or scene.focus is None:
        return scenes.begin_at(store.view, node, scene), f"Began with {text.short(node.name)}"
    wider = scenes.add(scene, store.view, node)
    return wider, f"Added {text.short(node.name)}" if node.id in wider.ids else None


def put_several(scene: Scene | None, store: Store, ids: Sequence[str], selected: str | None, what: str) -> Done:
    """These entities and no others; `what` says what they are."""
    fresh = scene is None or scene.focus is None
    before = scene or Scene()
    begun = Scene(filter=before.filter, revision=before.revision) if fresh else before
    focus = ids[0] if ids else None
    return replace(scenes.put(begun, store.view, ids, selected or focus), focus=focus), f"Added {what}"


def put_tie(scene: Scene | None, store: Store, tie: Tie) -> Done:
    """The edges that a tie stands for, the best supported where they are many."""
    if tie.source and tie.target:
        return put_several(scene, store, [tie.source.id, tie.target.id], tie.id, reading(tie))
    ids, shown, total = _ends(store, tie)
    many = f" ({shown} of {total:,})" if shown < total else ""
    return put_several(scene, store, ids, None, f"{reading(tie)}{many}")


def reading(tie: Tie) -> str:
    """A tie as it reads: "… supplies Morocco"."""
    known = load_schema().relations[tie.relation]
    source = text.short(tie.source.name, 40) if tie.source else "…"
    target = text.short(tie.target.name, 40) if tie.target else "…"
    return f"{source} {known.phrase} {target}"


def _ends(store: Store, tie: Tie) -> tuple[list[str], int, int]:
    """The entities at the ends of a tie's edges, how many edges or neighbours they are of, and of how many."""
    end = tie.source or tie.target
    if end is None:
        edges = store.search.edges(tie.relation, MOST // 2)
        return [id for edge in edges for id in (edge.source, edge.target)], len(edges), tie.edges
    direction: Direction = "out" if tie.source else "in"
    around = store.view.neighbours(end.id, Filter(relations=frozenset([tie.relation])), direction, MOST)
    return [end.id, *(node.id for node in around.nodes)], len(around.nodes), around.total
