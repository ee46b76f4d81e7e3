"""Extractions in batches of whole documents, each small enough for one transaction."""

from collections.abc import Iterable, Iterator

from graph.records import Extraction
from graph.store.rows import checked

ROWS = 5000  # measured: between 1,000 and 10,000 the speed differs little; below 500 it drops


def iter_batches(extractions: Iterable[Extraction], rows: int = ROWS) -> Iterator[list[Extraction]]:
    """Lists of extractions of about so many rows; one document's versions never share a batch, so the last one stays."""
    batch: list[Extraction] = []
    taken: set[str] = set()
    size = 0
    for extraction in map(checked, extractions):
        names = _names(extraction)
        if batch and (size >= rows or names & taken):
            yield batch
            batch, taken, size = [], set(), 0
        batch.append(extraction)
        taken |= names
        size += _size(extraction)
    if batch:
        yield batch


def _names(extraction: Extraction) -> set[str]:
    document = extraction.document
    return {f"id {document.id}"} | ({f"source {document.source}"} if document.source else set())


def _size(extraction: Extraction) -> int:
    return 1 + len(extraction.entities) + len(extraction.claims) + len(extraction.rejections)
