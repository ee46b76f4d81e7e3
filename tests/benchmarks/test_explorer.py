"""Browsing a store of a million edges: how long each thing takes that a visitor does, beside the same queries asked bare.

The store is made once, by neo4j-admin, in the folder ENTENTE_MILLION (default: one in the temporary folder that is kept).
All contenders take turns in one run, as other work on the machine slows down whatever runs just then: what is held to are
ratios, and the limits on a quiet machine are told beside the figures. "Bare" is the same Cypher with the same values through
the driver alone, its rows thrown away.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import drawing
from app import scene as scenes
from graph.records import Modality
from graph.store.database import Database
from graph.store.filter import EVERYTHING, Filter
from graph.store.overview import Overview
from graph.store.store import Store
from graph.store.view import View
from tests.benchmarks.bulk import open_filled
from tests.benchmarks.conftest import Show

ROUNDS, WARM_UP = int(os.environ.get("ENTENTE_ROUNDS", "20")), 1
FOLDER = Path(os.environ.get("ENTENTE_MILLION", str(Path(tempfile.gettempdir()) / "entente-million")))
MOST_BESIDE_BARE = 1.5
WORDS = ("morocco", "bayraktar", "lockheed martin", "moroco", "ba", "united states", "turkish", "s-400", "khal")
FILTERS = {
    "": EVERYTHING,
    ", asserted only": Filter(modalities=frozenset({Modality.ASSERTED})),
    ", at least 70 % sure": Filter(min_confidence=0.7),
    ", as known in 2015": Filter(known_by=date(2015, 6, 30)),
    ", one publisher": Filter(publishers=frozenset({"Harbour Wire"})),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it went through the driver."""

    statement: str
    parameters: dict[str, Any]


class Listening(Database):
    """A database that notes what is asked of it."""

    __slots__ = ("asked",)

    def __init__(self, database: Database) -> None:
        super().__init__(database.driver, database.name)
        object.__setattr__(self, "asked", [])  # a frozen record otherwise

    def read(self, statement: str, **parameters: Any) -> list[Any]:
        self.asked.append(Asked(statement, parameters))
        return super().read(statement, **parameters)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_filled(FOLDER) as opened:
        yield opened


@dataclass(slots=True)
class Figures:
    """Milliseconds of each turn: ours, and the same queries bare."""

    ours: list[float]
    bare: list[float]


def take_turns(store: Store, acts: dict[str, Callable[[View, int], object]]) -> dict[str, Figures]:
    """Each act as often as ROUNDS, in turns with its own queries asked bare in a session of its own."""
    figures = {name: Figures([], []) for name in acts}
    for turn in range(WARM_UP + ROUNDS):
        for name, act in acts.items():
            listening = Listening(store.view.database)
            took = _milliseconds(
                lambda act=act, listening=listening, turn=turn: act(View(listening, store.view.schema), turn)
            )  # type: ignore[misc]
            bare = _milliseconds(lambda listening=listening: _ask_bare(store, listening.asked))  # type: ignore[misc]
            if turn >= WARM_UP:
                figures[name].ours.append(took)
                figures[name].bare.append(bare)
    return figures


def _ask_bare(store: Store, asked: Sequence[Asked]) -> None:
    with store.driver.session(database=store.database, default_access_mode="READ") as session:
        for each in asked:
            session.execute_read(lambda transaction, each=each: list(transaction.run(each.statement, each.parameters)))  # type: ignore[misc]


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def p95(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(0.95 * (len(values) - 1)))]


def median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def hubs_of(store: Store) -> list[str]:
    return [node.id for node in store.view.most_connected(3)]


def expand(hubs: Sequence[str], filter: Filter) -> Callable[[View, int], object]:
    """What a double-click on a hub asks: its next neighbours, where they settle, and all that is drawn then."""

    def act(view: View, turn: int) -> object:
        scene = scenes.Scene(ids=(hubs[turn % len(hubs)],), places={hubs[turn % len(hubs)]: (0.0, 0.0)}, filter=filter)
        wider = scenes.expand(scene, view, scene.ids[0])
        return drawing.payload(wider, scenes.look(wider, view), 1, 600)

    return act


def busiest_edge(store: Store, hub: str) -> tuple[str, str, str]:
    edges = store.view.neighbours(hub, limit=12).edges
    busy = max(edges, key=lambda edge: edge.claims)
    return busy.source, busy.relation, busy.target


def test_what_a_visitor_does_in_a_store_of_a_million_edges(store: Store, show: Show) -> None:
    hubs = hubs_of(store)
    edge = busiest_edge(store, hubs[0])
    acts: dict[str, Callable[[View, int], object]] = {
        "search": lambda view, turn: view.search(WORDS[turn % len(WORDS)], 8),
        **{f"expand a hub{words}": expand(hubs, filter) for words, filter in FILTERS.items()},
        "evidence of a busy edge": lambda view, turn: view.evidence(*edge, limit=50),
        "an entity by its id": lambda view, turn: view.entity(hubs[turn % len(hubs)]),
        "newest claims": lambda view, turn: view.recent_claims(5),
    }
    figures = take_turns(store, acts)
    limits = {"search": 200.0, **{name: 500.0 for name in acts if name.startswith("expand")}}
    rows = [
        (name, f"{median(each.ours):.0f}", f"{p95(each.ours):.0f}", f"{limits.get(name, 0) or ''}", f"{p95(each.bare):.0f}", f"{median(each.ours) / median(each.bare):.2f}", f"{p95(each.ours) / p95(each.bare):.2f}")
        for name, each in figures.items()
    ]  # fmt: skip
    columns = ("", "median ms", "p95 ms", "wanted", "bare p95", "beside bare (median)", "(p95)")
    show(
        f"1,000,000 edges; hubs of {store.view.nodes(hubs)[0].neighbours:,} neighbours; {ROUNDS} rounds", columns, rows
    )
    for name, each in figures.items():
        if name in limits:
            assert median(each.ours) / median(each.bare) <= MOST_BESIDE_BARE, name


def test_what_the_pages_read_of_a_whole_store_is_read_once(store: Store, show: Show) -> None:
    """These are kept by the store's revision for all visitors: what counts is that the first one needn't wait long."""
    whole = Overview(store.view.database, store.view.schema)
    reads: dict[str, Callable[[], object]] = {
        "counts": store.view.counts,
        "most connected": lambda: store.view.most_connected(14),
        "publishers and days": whole.published,
        "leaders": lambda: whole.leaders(("State", "Firm", "System")),
        "who arms whom": whole.supplies,
        "between states": whole.between_states,
        "months": whole.months,
    }
    rows = []
    for name, read in reads.items():
        took = [_milliseconds(read) for _turn in range(3)]
        rows.append((name, f"{took[0]:.0f}", f"{min(took):.0f}"))
    show("The whole store at a glance, once for each revision", ("", "first ms", "best ms"), rows)
