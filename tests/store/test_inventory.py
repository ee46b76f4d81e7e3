"""What is in the store is counted kind by kind, and the store holds nothing that the description lacks."""

from datetime import date
from typing import Any

import pytest

from graph.records import Amount, Attribution, Rejection, When
from graph.schema.schema import load_schema
from graph.schema.stored import load_stored
from graph.store.inventory import Pair, read_inventory
from graph.store.statements import link_names
from graph.store.store import Store
from tests.store.saying import article, says

TB2, JANE = "system:bayraktar-tb2", "person:jane-roe"
TOLD: dict[str, Any] = {
    "quantity": Amount("13", 13),
    "value": Amount("$ 2m", 2_000_000, "USD"),
    "when": When("2021", date(2021, 1, 1), date(2021, 12, 31)),
    "attributed_to": Attribution("Jane Roe", JANE),
    "confidence": 0.9,
    "reported": True,
    "roles": {"counterpart": "TUR"},
}


@pytest.fixture
def filled(store: Store) -> Store:
    refused = Rejection("negated", "buy", "Morocco won't buy it.", 0, 21, "PROCURES")
    told = article("a", says("MAR", "PROCURES", TB2, **TOLD), says("MAR", "NORMALIZES", "ISR"), rejections=(refused,))
    store.writer.write([told, article("b", says("firm:baykar", "MANUFACTURES", TB2), source="/" + "x" * 9000)])
    store.ledger.judge("different", "firm:baykar", "firm:atlas-works", by="ann", why="two")
    return store


def test_everything_is_counted(filled: Store) -> None:
    inventory = read_inventory(filled.view.database, load_schema())
    assert inventory.nodes["State"] == 3
    assert inventory.nodes["Claim"] == inventory.links["SOURCE"] == 3
    assert (inventory.nodes["Rejection"], inventory.nodes["Judgement"], inventory.nodes["Document"]) == (1, 1, 2)
    assert inventory.pairs == (
        Pair("Firm", "MANUFACTURES", "System", 1),
        Pair("State", "NORMALIZES", "State", 1),
        Pair("State", "PROCURES", "System", 1),
    )
    assert inventory.edges("PROCURES") == 1
    unique = {index.labels: index.properties for index in inventory.indexes if index.unique}
    assert unique["Claim",] == ("id",)


def test_whatever_the_store_holds_is_described(filled: Store) -> None:
    stored, schema = load_stored(), load_schema()
    nodes = filled.console.run(
        "MATCH (node) UNWIND labels(node) AS label UNWIND keys(node) AS key RETURN DISTINCT label, key"
    )
    inside = {"Schema", "Judged", "Tally", "KeptView", "NamedView"}  # for Entente's own use
    for label, key in nodes.rows:
        if label not in inside:
            described = stored.labels["Entity" if label in schema.entities else label].properties
            assert key in described, (label, key)
    edges = filled.console.run("MATCH ()-[edge]->() UNWIND keys(edge) AS key RETURN DISTINCT type(edge) AS type, key")
    for type_, key in edges.rows:
        assert type_ not in schema.relations or key in stored.edges.properties, (type_, key)
    types = filled.console.run("MATCH ()-[edge]->() RETURN DISTINCT type(edge)")
    assert {type_ for (type_,) in types.rows} <= {*stored.links, *schema.relations}


def test_every_link_that_the_store_writes_is_described() -> None:
    assert set(link_names(load_schema())) <= set(load_stored().links)
