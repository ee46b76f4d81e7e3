"""All that lasts longer than one run of a page: the open store, the reader of text, and what each visitor sees.

The only file that touches Streamlit's session state, address and caches.
"""

import gc
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from app.worker import Bench
from graph.extract.extractor import Extractor
from graph.extract.version import engine_name
from graph.settings import Settings
from graph.store.store import Store, open_store
from graph.store.view import View

T = TypeVar("T")
REVISION = "revision that is shown"
VISITOR = "visitor"


@st.cache_resource(show_spinner="Opening the store …")
def _open(settings: Settings) -> Store:
    return open_store(settings)


def store() -> Store:
    """The store, open once for all visitors. Raises StoreError, in one line, where it can't be used."""
    return _open(Settings.from_env())


def reopen() -> None:
    """Forget the open store, so that the next run of a page tries again."""
    _open.clear()


@st.cache_resource(show_spinner="Loading the language model …", max_entries=1)
def _extractor(model: str, dictionary: Path | None, name: str) -> Extractor:
    return Extractor(model, dictionary=dictionary)


def extractor() -> Extractor:
    """What finds claims in text, loaded once for all visitors; anew when the dictionary has changed."""
    settings = Settings.from_env()
    return _extractor(settings.nlp_model, settings.dictionary, engine_name(settings.nlp_model, settings.dictionary))


@st.cache_resource(show_spinner=False)
def settle(page: str) -> None:
    """Leave what is loaded once a page has been drawn out of all later searches for garbage.

    Streamlit searches after each run, while every visitor waits: with the libraries and the lexicon among what it looks at, for
    longer than most clicks take otherwise.
    """
    gc.collect()
    gc.freeze()


@st.cache_resource(show_spinner=False)
def bench() -> Bench:
    """Where long work is done beside the pages, for all visitors."""
    return Bench()


# for minutes only: what somebody writes with Cypher of their own raises no revision
@st.cache_resource(show_spinner=False, max_entries=200, ttl=300)
def _once(uri: str, revision: int, what: str, _read: Callable[[], Any]) -> Any:
    return _read()


def once(store: Store, what: str, read: Callable[[], T]) -> T:
    """What `read` gives, read once for each revision of the store and kept for all visitors; `what` names it.

    Only for frozen values: visitors share them.
    """
    found: T = _once(store.address.uri, revision(store.view), what, read)
    return found


def visitor() -> str:
    """What tells this visitor from others."""
    if recall(VISITOR) is None:
        remember(**{VISITOR: secrets.token_hex(8)})
    return str(recall(VISITOR))


@contextmanager
def at_one_revision(view: View) -> Iterator[None]:
    """Read the store's revision once for all that is drawn inside."""
    remember(**{REVISION: view.revision()})
    try:
        yield
    finally:
        forget(REVISION)


def revision(view: View) -> int:
    """The store's revision: as it is now, or as it was when the drawing began that is going on."""
    now: int | None = recall(REVISION)
    return view.revision() if now is None else now


def last(key: str, asked: Any, read: Callable[[], T]) -> T:
    """What `read` gives, kept for this visitor until something else is asked under that name."""
    kept: tuple[Any, T] | None = recall(key)
    if kept is None or kept[0] != asked:
        kept = asked, read()
        remember(**{key: kept})
    return kept[1]


def recall(key: str, default: Any = None) -> Any:
    """What was remembered for this visitor."""
    return st.session_state.get(key, default)


def remember(**values: Any) -> None:
    """Keep values for this visitor until the browser tab is closed."""
    for key, value in values.items():
        st.session_state[key] = value


def forget(*keys: str) -> None:
    """Drop what was remembered for this visitor."""
    for key in keys:
        st.session_state.pop(key, None)


def address(key: str) -> str | None:
    """What the page's address says under a name, or None. It comes from strangers: check it before use."""
    value = st.query_params.get(key)
    return str(value) if value else None


def whole_address() -> dict[str, str]:
    """All that the page's address says, by name."""
    return dict(st.query_params.to_dict())


def here() -> str:
    """The address of the page that is open, without what follows its path."""
    return str(st.context.url or "").partition("?")[0].partition("#")[0]


def set_address(values: Mapping[str, str | None]) -> None:
    """Write names into the page's address, so that it can be shared; None takes one out."""
    for key, value in values.items():
        if value is None:
            st.query_params.pop(key, None)
        elif st.query_params.get(key) != value:
            st.query_params[key] = value
