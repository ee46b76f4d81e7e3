"""Keep and share: a link to the picture, files of it, and views saved by name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from app import exporting, links, state, text, traces, visit
from app.exporting import KINDS, Kind, Taken
from app.scene import Drawn, Scene
from app.screens import asked, saved
from app.snapshot.snapshot import buttons
from graph.export.drawing import Cited
from graph.store.kept_views import LISTED
from graph.store.store import Store

TITLE, GROUND, BOM, READY, PROBLEM = "export title", "export ground", "export bom", "export ready", "link problem"
LARGE = 3_000  # claims above which a file is made before it is offered, with a word on how far it is
GROUNDS = {"light": "Light", "dark": "Dark"}

Change = Callable[[Scene, str], None]


def arrive(store: Store, known: Mapping[str, Sequence[str]]) -> None:
    """Open what the address asks for, and say what is wrong with it or has changed since."""
    if problem := links.follow(store, known):
        st.warning(text.markdown(problem, 400), icon=":material/link_off:")
    if scene := visit.scene():
        for change in links.changes(scene):
            st.info(text.markdown(change, 400), icon=":material/history_toggle_off:")


def panel(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    """All that can be done to keep the picture."""
    with st.container(key="share-panel", gap="small"):
        _link(store, scene)
        saved.views(store, scene)
        _files(store, scene, drawn)
        asked.show_parts(store.view, traces.shared(drawn.edges, scene.filter, LISTED), key="share")


def _link(store: Store, scene: Scene) -> None:
    st.html('<h2 class="says">A link to this picture</h2>')
    id = links.current(scene)
    with st.container(key="share-link"):
        if id:
            st.code(links.address(id), language=None, wrap_lines=True)
            st.caption(
                "Opens just this picture wherever the app runs on this store, today's or one made anew from the same articles."
            )
        else:
            st.button(
                "Make a link", icon=":material/link:", type="primary", key="make link", on_click=_keep, args=(store,)
            )
            st.caption(
                "Keeps what is drawn and where, the filters and the selection in the store. Nothing is kept until you press."
            )
    if problem := state.recall(PROBLEM):
        st.error(text.markdown(problem, 400), icon=":material/error:")


def _keep(store: Store) -> None:
    links.tried(PROBLEM, lambda: links.keep(store))


def _files(store: Store, scene: Scene, drawn: Drawn) -> None:
    st.html('<h2 class="says">Take it along</h2>')
    with st.container(key="share-files", gap="small"):
        title = st.text_input("Title", key=TITLE, placeholder=exporting.title_of(scene, drawn), max_chars=200)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            ground = st.segmented_control(
                "Ground of SVG", list(GROUNDS), key=GROUND, default="light", format_func=GROUNDS.__getitem__
            )
            bom = st.checkbox(
                "CSV for Excel",
                value=True,
                key=BOM,
                help="Marks the tables as UTF-8, by which Excel knows accents and other scripts",
            )
        id = links.current(scene)
        taken = exporting.take(
            scene, drawn, store.view, title.strip() or exporting.title_of(scene, drawn), date.today(),
            link=links.address(id) if id else None, scheme=ground or "light", bom=bom,
        )  # fmt: skip
        st.caption(_told(taken))
        buttons(exporting.file_name(taken.whole.about.title, "png"), key="snapshot")
        for kind in KINDS:
            _file(kind, taken)


def _told(taken: Taken) -> str:
    whole = taken.whole
    counts = [
        text.plural(len(whole.nodes), "entity", "entities"),
        text.plural(len(whole.edges), "relation"),
        text.plural(whole.claims, "claim"),
    ]
    return ", ".join(counts) + (
        f"; the filters leave out {text.plural(whole.left_out, 'claim')}" if whole.left_out else ""
    )


def _file(kind: Kind, taken: Taken) -> None:
    button, says = st.columns([0.34, 0.66], vertical_alignment="center", gap="small")
    says.caption(kind.says)
    with button:
        if kind.reads_claims and taken.whole.claims > LARGE:
            _prepared(kind, taken)
        else:
            _offer(kind, taken, partial(kind.make, taken, iter))


def _prepared(kind: Kind, taken: Taken) -> None:
    """A large file: made first, with a word on how far it is, then offered."""
    asked = (kind.name, taken.scene.revision, taken.whole.about, taken.bom)
    ready = state.recall(READY)
    if ready and ready[0] == asked:
        _offer(kind, taken, ready[1])
        return
    place = st.empty()
    if place.button(
        f"Prepare {kind.name}", icon=f":material/{kind.icon}:", key=f"prepare {kind.name}", width="stretch"
    ):
        bar = st.progress(0.0, "Reading claims …")
        made = kind.make(taken, partial(_watched, taken.whole.claims, bar.progress))
        bar.empty()
        state.remember(**{READY: (asked, made)})
        with place:
            _offer(kind, taken, made)


def _offer(kind: Kind, taken: Taken, data: Callable[[], bytes] | bytes) -> None:
    name = exporting.file_name(taken.whole.about.title, kind.suffix)
    st.download_button(
        kind.name, data, name, kind.mime, key=f"take {kind.name}", icon=f":material/{kind.icon}:", on_click="ignore", width="stretch"
    )  # fmt: skip


def _watched(total: int, tell: Callable[[float, str], object], claims: Iterator[Cited]) -> Iterator[Cited]:
    """The claims as they come; now and then it is told how many there were."""
    for number, claim in enumerate(claims, 1):
        if number % 200 == 0:
            tell(min(1.0, number / total), f"{number:,} of {total:,} claims read")
        yield claim
    tell(1.0, "Writing the file …")
