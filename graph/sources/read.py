"""From what the user names (a path, a folder, an address, "-") to Documents, one at a time."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from io import BufferedReader, BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import SourceError
from graph.records import Document
from graph.sources.article import Article, make_document
from graph.sources.clean import one_line
from graph.sources.folder import iter_files, shown
from graph.sources.kinds import READERS, Reader, get_reader, sniff
from graph.sources.metadata import NOTHING_KNOWN, Metadata, get_sidecar, read_sidecar, split_front_matter
from graph.sources.urls import canonical_url, is_url
from graph.sources.web import fetch

STDIN = "-"
PASTED = "pasted text"


def iter_documents(targets: Sequence[str]) -> Iterator[Document | SourceError]:
    """Every article behind the targets, in their order: paths, folders, http(s) addresses, "-" for standard input.

    Articles are read one by one as they are asked for. What can't be read is yielded as a SourceError whose text is one
    line for the user; nothing is raised and the rest is still read. `published` is None where no source gives a date.
    """
    for target in targets:
        if target == STDIN:
            yield from _read_stream(_stdin(), "standard input")
        elif is_url(one_line(target)):
            yield from _read_url(one_line(target))
        else:
            yield from _read_path(target)


def read_text(
    text: str,
    *,
    name: str = PASTED,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Iterator[Document | SourceError]:
    """One article from pasted words; front matter counts, what is given here beats it. `name` is for messages only."""
    written = {"title": title, "publisher": publisher, "author": author, "url": url}
    given = Metadata(published=published, **{key: one_line(value) or None for key, value in written.items() if value})
    try:
        own, body = split_front_matter(text, name)
        yield make_document(body, given.over(own), name=name, source=None)
    except SourceError as error:
        yield error


def read_bytes(name: str, content: bytes) -> Iterator[Document | SourceError]:
    """The articles in an uploaded file, by the ending of its name, else by how it begins.

    They have no `source`: two uploads called article.txt are two articles, not one and its correction.
    """
    name = one_line(name)
    try:
        reader = get_reader(name)
    except SourceError as error:
        yield error
        return
    yield from _read_stream(_buffered(content), name, reader)


def _read_stream(stream: BufferedReader, name: str, reader: Reader | None = None) -> Iterator[Document | SourceError]:
    article = Article(name, stream)
    yield from _read(article, reader)


def _read(article: Article, reader: Reader | None) -> Iterator[Document | SourceError]:
    """The one place where a reader's failure becomes a value."""
    try:
        yield from (reader or sniff(article))(article)
    except SourceError as error:
        yield error
    except OSError as error:
        yield _unreadable(article.name, error)


def _read_path(target: str) -> Iterator[Document | SourceError]:
    if not target:
        yield SourceError("wanted a file, a folder or an address, but the name is empty")
        return
    path = Path(target)
    try:
        is_folder = path.is_dir()
    except OSError as error:
        yield _unreadable(shown(path), error)
        return
    yield from _read_folder(path) if is_folder else _read_file(path)


def _read_folder(folder: Path) -> Iterator[Document | SourceError]:
    empty = True
    for found in iter_files(folder, READERS):
        empty = False
        if isinstance(found, SourceError):
            yield found
        else:
            yield from _read_file(found)
    if empty:
        yield SourceError(f"{shown(folder)}: no article in this folder; readable are {' '.join(sorted(READERS))}")


def _read_file(path: Path) -> Iterator[Document | SourceError]:
    name = shown(path)
    try:
        with path.open("rb") as stream:
            reader = get_reader(name)
            sidecar = get_sidecar(path)
            given = read_sidecar(sidecar, shown(sidecar)) if sidecar else NOTHING_KNOWN
            yield from _read(Article(name, stream, shown(os.path.realpath(path)), given), reader)
    except SourceError as error:
        yield error
    except OSError as error:
        reason = "a link to a file that is gone" if os.path.islink(path) and not os.path.exists(path) else None
        yield _unreadable(name, error, reason)
    except ValueError:
        yield SourceError(f"{name}: not a name that a file can have")


def _read_url(url: str) -> Iterator[Document | SourceError]:
    try:
        page = fetch(url)
    except SourceError as error:
        yield error
        return
    article = Article(url, _buffered(page.content), url, Metadata(url=canonical_url(page.url)), page.charset)
    suffix = page.suffix or Path(urlsplit(page.url).path).suffix.lower()
    yield from _read(article, READERS.get(suffix))


def _unreadable(name: str, error: OSError, reason: str | None = None) -> SourceError:
    match error:
        case FileNotFoundError():
            reason = reason or "no such file or folder"
        case PermissionError():
            reason = "you are not allowed to read it"
        case _:
            reason = f"can't be read ({error.strerror or type(error).__name__})"
    return SourceError(f"{name}: {reason}")


def _buffered(content: bytes) -> BufferedReader:
    return BufferedReader(BytesIO(content))


def _stdin() -> BufferedReader:
    if sys.stdin is None:  # closed by the caller
        return _buffered(b"")
    stream = sys.stdin.buffer
    return stream if isinstance(stream, BufferedReader) else _buffered(stream.read())
