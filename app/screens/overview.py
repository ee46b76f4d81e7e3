"""Overview: more than can be drawn at once, as communities; each opens into its own, or onto the canvas."""

import zlib
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from app import links, overview, state, text, trouble
from app import scene as scenes
from app.analyses import OfStore, gathering, read_web
from app.canvas.canvas import draw
from app.findings import Names
from app.scene import Drawn, Scene
from app.screens import waiting
from graph.analysis.web import Crowd, Gathering
from graph.store.store import Store

ASKED, PATH, PICKED, AROUND, CANVAS, CHOICE = (
    "overview asked",
    "overview path",
    "overview picked",
    "overview around",
    "overview canvas",
    "overview choice",
)
STORE, NEIGHBOURS = "The whole store", "Around the selected entity"
HEIGHT = 560
FEW = 60  # entities of a community that are drawn first

Change = Callable[[Scene, str], None]
Path = tuple[tuple[int, str], ...]  # the communities that were opened one inside another, each with what it is called


def view(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    """The communities of what the filters let through: of the whole store, or of the selected entity's neighbours."""
    around = _around(store, scene)
    of_store = OfStore(store.address, scene.filter)
    _keep_to((of_store, around, store.view.revision()))
    path: Path = state.recall(PATH, ())
    _way(path)
    web = waiting.result(store, "Overview", read_web, of_store)
    if web is None:
        return
    steps = tuple(number for number, _name in path)
    found = waiting.result(store, "Overview", gathering, web, around, steps, key=(of_store, around, steps))
    if found is None:
        return
    if not found.crowds:
        st.info("No two of these entities are tied, so there is nothing to gather.", icon=":material/info:")
        return
    names = store.view.named(overview.leaders(found))
    where = "in this community" if path else "in the whole store" if around is None else "around it"
    revision = zlib.crc32(repr((store.view.revision(), of_store.filter, around, steps)).encode())
    sent = overview.payload(found, names, revision=revision, selected=state.recall(PICKED), height=HEIGHT, says=overview.says(found, where=where))  # fmt: skip
    with st.container(key="overview-canvas"):
        draw(sent, key=CANVAS, on_event=_heard(found, path, names))
    _details(store, scene, found, path, names, change)


def _around(store: Store, scene: Scene) -> str | None:
    """The entity whose neighbours are gathered; None for the whole store."""
    selected = scene.selected if scene.selected in scene.ids else None
    if selected is None:
        return None
    words = {STORE: STORE, NEIGHBOURS: f"Around {_name(store, selected)}"}
    chosen = st.segmented_control(
        "Communities of", list(words), key=AROUND, default=STORE, required=True, format_func=words.__getitem__,
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    return selected if chosen == NEIGHBOURS else None


def _keep_to(asked: object) -> None:
    """Begin anew where the communities are of something else than before: numbers in the path would mean others."""
    if state.recall(ASKED) != asked:
        state.forget(PATH, PICKED)
        state.remember(**{ASKED: asked})


def _name(store: Store, id: str) -> str:
    named = store.view.named([id]).get(id)
    return text.markdown(named.name, 40) if named else text.markdown(id, 40)


def _way(path: Path) -> None:
    """Where one is, and the ways back out."""
    if not path:
        return
    with st.container(horizontal=True, gap="small", key="overview-way"):
        st.button("All communities", icon=":material/zoom_out_map:", key="overview out", on_click=_open, args=((),))
        for depth, (_number, name) in enumerate(path, 1):
            here = depth == len(path)
            st.button(text.markdown(name, 40), key=f"overview out {depth}", disabled=here, on_click=_open, args=(path[:depth],))  # fmt: skip


def _heard(found: Gathering, path: Path, names: Names) -> Callable[[], None]:
    def hear() -> None:
        event = getattr(state.recall(CANVAS), "event", None) or {}
        number = overview.crowd_number(event.get("id"))
        if event.get("kind") in ("open", "expand") and number is not None and number < len(found.crowds):
            _open((*path, (number, overview.called(found.crowds[number], names))))
        elif event.get("kind") in ("select", "clear"):
            state.remember(**{PICKED: event.get("id")})

    return hear


def _open(path: Path) -> None:
    state.forget(PICKED)
    state.remember(**{PATH: path})


def _pick(found: Gathering, names: Names, picked: int | None) -> int | None:
    """The same choice as on the canvas, for the keyboard and for who can't see it."""
    ids = [overview.crowd_id(number) for number in range(len(found.crowds))]
    words = {id: overview.called(found.crowds[number], names) for number, id in enumerate(ids)}
    state.remember(**{CHOICE: None if picked is None else ids[picked]})
    chosen = st.selectbox("Community", ids, format_func=lambda id: words.get(id, id), key=CHOICE, on_change=_picked_in_list, placeholder="Choose a community, or click one")  # fmt: skip
    return overview.crowd_number(chosen)


def _picked_in_list() -> None:
    state.remember(**{PICKED: state.recall(CHOICE)})


def _details(store: Store, scene: Scene, found: Gathering, path: Path, names: Names, change: Change) -> None:
    """What was picked in words, and what can be done with it."""
    picked = state.recall(PICKED)
    link = overview.describe_link(found, picked or "", names)
    if link:
        st.markdown(text.markdown(link, 300))
    number = overview.crowd_number(picked)
    number = _pick(found, names, number if number is not None and number < len(found.crowds) else None)
    if number is None:
        if not link:
            st.caption("Click a community to see who is in it; double-click opens its own communities.")
        return
    crowd = found.crowds[number]
    st.markdown(text.markdown(overview.describe(found, number, names), 600))
    few = min(crowd.size, FEW)
    with st.container(horizontal=True, gap="small", key="overview-acts"):
        st.button(
            f"Draw {'all' if few == crowd.size else 'the first'} {few}",
            icon=":material/hub:", type="primary", key="overview draw",
            on_click=_draw, args=(store, scene, crowd, few, overview.called(crowd, names), change),
        )  # fmt: skip
        if crowd.size > FEW:
            way = (*path, (number, overview.called(crowd, names)))
            st.button("Open its communities", icon=":material/zoom_in_map:", key="overview open", on_click=_open, args=(way,))  # fmt: skip


@trouble.helpful
def _draw(store: Store, scene: Scene, crowd: Crowd, few: int, name: str, change: Change) -> None:
    empty = Scene(filter=scene.filter, revision=scene.revision)
    drawn = scenes.put(empty, store.view, crowd.members[:few])
    note = f"{few:,} of {crowd.size:,} of a community, those with most claims in it"
    change(replace(drawn, note=note), f"Drew the community of {name}")
    state.remember(**{links.VIEW: "Graph"})
