"""The panel beside the canvas: what the selected entity does, or the sentences behind the selected edge."""

from collections.abc import Callable

import streamlit as st

from app import acts, cards, text
from app.canvas.picture import make_key, split_key
from app.scene import Scene
from app.screens import welcome
from graph.schema.schema import load_schema
from graph.store.store import Store
from graph.store.view_records import Edge, Named, Node

CLAIMS = 50  # sentences shown at once
RELATIONS = 40  # edges of an entity listed at once

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
    edge = split_key(scene.selected) if scene.selected else None
    if edge:
        _edge(store, *edge, on_select)
        return
    node = store.view.entity(scene.selected) if scene.selected else None
    if node is None:
        welcome.overview(store)
        return
    _entity(store, node, scene, on_select, on_expand, on_hide)


def _entity(
    store: Store,
    node: Node,
    scene: Scene,
    on_select: Select,
    on_expand: Callable[[Store, str], None],
    on_hide: Callable[[str], None],
) -> None:
    st.html(cards.entity_card(node))
    if node.id in scene.ids:
        with st.container(horizontal=True, gap="small"):
            st.button("Expand", icon=":material/open_in_full:", on_click=on_expand, args=(store, node.id))
            st.button("Hide", icon=":material/visibility_off:", on_click=on_hide, args=(node.id,))
    around = store.view.neighbours(node.id, scene.filter, limit=RELATIONS)
    names: dict[str, Node] = {other.id: other for other in (*around.nodes, node)}
    st.markdown("**What the articles say**" if around.edges else "No article says what it does with others.")
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


def _reads(source: Node, edge: Edge, target: Node) -> str:
    phrase = load_schema().phrase(edge.relation)
    firmly = "" if edge.modality == "asserted" else f" · {edge.modality}"
    said = f":small[{acts.told(edge)}{firmly}]"
    return f"{text.markdown(source.name, 40)} {phrase} {text.markdown(target.name, 40)} {said}"


def _edge(store: Store, source: str, relation: str, target: str, on_select: Select) -> None:
    edge = store.view.edge(source, relation, target)
    ends = {node.id: Named(node.id, node.type, node.name) for node in store.view.nodes([source, target])}
    claims = store.view.evidence(source, relation, target, CLAIMS)
    if edge is None or not claims or len(ends) < len({source, target}):
        st.info("The store no longer says this.", icon=":material/info:")
        return
    st.html(cards.edge_head(ends[edge.source], edge, ends[edge.target], acts.told(edge)))
    with st.container(horizontal=True, gap="small"):
        for end in dict.fromkeys((edge.source, edge.target)):
            st.button(text.markdown(ends[end].name), key=f"end {end}", on_click=on_select, args=(end,))
    st.html(acts.claim_groups(edge, claims))
    if edge.claims > len(claims):
        st.caption(f"The newest {len(claims)} of {edge.claims} claims.")
