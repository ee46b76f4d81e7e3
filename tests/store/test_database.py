import pytest
from neo4j import GraphDatabase

from graph.errors import StoreError
from graph.store.database import Database


def test_a_store_that_stopped_answering_is_one_line_with_the_reason() -> None:
    with (
        GraphDatabase.driver("bolt://127.0.0.1:1", max_transaction_retry_time=0) as driver,
        pytest.raises(StoreError, match=r"can't be reached \(.*refused.*\)") as caught,
    ):
        Database(driver, "neo4j").read("RETURN 1")
    assert "\n" not in str(caught.value)
