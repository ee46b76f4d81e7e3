"""Text in, claims out: the parser, the mentions and the relation table as one thing to call."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from graph.extract.annotate import Annotator
from graph.extract.claims import find_claims
from graph.extract.learnt.judge import Judge
from graph.extract.learnt.weigh import Weigher, Weighing
from graph.extract.learnt.weights import load_weights
from graph.extract.nlp import load_nlp
from graph.extract.readable import Article, part_readable
from graph.extract.table import load_table
from graph.extract.version import engine_name
from graph.lexicon.dictionary import load_known
from graph.records import Document, Extraction
from graph.schema.schema import load_schema
from graph.settings import DEFAULT_NLP_MODEL

PART = 100_000  # characters parsed at once: memory grows with it, and spaCy refuses more than a million
BATCH = 32

Part = tuple[str, tuple[Article, Document, bool]]  # a stretch of text, of which document, and whether it is its last


class Extractor:
    """Finds what documents claim. Made once (it loads the parser, about a second), then called for any number of them."""

    def __init__(
        self, model: str = DEFAULT_NLP_MODEL, weigher: Weighing | None = None, dictionary: Path | None = None
    ) -> None:
        """Load the parser of that name, and the learnt weights unless another weigher is given.

        `dictionary` is a file with a user's own names. Raises EntenteError where it or the parser can't be loaded,
        SchemaError for a broken rule or weight.
        """
        self.name = engine_name(model, dictionary)
        self._nlp = load_nlp(model)
        self._table = load_table()
        self._schema = load_schema()
        self._annotator = Annotator(self._nlp, load_known(dictionary))
        self._weigher = weigher or Weigher(Judge(load_weights(), self._table, self._schema), self._schema)

    def extract(self, document: Document) -> Extraction:
        """Everything that one document names and claims. The same document always gives the same extraction."""
        return next(self.extract_many([document]))

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """The extraction of each document, in order, as they are read; only a batch is held at a time."""
        articles = ((article, article.readable) for article in map(part_readable, documents))
        parts = ((part, (*article, last)) for article in articles for part, last in _split(article[1].text))
        held: list[Doc] = []
        for batch in _batched(parts):
            for parsed, (article, readable, last) in self._nlp.pipe(batch, as_tuples=True, batch_size=len(batch)):
                held.append(parsed)
                if last:
                    doc = held[0] if len(held) == 1 else Doc.from_docs(held, ensure_whitespace=False)
                    found = self._read(readable, doc)
                    yield replace(found, document=article.document, rejections=(*article.rejections, *found.rejections))
                    held = []

    def _read(self, document: Document, doc: Doc) -> Extraction:
        annotation = self._annotator.annotate(document, doc)
        claims, rejections = find_claims(annotation, self._table, self._schema, self._annotator.lexicon, self._weigher)
        entities = sorted(annotation.entities.values(), key=lambda entity: (entity.mentions[:1], entity.id))
        return Extraction(document, tuple(entities), tuple(claims), tuple(rejections), self.name)


def _batched(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts in lists of at most BATCH, and of hardly more characters than the parser can hold."""
    batch: list[Part] = []
    for part in parts:
        batch.append(part)
        if len(batch) == BATCH or sum(len(text) for text, _context in batch) >= PART:
            yield batch
            batch = []
    if batch:
        yield batch


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts that the parser can hold, cut between paragraphs where there are any; and whether it is the last."""
    start = 0
    while len(text) - start > PART:
        end = _cut(text, start)
        yield text[start:end], False
        start = end
    yield text[start:], True


def _cut(text: str, start: int) -> int:
    limit = start + PART
    for mark in ("\n\n", "\n", ". ", " "):
        place = text.rfind(mark, start, limit)
        if place > start:
            return place + len(mark)
    return limit
