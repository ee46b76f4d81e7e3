"""One article a line, as JSON: {"text": …, "id": …, "title": …, "publisher": …, "author": …, "published": …, "url": …}."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from graph.errors import SourceError
from graph.records import Document
from graph.sources.article import Article, make_document, too_long
from graph.sources.encoding import WIDE_MARKS, refuse_binary
from graph.sources.metadata import read_metadata

# Escapes like \u041c write a character of text in six bytes.
MAX_LINE = 8_000_000
UTF8_MARK = b"\xef\xbb\xbf"


def read_jsonl(article: Article) -> Iterator[Document | SourceError]:
    """A Document or a SourceError for each line, one line in memory at a time; `date` may stand for `published`."""
    empty = True
    for number, line in enumerate(_iter_lines(article.stream), 1):
        if number == 1:
            line = line.removeprefix(UTF8_MARK)
            _refuse_other(line, article.name)
        if line.strip():
            empty = False
            yield _read_line(line, article, f"{article.name} line {number}")
    if empty:
        raise SourceError(f"{article.name}: the file is empty")


def _iter_lines(stream: BufferedReader) -> Iterator[bytes]:
    while line := stream.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE + 1)


def _refuse_other(first: bytes, name: str) -> None:
    if first.startswith(tuple(WIDE_MARKS)):
        raise SourceError(f"{name}: UTF-16 text; save the file as UTF-8")
    refuse_binary(first, name)
    if first.strip() in (b"{", b"["):
        raise SourceError(f"{name}: JSON spread over many lines; write each article as one object on one line")


def _read_line(line: bytes, article: Article, name: str) -> Document | SourceError:
    try:
        row = _load(line, name)
        text = row.get("text")
        if not isinstance(text, str):
            raise SourceError(f'{name}: no "text"; each line needs the article\'s words under that key')
        known = article.given.over(read_metadata(row, name))
        document = make_document(text, known, name=name, source=None)
    except SourceError as error:
        return error
    # Not the line's number: a line put in above would then pass for the corrected version of the one below.
    return replace(document, source=article.source and f"{article.source}#{document.id}")


def _load(line: bytes, name: str) -> dict[str, object]:
    if len(line) > MAX_LINE:
        raise SourceError(f"{name}: {too_long(f'{MAX_LINE / 1e6:.0f} MB a line')}")
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise SourceError(f"{name}: not UTF-8 text; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise SourceError(f"{name}: broken JSON at character {error.pos + 1}: {error.msg}") from None
    except (ValueError, RecursionError):
        raise SourceError(f"{name}: JSON too deep or with numbers too long to be an article") from None
    if not isinstance(row, dict):
        raise SourceError(f'{name}: wanted a JSON object with a "text", found {type(row).__name__}')
    return row
