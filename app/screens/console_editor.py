"""The editor of the Cypher page: what is typed, what could come next in it, and when it is to run."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import streamlit as st

from app import marking, state, text, trouble
from app.editor import editor
from graph.errors import EntenteError, QueryFailed
from graph.store.store import Store

QUERY, RESET, WANTED = "query", "query reset", "query wanted"
EDITOR, NAMES = "query editor", "query names"
OFFERED = 12  # names of entities at once
LONGEST = 200  # of a name that is offered


def write(query: str) -> None:
    """Put a query into the editor in the place of what is there."""
    state.remember(**{QUERY: query, RESET: state.recall(RESET, 0) + 1})


def wanted() -> bool:
    """Whether somebody asked for the query to run; says so once."""
    asked = bool(state.recall(WANTED))
    state.forget(WANTED)
    return asked


@st.fragment
@trouble.helpful
def draw(store: Store, failed: tuple[str, EntenteError] | None, fields: Callable[[], None]) -> None:
    """The editor, what `fields` draws beneath it, and Run. `failed` is a query and what was wrong with it."""
    if state.recall(WANTED):
        st.rerun()  # what comes of it is drawn by the page
    editor.draw(
        key=EDITOR,
        label="Query",
        value=state.recall(QUERY, ""),
        reset=state.recall(RESET, 0),
        words=_words(store),
        answer=state.recall(NAMES),
        mark=marking.mark(failed[0], str(failed[1])) if failed and isinstance(failed[1], QueryFailed) else None,
        on_typed=_typed,
        on_run=_run,
        on_asked=lambda: _ask(store),
    )
    fields()
    st.button("Run", type="primary", icon=":material/play_arrow:", on_click=_want)


def _words(store: Store) -> dict[str, Any]:
    return asdict(state.once(store, "vocabulary", store.console.vocabulary))


def _typed() -> None:
    typed = _event("text")
    if typed is not None:  # a page that was left tells that nothing is typed there
        state.remember(**{QUERY: str(typed)})


def _run() -> None:
    state.remember(**{QUERY: str((_event("run") or {}).get("text", ""))})
    _want()


def _want() -> None:
    state.remember(**{WANTED: True})


@trouble.helpful
def _ask(store: Store) -> None:
    typed = str((_event("asked") or {}).get("text", ""))[:LONGEST]
    found = store.search.find(typed, OFFERED)
    hits = [hit for hit in found.hits if len(hit.name) <= LONGEST]  # a name that is cut would find nothing
    names = [{"id": hit.id, "name": hit.name, "shown": text.short(hit.name), "type": hit.type} for hit in hits]
    state.remember(**{NAMES: {"text": typed, "names": names}})


def _event(name: str) -> Any:
    return getattr(state.recall(EDITOR), name, None)
