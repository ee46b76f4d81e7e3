"""Home: what is in here, at a glance; everything on it is a door into the graph."""

from dataclasses import replace
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import cards, doors, scene, state, text, theme, trouble, visit
from app.canvas.picture import split_key
from app.glance import glance, picture, supplies
from app.glance.summary import NEWEST, RANKED, TYPES, Summary, summarise
from app.matrix import matrix
from app.matrix import picture as matrix_picture
from app.screens import asked, search, welcome
from app.worldmap import picture as map_picture
from app.worldmap import worldmap
from graph.store.filter import EVERYTHING
from graph.store.overview import Overview, Published
from graph.store.store import Store

SEARCH, GROUPING = "home search", "home grouping"
CLAIMS, RANKS, TIMES, ARMS, WORLD = "home newest", "home ranks", "home times", "home arms", "home map"
SIDE = (16, 14)  # suppliers and recipients shown
MAP_HEIGHT, MATRIX_HEIGHT = 430, 640


def page() -> None:
    """Draw the page."""
    _follow_old_address()
    store = state.store()
    if store.empty():
        st.html('<h1 class="unseen">Home</h1>')  # for those who walk a page by its headings
        welcome.empty_store(store)
        return
    overview = Overview(store.view.database, store.view.schema)
    with st.spinner("Looking through the store …"):  # once for each revision: seconds where there are a million edges
        summary: Summary = state.once(store, "home", lambda: summarise(store))
    _heading(store)
    _numbers(summary)
    world, newest = st.columns([0.62, 0.38], gap="medium")
    with world:
        _world(overview, summary)
    with newest:
        _newest(store, summary)
    _times(store, overview, summary)
    arms, leaders = st.columns([0.55, 0.45], gap="medium")
    with arms:
        _arms(overview, summary)
    with leaders:
        _leaders(overview, summary)


def _follow_old_address() -> None:
    """Explore was the first page once: an address with a picture in it leads there."""
    wanted = state.whole_address()
    if wanted:
        st.switch_page(st.Page(page, url_path="explore"), query_params=wanted)  # a page is known by its path


def _heading(store: Store) -> None:
    words, search_field = st.columns([0.55, 0.45], vertical_alignment="bottom")
    words.html('<h1 class="home-title">Who does what to whom, and the sentence that says so</h1>')
    with search_field:
        found = search.picker("Search for a state, firm, system, agreement …", store, SEARCH)
    if found:
        search.preset(SEARCH, None)
        doors.to_explore(found.id)


def _numbers(summary: Summary) -> None:
    counts, published = summary.counts, summary.published
    types = "".join(_type(name, number) for name, number in counts.entities.items())
    firmly = "".join(cards.modality_chip(name, number) for name, number in counts.modalities.items() if number)
    undated = counts.documents - published.dated
    days = [f"{published.first} to {published.last}"] if published.first else []
    days += [f"{text.plural(undated, 'document')} without a date"] if undated else []
    tiles = (
        _tile(f"{counts.documents:,}", "documents", f"from {text.plural(published.publishers, 'publisher')}"),
        _tile(_years(published), "reported", " · ".join(days)),
        _tile(f"{counts.total_entities:,}", "entities", types),
        _tile(f"{counts.total_claims:,}", "claims, each with its sentence", firmly),
    )
    st.html(f'<div class="home-numbers" data-testid="numbers">{"".join(tiles)}</div>')


def _tile(big: str, what: str, more: str) -> str:
    return f'<section><div class="big"><b>{big}</b> <span>{escape(what)}</span></div><div class="more">{more}</div></section>'


def _years(published: Published) -> str:
    if published.first is None or published.last is None:
        return "No days"
    first, last = published.first.year, published.last.year
    return f"{first}" if first == last else f"{first}–{last}"


def _type(name: str, number: int) -> str:
    known = theme.type_styles().get(name)
    title = escape(known["plural"] if known else name)
    return f'<span class="chip is-{escape(name)}" title="{title}">{theme.type_icon(name)}{number:,} {title}</span>'


