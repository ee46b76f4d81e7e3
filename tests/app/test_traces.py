"""What every action of the app asks: overheard, each query runs in the console as it is and gives what the action got."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
import worlds

from app import scene as scenes
from app import traces
from app.analyses import OfPicture, OfStore
from app.scene import CAP, Scene
from app.traces import Trace
from graph.records import Modality
from graph.store.filter import EVERYTHING, Filter
from graph.store.overheard import overhear
from graph.store.store import Store
from tests.store.hearing import same_answers

DRONES = ("MAR", "PROCURES", "system:bayraktar-tb2")
IDS = ("MAR", "DZA", "ISR", "system:bayraktar-tb2")
SCENE = Scene(ids=IDS, places={id: (float(place), 0.0) for place, id in enumerate(IDS)}, selected="MAR")
NARROW = Filter(
    types=frozenset({"State", "System"}),
    modalities=frozenset({Modality.ASSERTED, Modality.EXPECTED}),
    known_by=date(2030, 1, 1),
)
SIFTED = replace(SCENE, filter=NARROW)
SINCE, UNTIL = date(2020, 1, 1), date(2024, 1, 1)

Parts = Callable[[Store], Sequence[Trace]]
ACTIONS: dict[str, Parts] = {
    "search": lambda store: traces.searched("who supplies Morocco", 8),
    "search for what is misspelt": lambda store: traces.searched("morroco's {drones} \\", 8),
    "entity": lambda store: traces.entity(SCENE, "MAR", 40),
    "entity, filtered": lambda store: traces.entity(SIFTED, "MAR", 40),
    "entity that isn't drawn": lambda store: traces.entity(SCENE, "TUR", 40),
    "evidence": lambda store: traces.evidence(DRONES, EVERYTHING, 0, 20),
    "evidence, filtered, from the second on": lambda store: traces.evidence(DRONES, NARROW, 1, 20),
    "picture": lambda store: traces.picture(SCENE),
    "picture, filtered": lambda store: traces.picture(SIFTED),
    "overview": lambda store: traces.overview(EVERYTHING),
    "overview, filtered": lambda store: traces.overview(NARROW),
    "time strip": lambda store: traces.days(IDS, "known", EVERYTHING),
    "time strip, filtered": lambda store: traces.days(IDS, "happened", NARROW),
    "analysis of the picture": lambda store: traces.analysis(OfPicture(IDS, ()), NARROW),
    "analysis of the store": lambda store: traces.analysis(OfStore(store.address, EVERYTHING), EVERYTHING),
    "changes in the picture": lambda store: traces.changes(NARROW, IDS, SINCE, UNTIL),
    "changes in the store": lambda store: traces.changes(EVERYTHING, None, SINCE, UNTIL),
    "document": lambda store: traces.document(store.view.recent_claims(1)[0].document.id),
    "dossier": lambda store: traces.dossier(
        "MAR", lambda profile: profile.claims(SINCE, UNTIL, 0, 8), lambda profile: profile.documents(0, 20)
    ),
    "share": lambda store: traces.shared(store.view.edges_among(IDS), NARROW, 12),
}


@pytest.fixture
def maghreb(store: Store) -> Store:
    store.writer.write(worlds.maghreb())
    return store


@pytest.mark.parametrize("action", ACTIONS)
def test_what_an_action_asks_gives_the_same_in_the_console(maghreb: Store, action: str) -> None:
    before = maghreb.view.counts(), maghreb.view.revision()
    for part in ACTIONS[action](maghreb):
        assert part.title
        assert part.act
        same_answers(maghreb, maghreb.view, part.act)
    assert (maghreb.view.counts(), maghreb.view.revision()) == before


def test_the_cypher_of_an_expand_brings_what_the_expand_brings(maghreb: Store) -> None:
    [_read, expand, _ways] = traces.entity(SCENE, "MAR", 40)
    assert expand.act
    newcomers = set(scenes.expand(SCENE, maghreb.view, "MAR").ids) - set(IDS)
    queries = overhear(maghreb.view, expand.act)
    around = next(query for query in queries if query.title.startswith("Who an entity has edges with"))
    found = maghreb.console.run(around.text)
    assert newcomers
    assert newcomers == set(found.rows[0][found.columns.index("ids")])


def test_the_cypher_of_evidence_gives_its_sentences(maghreb: Store) -> None:
    [_edge, claims] = traces.evidence(DRONES, EVERYTHING, 0, 20)
    assert claims.act
    said = {claim.sentence for claim in maghreb.view.evidence(*DRONES)}
    rows = [row for query in overhear(maghreb.view, claims.act) for row in maghreb.console.run(query.text).rows]
    assert said
    assert all(any(sentence in str(row) for row in rows) for sentence in said)


def test_the_hidden_counts_are_those_on_the_canvas(maghreb: Store) -> None:
    hidden = traces.picture(SCENE)[1]
    assert hidden.act
    [query] = overhear(maghreb.view, hidden.act)
    told = dict(map(tuple, maghreb.console.run(query.text).rows))
    assert {id: told.get(id, 0) for id in IDS} == scenes.look(SCENE, maghreb.view).hidden


def test_what_brings_nothing_or_writes_says_so_in_words(maghreb: Store) -> None:
    ids = ("MAR", *(f"system:{place}" for place in range(CAP - 1)))
    full = traces.entity(Scene(ids=ids), "MAR", 40)[1]
    assert full.act is None
    assert f"{CAP} entities are drawn" in full.note
    assert "written into the store" in traces.shared((), EVERYTHING, 12)[0].note


def test_a_whole_store_is_not_read_only_to_hear_how(maghreb: Store) -> None:
    [lines] = traces.overview(NARROW)
    assert lines.act
    titles = [query.title for query in overhear(maghreb.view, lines.act)]
    assert titles == [
        "The edges of all claims that pass, a row for each claim",
        "The ids of all entities of these types",
    ]
