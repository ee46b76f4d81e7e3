"""What an action asks the store: its Cypher beside what it gave, to read, to copy, or to open in the console."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from app import doors, text, trouble
from app.traces import Trace
from graph.store.overheard import Query, overhear
from graph.store.view import View

R = TypeVar("R")
Heard = tuple[Trace, tuple[Query, ...]]
LINES = 16  # of a query that are shown without scrolling
LINE = 21  # pixels


def show(reader: R, act: Callable[[R], object], *, key: str, label: str = "Cypher", disabled: bool = False) -> None:
    """A button that opens the queries with which `reader` (a View, a Search, …) does `act`.

    Nothing is asked before it is pressed; then the act is done once more, to overhear it. `label` tells apart the buttons
    of a page, `key` too.
    """
    if _pressed(label, key, disabled):
        _open(lambda: [(Trace(""), overhear(reader, act))])


def show_parts(view: View, parts: Sequence[Trace], *, key: str, label: str = "Cypher", disabled: bool = False) -> None:
    """The same for an action of several parts, each under its title; what of it is no query is told in words."""
    if _pressed(label, key, disabled):
        _open(lambda: _listen(view, parts))


def show_inside(view: View, parts: Sequence[Trace], *, key: str) -> None:
    """The same where a dialog is open already, over which no other can be: a switch that unfolds the queries in it."""
    if st.toggle("Show its Cypher", key=f"asked-inside-{key}"):
        _list(lambda: _listen(view, parts))


def _pressed(label: str, key: str, disabled: bool) -> bool:
    return st.button(
        label,
        icon=":material/terminal:",
        type="tertiary",
        key=f"asked-{key}",
        help="What this asks the store, as Cypher",
        disabled=disabled,
    )


def _listen(view: View, parts: Sequence[Trace]) -> list[Heard]:
    return [(part, overhear(view, part.act) if part.act else ()) for part in parts]


@st.dialog("What was asked, in Cypher", width="large", icon=":material/terminal:")
@trouble.helpful
def _open(listen: Callable[[], list[Heard]]) -> None:
    _list(listen)


def _list(listen: Callable[[], list[Heard]]) -> None:
    with st.spinner("Asking once more, to hear how …"):
        heard = listen()
    st.caption(
        "Just as it was asked, with the values in it. Each query only reads, and runs as it is here and in Neo4j Browser."
    )
    with st.container(key="asked-queries"):
        for place, (part, queries) in enumerate(heard):
            _part(part, queries, place)


def _part(part: Trace, queries: Sequence[Query], place: int) -> None:
    if part.title:
        st.html(f'<h3 class="asked-part">{text.html(part.title)}</h3>')
    for number, query in enumerate(queries, 1):
        _query(query, f"{place} {number}", f"{number} of {len(queries)}: " if len(queries) > 1 else "")
    if part.note:
        st.caption(part.note)


def _query(query: Query, key: str, place: str) -> None:
    lines = query.text.count("\n") + 1
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{place}{text.markdown(query.title, 200)}**")
        st.button(
            "Open in the console",
            icon=":material/open_in_new:",
            key=f"console {key}",
            on_click=doors.to_console,
            args=(query.text,),
        )
    st.code(query.text, language="cypher", height="content" if lines <= LINES else LINES * LINE)
