"""Ingest: read articles, look at what was found and what was refused, then put it into the graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

import streamlit as st

from app import cards, preview, state, text, trouble
from graph.errors import SourceError
from graph.records import Document, Extraction, Rejection
from graph.sources import iter_documents, read_bytes, read_text
from graph.sources.urls import is_url
from graph.store.store import Store

FOUND, DONE = "found", "done"
CARDS = 50  # claims shown of one document; all of them go into the graph
KINDS = ["txt", "md", "html", "htm", "jsonl", "pdf"]

Items = Iterable[Document | SourceError]


@dataclass(slots=True)
class Reading:
    """What the articles that were just read hold, not yet in the graph."""

    extractions: list[Extraction] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def page() -> None:
    """Draw the page."""
    store = state.store()
    st.caption("Articles stay on this machine. Nothing enters the graph before you have seen what was found.")
    paste, upload, web = st.tabs(["Paste", "Upload", "Web address"])
    with paste:
        _paste()
    with upload:
        _upload()
    with web:
        _web()
    reading: Reading | None = state.recall(FOUND)
    if reading is not None:
        _show(store, reading)


def _paste() -> None:
    with st.form("paste", border=False):
        title, publisher, published = st.columns([0.5, 0.3, 0.2])
        title.text_input("Title", key="paste title")
        publisher.text_input("Publisher", key="paste publisher")
        published.date_input(
            "Published", value=None, key="paste published", min_value=date(1900, 1, 1), format="YYYY-MM-DD"
        )
        st.text_area("Text", key="paste text", height=220, placeholder="The article's own words")
        if st.form_submit_button("Read", type="primary", icon=":material/description:"):
            _read(
                read_text(
                    state.recall("paste text", ""),
                    title=state.recall("paste title") or None,
                    publisher=state.recall("paste publisher") or None,
                    published=state.recall("paste published"),
                )
            )


def _upload() -> None:
    with st.form("upload", border=False):
        files = st.file_uploader("Files", type=KINDS, accept_multiple_files=True)
        st.caption(
            "Front matter between --- lines at the top of a .txt or .md gives title, publisher, published and url."
        )
        if st.form_submit_button("Read the files", type="primary", icon=":material/description:"):
            _read(item for file in files or [] for item in read_bytes(file.name, file.getvalue()))


def _web() -> None:
    with st.form("web", border=False):
        st.text_input("Address", key="web address", placeholder="https://example.org/article")
        if st.form_submit_button("Fetch and read", type="primary", icon=":material/language:"):
            address = state.recall("web address", "").strip()
            _read(iter_documents([address]) if is_url(address) else _no_address(address))


def _no_address(words: str) -> Iterator[SourceError]:
    # A path typed here would be read from the machine that runs the app, not from the visitor's.
    yield SourceError(f"{words or 'nothing'}: not a web address; it should look like https://example.org/article")


def _read(items: Items) -> None:
    """Extract from what can be read, and keep it for the visitor to look at."""
    reading = Reading()
    state.forget(DONE)
    with st.status("Reading …", expanded=True) as status:
        for extraction in state.extractor().extract_many(_readable(items, reading)):
            reading.extractions.append(extraction)
            claims, rejections = (
                text.plural(len(extraction.claims), "claim"),
                text.plural(len(extraction.rejections), "rejection"),
            )
            st.write(f"{text.markdown(preview.title(extraction))}: {claims}, {rejections}")
        read = text.plural(len(reading.extractions), "article")
        status.update(label=f"{read} read", state="complete" if reading.extractions else "error", expanded=False)
    state.remember(**{FOUND: reading})


def _readable(items: Items, reading: Reading) -> Iterator[Document]:
    for item in items:
        if isinstance(item, SourceError):
            reading.errors.append(str(item))
        else:
            yield item


def _show(store: Store, reading: Reading) -> None:
    for error in reading.errors:
        st.error(text.markdown(error, 1000), icon=":material/error:")
    if not reading.extractions:
        if not reading.errors:
            st.info("There was nothing to read: give at least one article.", icon=":material/info:")
        return
    _offer(store, reading)
    for extraction in reading.extractions:
        _document(extraction, expanded=len(reading.extractions) == 1)


def _offer(store: Store, reading: Reading) -> None:
    claims = sum(len(extraction.claims) for extraction in reading.extractions)
    done: str | None = state.recall(DONE)
    words, button = st.columns([0.75, 0.25], vertical_alignment="center")
    if done is None:
        found = f"**{text.plural(claims, 'claim')}** found in {text.plural(len(reading.extractions), 'article')}, not yet in the graph."
        words.markdown(found)
        button.button(
            "Add to the graph",
            type="primary",
            icon=":material/add:",
            width="stretch",
            on_click=_add,
            args=(store, reading),
        )
        return
    words.success(done, icon=":material/check_circle:")
    focus = preview.busiest(reading.extractions)
    if focus:
        button.link_button("See it in Explore", f"/explore?focus={focus}", icon=":material/hub:", width="stretch")


@trouble.helpful
def _add(store: Store, reading: Reading) -> None:
    written = store.writer.write(reading.extractions)
    state.remember(
        **{
            DONE: f"In the graph: {written.new} new, {written.unchanged} unchanged, {written.replaced} replaced; {text.plural(written.claims, 'claim')} written."
        }
    )


def _document(extraction: Extraction, *, expanded: bool) -> None:
    published = extraction.document.published
    with st.expander(f"{text.markdown(preview.title(extraction))} · {published or 'no date'}", expanded=expanded):
        if published is None:
            st.caption("Without a date, words such as “last year” stay unresolved.")
        for reason in dict.fromkeys(one.reason for one in extraction.rejections if one.relation is None):
            st.warning(text.markdown(f"Not read as a whole: part of it is {reason}.", 200), icon=":material/info:")
        claims, refused = st.columns([0.62, 0.38], gap="large")
        with claims:
            st.markdown(f"**{text.plural(len(extraction.claims), 'claim')}**")
            shown = preview.claims(extraction)[:CARDS]
            for claim in shown:
                said = cards.sentence(claim.source, claim.relation, claim.target)
                st.html(f"<h4 class='says'>{said}</h4>{cards.claim_card(claim)}")
            if len(extraction.claims) > len(shown):
                st.caption(f"The first {len(shown)} of {len(extraction.claims)} claims; all go into the graph.")
        with refused:
            st.markdown(f"**{text.plural(len(extraction.rejections), 'rejection')}**: seen, and not taken for a claim")
            _rejections(extraction.rejections)


def _rejections(rejections: Iterable[Rejection]) -> None:
    def reason(rejection: Rejection) -> str:
        return rejection.reason

    for why, group in groupby(sorted(rejections, key=reason), key=reason):
        refused = list(group)
        with st.expander(f"{text.markdown(why)} · {len(refused)}"):
            st.html(
                "".join(
                    f"<p class='sentence-row'><b>{text.html(r.cue)}</b>: {text.html(r.sentence)}</p>"
                    for r in refused[:CARDS]
                )
            )
            if len(refused) > CARDS:
                st.caption(f"The first {CARDS} of {len(refused)}.")
