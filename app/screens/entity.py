"""All that is known of one entity: who it is, what it does, its deals, when it was told of, who is like it."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from app import cards, dealing, doors, portrait, state, text, traces
from app.doorway import doorway
from app.screens import asked, search, welcome
from graph.store.deals import Deals
from graph.store.profile import Month, Profile
from graph.store.review import Dossier
from graph.store.store import Store
from graph.store.view_records import Card, Named, Node, StoredClaim

WITHIN, PICKER, ASKED, MONTH, CHOSEN_DEAL = "entity", "entity picker", "entity asked", "month of claims", "deals"
DOSSIER, READ = "dossier that is shown", "what was read of the entity"
CLAIMS, DOCUMENTS = 8, 20  # on a page
ROW = 35  # pixels of a row of the table
ROWS = 9  # of the table seen at once
STARTS = 12

Read = Callable[[Profile], object]  # what was read of an entity


def page() -> None:
    """Draw the page: ?id= names an entity."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    with st.container(key=WITHIN):
        found = _asked(store)
        if found:
            _entity(store, found)
        doorway.listen(WITHIN, _pressed)


def _asked(store: Store) -> Dossier | None:
    """The entity that the address or the visitor asks for; a field to ask for another above it."""
    id = state.address("id")
    if id != state.recall(ASKED, ""):
        search.preset(PICKER, id)
        state.remember(**{ASKED: id})
        state.forget(MONTH)
    with st.container(key="entity-picker"):
        node = search.picker("Entity", store, PICKER)
    if node is None:
        _nobody(store, id)
        return None
    if node.id != id:
        state.set_address({"id": node.id})
        state.remember(**{ASKED: node.id})
        state.forget(MONTH)
    return state.last(DOSSIER, (state.revision(store.view), node.id), lambda: store.review.dossier(node.id))


def _nobody(store: Store, id: str | None) -> None:
    if id:
        welcome.unknown_entity(id, store.view)
    near = store.view.search(id.rpartition(":")[2].replace("-", " "), STARTS) if id else ()
    nodes = near or store.view.most_connected(STARTS)
    title = "Close to it" if near else "Most is told of"
    st.html(f'<h2 class="says">{title}</h2><div class="around">{" ".join(map(_start, nodes))}</div>')


def _start(node: Node) -> str:
    return portrait.named_door(Named(node.id, node.type, node.name))


def _entity(store: Store, found: Dossier) -> None:
    node, profile = found.node, Profile(store.view.database, store.view.schema, found.node.id)
    named = Named(node.id, node.type, node.name)
    head, leave = st.columns([0.62, 0.38], vertical_alignment="top")
    head.html(portrait.head(found))
    with leave:
        _leave(node.id)
        cypher = st.container(horizontal=True, horizontal_alignment="right")
    about = state.revision(store.view), node.id
    groups, deals, similar, months = state.last(
        READ, about, lambda: (profile.groups(), profile.deals(), profile.similar(), profile.months())
    )
    _deals(deals, node.id)
    left, right = st.columns([0.52, 0.48], gap="large")
    with left:
        _part("Relations", portrait.relations(groups, named))
        _part("Neighbours", portrait.neighbours(groups))
    with right:
        claims = _times(profile, months)
        _part("Similar entities", portrait.similar(similar))
        documents = _documents(profile, node.documents)
    with cypher:
        asked.show_parts(store.view, traces.dossier(node.id, claims, documents), key="dossier")


def _leave(id: str) -> None:
    with st.container(horizontal=True, gap="small", horizontal_alignment="right", key="entity-doors"):
        st.button("Show on canvas", icon=":material/hub:", type="primary", on_click=doors.to_explore, args=(id,))
        st.button("Compare with…", icon=":material/compare_arrows:", on_click=doors.to_compare, args=(id,))
        st.button("Paths to…", icon=":material/route:", on_click=doors.to_paths, args=(id,))


def _part(title: str, html: str) -> None:
    st.html(f'<h2 class="part">{title}</h2>{html}')


def _deals(found: Deals, id: str) -> None:
    if not found.deals:
        return
    kept = "" if found.whole else " (of the newest claims only)"
    st.html(
        f'<h2 class="part">Deals <small>{len(found.deals):,}{kept}; how far each is by what was reported, press a row for its sources</small></h2>'
    )
    table = dealing.rows(found, id)
    event = st.dataframe(
        table,
        key=CHOSEN_DEAL + id,
        hide_index=True,
        placeholder="",
        alt="Deals, one a row",
        height=ROW * (min(ROWS, len(table)) + 1) + 3,
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "Value": st.column_config.NumberColumn(format="compact"),
            "How many": st.column_config.NumberColumn(format="localized"),
            "Reports": st.column_config.NumberColumn(width="small"),
        },
    )
    for row in event["selection"]["rows"]:
        if row < len(found.deals):
            _sources(found, row)


def _sources(found: Deals, row: int) -> None:
    deal = found.deals[row]
    doors_to = " · ".join(cards.document_door(card) for card in dealing.sources(deal, found))
    st.html(
        f'<div class="sources" data-testid="deal-sources"><b>How far</b> {text.html(dealing.steps(deal, found))}<br><b>Sources</b> {doors_to}</div>'
    )


def _times(profile: Profile, months: Sequence[Month]) -> Read:
    shown = portrait.bars(months)
    chosen: str | None = state.recall(MONTH)
    bar = next((bar for bar in shown if bar.key == chosen), None)
    total = bar.claims if bar else sum(each.claims for each in shown)
    _part("When it was told of", portrait.timeline(shown, chosen))
    days = portrait.days_of(bar.key) if bar else None
    page = _page(f"claims {profile.id} {chosen}", total, CLAIMS)
    first, last = days or (None, None)
    undated = bar is not None and days is None

    def read(profile: Profile) -> tuple[StoredClaim, ...]:
        return profile.claims(first, last, (page - 1) * CLAIMS, CLAIMS, undated=undated)

    st.html(portrait.claims(portrait.reported(bar), read(profile), total))
    if bar:
        st.button("All times", icon=":material/close:", type="tertiary", on_click=state.forget, args=(MONTH,))
    return read


def _documents(profile: Profile, total: int) -> Read:
    st.html(f'<h2 class="part">Documents <small>{total:,}</small></h2>')
    page = _page(f"documents {profile.id}", total, DOCUMENTS)

    def read(profile: Profile) -> tuple[tuple[Card, int], ...]:
        return profile.documents((page - 1) * DOCUMENTS, DOCUMENTS)

    st.html(portrait.documents(read(profile)))
    return read


def _page(key: str, total: int, at_once: int) -> int:
    return int(st.pagination(-(-total // at_once), key=key)) if total > at_once else 1


def _pressed(pressed: dict[str, Any]) -> None:
    """A door on the page; a bar of the timeline chooses its days, and lets go of them when it is pressed again."""
    if pressed.get("door") != "when":
        doors.follow(pressed)
    elif state.recall(MONTH) == pressed.get("id"):
        state.forget(MONTH)
    else:
        state.remember(**{MONTH: str(pressed.get("id"))})
