"""What stands behind something on the canvas that is several: a group, an edge of a group, entities that were chosen."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from app import acts, cards, drawing, text
from app.canvas.picture import make_key
from app.scene import Drawn, Scene
from graph.schema.schema import load_schema
from graph.store.view_records import Edge, Node

LISTED = 60  # entities or edges listed at once

Select = Callable[[str | None], None]


def panel(scene: Scene, drawn: Drawn, on_select: Select) -> bool:
    """Show what the selection consists of; False where it isn't several, and nothing was shown."""
    bundle = next((each for each in scene.bundles if each.id == scene.selected), None)
    if scene.chosen:
        names = {each.id: each.members for each in scene.bundles}
        ids = {member for id in scene.chosen for member in names.get(id, (id,))}
        _members(f"{text.plural(len(ids), 'entity', 'entities')} chosen", ids, drawn, on_select)
    elif bundle:
        _members(bundle.name, set(bundle.members), drawn, on_select)
    elif edges := _behind(scene, drawn):
        _edges(edges, {node.id: node for node in drawn.nodes}, on_select)
    else:
        return False
    return True


def _behind(scene: Scene, drawn: Drawn) -> tuple[Edge, ...]:
    """The edges behind the selected one, where that has a group at its end."""
    ends = (scene.selected or "").split("~")
    return drawing.behind(scene, drawn, scene.selected or "") if {each.id for each in scene.bundles} & {*ends} else ()


def _members(title: str, ids: set[str], drawn: Drawn, on_select: Select) -> None:
    nodes = sorted((node for node in drawn.nodes if node.id in ids), key=lambda node: (-node.claims, node.id))
    inside = [edge for edge in drawn.edges if edge.source in ids and edge.target in ids]
    between = [edge for edge in drawn.edges if (edge.source in ids) != (edge.target in ids)]
    facts = f"{text.plural(len(inside), 'relation')} among them, {len(between)} with others"
    st.html(
        f'<section class="entity" data-testid="bundle-card"><h2>{text.html(text.short(title, 120))}</h2>'
        f'<div class="facts">{text.plural(len(nodes), "entity", "entities")}, {facts}</div></section>'
    )
    with st.container(key="relations", gap=None):
        for node in nodes[:LISTED]:
            words = f"{text.markdown(node.name, 60)} :small[{node.type} · {text.plural(node.claims, 'claim')}]"
            st.button(words, key=f"member {node.id}", type="tertiary", on_click=on_select, args=(node.id,))
    _rest(nodes)


def _edges(edges: Sequence[Edge], nodes: Mapping[str, Node], on_select: Select) -> None:
    ranked = sorted(edges, key=lambda edge: (-edge.claims, edge.source, edge.relation, edge.target))
    chips = "".join(cards.modality_chip(name) for name in dict.fromkeys(str(edge.modality) for edge in ranked))
    st.html(
        f'<section class="entity" data-testid="bundle-card"><h2>{text.plural(len(ranked), "relation")} drawn as one</h2>'
        f"<div>{chips}</div></section>"
    )
    with st.container(key="relations", gap=None):
        for edge in ranked[:LISTED]:
            key = make_key(edge.source, edge.relation, edge.target)
            phrase = load_schema().phrase(edge.relation)
            ends = (text.markdown(nodes[end].name, 40) for end in (edge.source, edge.target))
            words = f" {phrase} ".join(ends) + f" :small[{acts.told(edge)}]"
            st.button(words, key=f"behind {key}", type="tertiary", on_click=on_select, args=(key,))
    _rest(ranked)


def _rest(listed: Sequence[object]) -> None:
    if len(listed) > LISTED:
        st.caption(f"{LISTED} of {len(listed)}, those with most claims.")
