"""Which reader reads what: by the ending of a name, else by how the bytes begin."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from graph.errors import SourceError
from graph.records import Document
from graph.sources.article import Article
from graph.sources.html import read_html
from graph.sources.jsonl import read_jsonl
from graph.sources.pdf import read_pdf
from graph.sources.text import read_markdown, read_plain

Reader = Callable[[Article], Iterator[Document] | Iterator[Document | SourceError]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".md": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".jsonl": read_jsonl,
        ".pdf": read_pdf,
    }
)
SNIFFED = 1024
BEGINNINGS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"%PDF-"), read_pdf),
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S), read_html),
    (re.compile(rb'\{\s*"'), read_jsonl),
)


def get_reader(name: str) -> Reader | None:
    """The reader for a name with a known ending; None where the name has no ending.

    Raises SourceError, saying which endings there are, for any other.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in READERS:
        raise SourceError(f"{name}: no reader for {suffix}; readable are {' '.join(sorted(READERS))}")
    return READERS.get(suffix)


def sniff(article: Article) -> Reader:
    """The reader for something without a telling name; plain text where nothing else shows."""
    beginning = article.stream.peek(SNIFFED)[:SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((reader for pattern, reader in BEGINNINGS if pattern.match(beginning)), read_plain)
