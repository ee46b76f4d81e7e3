"""Reading documents so that one which can't be read for claims doesn't take the others with it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from graph.errors import ExtractError
from graph.extract.extractor import BATCH, Extractor
from graph.records import Document, Extraction

Thing = TypeVar("Thing")


class CarefulExtractor:
    """An extractor that goes on where it fails."""

    def __init__(self, model: str, dictionary: Path | None = None) -> None:
        """Load the parser of that name, and a user's own names. Raises as Extractor does."""
        self._extractor = Extractor(model, dictionary=dictionary)
        self.name = self._extractor.name

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction | ExtractError]:
        """The extraction of each document, in order; in place of one that fails, an error that names it."""
        for batch in batches(documents, BATCH):
            yield from _extract_batch(self._extractor, batch)


def batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in lists of so many, the last one shorter, taken as they are asked for."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def failure(document: Document, reason: str) -> ExtractError:
    """What to tell the user of a document that could not be extracted."""
    return ExtractError(f"{document.name}: can't be read for claims ({' '.join(reason.split())})")


def _extract_batch(extractor: Extractor, batch: list[Document]) -> list[Extraction | ExtractError]:
    try:
        return list(extractor.extract_many(batch))
    except (
        Exception
    ):  # a fault of ours or of the parser's, which text of the world will find: see which document has it
        return [_extract(extractor, document) for document in batch]


def _extract(extractor: Extractor, document: Document) -> Extraction | ExtractError:
    try:
        return extractor.extract(document)
    except Exception as error:  # as above
        return failure(document, f"{type(error).__name__}: {error}")
