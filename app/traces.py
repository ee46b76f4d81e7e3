"""What each action of the app asks the store, part by part, so that its Cypher can be shown.

Knows no Streamlit. An act is what the action itself does, done with any view of the store.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app import analyses, expanding
from app import scene as scenes
from app.analyses import OfPicture, Subject
from app.scene import CAP, Scene
from graph.schema.schema import load_schema
from graph.store.citing import iter_claims
from graph.store.edges import EdgeKey
from graph.store.facets import Clock
from graph.store.filter import Filter
from graph.store.kept_views import KeptViews
from graph.store.profile import Profile
from graph.store.review import Review
from graph.store.search import Search
from graph.store.told import by_act
from graph.store.view import View
from graph.store.view_records import Edge
from graph.store.whole import Whole

Act = Callable[[View], object]

PLACED = (
    "Places, groups, pins, sizes and every undo are worked out by the app, for you alone: nothing is asked for them."
)
WORKED_OUT = "What follows from these rows is worked out beside the page, in Python: no query."
WRITTEN = (
    "A link or a saved view is written into the store, once you ask for it. The console only reads, so no query here."
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One part of an action: `title` says what was wanted, `act` asks the store for it, `note` tells what is no query."""

    title: str
    act: Act | None = None
    note: str = ""


def searched(typed: str, limit: int) -> tuple[Trace, ...]:
    """Typing into the search box."""
    return (Trace("What fits the words in the search box", lambda view: _search(view).find(typed, limit)),)


def entity(scene: Scene, id: str, listed: int) -> tuple[Trace, ...]:
    """Reading about an entity beside the canvas, and expanding it."""
    read = Trace(
        "The entity, and what is listed of it",
        lambda view: (view.entity(id), view.neighbours(id, scene.filter, limit=listed)),
    )
    if id not in scene.ids:
        return (read,)
    if len(scene.ids) >= CAP:
        return (read, Trace("What an expand brings", note=f"Nothing: {CAP} entities are drawn, the most at once."))
    return (
        read,
        Trace("What an expand brings", lambda view: scenes.expand(scene, view, id), PLACED),
        Trace("By which relations it can be expanded", lambda view: expanding.ways(scene, view, id)),
    )


def evidence(edge: tuple[str, str, str], filter: Filter, first: int, claims: int) -> tuple[Trace, ...]:
    """Reading the claims behind an edge, so many from that one on."""

    def read(view: View) -> object:
        told = by_act(view.reports(*edge, filter))
        ids = [each.id for act in told for each in act.claims][first : first + claims]
        return _review(view).claims(ids)

    note = "Which claims tell of one deal, and which contradict one another, is worked out by the app."
    return (
        Trace("The edge itself", lambda view: view.edge(*edge, filter)),
        Trace("All claims behind it, and those that are shown", read, note),
    )


def picture(scene: Scene) -> tuple[Trace, ...]:
    """Drawing the picture: as a graph, a table, a matrix or on a map."""

    def drawn(view: View) -> object:
        types = scene.filter.types
        ids = [node.id for node in view.nodes(scene.ids) if types is None or node.type in types]
        return view.edges_among(ids, scene.filter)

    return (
        Trace("The entities that are drawn, and the edges between them", drawn, PLACED),
        Trace("How many neighbours of each are hidden", lambda view: view.hidden(scene.ids, scene.filter)),
    )


def overview(filter: Filter) -> tuple[Trace, ...]:
    """Gathering the whole store into communities."""
    note = "Communities are found in these rows beside the page, in Python: no query."
    return (Trace("All edges that the filters let through", _lines(filter), note),)


def days(ids: Sequence[str], clock: Clock, apart: Filter) -> tuple[Trace, ...]:
    """Counting claims day by day in the strip of time."""
    return (Trace("How many claims there are of each day", lambda view: view.days(ids, clock, apart)),)


def analysis(subject: Subject, filter: Filter) -> tuple[Trace, ...]:
    """Analysing what is drawn, or the whole store."""
    if isinstance(subject, OfPicture):
        ids = subject.ids
        return (Trace("The edges that are drawn", lambda view: view.edges_among(ids, filter), WORKED_OUT),)
    return (Trace("All edges that the filters let through", _lines(filter), WORKED_OUT),)


def changes(filter: Filter, ids: tuple[str, ...] | None, since: date, until: date) -> tuple[Trace, ...]:
    """Comparing what was known on two days."""
    note = "What is new, gone or firmer between both days is worked out in Python: no query."
    return (
        Trace(
            "What was known on each of the two days",
            lambda view: analyses.read_changes(view, filter, ids, since, until),
            note,
        ),
    )


def document(id: str) -> tuple[Trace, ...]:
    """Reading a document."""
    return (Trace("The document, and all that was found in it", lambda view: view.document(id)),)


def dossier(id: str, claims: Callable[[Profile], object], documents: Callable[[Profile], object]) -> tuple[Trace, ...]:
    """Reading all about an entity; `claims` and `documents` read those that are shown of its many."""
    return (
        Trace("Who it is", lambda view: _review(view).dossier(id)),
        Trace(
            "Deals", lambda view: _profile(view, id).deals(), "How far each deal is follows from its claims: no query."
        ),
        Trace("Relations and neighbours", lambda view: _profile(view, id).groups()),
        Trace("When it was told of", lambda view: (_profile(view, id).months(), claims(_profile(view, id)))),
        Trace("Similar entities", lambda view: _profile(view, id).similar()),
        Trace("Documents", lambda view: documents(_profile(view, id))),
    )


def shared(edges: Sequence[Edge], filter: Filter, listed: int) -> tuple[Trace, ...]:
    """Keeping a picture, and taking it along as files."""
    keys = [EdgeKey(edge.relation, edge.source, edge.target) for edge in edges]
    return (
        Trace("Saved views", lambda view: KeptViews(view.database).named(listed), WRITTEN),
        Trace("The claims that files and briefs cite", lambda view: list(iter_claims(view, keys, filter))),
    )


def _lines(filter: Filter) -> Act:
    return lambda view: list(Whole(view.database, view.schema).iter_lines(filter))


def _search(view: View) -> Search:
    return Search(view.database, view.schema)


def _profile(view: View, id: str) -> Profile:
    return Profile(view.database, view.schema, id)


def _review(view: View) -> Review:
    return Review(view.database, load_schema(), view)
