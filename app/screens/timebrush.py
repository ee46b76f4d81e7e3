"""The strip of time below the picture: claims day by day, and the days between which the picture is looked at."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app import filtering, state, traces, trouble, visit
from app import scene as scenes
from app.brush import brush, picture
from app.scene import Drawn, Scene
from app.screens import asked
from graph.store.facets import Clock
from graph.store.filter import Filter
from graph.store.store import Store

KEY, CLOCK, COUNTED = "timebrush", "timebrush clock", "timebrush days"

Change = Callable[[Scene, str, str, bool], None]  # visit.show_going_on


def strip(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    """Show the strip. `change` is given the scene with other days, a sentence for the history, and whether a drag goes on."""
    clock = _clock(scene.filter)
    apart = filtering.span(scene.filter, clock, None, None)  # its own days change nothing of what the strip shows
    of = state.revision(store.view), scene.ids, clock, apart
    days = state.last(COUNTED, of, lambda: store.view.days(scene.ids, clock, apart))
    brush.draw(picture.payload(days, scene.filter), key=KEY, on_event=lambda: _heard(visit.scene() or scene, change))
    asked.show_parts(store.view, traces.days(scene.ids, clock, apart), key=KEY, label="Cypher of the time strip")


@trouble.helpful
def _heard(scene: Scene, change: Change) -> None:
    event: Mapping[str, Any] = getattr(state.recall(KEY), "event", None) or {}
    clock = _known_clock(event.get("clock"))
    if clock is None:
        return
    if event["kind"] == "clock":
        state.remember(**{CLOCK: clock})
        return
    filter = filtering.span(scene.filter, clock, _day(event, "from"), _day(event, "until"))
    if filter != scene.filter:
        apart = filtering.span(scene.filter, clock, None, None)
        said = filtering.told(scene.filter if filter == apart else apart, filter)
        change(scenes.sift(scene, filter), said, KEY, bool(event.get("more")))


def _clock(filter: Filter) -> Clock:
    """The clock that the visitor chose; until they do, the one whose days are filtered."""
    chosen = _known_clock(state.recall(CLOCK))
    happened = filter.happened_from is not None or filter.happened_until is not None
    return chosen or ("happened" if happened else "known")


def _known_clock(name: Any) -> Clock | None:
    return next((clock for clock in filtering.CLOCKS if clock == name), None)


def _day(event: Mapping[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(str(event.get(name)))
    except ValueError:  # an open side, or a day that no calendar has
        return None
