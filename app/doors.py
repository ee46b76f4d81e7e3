"""Doors from one page of the app to another, which keep what the visitor has on the canvas.

A plain link would load the app anew and lose it; these switch the page inside the visitor's session.
"""

from dataclasses import replace
from typing import Any, NoReturn

import streamlit as st

from app import scene as scenes
from app import state, visit
from app.canvas.picture import split_key
from app.scene import Scene
from app.text import short
from graph.store.store import Store

LONGEST_ADDRESS = 2000  # characters of a query; a longer one would make an address that can't be sent on
FROM, TO = "from", "to"  # names in the address of Paths and Compare


def to_explore(focus: str | None, selected: str | None = None) -> NoReturn:
    """Put an entity on the canvas, beside what is there already, and go to it; `selected` is an entity's id or an edge's key.

    Without either, just go back to the canvas.
    """
    if (focus or selected) and not _draw(state.store(), focus, selected):
        _go("explore", focus=focus or selected)  # which says that the store has none of it
    _go("explore")


def to_entity(id: str) -> NoReturn:
    """Open all that is known of an entity."""
    _go("entity", id=id)


def to_document(id: str, claim: str | None = None) -> NoReturn:
    """Open a document, at the sentence of one of its claims where that is named."""
    _go("document", id=id, claim=claim)


def to_paths(a: str, b: str | None = None) -> NoReturn:
    """Ask how two entities hang together; without the second, that is asked there."""
    _go("paths", **{FROM: a, TO: b})


def to_compare(a: str, b: str | None = None) -> NoReturn:
    """Lay two entities side by side; without the second, that is asked there."""
    _go("compare", **{FROM: a, TO: b})


def to_review(claim: str) -> NoReturn:
    """Open a claim where it can be judged."""
    _go("review", claim=claim)


def to_console(query: str) -> NoReturn:
    """Open the console with a query in its editor; a short one is in the address too."""
    state.remember(query=query)
    state.forget("result")
    _go("cypher", q=query if len(query) <= LONGEST_ADDRESS else None)


def follow(pressed: dict[str, Any]) -> None:
    """Go through the door that was pressed; see `app.doorway`. What is no door leads nowhere."""
    id, claim = str(pressed.get("id") or ""), pressed.get("claim")
    match pressed.get("door") if id else None:
        case "entity":
            to_entity(id)
        case "document":
            to_document(id, str(claim) if claim else None)
        case "review":
            to_review(id)
        case "explore":
            to_explore(None if split_key(id) else id, id)
        case "paths":
            to_paths(id)
        case "compare":
            to_compare(id)


def _draw(store: Store, focus: str | None, selected: str | None) -> bool:
    """Show the visitor's picture with the entity, or both ends of the edge, on it; False where the store has neither."""
    before, edge = visit.current(store.view), split_key(selected) if selected else None
    asked = [*([focus] if focus else []), *((edge[0], edge[2]) if edge else [])]
    nodes = store.view.nodes(asked)
    if not nodes:
        return False
    scene = _with(before, store, [node.id for node in nodes])
    visit.show(scenes.select(scene, selected or nodes[0].id), f"Showed {short(nodes[0].name)}")
    return True


def _with(before: Scene | None, store: Store, ids: list[str]) -> Scene:
    scene = before
    for node in store.view.nodes(ids):
        scene = scenes.add(scene, store.view, node) if scene else scenes.begin_at(store.view, node)
    assert scene is not None
    return replace(scene, focus=scene.focus or ids[0])


def _go(path: str, **asked: str | None) -> NoReturn:
    wanted = {name: value for name, value in asked.items() if value}
    st.switch_page(st.Page(_nothing, url_path=path, title=path), query_params=wanted)


def _nothing() -> None:
    """A page is known by its path: what it draws is said in app/main.py."""
