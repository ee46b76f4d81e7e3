"""All edges made anew from the claims behind them, where a newer Entente has more to say of them."""

from collections.abc import Sequence
from functools import partial

from neo4j import ManagedTransaction

from graph.schema.schema import Schema
from graph.store.behind import read_behind, settle
from graph.store.database import Database
from graph.store.edges import write_edges
from graph.store.statements import load_statement

AT_ONCE = 500  # edges in one transaction


def rebuild_edges(database: Database, schema: Schema) -> None:
    """Make edges, acts and tallies of a store say what its claims say; twice is once. Raises StoreError."""
    edges = sorted(row["edge"] for row in database.read(load_statement("edges_claimed")))
    for first in range(0, len(edges), AT_ONCE):
        database.write(partial(_rebuild, schema, edges[first : first + AT_ONCE]))


def _rebuild(schema: Schema, edges: Sequence[str], transaction: ManagedTransaction) -> None:
    behind = read_behind(transaction, schema, frozenset(), changed=frozenset(edges), without=[])
    settle(transaction, schema, behind)
    write_edges(transaction, behind)
