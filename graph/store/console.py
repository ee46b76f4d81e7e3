"""A stranger's Cypher on the graph: it can only read, only so many rows, only for so long."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import READ_ACCESS, ManagedTransaction, Record, Session, Transaction

from graph.errors import QueryFailed
from graph.store.calls import check_text
from graph.store.database import Database
from graph.store.drawn import Drawing, DrawnEdge, DrawnNode
from graph.store.fetching import ended_after, fetch
from graph.store.guard import EXPLAIN, check_reads_only, query_errors
from graph.store.plain import plain
from graph.store.statements import load_statement
from graph.store.vocabulary import Vocabulary, read_vocabulary

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

    def vocabulary(self) -> Vocabulary:
        """The names that a query can use here. Raises StoreError."""
        return read_vocabulary(self.database)

    def run(self, query: str, params: Params = None, *, limit: int = 1000, timeout: float = 30.0) -> Result:
        """Run one query and return at most `limit` rows; `timeout` is in seconds.

        Nothing is changed whatever the query says: its plan is looked at first, the server is told to refuse writes, and
        the transaction is rolled back. Raises QueryRefused, QueryFailed, QueryTimeout or StoreError.
        """
        if not query.strip():
            raise QueryFailed("there is no query; try: MATCH (n:Entity) RETURN n LIMIT 25")
        query = check_text(query)
        started = time.perf_counter()
        manager = self.database.driver.execute_query_bookmark_manager
        with (
            query_errors(timeout, lines_before=1),
            self.database.driver.session(
                database=self.database.name,
                default_access_mode=READ_ACCESS,
                bookmark_manager=manager,
                fetch_size=min(limit + 1, ROWS_AT_ONCE),
            ) as session,
            ended_after(timeout + GRACE, session, timeout),
        ):
            columns, records, drawing = _read(session, query, dict(params or {}), limit, timeout)
        return make_result(columns, records, drawing, limit, (time.perf_counter() - started) * 1000)


def make_result(
    columns: Iterable[str],
    records: Sequence[Record],
    drawing: Drawing,
    limit: int,
    ms: float,
    changes: Mapping[str, int] | None = None,
) -> Result:
    """The result of a query from the rows that came, which are one more than the limit where there are more."""
    return Result(
        columns=tuple(columns),
        rows=tuple(tuple(plain(value) for value in record.values()) for record in records[:limit]),
        nodes=drawing.nodes,
        edges=drawing.edges,
        truncated=len(records) > limit,
        ms=ms,
        changes=changes or {},
    )


def draw(transaction: Transaction | ManagedTransaction, records: Sequence[Record]) -> Drawing:
    """The nodes and edges of the rows; of an edge that came alone, its ends are fetched."""
    drawing = Drawing()
    drawing.add([record.values() for record in records])
    if drawing.missing:
        ends = transaction.run(load_statement("nodes_by_element"), ids=sorted(drawing.missing))
        drawing.add([record.values() for record in ends])
    return drawing


def _read(
    session: Session, query: str, params: dict[str, Any], limit: int, timeout: float
) -> tuple[Iterable[str], list[Record], Drawing]:
    with session.begin_transaction(timeout=timeout) as transaction:
        explained = transaction.run(EXPLAIN + query, params).consume()
        check_reads_only(explained.query_type, explained.plan)
        result = transaction.run(query, params)
        columns, records = result.keys(), fetch(result, limit + 1)
        result.consume()
        drawing = draw(transaction, records[:limit])
        transaction.rollback()
    return columns, records, drawing
