"""What a visitor sees before anything is selected, found or even stored."""

import streamlit as st

from app import cards, state, text
from graph.pipeline import Progress
from graph.sample import count_sample, load_sample
from graph.store.store import Store
from graph.store.view import View

NEWEST = 5


def overview(store: Store) -> None:
    """What the store holds, how to read the picture, and the newest claims."""
    counts = store.view.counts()
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
        "Entente reads articles and draws who does what to whom. Load the sample to look around, or bring articles of your own."
    )
    sample, own = st.columns(2, gap="large")
    with sample, st.container(border=True):
        st.subheader("Look around", anchor=False)
        st.markdown(f"{count_sample()} short articles on arms deals and diplomacy, written for Entente.")
        if st.button("Load the sample articles", type="primary", icon=":material/download:"):
            _load(store)
    with own, st.container(border=True):
        st.subheader("Bring your own", anchor=False)
        st.markdown("Paste, upload or fetch articles on the **Ingest** page, or from a terminal:")
        st.code("entente ingest articles/", language="sh")


def _load(store: Store) -> None:
    total = count_sample()
    bar = st.progress(0.0, "Reading the sample articles …")

    def advance(progress: Progress) -> None:
        done = progress.documents + progress.errors
        bar.progress(min(1.0, done / total), f"{done} of {total} articles, {text.plural(progress.claims, 'claim')}")

    load_sample(state.extractor(), store, advance)
    st.rerun()
