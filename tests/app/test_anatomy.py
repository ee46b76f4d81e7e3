"""The schema in words and as a picture: all of it is there, and every question that it suggests can be asked."""

import pytest

from app import anatomy
from graph.schema.schema import load_schema
from graph.schema.stored import load_stored
from graph.store.inventory import read_inventory
from graph.store.store import Store
from tests.store.saying import article, says

TB2 = "system:bayraktar-tb2"
NAMES = anatomy.names(load_schema(), load_stored())


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2), says("MAR", "NORMALIZES", "ISR"))])
    return store


@pytest.mark.parametrize("name", NAMES)
def test_every_question_runs_as_it_is(filled: Store, name: str) -> None:
    asked = anatomy.questions(name, load_schema(), load_stored())
    assert asked
    for title, query in asked:
        assert title.endswith("?")
        assert filled.console.run(query).columns


def test_questions_about_a_relation_are_answered_by_its_edges_and_claims(filled: Store) -> None:
    (_who, edges), (_which, sentences), _denied = anatomy.questions("PROCURES", load_schema(), load_stored())
    assert filled.console.run(edges).rows[0][:3] == ("Morocco", "Bayraktar TB2", "asserted")
    assert filled.console.run(sentences).rows[0][4] == "Morocco procures Bayraktar TB2."


def test_the_picture_has_every_type_and_what_joins_them(filled: Store) -> None:
    schema, stored = load_schema(), load_stored()
    inventory = read_inventory(filled.view.database, schema)
    nodes = {node.id: node.name for node in anatomy.nodes(schema, stored, inventory)}
    assert nodes["State"] == "State · 2"
    assert nodes["Claim"] == "Claim · 2"
    assert set(nodes) == set(stored.picture) == {*schema.entities, *stored.labels}
    edges = {edge.id: edge for edge in anatomy.edges(stored, inventory)}
    assert edges["State to System"].label == "procures"
    assert (edges["Claim to Document"].label, edges["Claim to Document"].told) == ("in", "2 edges")
    assert anatomy.joining(("State", "State"), inventory, stored) == ["NORMALIZES"]
    assert "SOURCE" in anatomy.joining(("Claim", "Entity"), inventory, stored)
    assert anatomy.pair_of("State to System") == ("State", "System")
    assert anatomy.pair_of("State") is None
