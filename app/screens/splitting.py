"""Saying that an entity is another one in some article: two firms of one name, or a name read wrongly."""

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from app import state, text, trouble
from app.screens import judging
from graph.lexicon.naming import make_id, slug
from graph.records import Correction, Verdict
from graph.store.review import Reading
from graph.store.store import Store
from graph.store.view_records import Node

HITS = 8


def ask(store: Store, node: Node, about: str, *, on_done: Callable[[], None]) -> None:
    """A quiet question below a dossier; `about` is what the page asks now, whose reason holds here too."""
    with (
        st.container(key=f"split-{slug(node.id)}"),
        st.expander("Another one in some article?", icon=":material/call_split:"),
    ):
        readings = store.review.readings(node.id)
        labels = _labels(node, readings)
        reading = st.selectbox(
            "In which article", readings, format_func=lambda each: labels[each], key=f"split in {node.id}"
        )
        other, name = _other(store, node)
        ready = reading is not None and other is not None and other != reading.entity
        st.button(
            "It is another one there",
            key=f"split {node.id}",
            disabled=not ready,
            on_click=_split,
            args=(store, node, reading, other, name, about, on_done),
        )


def _labels(node: Node, readings: Sequence[Reading]) -> dict[Reading, str]:
    """What to call each reading, so that no two are called the same."""
    often = Counter(each.title for each in readings)
    labels = {}
    for each in readings:
        apart = [each.document] if often[each.title] > 1 else []
        apart += [each.entity] if each.entity != node.id else []
        labels[each] = " · ".join([each.title, *apart])
    return labels


def _other(store: Store, node: Node) -> tuple[str | None, str | None]:
    """The id of the entity that it is there, and its name where it is a new one; None until the visitor named it."""
    words = st.text_input(
        "Who or what it is there", key=_field(node), placeholder="Search by name, or give a new name …"
    ).strip()
    if not words:
        return None, None
    names = {hit.id: f"{text.short(hit.name)} ({hit.type})" for hit in store.view.search(words, HITS)}
    names.pop(node.id, None)
    new = _new_id(store, node, words)
    if new and new not in names:
        names[new] = f"{text.short(words)} (a new {node.type})"
    if not names:
        st.caption("Nothing in the store has such a name.")
        return None, None
    chosen = st.selectbox(
        "Found for who or what it is there",
        list(names),
        key=f"split into {node.id} {words}",
        format_func=lambda id: names[id],
        label_visibility="collapsed",
    )
    return chosen, words if chosen == new else None


def _new_id(store: Store, node: Node, name: str) -> str | None:
    """The id of an entity of that name and the dossier's type; None where the store knows it, or no id can be made."""
    if node.type == "State" or not slug(name):
        return None
    id = make_id(node.type, name)
    known = id == node.id or store.view.nodes([id]) or store.review.canonical([id])[id] != id
    return None if known else id


@trouble.helpful
def _split(
    store: Store,
    node: Node,
    reading: Reading,
    other: str,
    name: str | None,
    about: str,
    on_done: Callable[[], None],
) -> None:
    correction = Correction(name=name) if name else None
    subject = (reading.entity, reading.document, other)
    if judging.judge(store, Verdict.SPLIT, *subject, about=about, correction=correction):
        state.forget(_field(node), f"{judging.WHY} {about}")
        on_done()


def _field(node: Node) -> str:
    return f"split off {node.id}"
