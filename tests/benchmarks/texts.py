"""Articles to time the extractor on: the samples, or a larger corpus where there is one beside the checkout."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

from graph.records import Document
from graph.sources import iter_documents

ROOT = Path(__file__).resolve().parents[2]


def load_texts(most: int = 300) -> tuple[str, list[Document]]:
    """Where the texts are from, and up to so many of them."""
    shared = Path(os.environ.get("ENTENTE_SHARED", ROOT.parent / "shared"))
    corpus = shared / "corpus" / "news.jsonl.gz"
    if corpus.exists():
        return "the corpus of ENTENTE_SHARED", list(_iter_corpus(corpus, most))
    samples = iter_documents([str(ROOT / "fixtures" / "articles")])
    return "the sample articles", [document for document in samples if isinstance(document, Document)]


def _iter_corpus(corpus: Path, most: int) -> Iterator[Document]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(most), lines, strict=False):
            yield Document(id=f"corpus-{number}", text=json.loads(line)["text"])


def words(documents: list[Document]) -> int:
    """How many words there are, between spaces."""
    return sum(len(document.text.split()) for document in documents)
