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

    Nothing is asked before it is pressed; then the act is done once more, to overhear it. `label` tells apart the buttons
    of a page, `key` too.
    """
    if st.button(
        label,
        icon=":material/terminal:",
        type="tertiary",
        key=f"asked-{key}",
        help="What this asks the store, as Cypher",
        disabled=disabled,
    ):
        _open(lambda: overhear(reader, act))


@st.dialog("What was asked, in Cypher", width="large", icon=":material/terminal:")
@trouble.helpful
def _open(listen: Callable[[], tuple[Query, ...]]) -> None:
    with st.spinner("Asking once more, to hear how …"):
        queries = listen()
    st.caption(
        "Just as it was asked, with the values in it. Each query only reads, and runs as it is here and in Neo4j Browser."
    )
    with st.container(key="asked-queries"):
        for number, query in enumerate(queries, 1):
            _query(query, str(number), f"{number} of {len(queries)}: " if len(queries) > 1 else "")


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
