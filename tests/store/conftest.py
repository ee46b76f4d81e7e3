import pytest
from neo4j import Driver

from graph.schema.schema import load_schema
from graph.store.connection import Address
from graph.store.database import Database
from graph.store.migrate import migrate
from graph.store.store import Store, connect_store


@pytest.fixture(scope="session")
def opened(server: Address, server_driver: Driver) -> Store:
    return connect_store(server, server_driver)


@pytest.fixture
def store(opened: Store) -> Store:
    """The suite's store, empty; opened once, as these tests are many."""
    opened.driver.execute_query("MATCH (node) DETACH DELETE node")
    migrate(Database(opened.driver, opened.database), load_schema())
    return opened
