"""Finding an entity by whatever it is called: the search box, and a field in which one entity is picked."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from app import putting, state, text, traces, trouble, visit
from app.screens import asked
from app.searchbox import answers, searchbox
from graph.store.store import Store
from graph.store.view_records import Node

SHOWN = 8
BOX = "search"
LABEL = "Search states, groups, firms, weapon systems, agreements, people and places"
EXAMPLES = "Morocco, TB2, Rabat, “who supplies Morocco”, “Morocco Israel” …"


@st.fragment
@trouble.helpful
def box(store: Store) -> None:
    """The search box of the picture: what is chosen is put on the canvas, and can be undone."""
    if state.recall(f"{BOX} changed"):
        state.forget(f"{BOX} changed")
        st.rerun()  # the fragment is this box alone; the picture is drawn by the page
    with st.container(key="search-row", horizontal=True, vertical_alignment="center", gap="small"):
        _field(BOX, LABEL, store, hidden_label=True, ties=True, enter="puts it on the canvas", take=_put_on_canvas)
        typed = (state.recall(f"{BOX} answer") or {}).get("text", "")
        asked.show_parts(
            store.view, traces.searched(typed, SHOWN), key=BOX, label="Cypher of the search", disabled=not typed
        )


def clear() -> None:
    """Empty the search box."""
    _write(BOX, "")


@st.fragment
@trouble.helpful
def _pick_one(label: str, store: Store, key: str) -> None:
    if state.recall(f"{key} changed"):
        state.forget(f"{key} changed")
        st.rerun()
    _field(key, label, store, hidden_label=False, ties=False, enter="picks it", take=_pick)


def picker(label: str, store: Store, key: str) -> Node | None:
    """A field that finds entities as one types; gives the entity that was picked, None until one is.

    `key` names it among the page's fields; `preset` fills it from an address. A pick runs the page anew.
    """
    id = state.recall(f"{key} id")
    node = store.view.entity(id) if id else None
    if state.recall(f"{key} shown") != id:
        state.remember(**{f"{key} shown": id})
        _write(key, node.name if node else "")
    _pick_one(label, store, key)
    if id and node is None:
        st.warning(f"The store has no entity “{text.markdown(id)}”.", icon=":material/search_off:")
    return node


def preset(key: str, id: str | None) -> None:
    """Fill a picker with an entity, or empty it."""
    state.remember(**{f"{key} id": id})


def _field(
    key: str, label: str, store: Store, *, hidden_label: bool, ties: bool, enter: str, take: Callable[..., bool]
) -> None:
    searchbox.draw(
        key=f"{key} box",
        label=label,
        placeholder=EXAMPLES if ties else "Morocco, Baykar, TB2 …",
        answer=state.recall(f"{key} answer"),
        value=state.recall(f"{key} value", ""),
        reset=state.recall(f"{key} reset", 0),
        hidden_label=hidden_label,
        on_asked=lambda: _ask(store, key, ties, enter),
        on_chosen=lambda: _choose(store, key, ties, enter, take),
    )


def _write(key: str, words: str) -> None:
    """Put words into a field in the place of what was typed."""
    state.remember(**{f"{key} value": text.short(words), f"{key} reset": state.recall(f"{key} reset", 0) + 1})


@trouble.helpful
def _ask(store: Store, key: str, ties: bool, enter: str) -> None:
    wanted = _event(key, "asked")
    found = store.search.find(str(wanted.get("text", "")), SHOWN)
    state.remember(**{f"{key} answer": answers.answer(found, ties=ties, enter=enter)})


@trouble.helpful
def _choose(store: Store, key: str, ties: bool, enter: str, take: Callable[..., bool]) -> None:
    chosen = _event(key, "chosen")
    id = chosen.get("id")
    if id == "":  # Enter before any suggestion came: what fits best is meant
        answer = answers.answer(store.search.find(str(chosen.get("text", "")), SHOWN), ties=ties, enter=enter)
        state.remember(**{f"{key} answer": answer})
        id = next((option["id"] for option in answer["options"] if option["id"] and option["kind"] != "near"), "")
        if not id:
            return
    if take(store, key, id):
        state.remember(**{f"{key} changed": True})


def _put_on_canvas(store: Store, key: str, id: str | None) -> bool:
    kind, _colon, rest = (id or "").partition(":")
    if kind == answers.ENTITY and (node := store.view.entity(rest)):
        visit.show(*putting.put_entity(visit.current(store.view), store, node))
        return True
    if kind == answers.TIE and (tie := store.search.tie(rest)):
        visit.show(*putting.put_tie(visit.current(store.view), store, tie))
        return True
    return False


def _pick(store: Store, key: str, id: str | None) -> bool:
    picked = id.partition(":")[2] if id else None
    preset(key, picked)
    return True


def _event(key: str, name: str) -> dict[str, Any]:
    return getattr(state.recall(f"{key} box"), name, None) or {}
