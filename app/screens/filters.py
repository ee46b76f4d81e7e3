"""The filter panel: every choice with what it would show, and chips of what is on."""

from collections.abc import Callable

import streamlit as st

from app import filtering, state, trouble, visit
from app import scene as scenes
from app.analyses import OfStore, count_choices
from app.scene import Drawn, Scene
from app.screens import asked, waiting
from app.sieve import picture, sieve
from graph.store.facets import Facets
from graph.store.filter import EVERYTHING, Filter
from graph.store.store import Store
from graph.store.view import View

KEY, EVERYWHERE, COUNTED = "sieve", "filter counts everywhere", "filter counts"

AT_ONCE = 20_000  # claims that are counted while the page waits

Change = Callable[[Scene, str], None]


def panel(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    """Show what can be filtered. `change` is given the scene with another filter, and a sentence for the history."""
    facets, everywhere = _counted(store, scene)
    payload = picture.payload(scene.filter, facets, everywhere=everywhere, drawn=len(scene.ids))
    sieve.draw(payload, key=KEY, on_event=lambda: _heard(visit.scene() or scene, facets, change))
    ids = None if everywhere else scene.ids
    asked.show(store.view, lambda view: _read(view, scene, ids), key=KEY)


def _counted(store: Store, scene: Scene) -> tuple[Facets, bool]:
    """The counts, and whether they are of the whole store: while that is being counted, they are of what is drawn."""
    with st.container(key="sieve-counting", gap=None):
        whole = _count_whole(store, scene.filter) if state.recall(EVERYWHERE, False) else None
    if whole is not None:
        return whole, True
    asked = state.revision(store.view), scene.ids, scene.filter
    return state.last(COUNTED, asked, lambda: store.view.facets(scene.ids, scene.filter)), False


def _count_whole(store: Store, filter: Filter) -> Facets | None:
    """The facets of the whole store, once for all visitors; counted beside the page where it holds much."""
    claims = state.once(store, "counts", store.view.counts).total_claims
    if claims <= AT_ONCE:
        return state.once(store, f"facets {filter}", lambda: store.view.facets(None, filter))
    return waiting.result(store, "Counting the whole store", count_choices, OfStore(store.address, filter), claims)


def _read(view: View, scene: Scene, ids: tuple[str, ...] | None) -> object:
    """What a filter asks of the store: the edges that it lets through, the counts beside its choices, and the days."""
    days = view.days(scene.ids, "known", scene.filter)
    return view.edges_among(scene.ids, scene.filter), view.facets(ids, scene.filter), days


@trouble.helpful
def _heard(scene: Scene, facets: Facets, change: Change) -> None:
    event = getattr(state.recall(KEY), "event", None)
    if not event:
        return
    if event["kind"] == "scope":
        state.remember(**{EVERYWHERE: event["value"] == "everywhere"})
        return
    filter = _asked(scene.filter, event["kind"], str(event["field"]), str(event["value"]))
    if filter != scene.filter:
        names = {str(choice.value): choice.name for choice in facets.speakers}
        change(scenes.sift(scene, filter), filtering.told(scene.filter, filter, names))


def _asked(filter: Filter, kind: str, field: str, value: str) -> Filter:
    match kind:
        case "tick":
            return filtering.tick(filter, field, value)
        case "only":
            return filtering.only(filter, field, value)
        case "ask":
            return filtering.ask(filter, field, value)
        case "drop":
            return filtering.drop(filter, field)
        case "clear":
            return EVERYTHING
        case _:
            return filter
