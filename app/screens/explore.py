"""Explore: search, the drawn graph, and beside it the sentences behind what is selected."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from app import scene as scenes
from app import state, text, trouble
from app.canvas.canvas import draw
from app.canvas.picture import split_key
from app.scene import Scene
from app.screens import evidence, welcome
from graph.store.store import Store
from graph.store.view_records import Node

CANVAS, SCENE, SEARCH, HITS = "canvas", "scene", "search", "hits"
HEIGHT = 660
SHOWN_HITS = 8


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    _follow_address(store)
    _search_box(store)
    _explorer(store)


def _follow_address(store: Store) -> None:
    """Begin where the address says: ?focus= names an entity, ?sel= an entity or an edge."""
    focus, selected = state.address("focus"), state.address("sel")
    scene = state.recall(SCENE)
    if scene is not None and focus in (None, scene.focus):
        return
    node = store.view.entity(focus) if focus else None
    if focus and node is None:
        state.remember(**{SCENE: scene or scenes.begin(store.view)})
        state.set_address({"focus": None, "sel": None})
        welcome.unknown_entity(focus, store.view)
        return
    begun = scenes.begin_at(store.view, node) if node else scenes.begin(store.view)
    state.remember(**{SCENE: _with_selection(begun, store, selected)})


def _with_selection(scene: Scene, store: Store, selected: str | None) -> Scene:
    """The scene with what the address selects, if the store has it; both ends of an edge are put on the canvas."""
    edge = split_key(selected) if selected else None
    if edge and store.view.edge(*edge):
        for end in store.view.nodes([edge[0], edge[2]]):
            scene = scenes.add(scene, store.view, end)
        return replace(scenes.select(scene, selected), focus=scene.focus)
    return scenes.select(scene, selected) if selected in scene.ids else scene


def _search_box(store: Store) -> None:
    box, again = st.columns([0.86, 0.14], vertical_alignment="bottom")
    box.text_input(
        "Search states, groups, firms, weapon systems, agreements, people and places",
        key=SEARCH,
        placeholder="Morocco, Baykar, TB2, Abraham Accords …   Enter puts the best match on the canvas",
        on_change=_search,
        args=(store,),
    )
    again.button("Start over", icon=":material/restart_alt:", width="stretch", on_click=_start_over, args=(store,))
    hits: tuple[Node, ...] | None = state.recall(HITS)
    with st.container():  # there even without hits: the canvas below must not be taken for another one
        if hits is not None:
            _show_hits(store, hits)


def _show_hits(store: Store, hits: tuple[Node, ...]) -> None:
    if not hits:
        st.info(
            "Nothing in the store has such a name. Try fewer letters, or another name for it.",
            icon=":material/search_off:",
        )
        return
    with st.container(horizontal=True, gap="small"):
        for node in hits:
            words = f"{text.markdown(node.name, 40)} :small[{node.type} · {text.plural(node.claims, 'claim')}]"
            st.button(words, key=f"hit {node.id}", on_click=_put, args=(store, node))


@trouble.helpful
def _search(store: Store) -> None:
    words = state.recall(SEARCH, "").strip()
    hits = store.view.search(words, SHOWN_HITS) if words else None
    state.remember(**{HITS: hits})
    if hits:
        _put(store, hits[0])


@trouble.helpful
def _put(store: Store, node: Node) -> None:
    scene: Scene = state.recall(SCENE)
    fresh = scene.focus is None  # the first search begins a picture of its own, later ones add to it
    _show(scenes.begin_at(store.view, node, scene) if fresh else scenes.add(scene, store.view, node))


@trouble.helpful
def _start_over(store: Store) -> None:
    state.remember(**{SEARCH: "", HITS: None})
    scene: Scene = state.recall(SCENE)
    _show(scenes.begin(store.view, revision=scene.revision))


@st.fragment
@trouble.helpful
def _explorer(store: Store) -> None:
    scene: Scene = state.recall(SCENE)
    drawn = scenes.look(scene, store.view)
    total = store.view.counts().total_entities
    picture, beside = st.columns([0.66, 0.34], gap="medium")
    with picture:
        draw(scenes.payload(scene, drawn, total, HEIGHT), key=CANVAS, on_event=_heard_by(store))
    with beside, st.container(height=HEIGHT + 2, border=False):
        evidence.panel(store, scene, on_select=_select, on_expand=_expand, on_hide=_hide)


def _heard_by(store: Store) -> Callable[[], None]:
    return lambda: _heard(store)


@trouble.helpful
def _heard(store: Store) -> None:
    """What the visitor did on the canvas."""
    event = getattr(state.recall(CANVAS), "event", None)
    if not event:
        return
    scene = scenes.move(state.recall(SCENE), event["moved"])
    id = event["id"]
    match event["kind"]:
        case "select":
            scene = scenes.select(scene, id)
        case "clear":
            scene = scenes.select(scene, None)
        case "expand" if id in scene.ids:
            scene = scenes.expand(scene, store.view, id)
        case "hide" if id in scene.ids:
            scene = scenes.hide(scene, id)
        case "toggle":
            scene = scenes.toggle(scene, id)
        case "require":
            scene = scenes.require(scene, id)
    _show(scene)


def _select(key: str | None) -> None:
    _show(scenes.select(state.recall(SCENE), key))


@trouble.helpful
def _expand(store: Store, id: str) -> None:
    _show(scenes.expand(state.recall(SCENE), store.view, id))


def _hide(id: str) -> None:
    _show(scenes.hide(state.recall(SCENE), id))


def _show(scene: Scene) -> None:
    """Keep the scene, and write into the address what another visitor needs to see the same."""
    state.remember(**{SCENE: scene})
    state.set_address({"focus": scene.focus, "sel": scene.selected})
