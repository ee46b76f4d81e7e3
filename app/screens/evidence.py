"""The panel beside the canvas: what the selected entity does, or the sentences behind the selected edge."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from app import acts, cards, doors, filtering, state, text, traces
from app.canvas.picture import make_key, split_key
from app.doorway import doorway
from app.scene import Scene
from app.screens import asked, document, welcome
from graph.schema.schema import load_schema
from graph.store.filter import EVERYTHING, Filter
from graph.store.reports import MOST
from graph.store.store import Store
from graph.store.told import by_act
from graph.store.view_records import Edge, Named, Node

CLAIMS = 20  # sentences on a page
RELATIONS = 40  # edges of an entity listed at once
PANEL = "evidence"

Select = Callable[[str | None], None]


def panel(
    store: Store,
    scene: Scene,
    *,
    on_select: Select,
    on_expand: Callable[[Store, str], None],
    on_hide: Callable[[str], None],
) -> None:
    """Show what is selected; where nothing is, what the store holds and how to read the picture."""
    with st.container(key=PANEL):
        _selected(store, scene, on_select, on_expand, on_hide)
        doorway.listen(PANEL, _pressed)
    document.open_wanted(store)


def _selected(
    store: Store,
    scene: Scene,
    on_select: Select,
    on_expand: Callable[[Store, str], None],
    on_hide: Callable[[str], None],
) -> None:
    edge = split_key(scene.selected) if scene.selected else None
    if edge:
        _edge(store, edge, scene.filter, on_select)
        return
    node = store.view.entity(scene.selected) if scene.selected else None
    if node is None:
        welcome.overview(store)
        return
    _entity(store, node, scene, on_select, on_expand, on_hide)


def _pressed(pressed: dict[str, Any]) -> None:
    """A door in a card: documents open over the canvas, all else on its own page."""
    if pressed.get("door") == "document":
        document.want(str(pressed["id"]), str(pressed.get("claim") or "") or None)
    else:
        doors.follow(pressed)


def _entity(
    store: Store,
    node: Node,
    scene: Scene,
    on_select: Select,
    on_expand: Callable[[Store, str], None],
    on_hide: Callable[[str], None],
) -> None:
    st.html(cards.entity_card(node, sifted=scene.filter != EVERYTHING))
    with st.container(horizontal=True, gap="small"):
        if node.id in scene.ids:
            st.button("Expand", icon=":material/open_in_full:", on_click=on_expand, args=(store, node.id))
            st.button("Hide", icon=":material/visibility_off:", on_click=on_hide, args=(node.id,))
        st.button("All about it", icon=":material/badge:", key="dossier", on_click=doors.to_entity, args=(node.id,))
        asked.show_parts(store.view, traces.entity(scene, node.id, RELATIONS), key="entity")
    around = store.view.neighbours(node.id, scene.filter, limit=RELATIONS)
    names: dict[str, Node] = {other.id: other for other in (*around.nodes, node)}
    if around.edges:
        st.markdown("**What the articles say**")
    else:
        st.html(cards.silent(node, _asked(store, scene.filter)))
    if scene.filter.min_confidence is not None:
        st.caption(f"Only what is at least {text.sure(scene.filter.min_confidence)}.")
    with st.container(key="relations", gap=None):
        for edge in around.edges:
            if not {edge.source, edge.target} <= names.keys():
                continue  # gone from the store since the names were read
            words = _reads(names[edge.source], edge, names[edge.target])
            key = make_key(edge.source, edge.relation, edge.target)
            st.button(words, key=f"edge {key}", type="tertiary", on_click=on_select, args=(key,))
    if around.total > len(around.nodes):
        st.caption(f"The {len(around.nodes)} best supported of {around.total} neighbours; expand to draw more.")


def _asked(store: Store, filter: Filter) -> list[str]:
    """What the filters ask, each in a few words."""
    speakers = store.view.named(sorted(filter.speakers or ()))
    return [chip.words for chip in filtering.chips(filter, {id: named.name for id, named in speakers.items()})]


def _reads(source: Node, edge: Edge, target: Node) -> str:
    phrase = load_schema().phrase(edge.relation)
    said = f":small[{acts.told_firmly(edge)}]"
    return f"{text.markdown(source.name, 40)} {phrase} {text.markdown(target.name, 40)} {said}"


def _edge(store: Store, key: tuple[str, str, str], filter: Filter, on_select: Select) -> None:
    edge = store.view.edge(*key, filter)
    told = by_act(store.view.reports(*key, filter)) if edge else []
    ids = [each.id for act in told for each in act.claims]
    page, pages = _pages(key, len(ids))
    claims = store.review.claims(ids[(page - 1) * CLAIMS : page * CLAIMS])
    ends = {end.id: end for claim in claims.values() for end in (claim.source, claim.target)}
    if edge is None or not {edge.source, edge.target} <= ends.keys():
        _gone(store, key, filter)
        return
    st.html(cards.edge_head(ends[edge.source], edge, ends[edge.target], acts.told(edge)))
    with st.container(horizontal=True, gap="small", key="edge-ends"):
        _ends(edge, ends, on_select)
        asked.show_parts(store.view, traces.evidence(key, filter, (page - 1) * CLAIMS, CLAIMS), key="evidence")
    if filter != EVERYTHING:
        _left_out(store, edge)
    st.html(cards.marks_legend() + acts.claim_groups(edge, told, claims))
    _rest(edge, key, len(ids), page, pages)


def _gone(store: Store, key: tuple[str, str, str], filter: Filter) -> None:
    if filter != EVERYTHING and store.view.edge(*key):
        st.info("Your filters leave out all claims behind this edge.", icon=":material/filter_alt:")
    else:
        st.info("The store no longer says this.", icon=":material/info:")


def _ends(edge: Edge, ends: Mapping[str, Named], on_select: Select) -> None:
    for end in dict.fromkeys((edge.source, edge.target)):
        st.button(text.markdown(ends[end].name), key=f"end {end}", on_click=on_select, args=(end,))


def _left_out(store: Store, edge: Edge) -> None:
    """Say how many claims the visitor's filters leave out."""
    whole = store.view.edge(edge.source, edge.relation, edge.target)
    if whole and whole.claims > edge.claims:
        st.caption(f"Your filters let {edge.claims:,} of {whole.claims:,} claims through.")


def _pages(key: tuple[str, str, str], total: int) -> tuple[int, int]:
    """Which page of the claims the visitor is on, and of how many."""
    pages = max(1, -(-total // CLAIMS))
    return min(max(1, state.recall(_page_key(key), 1)), pages), pages


def _page_key(key: tuple[str, str, str]) -> str:
    return f"page of {make_key(*key)}"


def _rest(edge: Edge, key: tuple[str, str, str], total: int, page: int, pages: int) -> None:
    """Say which of the claims these are, and lead to the others."""
    if pages > 1:
        st.caption(f"Claims {(page - 1) * CLAIMS + 1} to {min(page * CLAIMS, total)} of {total:,}.")
        st.pagination(pages, key=_page_key(key))
    if edge.claims > total:
        st.caption(f"The newest {MOST:,} of {edge.claims:,} claims; older ones are not among these, nor weighed.")
