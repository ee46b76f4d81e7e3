from dataclasses import replace

import pytest

from graph.records import Document, Entity, Extraction
from graph.store.store import Store
from tests.store.saying import ENTITIES, article, says

FIRM = Entity("firm:atlas-works-ltd", "Firm", "Atlas Works Ltd", ("AWL",))


@pytest.fixture
def told(store: Store) -> Store:
    """Two firms that are one, told of by articles with the same neighbours, and some that are not."""
    renamed = {"firm:atlas-works": FIRM}
    one = article(
        "one",
        says("MAR", "PROCURES", "system:hermes-900"),
        says("firm:atlas-works", "BASED_IN", "MAR"),
        says("firm:atlas-works", "MANUFACTURES", "system:bayraktar-tb2"),
    )
    other = replace(one, document=replace(one.document, id="other"))
    store.writer.write([one, _with(other, renamed)])
    return store


def _with(extraction: Extraction, renamed: dict[str, Entity]) -> Extraction:
    def new(id: str) -> str:
        return renamed[id].id if id in renamed else id

    claims = tuple(
        replace(claim, id=f"{claim.id}2", document="other", source=new(claim.source), target=new(claim.target))
        for claim in extraction.claims
    )
    entities = tuple(
        replace(renamed[each.id], mentions=each.mentions) if each.id in renamed else each
        for each in extraction.entities
    )
    return replace(extraction, claims=claims, entities=entities)


def test_duplicates_are_suggested_with_what_the_graph_knows_of_them(told: Store) -> None:
    (found,) = told.suggestions.read()
    assert {found.left, found.right} == {"firm:atlas-works", "firm:atlas-works-ltd"}
    assert found.reasons[1:] == ("both firms of Morocco", "share 2 of 2 neighbours")
    assert told.suggestions.read(limit=0) == []


def test_reading_changes_nothing(told: Store) -> None:
    before = told.view.counts()
    assert told.suggestions.read() == told.suggestions.read()
    assert told.view.counts() == before


@pytest.mark.parametrize("verdict", ["different", "unsure", "same"])
def test_a_judged_pair_is_not_suggested_until_the_judgement_is_taken_back(told: Store, verdict: str) -> None:
    judgement = told.ledger.judge(verdict, "firm:atlas-works", "firm:atlas-works-ltd", by="reader")
    assert told.suggestions.read() == []
    told.ledger.undo(judgement.id, by="reader")
    assert len(told.suggestions.read()) == 1


def test_classes_of_things_are_left_out(store: Store) -> None:
    document = Document("drones", "Attack drones and an attack-drone.")
    drones = [
        Entity("system:attack-drones", "System", "Attack drones", mentions=((0, 13),), generic=True),
        Entity("system:attack-drone", "System", "attack-drone", mentions=((21, 33),), generic=True),
    ]
    store.writer.write([Extraction(document, tuple(drones), (), ())])
    assert store.suggestions.read() == []


def test_addresses_elsewhere_are_kept_and_added_up(store: Store) -> None:
    item, page = "http://www.wikidata.org/entity/Q1028", "https://example.org/morocco"
    for number, addresses in enumerate([(item,), (page,), ()]):
        state = replace(ENTITIES["MAR"], mentions=((0, 7),), same_as=addresses)
        store.writer.write([Extraction(Document(f"{number}", "Morocco."), (state,), (), ())])
    rows = store.console.run("MATCH (e:Entity {id: 'MAR'}) RETURN e.same_as AS addresses", {}).rows
    assert list(rows) == [([item, page],)]
