"""What a visitor sees before anything is selected, found or even stored."""

from collections.abc import Callable

import streamlit as st

from app import cards, state, text
from graph.errors import SourceError
from graph.pipeline import Progress, ingest
from graph.records import Document
from graph.sample import count_sample, load_sample
from graph.sources import READERS, read_bytes
from graph.store.store import Store
from graph.store.view import View

NEWEST = 5
ERRORS = 5  # named of what could not be read


def overview(store: Store) -> None:
    """What the store holds, how to read the picture, and the newest claims."""
    counts = state.once(store, "counts", store.view.counts)
    numbers = (
        text.plural(counts.documents, "document"),
        text.plural(counts.total_entities, "entity", "entities"),
        text.plural(counts.total_claims, "claim"),
    )
    shown = "".join("<span><b>{}</b>{}</span>".format(*words.split(" ")) for words in numbers)
    st.html(f'<div class="numbers" data-testid="numbers">{shown}</div>')
    st.markdown(
        "Click an **edge** to read the sentences behind it, an **entity** to see what it does; double-click to draw more "
        "of its neighbours (a number at its shoulder says how many are hidden). The legend below the picture filters."
    )
    newest = store.view.recent_claims(NEWEST)
    if newest:
        st.markdown("**Newest claims**")
        st.html("".join(cards.claim_card(claim) for claim in newest))


def unknown_entity(id: str, view: View) -> None:
    """Say that the address names an entity that the store doesn't have, and what comes near."""
    near = view.search(id.rpartition(":")[2].replace("-", " "), 3)
    like = ", ".join(text.markdown(node.name) for node in near)
    st.warning(
        f"The store has no entity {text.markdown(id, 80)}: the address may come from another store, or its document was replaced. "
        + (f"Close to it: {like}." if near else "Search for it by name."),
        icon=":material/help:",
    )


def empty_store(store: Store) -> None:
    """Offer a first article to somebody whose store is empty."""
    st.header("The store is empty", anchor=False)
    st.markdown(
        "Entente reads articles and draws who does what to whom, each edge with the sentence that says so. Load the sample to "
        "look around, or bring articles of your own: they stay on this machine."
    )
    sample, own = st.columns(2, gap="large")
    with sample, st.container(border=True, height="stretch"):
        st.subheader("Look around", anchor=False)
        st.markdown(f"{count_sample()} short articles on arms deals and diplomacy, written for Entente.")
        if st.button("Load the sample articles", type="primary", icon=":material/download:"):
            _load(store)
    with own, st.container(border=True, height="stretch"):
        st.subheader("Bring your own", anchor=False)
        _bring(store)


def _bring(store: Store) -> None:
    with st.form("bring", border=False):
        files = st.file_uploader("Articles", type=list(READERS), accept_multiple_files=True, key="first articles")
        asked = st.form_submit_button("Read them in", icon=":material/note_add:")
    if asked:
        _read_in(store, [item for file in files or [] for item in read_bytes(file.name, file.getvalue())])
    st.caption("To look at what is found before it is stored, to paste or to fetch articles: Ingest. From a terminal:")
    st.code("entente ingest articles/", language="sh")


def _read_in(store: Store, items: list[Document | SourceError]) -> None:
    if not items:
        st.info("There was nothing to read: choose at least one file.", icon=":material/info:")
        return
    report = ingest(items, state.extractor(), store, _progress(len(items)))
    for error in report.errors[:ERRORS]:
        st.error(text.markdown(str(error), 1000), icon=":material/error:")
    if len(report.errors) > ERRORS:
        st.error(f"and {len(report.errors) - ERRORS} more that could not be read", icon=":material/error:")
    if report.new and report.errors:
        st.button(f"Go on with the {text.plural(report.new, 'article')} that could be read", type="primary")
    elif report.new:
        st.rerun()


def _load(store: Store) -> None:
    load_sample(state.extractor(), store, _progress(count_sample()))
    st.rerun()


def _progress(total: int) -> Callable[[Progress], None]:
    """A bar that says how far the reading has come."""
    bar = st.progress(0.0, f"Reading {text.plural(total, 'article')} …")

    def advance(progress: Progress) -> None:
        done = progress.documents + progress.errors
        bar.progress(min(1.0, done / total), f"{done} of {total} articles, {text.plural(progress.claims, 'claim')}")

    return advance
