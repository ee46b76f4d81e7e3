"""A connection to Neo4j, checked before anybody relies on it: it answers, lets us in, and is new enough."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import StoreError
from graph.settings import Settings
from graph.store.database import one_line

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
MINIMUM = (5, 13)
CONNECT_SECONDS = 5.0
ACQUIRE_SECONDS = 8.0  # connect, greet and log in
RETRY_SECONDS = 15.0
PANIC = re.compile("needs to be restarted|to the store after written to log")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j is and how to log in. The last three are None unless Entente runs it."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str
    browser: str | None = None
    pid: int | None = None
    password_file: Path | None = None


class StoreUnreachable(StoreError):  # noqa: N818 - named like its siblings in graph.errors
    """Nobody answers at the address, or not yet."""


class StoreBroken(StoreError):  # noqa: N818
    """The server answers, but its database gave up (after a full disk, for one) and works again only when restarted."""


def own_address(settings: Settings) -> Address:
    """Return the address of the user's own Neo4j, as NEO4J_URI and its companions give it."""
    if settings.uri is None:
        raise StoreError("NEO4J_URI is not set: there is no Neo4j of your own to connect to")
    return Address(settings.uri, settings.username, settings.password, settings.database)


def open_driver(address: Address) -> Driver:
    """Connect, and check that the server answers, accepts the login, has the database and is new enough.

    The caller closes the driver. Errors: StoreUnreachable where nobody answers; StoreError for the rest.
    """
    _check_scheme(address.uri)
    driver = _make_driver(address, quiet=True)
    try:
        with explained(address):
            check_version(_ask_agent(driver, address), address.uri)
    except BaseException:
        driver.close()
        raise
    return driver


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """Turn what the driver raises about the server itself into one line that says what to do."""
    try:
        yield
    except AuthError as err:
        raise StoreError(_refused(address)) from err
    except (ServiceUnavailable, SessionExpired, ValueError) as err:
        raise StoreUnreachable(f"No Neo4j answers at {address.uri}: {one_line(err)}") from err
    except Neo4jError as err:
        raise (StoreBroken if PANIC.search(str(err)) else StoreError)(_complaint(address, err)) from err
    except DriverError as err:
        raise StoreError(f"Neo4j at {address.uri} can't be used: {one_line(err)}") from err


def check_version(agent: str, uri: str) -> None:
    """Refuse a server older than Entente's Cypher needs, or one that isn't Neo4j; `agent` reads "Neo4j/5.26.30"."""
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found is None:
        raise StoreError(
            f"{agent or 'An unknown server'} answers at {uri}; Neo4j {_dotted(MINIMUM)} or later is wanted"
        )
    if (int(found[1]), int(found[2])) < MINIMUM:
        raise StoreError(f"Neo4j at {uri} is version {agent[6:]}; {_dotted(MINIMUM)} or later is wanted: upgrade it")


def _make_driver(address: Address, *, quiet: bool) -> Driver:
    with explained(address):
        return GraphDatabase.driver(
            address.uri,
            auth=(address.username, address.password),
            user_agent="entente",
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=ACQUIRE_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF" if quiet else None,
        )


def _ask_agent(driver: Driver, address: Address) -> str:
    # Not execute_query: it would go on trying for RETRY_SECONDS where nobody answers.
    try:
        with driver.session(database=address.database) as session:
            return session.run("RETURN 1").consume().server.agent
    except ConfigurationError:
        # Servers before 5.7 can't be told to keep their notifications: ask such a one for its version without.
        with _make_driver(address, quiet=False) as plain:
            return plain.get_server_info().agent


def _check_scheme(uri: str) -> None:
    scheme, separator, _rest = uri.partition("://")
    if not separator or scheme not in SCHEMES:
        wanted = ", ".join(f"{name}://" for name in SCHEMES)
        raise StoreError(f"NEO4J_URI is {uri!r}; it must begin with one of {wanted}")


def _refused(address: Address) -> str:
    if address.pid is not None:
        return f"The local Neo4j at {address.uri} refuses the password that is kept in its data folder"
    return (
        f"Neo4j at {address.uri} refuses the user name {address.username!r} and its password: "
        "set NEO4J_USERNAME and NEO4J_PASSWORD"
    )


def _complaint(address: Address, err: Neo4jError) -> str:
    code = err.code or ""
    if code.endswith("DatabaseNotFound"):
        return f"Neo4j at {address.uri} has no database {address.database!r}: set NEO4J_DATABASE"
    if code.endswith("AuthenticationRateLimit"):
        return f"{_refused(address)}; after too many tries it refuses all for a few seconds"
    if code.endswith("CredentialsExpired"):
        return f"The password of {address.username!r} on Neo4j at {address.uri} has expired: change it there first"
    if PANIC.search(str(err)):
        return f"Neo4j at {address.uri} has given up and must be restarted; often its disk is full"
    return f"Neo4j at {address.uri} says: {one_line(err)}"


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
