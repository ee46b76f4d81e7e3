"""What an action asks the store: its Cypher beside what it gave, to read, to copy, or to open in the console."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from app import doors, text, trouble
from graph.store.overheard import Query, overhear

R = TypeVar("R")
LINES = 16  # of a query that are shown without scrolling
LINE = 21  # pixels


def show(reader: R, act: Callable[[R], object], *, key: str, label: str = "Cypher", disabled: bool = False) -> None:
    """A button that opens the queries with which `reader` (a View, a Search, …) does `act`.

    Nothing is asked before it is opened; then the act is done once more, to overhear it. `label` tells apart the buttons of
    a page, `key` too.
    """
    popover = st.popover(
        label, icon=":material/terminal:", type="tertiary", key=f"asked-{key}", on_change="rerun", disabled=disabled
    )
    if popover.open:
        with popover, st.container(key=f"asked-queries-{key}"):
            _opened(lambda: overhear(reader, act), key)


@trouble.helpful
def _opened(listen: Callable[[], tuple[Query, ...]], key: str) -> None:
    queries = listen()
    st.caption("What was asked, as it was asked. Each query only reads, and runs as it is here and in Neo4j Browser.")
    for number, query in enumerate(queries, 1):
        _query(query, f"{key} {number}", f"{number} of {len(queries)}: " if len(queries) > 1 else "")


def _query(query: Query, key: str, place: str) -> None:
    lines = query.text.count("\n") + 1
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{place}{text.markdown(query.title, 200)}**")
        st.button(
            "Open in the console",
            icon=":material/open_in_new:",
            key=f"console {key}",
            on_click=_open,
            args=(query.text,),
        )
    st.code(query.text, language="cypher", height="content" if lines <= LINES else LINES * LINE)


def _open(query: str) -> None:
    doors.to_console(query)
