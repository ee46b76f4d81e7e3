"""Explore: search, the drawn graph, and beside it what one reads, filters and does about it.

The page is one fragment with its places always in the same order, so that nothing that opens or closes makes the canvas
anew; another view of the same picture only hides it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from app import acting, drawing, expanding, links, state, text, traces, trouble, visit
from app import scene as scenes
from app.acting import Act
from app.canvas.canvas import draw
from app.canvas.picture import split_key
from app.scene import Drawn, Scene
from app.screens import (
    asked,
    bundles,
    colouring,
    evidence,
    filters,
    matrix,
    overview,
    search,
    share,
    table,
    timebrush,
    welcome,
    worldmap,
)
from app.screens import history as steps
from graph.store.store import Store
from graph.store.view_records import Way

CANVAS, TOLD, ASKED = "canvas", "address that was told", "asked about"
HEIGHT = 660

Change = Callable[[Scene, str], None]  # a new scene, and what was done as a sentence for the history


@dataclass(frozen=True, slots=True)
class Segment:
    """One of the views of the picture, or one of the panels beside it."""

    name: str
    icon: str
    draw: Callable[[Store, Scene, Drawn, Change], None]

    @property
    def label(self) -> str:
        """The name with its icon, as Streamlit writes it."""
        return f":material/{self.icon}: {self.name}"


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    with st.container():  # there even without a word to say: the canvas below must not be taken for another one
        share.arrive(store, {"view": [each.name for each in _views()], "panel": [each.name for each in _panels()]})
        _follow_address(store)
    _explorer(store)


def _views() -> list[Segment]:
    """The views of the picture; the graph is first, and stays drawn behind the others."""
    return [
        Segment("Graph", "hub", _no_more),
        Segment("Table", "table_rows", table.view),
        Segment("Matrix", "grid_on", matrix.view),
        Segment("Map", "public", worldmap.view),
        Segment("Overview", "bubble_chart", overview.view),
    ]


def _panels() -> list[Segment]:
    """What can stand beside the picture; the first is for reading."""
    return [
        Segment("Read", "article", _read),
        Segment("Filter", "filter_alt", filters.panel),
        Segment("History", "history", steps.panel),
        Segment("Share", "ios_share", share.panel),
        Segment("Analysis", "monitoring", colouring.panel),
    ]


def _follow_address(store: Store) -> None:
    """Begin where the address says: ?focus= names an entity, ?sel= an entity or an edge."""
    focus, selected = state.address("focus"), state.address("sel")
    scene = visit.scene()
    if scene is not None and (focus is None or [focus, selected] == state.recall(TOLD)):
        return
    node = store.view.entity(focus) if focus else None
    if focus and node is None:
        visit.show(scene or _begin(store))
        state.set_address({"focus": None, "sel": None})
        welcome.unknown_entity(focus, store.view)
        return
    begun = scenes.begin_at(store.view, node) if node else _begin(store)
    said = f"Opened {text.short(node.name)}" if node else "Began with the most connected entities"
    visit.show(_with_selection(begun, store, selected), said)


def _begin(store: Store) -> Scene:
    """The first picture, the same for all visitors."""
    return state.once(store, "the first picture", lambda: scenes.begin(store.view))


def _with_selection(scene: Scene, store: Store, selected: str | None) -> Scene:
    """The scene with what the address selects, if the store has it; both ends of an edge are put on the canvas."""
    edge = split_key(selected) if selected else None
    if edge and store.view.edge(*edge):
        for end in store.view.nodes([edge[0], edge[2]]):
            scene = scenes.add(scene, store.view, end)
        return replace(scenes.select(scene, selected), focus=scene.focus)
    return scenes.select(scene, selected) if selected in scene.ids else scene


@st.fragment
@trouble.helpful
def _explorer(store: Store) -> None:
    with state.at_one_revision(store.view):
        _draw(store)


def _draw(store: Store) -> None:
    _top_row(store)
    scene = visit.current(store.view) or _begin(store)
    _tell_address(scene)
    drawn = visit.look(scene, store.view)
    picture, beside = st.columns([0.66, 0.34], gap="medium")
    with picture:
        _picture(store, scene, drawn)
    with beside:
        _beside(store, scene, drawn)
    with st.container(key="below-the-picture"):
        timebrush.strip(store, scene, drawn, visit.show_going_on)


def _top_row(store: Store) -> None:
    with st.container(key="explore-top", horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(key="explore-search"):
            search.box(store)
        _actions(store)


def _actions(store: Store) -> None:
    so_far = visit.history()
    undoes, redoes = (so_far.undoes, so_far.redoes) if so_far else (None, None)
    st.button(
        "Undo",
        icon=":material/undo:",
        key="undo",
        help=f"Undo: {text.markdown(undoes)} (Ctrl+Z)" if undoes else "Nothing to undo (Ctrl+Z)",
        disabled=undoes is None,
        on_click=visit.undo,
    )
    st.button(
        "Redo",
        icon=":material/redo:",
        key="redo",
        help=f"Redo: {text.markdown(redoes)} (Ctrl+Shift+Z)" if redoes else "Nothing to redo (Ctrl+Shift+Z)",
        disabled=redoes is None,
        on_click=visit.redo,
    )
    st.button("Start over", icon=":material/restart_alt:", key="start over", on_click=_start_over, args=(store,))


def _picture(store: Store, scene: Scene, drawn: Drawn) -> None:
    views = {segment.name: segment for segment in _views()}
    with st.container(
        key="above-the-picture", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        chosen = _segments(links.VIEW, "View", list(views.values()))
        parts = traces.overview(scene.filter) if chosen == "Overview" else traces.picture(scene)
        asked.show_parts(store.view, parts, key="picture")
    with st.container(key="the-canvas"):
        total = state.once(store, "counts", store.view.counts).total_entities
        payload = drawing.payload(scene, drawn, total, HEIGHT, _asked(store, scene))
        draw(payload, key=CANVAS, on_event=_heard_by(store))
    # The style sheet only hides the canvas behind it: the reader comes back to the same zoom.
    with st.container(key="other-view" if chosen == "Graph" else "covers-the-canvas"):
        views[chosen].draw(store, scene, drawn, visit.show)


def _asked(store: Store, scene: Scene) -> tuple[str, Sequence[Way]] | None:
    """By which ways the entity can be expanded that the visitor asks about."""
    id = state.recall(ASKED)
    return (id, expanding.ways(scene, store.view, id)) if id in scene.ids else None


def _beside(store: Store, scene: Scene, drawn: Drawn) -> None:
    panels = {segment.name: segment for segment in _panels()}
    chosen = _segments(links.PANEL, "Beside the picture", list(panels.values()))
    links.notice(chosen)
    with st.container(height=HEIGHT + 2, border=False, key="beside"):
        panels[chosen].draw(store, scene, drawn, visit.show)


def _segments(key: str, label: str, segments: list[Segment]) -> str:
    """A choice between segments; nothing to choose where there is but one."""
    labels = {segment.name: segment.label for segment in segments}
    if len(segments) == 1:
        return segments[0].name
    set_already = state.recall(key) in labels  # by a link, which a default would contradict
    chosen: str | None = st.segmented_control(
        label, list(labels), key=key, default=None if set_already else segments[0].name, required=True, format_func=labels.__getitem__,
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    return chosen if chosen in labels else segments[0].name


def _no_more(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    """The graph needs nothing below it."""


def _read(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    if not bundles.panel(scene, drawn, on_select=_select):
        evidence.panel(store, scene, on_select=_select, on_expand=_expand, on_hide=_hide)


@trouble.helpful
def _start_over(store: Store) -> None:
    search.clear()
    scene = visit.scene()
    visit.show(replace(_begin(store), revision=scene.revision + 1 if scene else 1), "Started over")


def _heard_by(store: Store) -> Callable[[], None]:
    return lambda: _heard(store)


@trouble.helpful
def _heard(store: Store) -> None:
    """What the visitor did on the canvas."""
    event, before = getattr(state.recall(CANVAS), "event", None), visit.current(store.view)
    if not event or before is None:
        return
    act = acting.read(event)
    state.remember(**{ASKED: act.id if act.kind == "ask" else None})
    if event["moved"]:
        scene, dragged = acting.moved(before, visit.look(before, store.view), event["moved"])
        if dragged:
            visit.show(scene, dragged)
    match act.kind:
        case "undo":
            visit.undo()
        case "redo":
            visit.redo()
        case _:
            _do(store, act)


def _do(store: Store, act: Act) -> None:
    """Do what the visitor asked for, and keep it as a step of the history."""
    if scene := visit.current(store.view):
        visit.show(*acting.answer(act, scene, visit.look(scene, store.view), store.view))


def _select(key: str | None) -> None:
    if scene := visit.scene():
        visit.show(scenes.select(scene, key))


@trouble.helpful
def _expand(store: Store, id: str) -> None:
    _do(store, Act("expand", id, (id,)))


@trouble.helpful
def _hide(id: str) -> None:
    _do(state.store(), Act("hide", id, (id,)))


def _tell_address(scene: Scene) -> None:
    """Write into the address what another visitor needs to see the same; an address that says more is a wish."""
    kept = links.current(scene)
    focus, selected = (None, None) if kept else (scene.focus, scene.selected)
    state.set_address({"v": kept, "focus": focus, "sel": selected})
    state.remember(**{TOLD: [focus, selected]})
