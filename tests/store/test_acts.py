from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.records import Amount, Extraction, Modality, When
from graph.schema.schema import load_schema
from graph.store.database import Database
from graph.store.rebuild import rebuild_edges
from graph.store.store import Store
from tests.store.saying import Says, article, dump, says

TB2 = "system:bayraktar-tb2"
APRIL = When("April", date(2021, 4, 1), date(2021, 4, 30))


def acts(store: Store) -> list[list[str]]:
    """The documents behind each act, in order."""
    rows = store.driver.execute_query(
        "MATCH (c:Claim)-[:IN]->(d) WITH c.act AS act, d.id AS document ORDER BY document RETURN collect(document) AS ids, act"
    ).records
    assert all(row["act"] for row in rows)
    return sorted(row["ids"] for row in rows)


def counted(store: Store, relation: str = "PROCURES") -> int:
    [row] = store.driver.execute_query(f"MATCH (:Entity)-[e:{relation}]->(:Entity) RETURN e.acts AS acts").records
    return int(row["acts"])


def buys(quantity: int | None = None, when: When | None = None, modality: str = "asserted") -> Says:
    return says("MAR", "PROCURES", TB2, modality, quantity=quantity and Amount(str(quantity), quantity), when=when)


def test_an_edge_says_of_how_many_acts_its_claims_are(store: Store) -> None:
    later = When("2024", date(2024, 1, 1), date(2024, 12, 31))
    store.writer.write([article("a", buys(13, APRIL)), article("b", buys(13)), article("c", buys(6, later))])
    assert acts(store) == [["a", "b"], ["c"]]
    assert counted(store) == 2


def test_an_act_is_named_by_its_smallest_claim(store: Store) -> None:
    store.writer.write([article(id, buys(13, APRIL)) for id in "abc"])
    [row] = store.driver.execute_query(
        "MATCH (c:Claim) RETURN min(c.id) AS least, collect(DISTINCT c.act) AS acts"
    ).records
    assert row["acts"] == [row["least"]]


def test_an_act_loses_the_claims_of_a_forgotten_document(store: Store) -> None:
    later = When("2024", date(2024, 1, 1), date(2024, 12, 31))
    store.writer.write([article("a", buys(13, APRIL)), article("b", buys(6, later))])
    store.writer.forget(["a"])
    assert (acts(store), counted(store)) == ([["b"]], 1)


def test_a_rejected_claim_is_of_no_act(store: Store) -> None:
    extraction = article("a", buys(13, APRIL))
    store.writer.write([extraction, article("b", buys(13, APRIL))])
    judgement = store.ledger.judge("rejected", extraction.claims[0].id, by="me")
    rows = store.driver.execute_query("MATCH (c:Claim) RETURN c.id AS id, c.act AS act").records
    assert {row["act"] is None for row in rows if row["id"] == extraction.claims[0].id} == {True}
    store.ledger.undo(judgement.id, by="me")
    assert acts(store) == [["a", "b"]]


def test_systems_judged_to_be_the_same_are_one_delivery(store: Store) -> None:
    delivered = [says("TUR", "SUPPLIES", "MAR", roles={"system": system}) for system in (TB2, "system:hermes-900")]
    store.writer.write([article("a", delivered[0]), article("b", delivered[1])])
    assert counted(store, "SUPPLIES") == 2
    judgement = store.ledger.judge("same", TB2, "system:hermes-900", by="me")
    assert counted(store, "SUPPLIES") == 1
    store.ledger.undo(judgement.id, by="me")
    assert counted(store, "SUPPLIES") == 2


WHENS = st.none() | st.builds(
    lambda month, days: When("then", date(2021, 1, 1) + timedelta(days=month * 31), date(2021, 1, 1) + timedelta(days=month * 31 + days)),
    st.integers(0, 40),
    st.sampled_from([0, 30, 364]),
)  # fmt: skip
SAYINGS = st.builds(
    lambda relation, quantity, when, modality: says(
        "MAR", relation, "DZA", modality, quantity=quantity and Amount(str(quantity), quantity), when=when
    ),
    st.sampled_from(["SUPPLIES", "OPPOSES", "ATTACKS"]),
    st.sampled_from([None, None, 6, 13, 100]),
    WHENS,
    st.sampled_from([modality.value for modality in Modality]),
)
ARTICLES = st.builds(
    lambda id, sayings, days: article(str(id), *sayings, published=days and date(2021, 6, 1) + timedelta(days=days)),
    st.integers(0, 6),
    st.lists(SAYINGS, min_size=3, max_size=15),
    st.none() | st.integers(1, 900),
)


@pytest.mark.timeout(600)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ARTICLES, min_size=2, max_size=9))
def test_whatever_came_and_went_much_reported_edges_say_what_their_claims_say(
    store: Store, history: list[Extraction]
) -> None:
    store.wipe()
    for extraction in history:
        store.writer.write([extraction])
    store.writer.forget([history[0].document.id])
    held = dump(store)
    rebuild_edges(Database(store.driver, store.database), load_schema())
    assert dump(store) == held
    last = {
        extraction.document.id: extraction for extraction in history if extraction.document.id != history[0].document.id
    }
    store.wipe()
    store.writer.write(reversed(last.values()))
    assert dump(store) == held
