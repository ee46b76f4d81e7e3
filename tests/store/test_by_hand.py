"""Cypher that changes the graph on purpose: told before it happens, whole or not at all, the ledger's rules kept."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from graph.errors import QueryFailed, QueryRefused
from graph.records import Modality
from graph.store.store import Store
from tests.store.saying import article, dump, says

TB2 = "system:bayraktar-tb2"
DENIED = {"modality": Modality.DENIED}


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer.write(
        [
            article("a", says("MAR", "PROCURES", TB2), says("MAR", "NORMALIZES", "ISR")),
            article("b", says("MAR", "PROCURES", TB2, **DENIED), says("firm:baykar", "MANUFACTURES", TB2)),
        ]
    )
    return store


def test_a_rehearsal_says_what_would_change_and_changes_nothing(filled: Store) -> None:
    before, revision = dump(filled), filled.view.revision()
    query = "UNWIND range(1, 5) AS n CREATE (x:Note {n: n}) RETURN x.n"
    rehearsed = filled.by_hand.rehearse(query, limit=2)
    assert rehearsed.changes == {"nodes_created": 5, "labels_added": 5, "properties_set": 5}
    assert (rehearsed.rows, rehearsed.truncated) == (((1,), (2,)), True)
    assert (dump(filled), filled.view.revision()) == (before, revision)
    written = filled.by_hand.write(query, agreed=rehearsed.changes)
    assert written.changes == rehearsed.changes
    assert filled.console.run("MATCH (x:Note) RETURN count(x)").rows == ((5,),)
    assert filled.view.revision() > revision


def test_what_would_change_something_else_by_now_changes_nothing(filled: Store) -> None:
    query = "MATCH (note:Note) DELETE note"
    filled.by_hand.write("CREATE (:Note)")
    agreed = filled.by_hand.rehearse(query).changes
    filled.by_hand.write("CREATE (:Note)")
    with pytest.raises(QueryRefused, match="has changed since"):
        filled.by_hand.write(query, agreed=agreed)
    assert filled.console.run("MATCH (note:Note) RETURN count(*)").rows == ((2,),)


def test_edges_follow_claims_that_are_changed_or_deleted(filled: Store) -> None:
    denial = "MATCH (claim:Claim {modality: 'denied'}) "
    filled.by_hand.write(denial + "SET claim.modality = 'expected', claim.quantity = 13")
    (edge,) = filled.console.run(
        "MATCH (:State)-[edge:PROCURES]->() RETURN edge.expected, edge.denied, edge.claims"
    ).rows
    assert edge == (1, 0, 2)
    result = filled.by_hand.write("MATCH (claim:Claim {relation: 'PROCURES'}) DETACH DELETE claim")
    assert result.changes["edges_made_anew"] == 1
    assert filled.console.run("MATCH ()-[edge:PROCURES]->() RETURN count(edge)").rows == ((0,),)
    assert filled.console.run("MATCH ()-[edge:MANUFACTURES]->() RETURN edge.claims").rows == ((1,),)


def test_a_claim_can_be_written_where_its_document_bears_it_out(filled: Store) -> None:
    write = """
        MATCH (document:Document {id: 'b'}), (source:Entity {id: 'MAR'}), (target:Entity {id: $target})
        CREATE (claim:Claim {id: 'mine', relation: $relation, modality: 'asserted', reported: false, rule: 'by hand',
            sentence: $sentence, start: 0, end: 11, edge: $edge, cue: 'article'})
        CREATE (claim)-[:IN]->(document), (claim)-[:SOURCE]->(source), (claim)-[:TARGET]->(target)"""
    right = {
        "relation": "OPERATES", "target": TB2, "sentence": "An article.", "edge": f"MAR OPERATES {TB2}",
    }  # fmt: skip
    for wrong, why in (
        ({"sentence": "Another one"}, "isn't what its document says"),
        ({"relation": "ATTACKS", "edge": f"MAR ATTACKS {TB2}"}, "the schema has no State ATTACKS System"),
        ({"edge": "MAR OPERATES ISR"}, f"its edge must be MAR OPERATES {TB2}"),
        ({"target": "ISR"}, "the schema has no State OPERATES State"),
    ):
        with pytest.raises(QueryRefused, match=why):
            filled.by_hand.write(write, right | wrong)
    filled.by_hand.write(write, right)
    assert filled.console.run("MATCH ()-[edge:OPERATES]->() RETURN edge.claims, edge.acts").rows == ((1, 1),)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (
            "MATCH (a:State {id: 'MAR'}), (b:State {id: 'ISR'}) CREATE (a)-[:ATTACKS {claims: 9}]->(b)",
            "MAR ATTACKS ISR",
        ),
        ("MATCH ()-[edge:PROCURES]->() SET edge.claims = 40", "edges say what their claims say"),
        ("MATCH ()-[edge:NORMALIZES]->() DELETE edge", "edges say what their claims say"),
        ("MATCH (a)-[:NORMALIZES]->(b) CREATE (b)-[:NORMALIZES]->(a)", "MAR NORMALIZES ISR"),
        ("MATCH (state:State {id: 'MAR'}) DETACH DELETE state", "needs one SOURCE"),
        ("MATCH (document:Document {id: 'a'}) DETACH DELETE document", "one document that it is IN"),
        ("MATCH (state:State {id: 'MAR'}) SET state.id = 'ESH'", "ids, types and labels"),
        ("MATCH (state:State {id: 'MAR'}) REMOVE state:State", "ids, types and labels"),
        ("CREATE (:Entity {id: 'x'})", "needs an id, and a type"),
        ("CREATE (:Entity:Ship {id: 'x', type: 'Ship'})", "its type is Ship"),
        ("MATCH (claim:Claim) SET claim.modality = 'certain'", "its modality is certain"),
        ("MATCH (claim:Claim) SET claim.sentence = 'Rabat said so.'", "isn't what its document says"),
        ("MATCH (claim:Claim) SET claim.edge = null", "its edge must be"),
        ("MATCH (n) DETACH DELETE n", "judgements"),
        ("MATCH (judgement:Judgement) SET judgement.by = 'eve'", "judgements are a ledger"),
        ("DROP CONSTRAINT entity_id", "can't do without"),
        ("DROP INDEX claim_edge", "can't do without"),
    ],
)
def test_what_breaks_the_rules_is_refused_whole(filled: Store, query: str, why: str) -> None:
    filled.ledger.judge("different", "firm:baykar", "firm:atlas-works", by="ann")
    before = dump(filled)
    with pytest.raises(QueryRefused, match=why):
        filled.by_hand.write(query)
    assert dump(filled) == before


@pytest.mark.parametrize("query", ["CREATE (n) RETRUN n", "  ", "RETURN " + "(" * 400 + "1" + ")" * 400])
def test_a_wrong_query_is_explained(filled: Store, query: str) -> None:
    with pytest.raises(QueryFailed) as caught:
        filled.by_hand.write(query)
    assert "\n" not in str(caught.value)
    with pytest.raises(QueryFailed, match=r"\(line 2, column 1\)"):
        filled.by_hand.write("CREATE (n)\nRETRUN n")


def test_an_index_of_ones_own_is_made_and_dropped(filled: Store) -> None:
    filled.by_hand.write("CREATE INDEX note_n IF NOT EXISTS FOR (x:Note) ON (x.n)")
    assert filled.by_hand.rehearse("DROP INDEX note_n").changes == {"indexes_removed": 1}
    assert filled.by_hand.write("DROP INDEX note_n").changes == {"indexes_removed": 1}


def test_what_makes_its_own_transactions_is_sent_to_the_shell(filled: Store) -> None:
    with pytest.raises(QueryRefused, match="entente shell --write"):
        filled.by_hand.write("UNWIND [1, 2] AS n CALL (n) { CREATE (:Note {n: n}) } IN TRANSACTIONS OF 1 ROWS")


SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SETTINGS
@given(some.lists(some.sampled_from(["asserted", "expected", "possible", "denied", "gone"]), min_size=4, max_size=4))
def test_after_a_write_the_store_is_as_if_edges_were_made_anew(filled: Store, becomes: list[str]) -> None:
    filled.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")
    filled.writer.write(
        [
            article("a", says("MAR", "PROCURES", TB2), says("MAR", "NORMALIZES", "ISR")),
            article("b", says("MAR", "PROCURES", TB2, **DENIED), says("firm:baykar", "MANUFACTURES", TB2)),
        ]
    )
    ids = [id for (id,) in filled.console.run("MATCH (claim:Claim) RETURN claim.id ORDER BY claim.id").rows]
    for id, modality in zip(ids, becomes, strict=True):
        change = "DETACH DELETE claim" if modality == "gone" else "SET claim.modality = $modality"
        filled.by_hand.write(f"MATCH (claim:Claim {{id: $id}}) {change}", {"id": id, "modality": modality})
    edges = (
        "MATCH (a)-[edge]->(b) WHERE edge.claims IS NOT NULL RETURN a.id, type(edge), b.id, edge.modality, edge.claims"
    )
    from_claims: dict[str, list[str]] = {}
    for edge, modality in filled.console.run("MATCH (claim:Claim) RETURN claim.edge, claim.modality").rows:
        from_claims.setdefault(edge, []).append(modality)
    firmest = {edge: min(said, key=list(Modality).index) for edge, said in from_claims.items()}
    assert {f"{a} {relation} {b}": (modality, claims) for a, relation, b, modality, claims in filled.console.run(edges).rows} == {
        edge: (firmest[edge], len(said)) for edge, said in from_claims.items()
    }  # fmt: skip
