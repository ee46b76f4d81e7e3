"""One Neo4j database behind the driver: reads, writes that happen whole, and its errors in our words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from neo4j import READ_ACCESS, Driver, ManagedTransaction, Query, Record, RoutingControl
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import StoreError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Database:
    """A database by name, and the driver that reaches it. Shared by threads; holds no state of its own.

    A read that takes longer than `seconds` is stopped; None lets it take what it takes.
    """

    driver: Driver
    name: str
    seconds: float | None = None

    def read(self, statement: str, **parameters: Any) -> list[Record]:
        """All rows of a statement that only reads. Raises StoreError."""
        with store_errors():
            answer = self.driver.execute_query(
                Query(statement, timeout=self.seconds),
                parameters_=parameters,
                routing_=RoutingControl.READ,
                database_=self.name,
            )
        return answer.records

    def iterate(self, statement: str, **parameters: Any) -> Iterator[Record]:
        """The rows of a statement that only reads, as they come: for more of them than should be held at once."""
        manager = self.driver.execute_query_bookmark_manager
        with (
            store_errors(),
            self.driver.session(
                database=self.name, default_access_mode=READ_ACCESS, bookmark_manager=manager
            ) as session,
        ):
            yield from session.run(statement, parameters)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do the work in one transaction: whole or not at all, tried again where the server asks for it."""
        manager = self.driver.execute_query_bookmark_manager
        with store_errors(), self.driver.session(database=self.name, bookmark_manager=manager) as session:
            return session.execute_write(work)

    def run(self, statement: str, **parameters: Any) -> None:
        """Run one statement that makes its own transactions, such as an index or a deletion in parts."""
        manager = self.driver.execute_query_bookmark_manager
        with store_errors(), self.driver.session(database=self.name, bookmark_manager=manager) as session:
            session.run(statement, parameters).consume()


def run(transaction: ManagedTransaction, statement: str, **parameters: Any) -> list[Record]:
    """All rows of one statement inside a transaction."""
    return list(transaction.run(statement, parameters))


def run_rows(transaction: ManagedTransaction, statement: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Run one statement over many rows; nothing where there are none."""
    if listed := list(rows):
        run(transaction, statement, rows=listed)


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn what the driver raises into a StoreError of one line."""
    try:
        yield
    except AuthError as error:
        raise StoreError("Neo4j refused the user name or password; check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise StoreError(
            f"Neo4j can't be reached ({one_line(error)}); is it running? `entente up` starts it"
        ) from error
    except (DriverError, Neo4jError) as error:
        raise StoreError(f"Neo4j could not do this: {first_line(error)}") from error
    except UnicodeEncodeError as error:
        raise StoreError("a text holds half a sign (a lone surrogate), which no store can keep") from error


def first_line(error: Exception) -> str:
    """What a driver's error says about a query, without its code and without the query that it quotes below."""
    return _message(error).strip().splitlines()[0]


def one_line(error: Exception) -> str:
    """All that a driver's error says: about a connection, the reason comes last."""
    return " ".join(_message(error).split())


def _message(error: Exception) -> str:
    return str(getattr(error, "message", None) or str(error) or type(error).__name__)
