import socket
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from neo4j.exceptions import DatabaseError

from graph.errors import StoreError
from graph.settings import Settings
from graph.store.connection import (
    RETRY_SECONDS,
    Address,
    StoreBroken,
    StoreUnreachable,
    check_version,
    explained,
    open_driver,
    own_address,
)
from graph.store.ports import LOOPBACK, choose_port


@pytest.fixture
def mute() -> Iterator[str]:
    """The address of a program that accepts connections, and never says a word."""
    with socket.create_server((LOOPBACK, 0)) as listener:
        yield f"bolt://{LOOPBACK}:{listener.getsockname()[1]}"


def own(address: Address, **changes: str) -> Address:
    """The same server, as if it were the user's own."""
    return replace(address, browser=None, pid=None, password_file=None, **changes)  # type: ignore[arg-type]


def test_a_good_address_gives_a_driver_that_answers(server: Address) -> None:
    with open_driver(server) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_the_servers_notifications_are_off(server: Address) -> None:
    with open_driver(server) as driver:
        summary = driver.execute_query("MATCH (n:NoSuchLabelAnywhere) RETURN n.noSuchProperty").summary
    assert not any(status.is_notification for status in summary.gql_status_objects)


# A user that doesn't exist is refused like a wrong password, and doesn't lock the suite's own user out.
def test_a_refused_login_says_which_settings_to_look_at(server: Address) -> None:
    with pytest.raises(StoreError) as caught:
        open_driver(own(server, username="stranger", password="wrong"))
    assert str(caught.value) == (
        f"Neo4j at {server.uri} refuses the user name 'stranger' and its password: "
        "set NEO4J_USERNAME and NEO4J_PASSWORD"
    )


def test_many_refused_logins_still_read_as_a_refusal(server: Address) -> None:
    for _ in range(5):
        with pytest.raises(StoreError, match="refuses the user name 'intruder' and its password"):
            open_driver(own(server, username="intruder", password="wrong"))


def test_an_unknown_database_is_named(server: Address) -> None:
    with pytest.raises(StoreError, match=r"has no database 'atlantis': set NEO4J_DATABASE"):
        open_driver(own(server, database="atlantis"))


def test_nobody_there_is_said_at_once() -> None:
    uri = f"bolt://{LOOPBACK}:{choose_port(20000)}"
    began = time.monotonic()
    with pytest.raises(StoreUnreachable, match=f"No Neo4j answers at {uri}: .*Connection refused"):
        open_driver(Address(uri, "neo4j", "secret", "neo4j"))
    assert time.monotonic() - began < RETRY_SECONDS / 3


def test_a_host_that_does_not_exist_is_unreachable() -> None:
    with pytest.raises(StoreUnreachable, match=r"No Neo4j answers at neo4j://nowhere\.invalid"):
        open_driver(Address("neo4j://nowhere.invalid", "neo4j", "secret", "neo4j"))


def test_a_port_that_is_not_bolt_is_unreachable(server: Address) -> None:
    assert server.browser is not None
    port = server.browser.removeprefix("http://").partition("/")[0]
    with pytest.raises(StoreUnreachable, match="No Neo4j answers"):
        open_driver(own(server, uri=f"bolt://{port}"))


def test_a_program_that_never_speaks_does_not_hang_us(mute: str) -> None:
    with pytest.raises(StoreUnreachable, match="No Neo4j answers"):
        open_driver(Address(mute, "neo4j", "secret", "neo4j"))


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "", "postgres://x", "bolt:/localhost"])
def test_an_address_that_is_not_bolt_names_those_that_are(uri: str) -> None:
    with pytest.raises(StoreError, match=r"it must begin with one of bolt://, .*neo4j\+s://"):
        open_driver(Address(uri, "neo4j", "secret", "neo4j"))


def test_a_port_that_is_no_number_is_unreachable() -> None:
    with pytest.raises(StoreUnreachable, match="No Neo4j answers at bolt://localhost:abc"):
        open_driver(Address("bolt://localhost:abc", "neo4j", "secret", "neo4j"))


@pytest.mark.parametrize("agent", ["Neo4j/5.13.0", "Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2026.08.1"])
def test_versions_that_are_new_enough(agent: str) -> None:
    check_version(agent, "bolt://x")


@pytest.mark.parametrize("version", ["4.4.48", "5.5.0", "5.12.0"])
def test_an_old_version_is_named_with_the_one_wanted(version: str) -> None:
    with pytest.raises(StoreError, match=rf"at bolt://x is version {version}; 5\.13 or later is wanted"):
        check_version(f"Neo4j/{version}", "bolt://x")


@pytest.mark.parametrize("agent", ["ArcadeDB/26.1", ""])
def test_what_is_not_neo4j_is_refused(agent: str) -> None:
    with pytest.raises(StoreError, match=r"Neo4j 5\.13 or later is wanted"):
        check_version(agent, "bolt://x")


def test_other_complaints_of_the_server_fit_on_one_line(server: Address) -> None:
    with pytest.raises(StoreError) as caught, open_driver(server) as driver, explained(server):
        driver.execute_query("RETURN\n1 +")
    assert str(caught.value).startswith(f"Neo4j at {server.uri} says: Invalid input")
    assert "\n" not in str(caught.value)


def test_a_database_that_gave_up_is_told_from_other_complaints() -> None:
    address = Address("bolt://x", "neo4j", "secret", "neo4j")
    with pytest.raises(StoreBroken, match="must be restarted; often its disk is full"), explained(address):
        raise DatabaseError("The database has encountered a critical error, and needs to be restarted.")


def test_the_password_does_not_show_in_a_printed_address() -> None:
    assert "secret" not in repr(Address("bolt://x", "neo4j", "secret", "neo4j"))


def test_your_own_neo4j_is_what_the_settings_say() -> None:
    settings = Settings.from_env({"NEO4J_URI": "neo4j+s://db", "NEO4J_PASSWORD": "secret", "NEO4J_DATABASE": "news"})
    assert own_address(settings) == Address("neo4j+s://db", "neo4j", "secret", "news")


def test_without_an_address_there_is_no_neo4j_of_your_own() -> None:
    with pytest.raises(StoreError, match="NEO4J_URI is not set"):
        own_address(Settings.from_env({"NEO4J_URI": ""}))
