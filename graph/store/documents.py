"""Whole documents into the store and out of it, inside one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from neo4j import ManagedTransaction

from graph.records import Extraction
from graph.schema.schema import Schema
from graph.store.database import run, run_rows
from graph.store.edges import EdgeKey, make_edge_key
from graph.store.entities import store_entities
from graph.store.rows import (
    Row,
    document_row,
    entities_of,
    link_rows,
    mention_rows,
    rejection_row,
)
from graph.store.statements import load_statement


@dataclass(frozen=True, slots=True)
class Touched:
    """What stands on documents that are to go: edges and entities that may have nothing left to stand on."""

    edges: frozenset[EdgeKey] = frozenset()
    entities: frozenset[str] = frozenset()


def create_documents(transaction: ManagedTransaction, extractions: Sequence[Extraction], claims: Sequence[Row]) -> None:
    """Store documents that the store doesn't hold, with their entities, claims (as rows), mentions and rejections."""
    run_rows(
        transaction,
        load_statement("create_documents"),
        [document_row(extraction.document, extraction.fingerprint) for extraction in extractions],
    )
    store_entities(transaction, [entity for extraction in extractions for entity in entities_of(extraction)])
    run_rows(transaction, load_statement("create_claims"), claims)
    _link_claims(transaction, extractions)
    run_rows(
        transaction,
        load_statement("create_mentions"),
        [row for extraction in extractions for row in mention_rows(extraction.document, extraction.entities)],
    )
    run_rows(
        transaction,
        load_statement("create_rejections"),
        [rejection_row(rejection, each.document) for each in extractions for rejection in each.rejections],
    )


def read_touched(transaction: ManagedTransaction, ids: Sequence[str], schema: Schema) -> Touched:
    """What stands on these documents."""
    rows = run(transaction, load_statement("touched_by_documents"), ids=ids) if ids else []
    edges = (
        make_edge_key(schema, relation, source, target) for row in rows for source, relation, target in row["edges"]
    )
    return Touched(frozenset(edges), frozenset(entity for row in rows for entity in row["entities"]))


def delete_documents(transaction: ManagedTransaction, ids: Sequence[str]) -> None:
    """Take documents out, with their claims, mentions and rejections; edges and entities are the caller's to look at."""
    if ids:
        run(transaction, load_statement("delete_documents"), ids=ids)


def _link_claims(transaction: ManagedTransaction, extractions: Sequence[Extraction]) -> None:
    links = [link for extraction in extractions for claim in extraction.claims for link in link_rows(claim)]
    for role, group in groupby(sorted(links, key=itemgetter(0)), key=itemgetter(0)):
        run_rows(transaction, load_statement("link_claims", ROLE=role), [row for _role, row in group])
