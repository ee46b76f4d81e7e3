"""Somebody's own Cypher that changes the graph: rehearsed first, done whole, and never against the ledger's rules."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from neo4j import ManagedTransaction, Record, SummaryCounters, unit_of_work

from graph.errors import QueryFailed, QueryRefused
from graph.schema.schema import Schema
from graph.store.behind import read_behind, settle
from graph.store.calls import check_depth
from graph.store.console import GRACE, ROWS_AT_ONCE, Params, Result, draw, make_result
from graph.store.database import Database, run
from graph.store.edges import remove_edges, write_edges
from graph.store.fetching import ended_after
from graph.store.guard import EXPLAIN, query_errors
from graph.store.held import Held, check_edges, check_indexes, check_kept, read_held, read_indexes, touched_edges
from graph.store.migrate import newest_version
from graph.store.statements import load_statement

FOLLOWED = "edges_made_anew"  # among the changes: edges that say something else because claims do


class _Rehearsed(Exception):  # noqa: N818 - not an error: what ends a transaction that is not to be kept
    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result


@dataclass(frozen=True, slots=True)
class ByHand:
    """Runs queries that somebody typed to change the graph.

    Judgements can't be changed so, nor edges other than by the claims behind them; claims must be borne out by the text
    of their document. Edges then follow their claims, and everything happens in one transaction or not at all. To know
    what a query touched, the store is read whole before and after it: seconds for a hundred thousand claims.
    """

    database: Database
    schema: Schema

    def rehearse(self, query: str, params: Params = None, *, limit: int = 1000, timeout: float = 30.0) -> Result:
        """What the query would give and change; nothing is kept. Errors as of `write`."""
        try:
            self._run(query, params, limit, timeout, self._roll_back)
        except _Rehearsed as rehearsed:
            return rehearsed.result
        raise AssertionError("a rehearsal always ends by rolling back")

    def write(
        self,
        query: str,
        params: Params = None,
        *,
        limit: int = 1000,
        timeout: float = 30.0,
        agreed: Mapping[str, int] | None = None,
    ) -> Result:
        """Run one query, change the graph and return at most `limit` rows; `timeout` is in seconds, checks included.

        `agreed` are the changes that somebody agreed to: where it would change anything else by now, it changes nothing.
        Raises QueryRefused, QueryFailed, QueryTimeout or StoreError.
        """
        return self._run(query, params, limit, timeout, partial(self._keep, agreed))

    def _run(
        self, query: str, params: Params, limit: int, timeout: float, end: Callable[[ManagedTransaction, Result], None]
    ) -> Result:
        if not query.strip():
            raise QueryFailed("there is no query; what should be changed?")
        check_depth(query)
        manager = self.database.driver.execute_query_bookmark_manager
        work = unit_of_work(timeout=timeout)(partial(self._change, query, dict(params or {}), limit, end))
        with (
            query_errors(timeout, lines_before=1),
            self.database.driver.session(
                database=self.database.name, bookmark_manager=manager, fetch_size=ROWS_AT_ONCE
            ) as session,
            ended_after(timeout + GRACE, session, timeout),
        ):
            return session.execute_write(work)

    def _change(
        self,
        query: str,
        params: dict[str, Any],
        limit: int,
        end: Callable[[ManagedTransaction, Result], None],
        transaction: ManagedTransaction,
    ) -> Result:
        kind = transaction.run(EXPLAIN + query, params).consume().query_type
        before = None if kind in ("r", "s") else self._take_pen(transaction)
        indexes = read_indexes(transaction)
        started = time.perf_counter()
        answer = transaction.run(query, params)
        columns, records = answer.keys(), _all_of(answer, limit)
        changes = _changes(answer.consume().counters)
        drawing = draw(transaction, records[:limit])
        ms = (time.perf_counter() - started) * 1000
        check_indexes(self.schema, indexes, read_indexes(transaction))
        if changes and before is not None:
            changes |= self._settle(transaction, before)
        result = make_result(columns, records, drawing, limit, ms, changes)
        end(transaction, result)
        return result

    def _take_pen(self, transaction: ManagedTransaction) -> Held:
        """Let nobody else write until this is done, and see how things stand."""
        run(transaction, load_statement("lock"), version=newest_version())
        return read_held(transaction, self.schema)

    def _settle(self, transaction: ManagedTransaction, before: Held) -> dict[str, int]:
        """See that the rules are kept, and make edges follow their claims; how many did."""
        after = read_held(transaction, self.schema)
        check_kept(transaction, self.schema, before, after)
        edges = touched_edges(before, after)
        self._follow(transaction, edges)
        check_edges(before, read_held(transaction, self.schema), edges)
        return {FOLLOWED: len(edges)} if edges else {}

    def _follow(self, transaction: ManagedTransaction, edges: frozenset[str]) -> None:
        """Make the edges say what their claims say now."""
        behind = read_behind(transaction, self.schema, frozenset(), changed=edges, without=[])
        remove_edges(transaction, behind)
        settle(transaction, self.schema, behind)
        write_edges(transaction, behind)

    def _roll_back(self, _transaction: ManagedTransaction, result: Result) -> None:
        raise _Rehearsed(result)

    def _keep(self, agreed: Mapping[str, int] | None, transaction: ManagedTransaction, result: Result) -> None:
        if agreed is not None and agreed != result.changes:
            raise QueryRefused("the graph has changed since, so that this would change something else; look again")
        if result.changes and not any(name.startswith(("indexes", "constraints")) for name in result.changes):
            run(transaction, load_statement("raise_revision"))


def _all_of(answer: Iterable[Record], limit: int) -> list[Record]:
    """The first rows; all are pulled, as a write that is not read to its end might not be done to its end."""
    return [record for place, record in enumerate(answer) if place <= limit]


def _changes(counters: SummaryCounters) -> dict[str, int]:
    return {name: count for name, count in vars(counters).items() if name[0] != "_" and type(count) is int and count}
