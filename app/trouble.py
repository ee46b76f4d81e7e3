"""What a visitor reads when something isn't as it should be: what is wrong, and what to do about it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from app import state, text
from graph.errors import EntenteError, StoreError
from graph.settings import Settings

P = ParamSpec("P")


def helpful(step: Callable[P, None]) -> Callable[P, None]:
    """Wrap what runs outside the router (a fragment, a callback) so that trouble there is explained as well."""

    @wraps(step)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            step(*args, **kwargs)
        except EntenteError as error:
            explain(error)

    return guarded


def explain(error: EntenteError) -> None:
    """Show an error as a page: its one line, and the way out."""
    if isinstance(error, StoreError):
        _store_trouble(error)
    else:
        st.error(text.markdown(str(error), 1000), icon=":material/error:")


def _store_trouble(error: StoreError) -> None:
    settings = Settings.from_env()
    st.header("The store can't be reached", anchor=False)
    st.error(text.markdown(str(error), 1000), icon=":material/database_off:")
    if settings.local:
        st.markdown("Entente runs its own Neo4j on this machine. Start it, or see what is wrong, in a terminal:")
        st.code("entente up", language="sh")
    else:
        st.markdown(
            "The store is a Neo4j of your own, named by `NEO4J_URI`. See that it runs, and that `NEO4J_USERNAME`, "
            "`NEO4J_PASSWORD` and `NEO4J_DATABASE` are right, in the environment or in `.env`; then start the app again. "
            "Without `NEO4J_URI`, Entente runs a Neo4j itself."
        )
    st.button("Try again", type="primary", icon=":material/refresh:", on_click=state.reopen)
