"""The engine that asks a language model: text in, claims out, as the offline one does it."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from graph.errors import EntenteError, ExtractError, ModelError
from graph.extract.annotate import Annotator
from graph.extract.annotation import Annotation
from graph.extract.careful import failure
from graph.extract.nlp import load_nlp
from graph.extract.readable import part_readable
from graph.extract.version import engine_name
from graph.lexicon.dictionary import load_known
from graph.llm.answer import BrokenAnswer, read_items
from graph.llm.cache import Cache, Reply, make_key
from graph.llm.claims import Ledger
from graph.llm.client import Client
from graph.llm.passages import cut, halves
from graph.llm.prompt import Messages, load_prompt
from graph.llm.usage import Usage
from graph.records import Document, Extraction, Span
from graph.schema.schema import load_schema
from graph.settings import Settings

Answered = tuple[Span, list[object]]


class LlmExtractor:
    """Has a language model read what documents claim, and checks each claim against the text and the schema.

    Names are found and linked as offline, so entities have the same ids. `usage` tells what was asked so far. Answers are
    kept in the data folder: what was read once, by the same model with the same prompt, is not asked for again.
    """

    def __init__(self, settings: Settings, annotator: Annotator | None = None) -> None:
        """Ask nothing yet, but load the parser where no annotator is given. Raises EntenteError where no endpoint is set."""
        self._rule = f"llm:{settings.llm.model}"
        self.name = engine_name(settings.nlp_model, settings.dictionary, self._rule)
        self._schema = load_schema()
        self._client = Client(settings.llm, self._schema)
        self._annotator = annotator or Annotator(load_nlp(settings.nlp_model), load_known(settings.dictionary))
        self._prompt = load_prompt()
        self._cache = Cache(settings.data / "llm")
        self.usage = Usage(settings.llm.prices)

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction | ExtractError]:
        """The extraction of each document, in order; an error in place of one that the model could not be asked about."""
        for document in documents:
            try:
                yield self._extract(document)
            except ModelError as error:
                yield ExtractError(f"{document.source or document.name}: {error}")
            except EntenteError:
                raise
            except Exception as error:  # as offline: a fault that one text finds doesn't take the others with it
                yield failure(document, f"{type(error).__name__}: {error}")

    def _extract(self, document: Document) -> Extraction:
        article = part_readable(document)
        readable = article.readable
        passages = cut(readable.text, 0, len(readable.text))
        answers = [answer for passage in passages for answer in self._ask(readable, passage)]
        annotation = self._annotate(readable, passages)
        ledger = Ledger(annotation, self._annotator.lexicon, self._schema, self._rule)
        for passage, items in answers:
            ledger.take(items, passage)
        entities = sorted(ledger.entities.values(), key=lambda entity: (entity.mentions[:1], entity.id))
        rejections = (*article.rejections, *ledger.rejections)
        return Extraction(document, tuple(entities), tuple(ledger.claims), rejections, self.name)

    def _annotate(self, document: Document, passages: list[Span]) -> Annotation:
        docs = list(self._annotator.nlp.pipe(document.text[start:end] for start, end in passages))
        doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
        return self._annotator.annotate(document, doc)

    def _ask(self, document: Document, passage: Span) -> Iterator[Answered]:
        """What the model says of a passage; in parts where its answer on the whole was cut short."""
        text = document.text[slice(*passage)]
        if not text.strip():
            return
        reply = self._reply(self._prompt.ask(document, text))
        if not reply.cut:
            yield passage, read_items(reply.text)
            return
        parts = halves(document.text, passage)
        if len(parts) == 1:
            raise ModelError("the endpoint cuts the model's answers short: raise its limits of tokens and of context")
        for part in parts:
            yield from self._ask(document, part)

    def _reply(self, messages: Messages) -> Reply:
        """The answer to the messages, kept or new; asked for once more where it can't be read."""
        key = make_key(self._client.model, messages)
        kept = self._cache.get(key)
        if kept is not None and not _trouble(kept):
            self.usage = self.usage.reused()
            return kept
        reply = self._paid(messages)
        if trouble := _trouble(reply):
            reply = self._paid(self._prompt.ask_again(messages, reply.text, trouble))
        if trouble := _trouble(reply):
            raise ModelError(
                f"the model's answer is not the JSON that was asked for, not even the second time: {trouble}"
            )
        self._cache.put(key, reply)
        return reply

    def _paid(self, messages: Messages) -> Reply:
        reply = self._client.ask(messages)
        self.usage = self.usage.paid(reply)
        return reply


def _trouble(reply: Reply) -> str | None:
    """What keeps an answer from being read, or None; one that was cut short is asked for again in parts instead."""
    if reply.cut:
        return None
    try:
        read_items(reply.text)
    except BrokenAnswer as broken:
        return str(broken)
    return None
