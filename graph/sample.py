"""The sample articles that come with the project: something to explore before one has articles of one's own."""

from collections.abc import Callable
from pathlib import Path

from graph.extract.extractor import Extractor
from graph.pipeline import Progress, Report, ingest
from graph.sources import count_documents, iter_documents
from graph.store.store import Store

ARTICLES = Path(__file__).resolve().parents[1] / "fixtures" / "articles"


def count_sample() -> int:
    """How many sample articles there are."""
    return count_documents([str(ARTICLES)]) or 0


def load_sample(
    extractor: Extractor, store: Store, on_progress: Callable[[Progress], None] = lambda progress: None
) -> Report:
    """Put the sample articles into the store."""
    return ingest(iter_documents([str(ARTICLES)]), extractor, store, on_progress)
