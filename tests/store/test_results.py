"""What a query gives, taken further in Python."""

import pytest

from graph.store.results import to_networkx, to_pandas, to_records
from graph.store.store import Store
from tests.store.saying import article, says


@pytest.fixture
def told(store: Store) -> Store:
    store.writer.write(
        [
            article("a", says("MAR", "NORMALIZES", "ISR"), says("MAR", "PROCURES", "system:bayraktar-tb2")),
            article("b", says("TUR", "SUPPLIES", "MAR"), says("TUR", "SUPPORTS", "MAR")),
        ]
    )
    return store


BUYERS = "MATCH (buyer:State)-[deal:PROCURES]->(system) RETURN buyer.name AS buyer, deal, deal.last AS last"


def test_rows_come_as_records_and_as_a_table(told: Store) -> None:
    result = told.console.run(BUYERS)
    [record] = to_records(result)
    assert (record["buyer"], record["last"]) == ("Morocco", "2021-11-22")
    assert record["deal"]["relation"] == "PROCURES"
    table = to_pandas(result)
    assert list(table.columns) == ["buyer", "deal", "last"]
    assert list(table["buyer"]) == ["Morocco"]


def test_a_table_without_rows_has_its_columns(store: Store) -> None:
    table = to_pandas(store.console.run(BUYERS))
    assert (list(table.columns), len(table)) == (["buyer", "deal", "last"], 0)


def test_nodes_and_edges_come_as_a_graph_in_which_relations_stay_apart(told: Store) -> None:
    net = to_networkx(told.console.run("MATCH (one:Entity)-[edge]->(other:Entity) RETURN one, edge, other"))
    assert net.nodes["MAR"]["type"] == "State"
    assert net.nodes["system:bayraktar-tb2"]["name"] == "Bayraktar TB2"
    assert {edge["relation"] for edge in net["TUR"]["MAR"].values()} == {"SUPPLIES", "SUPPORTS"}
    assert all(edge["claims"] == 1 for *_, edge in net.edges(data=True))
