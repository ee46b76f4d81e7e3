"""The app's front door: which page is shown, and a helpful word where the store or the input isn't as it should be."""

from pathlib import Path

import streamlit as st

from app import state, theme, trouble
from app.screens import analysis, ask, compare, cypher, document, entity, explore, home, ingest, paths, review, schema
from graph.errors import EntenteError

HEADED = ("Home", "Entity", "Document")  # pages with a heading of their own that all see


def main() -> None:
    """Draw the page that the address names."""
    _look("Entente")
    st.html(theme.page_style())
    page = st.navigation(
        [
            st.Page(home.page, title="Home", icon=":material/home:", default=True),
            st.Page(explore.page, title="Explore", icon=":material/hub:", url_path="explore"),
            st.Page(entity.page, title="Entity", icon=":material/badge:", url_path="entity"),
            st.Page(paths.page, title="Paths", icon=":material/route:", url_path="paths"),
            st.Page(compare.page, title="Compare", icon=":material/compare_arrows:", url_path="compare"),
            st.Page(analysis.page, title="Analysis", icon=":material/monitoring:", url_path="analysis"),
            st.Page(
                document.page, title="Document", icon=":material/article:", url_path="document", visibility="hidden"
            ),
            st.Page(ask.page, title="Ask", icon=":material/question_answer:", url_path="ask"),
            st.Page(cypher.page, title="Cypher", icon=":material/terminal:", url_path="cypher"),
            st.Page(schema.page, title="Schema", icon=":material/schema:", url_path="schema"),
            st.Page(review.page, title="Review", icon=":material/rule:", url_path="review"),
            st.Page(ingest.page, title="Ingest", icon=":material/note_add:", url_path="ingest"),
        ],
        position="top",
    )
    _look(f"{page.title} · Entente")
    if page.title not in HEADED:
        st.html(f'<h1 class="unseen">{page.title}</h1>')  # for those who walk a page by its headings
    try:
        page.run()
    except EntenteError as error:
        trouble.explain(error)
    state.settle(page.title)


def _look(title: str) -> None:
    # A picture of our own: for a named icon the browser would ask a host elsewhere.
    st.set_page_config(title, page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide")


main()
