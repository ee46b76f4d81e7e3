"""Extractions into the store: whole documents in batches, keyed by their ids, so that twice is once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from neo4j import ManagedTransaction

from graph.records import Document, Extraction, make_fingerprint
from graph.schema.schema import Schema
from graph.store.batches import iter_batches
from graph.store.behind import read_behind, settle
from graph.store.database import Database, run
from graph.store.documents import create_documents, delete_documents, read_touched
from graph.store.edges import remove_edges, write_edges
from graph.store.migrate import newest_version
from graph.store.resolving import place_claim, read_judged_of, release
from graph.store.rows import bounded
from graph.store.statements import load_statement

Stored = dict[str, dict[str, str]]  # for each document's id: the ids and fingerprints of what is stored of it


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: documents new, unchanged (left alone) and replaced, and the claims and rejections stored."""

    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    claims: int = 0
    rejections: int = 0

    @property
    def documents(self) -> int:
        """All documents that were looked at."""
        return self.new + self.unchanged + self.replaced

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.new + other.new,
            self.unchanged + other.unchanged,
            self.replaced + other.replaced,
            self.claims + other.claims,
            self.rejections + other.rejections,
        )


@dataclass(frozen=True, slots=True)
class Writer:
    """The write side of the store."""

    database: Database
    schema: Schema

    def write(self, extractions: Iterable[Extraction], report: Callable[[Written], None] | None = None) -> Written:
        """Store what was found in each document, a batch of whole documents to a transaction.

        A document that the store holds unchanged is left alone; a corrected one (same id, or same source) replaces the
        stored one with all it said. `report` is called after each batch with the totals so far. Where this dies
        half-way, the documents of finished batches are stored and no others. Raises StoreError.
        """
        written = Written()
        for batch in iter_batches(extractions):
            written += self.database.write(partial(self._write_batch, batch))
            if report is not None:
                report(written)
        return written

    def known(self, documents: Iterable[Document], engine: str | None = None) -> frozenset[str]:
        """The ids of those documents that the store already holds, unchanged and as this engine read them."""
        prints = {document.id: make_fingerprint(document, engine) for document in documents}
        rows = self.database.read(load_statement("fingerprints"), ids=list(prints))
        return frozenset(row["id"] for row in rows if prints[row["id"]] == row["fingerprint"])

    def forget(self, documents: Sequence[str]) -> None:
        """Take documents out of the store, by id, with everything that only they support."""
        self.database.write(lambda transaction: self._exchange(transaction, documents, ()))

    def _write_batch(self, batch: Sequence[Extraction], transaction: ManagedTransaction) -> Written:
        run(transaction, load_statement("lock"), version=newest_version())
        stored = _stored(transaction, [extraction.document for extraction in batch])
        changed = _changed(batch, stored)
        old = sorted({id_ for extraction in changed for id_ in stored[extraction.document.id]})
        if changed:
            self._exchange(transaction, old, changed)
        replaced = sum(1 for extraction in changed if stored[extraction.document.id])
        return Written(
            new=len(changed) - replaced,
            unchanged=len(batch) - len(changed),
            replaced=replaced,
            claims=sum(len(extraction.claims) for extraction in changed),
            rejections=sum(len(extraction.rejections) for extraction in changed),
        )

    def _exchange(self, transaction: ManagedTransaction, old: Sequence[str], new: Sequence[Extraction]) -> None:
        run(transaction, load_statement("raise_revision"))
        touched = read_touched(transaction, old, self.schema)
        judged = read_judged_of(transaction, new, touched.entities)
        said = [
            (each.document, claim, *place_claim(self.schema, claim, each.document, judged))
            for each in new
            for claim in each.claims
        ]
        edges = {key.id for _document, _claim, key, _row in said if key}
        changed = {key.id for key in touched.edges}
        behind = read_behind(transaction, self.schema, edges - changed, changed, without=old)
        for document, claim, key, row in said:
            if key:
                behind[key.id].add(row["properties"], document.id, judged.roles(claim.roles, document.id))
        settle(transaction, self.schema, behind)
        # everything is read, and edges go, while the transaction has deleted nothing else: afterwards each look-up is slow
        remove_edges(transaction, behind)
        delete_documents(transaction, old)
        create_documents(transaction, new, [row for *_said, row in said], judged)
        write_edges(transaction, behind)
        if touched.entities:
            release(transaction, touched.entities, judged, self.schema)


def _changed(batch: Sequence[Extraction], stored: Stored) -> list[Extraction]:
    """What of a batch must be written: what the store lacks or holds otherwise, and what such would push out of it.

    A document pushes out all that were read from the same source, even one that the batch has again, unchanged, as read
    from somewhere else.
    """
    unchanged = {
        each.document.id for each in batch if each.fingerprint == stored[each.document.id].get(each.document.id)
    }
    while pushed := unchanged & {
        id for each in batch if each.document.id not in unchanged for id in stored[each.document.id]
    }:
        unchanged -= pushed
    return [each for each in batch if each.document.id not in unchanged]


def _stored(transaction: ManagedTransaction, documents: Sequence[Document]) -> Stored:
    rows = [{"id": document.id, "source": document.source and bounded(document.source)} for document in documents]
    stored: Stored = {document.id: {} for document in documents}
    for row in run(transaction, load_statement("stored_documents"), rows=rows):
        stored[row["id"]][row["stored"]] = row["fingerprint"]
    return stored
