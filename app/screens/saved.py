"""Views that people saved by name: save, open, rename, overwrite, delete."""

from collections.abc import Callable

import streamlit as st

from app import links, state, text
from app.scene import Scene
from graph.store.kept_views import LISTED, LONGEST_NAME, LONGEST_NOTE, NamedView
from graph.store.store import Store

NAME, NOTE, FIND, EDITED, PROBLEM, SAID = (
    "view name",
    "view note",
    "find view",
    "edited view",
    "view problem",
    "view said",
)


def views(store: Store, scene: Scene) -> None:
    """What can be done with saved views."""
    st.html('<h2 class="says">Saved views</h2>')
    _save_form(store)
    if problem := state.recall(PROBLEM):
        st.error(text.markdown(problem, 400), icon=":material/error:")
    if said := state.recall(SAID):
        st.caption(text.markdown(said, 200))
    _list(store)


def _save_form(store: Store) -> None:
    with st.container(key="save-view", gap="small"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.text_input("Name", key=NAME, max_chars=LONGEST_NAME, placeholder="Drones around Morocco")
            st.button("Save", icon=":material/bookmark_add:", key="save view", on_click=_save, args=(store,))
        st.text_input("Note", key=NOTE, max_chars=LONGEST_NOTE, placeholder="what it is for, if it needs a word")


def _save(store: Store) -> None:
    name, note = state.recall(NAME, ""), state.recall(NOTE, "")
    if _done(lambda: store.views.save(name, note, links.keep(store)), f"Saved as “{text.short(name)}”"):
        state.remember(**{NAME: "", NOTE: ""})


def _list(store: Store) -> None:
    found = store.views.named(LISTED, (state.recall(FIND) or "").strip())
    if not found.total:
        st.caption("None yet. A saved view stays when the articles are taken out, and opens again when they are back.")
        return
    if found.total > LISTED:
        st.text_input("Find a saved view", key=FIND, placeholder="a part of its name or note")
    for named in found.views:
        _row(store, named)
    if len(found.views) < found.total:
        fitting = f" of {found.fitting:,} that have these words" if found.fitting < found.total else ""
        st.caption(f"{len(found.views)}{fitting} of {found.total:,} saved views, those changed last first")


def _row(store: Store, named: NamedView) -> None:
    with st.container(key=f"view-{named.stamp}", gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                text.markdown(named.name, 60), key=f"open {named.stamp}", icon=":material/bookmark:", type="tertiary",
                on_click=_open, args=(store, named), help="Open this view",
            )  # fmt: skip
            st.space("stretch")
            st.button(
                "Change",
                key=f"change {named.stamp}",
                icon=":material/edit:",
                type="tertiary",
                on_click=_edit,
                args=(named,),
            )
        note = f"{text.short(named.note, 160)} · " if named.note else ""
        st.caption(text.markdown(f"{note}{links.when(named.changed)}", 220))
        if state.recall(EDITED) == named.name:
            _change_form(store, named)


def _change_form(store: Store, named: NamedView) -> None:
    name_key, note_key = f"rename {named.stamp}", f"note {named.stamp}"
    with st.container(border=True, gap="small"):
        st.text_input("New name", named.name, key=name_key, max_chars=LONGEST_NAME)
        st.text_area("Note", named.note, key=note_key, max_chars=LONGEST_NOTE, height=80)
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Keep",
                type="primary",
                key=f"keep {named.stamp}",
                on_click=_rename,
                args=(store, named, name_key, note_key),
            )
            st.button(
                "Show the present picture", key=f"over {named.stamp}", icon=":material/published_with_changes:",
                on_click=_overwrite, args=(store, named), help="Overwrite what this name stands for",
            )  # fmt: skip
            st.button("Leave", key=f"leave {named.stamp}", on_click=state.forget, args=(EDITED,))
        sure = st.checkbox("Delete this name; links to its picture go on working", key=f"sure {named.stamp}")
        st.button(
            "Delete", key=f"delete {named.stamp}", icon=":material/delete:", disabled=not sure, on_click=_delete, args=(store, named)
        )  # fmt: skip


def _open(store: Store, named: NamedView) -> None:
    _done(lambda: links.open_named(store, named), f"Opened “{text.short(named.name)}”")


def _edit(named: NamedView) -> None:
    state.remember(**{EDITED: None if state.recall(EDITED) == named.name else named.name})


def _rename(store: Store, named: NamedView, name_key: str, note_key: str) -> None:
    name, note = state.recall(name_key, named.name), state.recall(note_key, named.note)
    if _done(lambda: store.views.change(named, name=name, note=note), f"“{text.short(name)}” is kept"):
        state.forget(EDITED)


def _overwrite(store: Store, named: NamedView) -> None:
    if _done(
        lambda: store.views.change(named, view=links.keep(store)), f"“{text.short(named.name)}” shows this picture now"
    ):
        state.forget(EDITED)


def _delete(store: Store, named: NamedView) -> None:
    if _done(lambda: store.views.delete(named), f"Deleted “{text.short(named.name)}”"):
        state.forget(EDITED)


def _done(step: Callable[[], object], said: str) -> bool:
    state.forget(SAID)
    done = links.tried(PROBLEM, step)
    if done:
        state.remember(**{SAID: said})
    return done