def _title(words: str, more: str) -> None:
    st.html(f'<h2 class="home-part">{escape(words)} <small>{escape(more)}</small></h2>', width="stretch")


def _row() -> DeltaGenerator:
    """A row for a part's title and its buttons."""
    return st.container(horizontal=True, vertical_alignment="center", gap="small")


def _world(overview: Overview, summary: Summary) -> None:
    ties = summary.ties
    shown = f"{len(ties.edges):,} of {ties.total:,}" if ties.total > len(ties.edges) else f"{ties.total:,}"
    with _row():
        _title("What states do to one another", f"{shown} relations; press a state or an arc")
        asked.show(overview, Overview.between_states, key="home-map", label="Cypher of the map")
    payload = map_picture.payload(ties.states, ties.edges, height=MAP_HEIGHT)
    worldmap.draw(payload, key=WORLD, on_event=lambda: _heard(WORLD))


def _newest(store: Store, summary: Summary) -> None:
    with _row():
        _title("Newest claims", "press one")
        asked.show(store.view, lambda view: view.recent_claims(NEWEST), key="home-newest", label="Cypher of these")
    with st.container(height=MAP_HEIGHT + 150, border=False, key="home-newest"):
        glance.draw(picture.claims(summary.newest), key=CLAIMS, on_event=lambda: _heard(CLAIMS))


def _times(store: Store, overview: Overview, summary: Summary) -> None:
    with _row():
        _title("When it was reported", "press a bar to open these days")
        asked.show(overview, Overview.months, key="home-times", label="Cypher of the timeline")
        grouping = st.segmented_control(
            "Colours say",
            ["nature", "theme"],
            key=GROUPING,
            default="nature",
            required=True,
            label_visibility="collapsed",
        )
    payload = picture.timeline(summary.months, grouping or "nature")
    glance.draw(payload, key=TIMES, on_event=lambda: _heard_time(store, overview))


def _arms(overview: Overview, summary: Summary) -> None:
    with _row():
        _title("Who arms whom", supplies.says(summary.supplies))
        asked.show(overview, Overview.supplies, key="home-arms", label="Cypher of the matrix")
    payload = matrix_picture.payload(
        supplies.entries(summary.supplies.found),
        supplies.named(summary.supplies.found),
        rows="supplier",
        columns="recipient",
        side=SIDE,
        height=MATRIX_HEIGHT,
    )
    matrix.draw(payload, key=ARMS, on_event=lambda: _heard(ARMS))


def _leaders(overview: Overview, summary: Summary) -> None:
    with _row():
        _title("Most claimed about", "press one")
        asked.show(overview, lambda it: it.leaders(TYPES, RANKED), key="home-ranks", label="Cypher of the ranks")
    glance.draw(picture.ranks(summary.leaders), key=RANKS, on_event=lambda: _heard(RANKS))


@trouble.helpful
def _heard(key: str) -> None:
    """An entity or an edge was pressed: open it in Explore."""
    event = getattr(state.recall(key), "event", None)
    if not event or not event["id"]:
        return
    doors.to_explore(None if split_key(event["id"]) else event["id"], event["id"])


@trouble.helpful
def _heard_time(store: Store, overview: Overview) -> None:
    """A span of days was pressed: open who was most told of then, with only what was reported on these days."""
    event = getattr(state.recall(TIMES), "event", None)
    span = picture.read_span(event["id"]) if event else None
    busiest = overview.busiest_between(*span) if span else None
    node = store.view.entity(busiest) if busiest else None
    if span is None or node is None:
        return
    before = visit.scene() or scene.Scene()
    days = replace(before, filter=replace(EVERYTHING, known_from=span[0], known_by=span[1]))
    visit.show(scene.begin_at(store.view, node, days), f"Opened what was reported from {span[0]} to {span[1]}")
    doors.to_explore(None)
