"""Waiting for what is computed beside the page: how far it is, and a way to give it up."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from app import state, text
from app.worker import Asker
from graph.store.store import Store

T = TypeVar("T")
GIVEN_UP = "given up"
BLINK = 0.4  # seconds that a page waits by itself: most results are there by then
EVERY = 0.5
PATIENCE = 20  # seconds that a click waits for what mostly takes a moment


def result(store: Store, name: str, work: Callable[..., T], *arguments: Any, key: Hashable | None = None) -> T | None:
    """What `work` gives for these arguments and what the store holds now; None, and the progress drawn, until it is there.

    The page goes on being used meanwhile, and draws itself anew when the result has come. `name` says what it is; `key` what the result depends on, where that isn't
    the arguments themselves.
    """
    key = _key(store, work, arguments if key is None else key)
    if key in _all_given_up():
        _given_up(key, name)
        return None
    job = state.bench().ask(Asker(state.visitor(), name), key, work, *arguments)
    job.finished.wait(BLINK)
    if job.error is not None:
        st.error(f"{name} failed: {text.markdown(job.error, 400)}", icon=":material/error:")
        st.button(
            "Try again", icon=":material/refresh:", key=f"again {name}", on_click=state.bench().forget, args=(key,)
        )
        return None
    if job.done:
        found: T = job.result
        return found
    _progress(key, name)
    return None


@st.fragment(run_every=EVERY)
def _progress(key: Any, name: str) -> None:
    job = state.bench().find(key)
    if job is None or job.done:
        st.rerun()
        return
    st.progress(min(1.0, job.share), f"{name}: {job.says} …")
    st.button("Give up", icon=":material/close:", key=f"give up {name}", on_click=_give_up, args=(key,))


def _give_up(key: Any) -> None:
    state.bench().give_up(key, state.visitor())
    state.remember(**{GIVEN_UP: _all_given_up() | {key}})


def _begin_again(key: Any) -> None:
    state.remember(**{GIVEN_UP: _all_given_up() - {key}})


def _all_given_up() -> frozenset[Any]:
    given_up: frozenset[Any] = state.recall(GIVEN_UP, frozenset())
    return given_up


def _given_up(key: Any, name: str) -> None:
    st.info(f"{name}: given up before it was done.", icon=":material/close:")
    st.button("Begin again", icon=":material/refresh:", key=f"again {name}", on_click=_begin_again, args=(key,))


def soon(store: Store, work: Callable[..., T], *arguments: Any) -> T | None:
    """What `work` gives, waited for: for what takes a moment. None where it takes longer, or fails; that is said."""
    key = _key(store, work, arguments)
    job = state.bench().ask(Asker(state.visitor(), work.__qualname__), key, work, *arguments)
    if job.finished.wait(PATIENCE) and job.error is None:
        found: T = job.result
        return found
    state.bench().forget(key)  # so that another click tries again
    st.toast(f"Not done: {text.markdown(job.error or 'it takes too long', 200)}", icon=":material/error:")
    return None


def _key(store: Store, work: Callable[..., Any], arguments: Hashable) -> Hashable:
    return (store.address.uri, store.view.revision(), work.__qualname__, arguments)
