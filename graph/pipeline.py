"""The flow on one page: read documents, leave out what is known, extract, write.

sources -> Document -> (known? skip) -> extract -> Extraction -> store
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from graph.errors import EntenteError, ExtractError, SourceError
from graph.records import Document, Extraction
from graph.store.store import Store

BATCH = 64  # documents that are looked up, extracted and written together: bounds memory, keeps round trips few


class Engine(Protocol):
    """What reads documents: the extraction of each in order, or an error in its place where there can be none.

    `name` is how its extractions name it: what another engine, or another version of it, has read is read anew.
    """

    @property
    def name(self) -> str:
        """Its name in its extractions."""

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction | ExtractError]:
        """Read the documents one after the other."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come, counted in whole documents."""

    documents: int = 0
    claims: int = 0
    rejections: int = 0
    errors: int = 0


@dataclass(slots=True)
class Report:
    """What an ingest did. `undated` says where documents without a date lie: their relative dates stay unresolved."""

    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    claims: int = 0
    rejections: Counter[str] = field(default_factory=Counter)
    errors: list[EntenteError] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)


def ingest(
    items: Iterable[Document | SourceError],
    engine: Engine,
    store: Store,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    on_error: Callable[[ExtractError], None] = lambda error: None,
) -> Report:
    """Put the documents and what they claim into the store; unchanged ones cost a look-up only.

    An item that could not be read or extracted is kept in the report and the rest goes on; `on_error` is told of the
    latter at once. Each document is stored whole or not at all, so an ingest that is stopped and run again ends the
    same as one that was not.
    """
    report, progress = Report(), Progress()
    for batch in _batches(items):
        documents = [item for item in batch if isinstance(item, Document)]
        report.errors += [item for item in batch if isinstance(item, SourceError)]
        fresh = _fresh(documents, store, engine.name)
        progress = replace(
            progress, documents=progress.documents + len(documents) - len(fresh), errors=len(report.errors)
        )
        on_progress(progress)

        extractions = []
        for found in engine.extract_many(fresh):
            if isinstance(found, Extraction):
                extractions.append(found)
                progress = _advance(progress, found)
            else:
                report.errors.append(found)
                progress = replace(progress, errors=len(report.errors))
                on_error(found)
            on_progress(progress)
        written = store.writer.write(extractions)

        report.unchanged += len(documents) - len(fresh) + written.unchanged
        report.new += written.new
        report.replaced += written.replaced
        report.claims += written.claims
        report.rejections.update(rejection.reason for extraction in extractions for rejection in extraction.rejections)
        report.undated += [
            one.document.source or one.document.name for one in extractions if not one.document.published
        ]
    return report


def _fresh(documents: list[Document], store: Store, read_by: str) -> list[Document]:
    """The documents that the store lacks in this wording, copies that follow one another only once."""
    known = store.writer.known(documents, read_by)
    latest: dict[str, str] = {}
    fresh = []
    for document in documents:
        if document.id not in known and latest.get(document.id) != document.fingerprint:
            latest[document.id] = document.fingerprint
            fresh.append(document)
    return fresh


def _advance(progress: Progress, extraction: Extraction) -> Progress:
    return replace(
        progress,
        documents=progress.documents + 1,
        claims=progress.claims + len(extraction.claims),
        rejections=progress.rejections + len(extraction.rejections),
    )


def _batches(items: Iterable[Document | SourceError]) -> Iterator[list[Document | SourceError]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
