"""Whole documents into the store and out of it, inside one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from neo4j import ManagedTransaction

from graph.records import Extraction
from graph.schema.schema import Schema
from graph.store.database import run, run_rows
from graph.store.edges import EdgeKey, make_edge_key
from graph.store.judged import Judged
from graph.store.resolving import place_rows, store_found
from graph.store.rows import (
    Row,
    document_row,
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


def create_documents(
    transaction: ManagedTransaction, extractions: Sequence[Extraction], claims: Sequence[Row], judged: Judged
) -> None:
    """Store documents that the store doesn't hold, with their entities, claims (as rows), mentions and rejections."""
    links = list(_iter_links(extractions, judged))
    mentions = list(_iter_mentions(extractions, judged))
    needed = {row["entity"] for row in (*mentions, *(row for _role, row in links))}
    needed |= {row[end] for row in claims for end in ("source", "target")}
    run_rows(
        transaction,
        load_statement("create_documents"),
        [document_row(extraction.document, extraction.fingerprint) for extraction in extractions],
    )
    store_found(transaction, extractions, needed, judged)
    run_rows(transaction, load_statement("create_claims"), claims)
    for role, group in groupby(sorted(links, key=itemgetter(0)), key=itemgetter(0)):
        run_rows(transaction, load_statement("link_claims", ROLE=role), [row for _role, row in group])
    run_rows(transaction, load_statement("create_mentions"), mentions)
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
    return Touched(frozenset(edges), frozenset(id for row in rows for id in row["entities"] if id))


def delete_documents(transaction: ManagedTransaction, ids: Sequence[str]) -> None:
    """Take documents out, with their claims, mentions and rejections; edges and entities are the caller's to look at."""
    if ids:
        run(transaction, load_statement("delete_documents"), ids=ids)


def _iter_links(extractions: Sequence[Extraction], judged: Judged) -> Iterator[tuple[str, Row]]:
    for extraction in extractions:
        for role, row in (link for claim in extraction.claims for link in link_rows(claim)):
            yield from ((role, placed) for placed in place_rows([row], extraction.document.id, judged))


def _iter_mentions(extractions: Sequence[Extraction], judged: Judged) -> Iterator[Row]:
    for each in extractions:
        yield from place_rows(mention_rows(each.document, each.entities), each.document.id, judged)
