"""A stranger's Cypher on the graph: it can only read, only so many rows, only for so long; unless asked otherwise."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import Query, Record, Session, SummaryCounters, Transaction

from graph.errors import QueryFailed
from graph.store.calls import check_depth, check_text
from graph.store.database import Database
from graph.store.drawn import Drawing, DrawnEdge, DrawnNode
from graph.store.fetching import ended_after, fetch
from graph.store.guard import EXPLAIN, check_reads_only, query_errors
from graph.store.plain import plain
from graph.store.statements import load_statement

ROWS_AT_ONCE = 50  # server and driver hold so many; more of long rows could cost them their memory
GRACE = 5.0  # seconds past its timeout that a server may take to stop a query; then the connection is cut

Params = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: rows of plain values that JSON can say, and the nodes and edges among them, for drawing.

    `truncated` says that there were more rows than the limit. `changes` counts what a write changed, by kind.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    truncated: bool
    ms: float
    changes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Console:
    """Runs queries that somebody typed."""

    database: Database

    def run(
        self, query: str, params: Params = None, *, write: bool = False, limit: int = 1000, timeout: float = 30.0
    ) -> Result:
        """Run one query and return at most `limit` rows; `timeout` is in seconds.

        Without `write` nothing is changed whatever the query says: its plan is looked at first, the server is told to
        refuse writes, and the transaction is rolled back. Raises QueryRefused, QueryFailed, QueryTimeout or StoreError.
        """
        if not query.strip():
            raise QueryFailed("there is no query; try: MATCH (n:Entity) RETURN n LIMIT 25")
        if write:
            check_depth(query)
        else:
            query = check_text(query)
        started = time.perf_counter()
        manager = self.database.driver.execute_query_bookmark_manager
        with (
            query_errors(timeout, lines_before=0 if write else 1),
            self.database.driver.session(
                database=self.database.name,
                default_access_mode="WRITE" if write else "READ",
                bookmark_manager=manager,
                fetch_size=min(limit + 1, ROWS_AT_ONCE),
            ) as session,
            ended_after(timeout + GRACE, session, timeout),
        ):
            run = _write if write else _read
            columns, records, drawing, changes = run(session, query, dict(params or {}), limit, timeout)
        return Result(
            columns=tuple(columns),
            rows=tuple(tuple(plain(value) for value in record.values()) for record in records[:limit]),
            nodes=drawing.nodes,
            edges=drawing.edges,
            truncated=len(records) > limit,
            ms=(time.perf_counter() - started) * 1000,
            changes=changes,
        )


Answer = tuple[Iterable[str], list[Record], Drawing, dict[str, int]]


def _read(session: Session, query: str, params: dict[str, Any], limit: int, timeout: float) -> Answer:
    with session.begin_transaction(timeout=timeout) as transaction:
        explained = transaction.run(EXPLAIN + query, params).consume()
        check_reads_only(explained.query_type, explained.plan)
        result = transaction.run(query, params)
        columns, records = result.keys(), fetch(result, limit + 1)
        result.consume()
        drawing = _draw(transaction, records[:limit])
        transaction.rollback()
    return columns, records, drawing, {}


def _write(session: Session, query: str, params: dict[str, Any], limit: int, timeout: float) -> Answer:
    result = session.run(Query(query, timeout=timeout), params)
    # every row is pulled: a write that is not read to its end might not be done to its end
    columns, records = result.keys(), [record for place, record in enumerate(result) if place <= limit]
    changes = _changes(result.consume().counters)
    if changes:
        session.run(load_statement("raise_revision")).consume()
    return columns, records, _draw(session, records[:limit]), changes


def _draw(runner: Session | Transaction, records: list[Record]) -> Drawing:
    drawing = Drawing()
    drawing.add([record.values() for record in records])
    if drawing.missing:
        ends = runner.run(load_statement("nodes_by_element"), ids=sorted(drawing.missing))
        drawing.add([record.values() for record in ends])
    return drawing


def _changes(counters: SummaryCounters) -> dict[str, int]:
    return {name: count for name, count in vars(counters).items() if name[0] != "_" and type(count) is int and count}
