"""What an analysis found, on the page: lines in words, each with doors to what it is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from app import findings, state, text, visit
from app import scene as scenes
from app.colouring import Colouring
from app.findings import Finding, Names
from app.scene import Scene
from graph.store.store import Store

GO = "go to the canvas"
FEW = 15  # findings shown before somebody asks for more


def lead(says: str, means: str) -> None:
    """The first finding in large, and what is measured."""
    st.html(
        f'<p class="findings-lead" data-testid="lead">{text.html(says)}</p><p class="findings-means">{escape(means)}</p>'
    )


def lines(store: Store, key: str, found: Sequence[Finding], names: Names, total: int | None = None) -> None:
    """Findings as lines: a door to the entity, the sentence, and a bar; the first ones, and more where asked.

    `total` is how many there are, where not all of them are handed over.
    """
    more = f"more {key}"
    shown = len(found) if state.recall(more) else min(FEW, len(found))
    with st.container(key=f"findings {key}"):
        for number, each in enumerate(found[:shown]):
            door, says = st.columns([0.27, 0.73], vertical_alignment="top")
            label = text.markdown(findings.name_of(each.id, names), 34)
            door.button(label, key=f"{key} {number} {each.id}", type="tertiary", help="Show it on the canvas", on_click=open_on_canvas, args=(store, each))  # fmt: skip
            says.html(_line(each))
    total = len(found) if total is None else total
    if total > FEW:
        left, right = st.columns([0.7, 0.3], vertical_alignment="center")
        left.caption(f"{shown:,} of {total:,}")
        if shown < len(found):
            all_of_them = "Show all" if total == len(found) else f"Show {len(found):,}"
            right.button(all_of_them, key=f"all {key}", on_click=state.remember, kwargs={more: True}, width="stretch")


def table(key: str, rows: Sequence[Mapping[str, object]], total: int) -> None:
    """The same as a table, to sort and to download; `total` is how many there are."""
    of = "" if total == len(rows) else f" of {total:,}"
    with st.expander(f"As a table ({len(rows):,}{of} rows)", icon=":material/table_rows:"):
        st.dataframe(list(rows), key=f"table {key}", hide_index=True)


def open_on_canvas(store: Store, found: Finding) -> None:
    """Put what a finding is about on the visitor's canvas, beside what is drawn, and go there."""
    before = visit.scene() or Scene()
    node = store.view.entity(found.id)
    if node is None:
        return
    if not before.ids:
        before = scenes.begin_at(store.view, node, before)
    scene = before if set(found.leads) <= set(before.ids) else scenes.put(before, store.view, found.leads)
    visit.show(scenes.select(scene, found.id), text.short(found.says, 80))
    state.remember(**{GO: True})


def follow(page: Callable[[], None]) -> None:
    """Go to the canvas where somebody asked for it; `page` is any page, for Streamlit knows them by their paths."""
    if state.recall(GO):
        state.forget(GO)
        st.switch_page(st.Page(page, url_path="explore"))


def paint(colouring: Colouring, said: str) -> None:
    """Draw what is on the canvas in these sizes and colours, and go there."""
    if scene := visit.scene():
        visit.show(replace(scene, colouring=colouring, revision=scene.revision + 1, fit=False), said)
        state.remember(**{GO: True})


def _line(found: Finding) -> str:
    width = round(100 * max(0.0, min(1.0, found.share)), 1)
    return f'<div class="finding">{text.html(found.says)}<span class="bar" aria-hidden="true"><i style="width:{width}%"></i></span></div>'
