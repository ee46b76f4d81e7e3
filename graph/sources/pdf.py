"""PDF files that carry their text: paragraphs put together again from lines, hyphens at line ends mended."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from graph.errors import SourceError
from graph.records import Document
from graph.sources.article import MAX_CHARACTERS, Article, make_document
from graph.sources.clean import one_line
from graph.sources.metadata import Metadata
from graph.sources.paragraphs import join_lines
from graph.sources.quiet import quiet

MAX_BYTES = 100_000_000
# One glyph for two letters, as typesetters draw them; nobody searches for "ﬁghter" with it.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def read_pdf(article: Article) -> Iterator[Document]:
    """One Document. Raises SourceError where the file is encrypted, damaged, or holds pictures of pages only."""
    content = article.read(MAX_BYTES)
    try:
        with quiet("pypdf"):
            metadata, text = _parse(content, article.name)
    except SourceError:
        raise
    except Exception as error:  # a damaged file can break the parser in ways that it doesn't name
        raise SourceError(f"{article.name}: damaged PDF ({type(error).__name__}); print it to a new PDF") from None
    if not text.strip():
        raise SourceError(f"{article.name}: no text in this PDF, only pictures of pages; run OCR on it first")
    yield make_document(text, article.given.over(metadata), name=article.name, source=article.source)


def _parse(content: bytes, name: str) -> tuple[Metadata, str]:
    reader = PdfReader(BytesIO(content))
    _decrypt(reader, name)
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > MAX_CHARACTERS:
            break
    metadata = _metadata(reader)
    return metadata, join_lines(pages, metadata.title).translate(LIGATURES)


def _decrypt(reader: PdfReader, name: str) -> None:
    # An empty password opens files that are only barred from printing or copying.
    try:
        opened = not reader.is_encrypted or bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        opened = False
    if not opened:
        raise SourceError(f"{name}: encrypted PDF; save a copy without a password")


def _metadata(reader: PdfReader) -> Metadata:
    info = reader.metadata
    if info is None:
        return Metadata()
    try:
        made = info.creation_date
    except (ValueError, TypeError):
        made = None
    return Metadata(title=_one(info.title), author=_one(info.author), published=made.date() if made else None)


def _one(value: str | None) -> str | None:
    return one_line(value) or None if value else None
