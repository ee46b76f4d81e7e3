"""Plain text and Markdown, with front matter if they have it."""

from collections.abc import Iterator

from graph.records import Document
from graph.sources.article import Article, make_document
from graph.sources.encoding import decode
from graph.sources.markdown import unmark
from graph.sources.metadata import Metadata, split_front_matter

# Four bytes are the most that a character takes in any encoding we read; make_document counts characters.
MAX_BYTES = 4_000_000


def read_plain(article: Article) -> Iterator[Document]:
    """One Document of a .txt file."""
    metadata, body = _split(article)
    yield make_document(body, article.given.over(metadata), name=article.name, source=article.source)


def read_markdown(article: Article) -> Iterator[Document]:
    """One Document of a .md file, without its marks; a first heading is its title."""
    metadata, body = _split(article)
    heading, words = unmark(body)
    known = article.given.over(metadata).over(Metadata(title=heading))
    # The heading leaves the text where it is the title, as a headline does on a web page.
    rest = words.removeprefix(heading) if heading and heading == known.title else words
    yield make_document(rest, known, name=article.name, source=article.source)


def _split(article: Article) -> tuple[Metadata, str]:
    text = decode(article.read(MAX_BYTES), article.name, article.charset)
    return split_front_matter(text, article.name)
