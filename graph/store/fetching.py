"""Bounds on our side, for servers whose settings aren't ours: how long a call may last, how much an answer may weigh."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from neo4j import Record, Result, Session

from graph.errors import QueryFailed, QueryTimeout

MOST_SIGNS = 64_000_000  # of one answer, as text; a browser could not show more
DEEPEST_VALUE = 100


def fetch(result: Result, limit: int) -> list[Record]:
    """At most so many rows. Raises QueryFailed when they weigh too much or are nested too deep."""
    records, left = [], MOST_SIGNS
    for record in islice(result, limit):
        left -= sum(_weigh(value, DEEPEST_VALUE) for value in record.values())
        if left < 0:
            raise QueryFailed(f"the answer is longer than {MOST_SIGNS:,} signs; ask for less, for instance with LIMIT")
        records.append(record)
    return records


@contextmanager
def ended_after(seconds: float, session: Session, timeout: float) -> Iterator[None]:
    """Cut the session's connection when a call on it lasts longer: no timeout reaches a server that plans or hangs."""
    late = threading.Event()
    timer = threading.Timer(seconds, _cut, (session, late))
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception as error:
        if late.is_set():
            raise QueryTimeout(
                f"the query was given up {seconds - timeout:g} seconds after its {timeout:g}; ask for less"
            ) from error
        if isinstance(error, RecursionError):
            raise QueryFailed("a value is nested too deep; use flatter lists and maps") from error
        raise
    finally:
        timer.cancel()


def _cut(session: Session, late: threading.Event) -> None:
    late.set()
    connection: Any = session._connection  # the driver has no public way to end a call that another thread waits in
    if connection is not None:
        connection.socket.close_socket(connection.socket)


def _weigh(value: Any, depth: int) -> int:
    if depth == 0:
        raise QueryFailed(f"a value is nested more than {DEEPEST_VALUE} deep; return flatter lists and maps")
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, Mapping):
        return 8 + sum(len(key) + _weigh(item, depth - 1) for key, item in value.items())
    if isinstance(value, list):
        return 8 + sum(_weigh(item, depth - 1) for item in value)
    return 8
