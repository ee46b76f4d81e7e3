"""What the Analysis page has computed in a process beside it: from what is drawn, or from the whole store.

A subject says of what; each function is given how to tell its progress, and gives plain values. Imports no Streamlit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import networkx as nx
import numpy as np

from app.worker import Tell
from graph.analysis import bridges as cutting
from graph.analysis.bridges import Bridge, Broker, CutPoint
from graph.analysis.centrality import Measure, Ranking, rank, rank_web
from graph.analysis.changes import Change, compare
from graph.analysis.communities import Bond, Community, find_bonds, find_communities
from graph.analysis.network import Tie, list_ties, make_net, tie_together
from graph.analysis.web import Gathering, Web, gather, make_web
from graph.schema.schema import load_schema
from graph.store.connection import Address, open_driver
from graph.store.database import Database
from graph.store.edges import read_key
from graph.store.facets import Facets
from graph.store.filter import EVERYTHING, Filter
from graph.store.view import View
from graph.store.whole import Line, Whole

BOUND = 20_000  # ties of a whole store that are looked at: the best supported ones
MOST_RANKED = 5_000  # entities of a whole store that a ranking lists
MOST_GATHERED = 24  # communities that are drawn
MOST_CHANGED = 400  # edges of a whole store of which is asked how they changed: those most told of
TOLD_EVERY = 50_000  # edges


@dataclass(frozen=True, slots=True)
class OfPicture:
    """The entities and edges that are drawn."""

    ids: tuple[str, ...]
    lines: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class OfStore:
    """All that a filter lets through of the store at that address."""

    address: Address
    filter: Filter = EVERYTHING


Subject = OfPicture | OfStore


@dataclass(frozen=True, slots=True)
class Sight:
    """What was looked at: so many entities and ties, of so many ties that there are."""

    entities: int
    ties: int
    of_ties: int


@dataclass(frozen=True, slots=True)
class Middle:
    """Who stands in the middle."""

    sight: Sight
    ranking: Ranking


@dataclass(frozen=True, slots=True)
class Together:
    """Who belongs together."""

    sight: Sight
    communities: tuple[Community, ...]
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Joints:
    """What holds all together."""

    sight: Sight
    cut_points: tuple[CutPoint, ...]
    bridges: tuple[Bridge, ...]
    brokers: tuple[Broker, ...]
    communities: tuple[Community, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed; `total` edges may have, of which so many were looked at: those most told of."""

    changes: tuple[Change, ...]
    looked_at: int
    total: int


def middle(tell: Tell, subject: Subject, measure: Measure) -> Middle:
    """Rank the entities by a measure."""
    if isinstance(subject, OfStore) and measure is not Measure.BETWEEN:
        web = read_web(tell, subject)
        tell(0.7, f"ranking {len(web.ids):,} entities")
        return Middle(Sight(len(web.ids), len(web.left), len(web.left)), rank_web(web, measure, MOST_RANKED))
    sight, net = _look(tell, subject)
    says = f"ranking {sight.entities:,} entities"
    tell(0.5, says)
    return Middle(sight, rank(net, measure, lambda share: tell(0.5 + share / 2, says)))


def together(tell: Tell, subject: Subject) -> Together:
    """Find the communities and the ties between them."""
    sight, net = _look(tell, subject)
    tell(0.6, f"finding communities of {sight.entities:,} entities")
    communities = find_communities(net)
    return Together(sight, communities, find_bonds(communities, list_ties(net)))


def joints(tell: Tell, subject: Subject) -> Joints:
    """Find what the net would fall apart without, and who ties communities to one another."""
    sight, net = _look(tell, subject)
    tell(0.5, "looking for what holds all together")
    points, ties = cutting.cut_points(net), cutting.bridges(net)
    tell(0.7, "looking for those between communities")
    communities = find_communities(net)
    return Joints(sight, points, ties, cutting.brokers(net, communities), communities)


