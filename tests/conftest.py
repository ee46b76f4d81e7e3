"""One real Neo4j for the whole suite, on a data folder of its own; each test that asks for it finds an empty graph."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from neo4j import Driver

from graph.settings import DEFAULT_DATABASE, Settings
from graph.store.connection import Address, open_driver
from graph.store.server import ensure_running, stop

if TYPE_CHECKING:
    from graph.store.store import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker("store")


@pytest.fixture(scope="session")
def server_settings() -> Iterator[Settings]:
    """Settings of the suite's own server: jars from the usual cache, data in a folder that is removed at the end."""
    data = Path(tempfile.mkdtemp(prefix="entente-tests-"))
    yield replace(Settings.from_env(), uri=None, database=DEFAULT_DATABASE, data=data)
    shutil.rmtree(data)


@pytest.fixture(scope="session")
def server(server_settings: Settings) -> Iterator[Address]:
    """The address of the suite's own Neo4j."""
    yield ensure_running(server_settings, print)
    stop(server_settings)


@pytest.fixture(scope="session")
def server_driver(server: Address) -> Iterator[Driver]:
    """A driver on the suite's Neo4j."""
    with open_driver(server) as driver:
        yield driver


@pytest.fixture(scope="session")
def opened_store(server: Address, server_driver: Driver) -> "Store":
    """The store on the suite's Neo4j, opened once: whatever a test before left in it."""
    # Here, and not above: the tests of what the store stands on run without it.
    from graph.store.store import connect_store

    return connect_store(server, server_driver)


@pytest.fixture
def store(opened_store: "Store") -> "Store":
    """The suite's store, empty; its constraints and indexes stay from test to test."""
    opened_store.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")
    return opened_store


@pytest.fixture
def settings(server_settings: Settings, store: "Store") -> Settings:
    """Settings with which a test opens the suite's empty store by itself."""
    return server_settings


@pytest.fixture
def environment(settings: Settings) -> dict[str, str]:
    """What a command run by a test must find in its environment to use the suite's empty store."""
    return {"NEO4J_URI": "", "ENTENTE_DATA": str(settings.data), "ENTENTE_CACHE": str(settings.cache)}
