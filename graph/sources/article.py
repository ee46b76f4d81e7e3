"""An article before it is a Document: a stream of bytes with a name, and what is known about it from outside."""

from dataclasses import dataclass
from io import BufferedReader

from graph.errors import SourceError
from graph.records import Document, content_hash
from graph.sources.clean import clean
from graph.sources.metadata import NOTHING_KNOWN, Metadata
from graph.sources.urls import canonical_url, is_url

MAX_CHARACTERS = 1_000_000
# An index of the store holds no longer ones.
MAX_ID = 500


@dataclass(frozen=True, slots=True)
class Article:
    """Something to read. `name` is how the user called it; `source` is where it stays, None for passing text.

    `given` is what a sidecar or the user says about it and beats what the document says of itself. `charset` is what
    a web server declared.
    """

    name: str
    stream: BufferedReader
    source: str | None = None
    given: Metadata = NOTHING_KNOWN
    charset: str | None = None

    def read(self, limit: int) -> bytes:
        """All bytes. Raises SourceError where there are none, or more than `limit`."""
        content = self.stream.read(limit + 1)
        if not content:
            raise SourceError(f"{self.name}: the file is empty")
        if len(content) > limit:
            raise SourceError(f"{self.name}: {too_long(f'{limit / 1e6:,.0f} MB')}")
        return content


def make_document(text: str, metadata: Metadata, *, name: str, source: str | None) -> Document:
    """A Document with clean text and a stable id: its own, else from its URL, else from its words.

    Raises SourceError, naming `name`, where no words are left or there are too many for one article.
    """
    body = clean(text)
    if not any(character.isalnum() for character in body):
        raise SourceError(f"{name}: no text in it")
    if len(body) > MAX_CHARACTERS:
        raise SourceError(f"{name}: {too_long(f'{MAX_CHARACTERS:,} characters')}")
    if metadata.id and len(metadata.id) > MAX_ID:
        raise SourceError(f"{name}: its id has {len(metadata.id):,} characters; give it one of at most {MAX_ID}")
    return Document(
        id=metadata.id or _make_id(body, metadata),
        text=body,
        title=metadata.title,
        publisher=metadata.publisher,
        author=metadata.author,
        published=metadata.published,
        url=metadata.url,
        source=source,
    )


def too_long(limit: str) -> str:
    """What to tell somebody who brings a library instead of an article."""
    return f"longer than one article may be ({limit}); split it, one file an article or one line an article in .jsonl"


def _make_id(body: str, metadata: Metadata) -> str:
    # A note like "n/a" for an address would give all such articles one id.
    if metadata.url and is_url(metadata.url):
        return f"url:{content_hash(canonical_url(metadata.url))}"
    return f"text:{content_hash(body, metadata.title or '')}"
