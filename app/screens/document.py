"""A whole document: as a page of its own, and as a wide dialog over the canvas."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from app import doors, reading, state, text, traces, trouble, visit
from app import scene as scenes
from app.doorway import doorway
from app.screens import asked
from graph.store.store import Store
from graph.store.view_records import StoredDocument

WANTED, CHOSEN, PASSED, PUT = "document wanted", "claim being read", "show passed over", "put from a document"
WITHIN = "document"

Press = Callable[[dict[str, Any]], None]


def page() -> None:
    """Draw the page: ?id= names a document, ?claim= one of its claims."""
    store = state.store()
    id = state.address("id")
    document = store.view.document(id) if id else None
    if document is None:
        _unknown(id)
        return
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button("Back to the canvas", icon=":material/hub:", type="tertiary", on_click=doors.to_explore, args=(None,))
        asked.show_parts(store.view, traces.document(document.card.id), key="document")
    _show(document, state.address("claim"), _pressed_on_page)


def want(id: str, claim: str | None) -> None:
    """Ask for a document to be opened over the page in its next run."""
    state.remember(**{WANTED: (id, claim)})


def open_wanted(store: Store) -> None:
    """Open the document that was asked for, over whatever page this is."""
    wanted: tuple[str, str | None] | None = state.recall(WANTED)
    if wanted is None:
        return
    state.forget(WANTED, PUT)
    state.remember(**{CHOSEN: wanted[1]})
    st.dialog("The document", width="large", on_dismiss="rerun")(_dialog)(store, wanted[0])


@trouble.helpful
def _dialog(store: Store, id: str) -> None:
    document = store.view.document(id)
    if document is None:
        _unknown(id)
        return
    put: str | None = state.recall(PUT)
    if put:
        st.success(put, icon=":material/add_circle:")

    def pressed(pressed: dict[str, Any]) -> None:
        _pressed_over_canvas(store, pressed)

    _show(document, state.recall(CHOSEN), pressed)
    asked.show_inside(store.view, traces.document(document.card.id), key="document")


def _show(document: StoredDocument, claim: str | None, on_pressed: Press) -> None:
    with st.container(key=WITHIN):
        st.html(reading.head(document))
        passed_over = bool(document.rejections) and st.checkbox(
            f"Show the {len(document.rejections)} that were passed over, and why", key=PASSED
        )
        st.html(reading.body(document, claim, passed_over=passed_over))
        doorway.listen(WITHIN, on_pressed, scroll=reading.place_of(claim))
    if not document.claims:
        st.caption("No claim was found in it.")


def _pressed_on_page(pressed: dict[str, Any]) -> None:
    if pressed.get("door") == "claim":
        state.set_address({"claim": str(pressed["id"])})
    else:
        doors.follow(pressed)


@trouble.helpful
def _pressed_over_canvas(store: Store, pressed: dict[str, Any]) -> None:
    """A claim is marked; an entity goes on the canvas behind the dialog, which stays open to read on."""
    match pressed.get("door"):
        case "claim":
            state.remember(**{CHOSEN: str(pressed["id"])})
        case "entity":
            _put(store, str(pressed["id"]))
        case _:
            doors.follow(pressed)


def _put(store: Store, id: str) -> None:
    scene, node = visit.current(store.view), store.view.entity(id)
    if scene is None or node is None:
        return
    after = scenes.add(scene, store.view, node)
    there, drawn = node.id in scene.ids, node.id in after.ids
    visit.show(after, None if there or not drawn else f"Added {text.short(node.name)}")
    where = "is selected on the canvas" if there else "is on the canvas now" if drawn else "doesn't fit on the canvas"
    state.remember(**{PUT: f"{text.markdown(node.name)} {where}; close this to see it."})


def _unknown(id: str | None) -> None:
    if id:
        st.warning(
            f"The store has no document {text.markdown(id, 80)}: it may have been replaced by a newer version of its source.",
            icon=":material/help:",
        )
    else:
        st.info("Open a document from a claim that it makes: each names it.", icon=":material/article:")
    st.button("Back to the canvas", icon=":material/hub:", on_click=doors.to_explore, args=(None,))