def changed(tell: Tell, store: OfStore, ids: tuple[str, ...] | None, since: date, until: date) -> Changed:
    """What is said on one day and wasn't on an earlier one: among those entities, or anywhere; both as it was known."""
    tell(0.1, "reading what was known on both days")
    with open_driver(store.address) as driver:
        view = View(Database(driver, store.address.database), load_schema())
        return read_changes(view, store.filter, ids, since, until)


def read_changes(view: View, filter: Filter, ids: tuple[str, ...] | None, since: date, until: date) -> Changed:
    """What `changed` finds, read while one waits."""
    if ids is not None:
        return _changed_among(view, filter, ids, since, until)
    told, total = Whole(view.database, view.schema).changed(since, until, filter, MOST_CHANGED)
    keys = {(key.source, key.relation, key.target) for key in map(read_key, told)}
    ends = tuple(sorted({id for source, _relation, target in keys for id in (source, target)}))
    found = _changed_among(view, filter, ends, since, until).changes
    return Changed(tuple(each for each in found if (each.source, each.relation, each.target) in keys), len(keys), total)


def _changed_among(view: View, filter: Filter, ids: tuple[str, ...], since: date, until: date) -> Changed:
    # from the first day on: what was said before a visitor's own days is no news on any of them
    before, after = (view.edges_among(ids, replace(filter, known_from=None, known_by=day)) for day in (since, until))
    edges = len({(edge.source, edge.relation, edge.target) for edge in (*before, *after)})
    return Changed(compare(before, after), edges, edges)


def gathering(tell: Tell, web: Web, around: str | None, path: tuple[int, ...]) -> Gathering:
    """The communities of a store, or of an entity's neighbours; `path` leads into one of them, and one of its own."""
    tell(0.0, "looking for who belongs together")
    part = web if around is None else web.around(around)
    for step in path:
        place = {id: number for number, id in enumerate(part.ids)}
        members = gather(part, MOST_GATHERED).crowds[step].members
        part = part.within(np.array([place[id] for id in members], dtype=np.int64))
    says = f"finding communities of {len(part.ids):,} entities"
    return gather(part, MOST_GATHERED, lambda share: tell(share, says))


def count_choices(tell: Tell, subject: OfStore, claims: int) -> Facets:
    """What each choice of a filter would show in the whole store; `claims` is how many it holds."""
    tell(0.1, f"looking at each of {claims:,} claims, which takes half a minute where there are a million")
    with open_driver(subject.address) as driver:
        view = View(Database(driver, subject.address.database), load_schema())
        return view.facets(None, subject.filter)


def read_web(tell: Tell, subject: OfStore) -> Web:
    """All entities and ties of a store that the filter lets through."""
    with open_driver(subject.address) as driver:
        whole = Whole(Database(driver, subject.address.database), load_schema())
        tell(0.0, "reading the store")
        return make_web(_telling(tell, whole.iter_lines(subject.filter)))


def _telling(tell: Tell, lines: Iterator[Line]) -> Iterator[Line]:
    for number, line in enumerate(lines):
        if number % TOLD_EVERY == 0:
            tell(min(0.6, number / 2_000_000), f"reading the store: {number:,} edges")
        yield line


def _look(tell: Tell, subject: Subject) -> "tuple[Sight, nx.Graph[str]]":
    if isinstance(subject, OfPicture):
        ties = tie_together(Line(*line) for line in subject.lines)
        return Sight(len(subject.ids), len(ties), len(ties)), make_net(subject.ids, ties)
    web = read_web(tell, subject)
    best = np.argsort(-web.claims, kind="stable")[:BOUND]
    bounded = [Tie(web.ids[web.left[each]], web.ids[web.right[each]], int(web.claims[each])) for each in best.tolist()]
    net = make_net({end for tie in bounded for end in (tie.left, tie.right)}, bounded)
    return Sight(len(net), len(bounded), len(web.left)), net
