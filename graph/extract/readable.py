"""A document as far as it can be read: without what isn't English, and without what is no text at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.extract.language import find_foreign
from graph.records import Document, Rejection

# Encoded pictures, scripts, endless dots: taking such a run apart sign by sign would cost the square of its length.
_NOISE = re.compile(r"\S{200,}")
# Half of a surrogate pair is no sign at all: neither the parser nor a file can hold it. The word that it is in goes too.
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_BROKEN = re.compile("\\s?\\S*[\ud800-\udfff]\\S*")
_LINE = re.compile(r"[^\n]+")
_CUE = re.compile(r"\S{1,40}")
TOO_LONG = "too long for a word"
BROKEN = "a broken character"


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of a document that is passed over, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document and what of it is passed over, in text order."""

    document: Document
    unread: tuple[Unread, ...]

    @property
    def readable(self) -> Document:
        """The document with line ends in place of what is passed over: offsets stay, and no sentence runs across."""
        text, kept, done = self.document.text, [], 0
        for piece in self.unread:
            kept += [text[done : piece.start], "\n" * (piece.end - piece.start)]
            done = piece.end
        return replace(self.document, text="".join([*kept, text[done:]])) if kept else self.document

    @property
    def rejections(self) -> list[Rejection]:
        """One for each stretch that is passed over, quoting its first line."""
        return [_rejection(self.document.text, piece) for piece in self.unread]


def part_readable(document: Document) -> Article:
    """The document with what can't be read of it told apart."""
    article = Article(document, tuple(_find_foreign(document.text)))
    for find in (_find_noise, _find_broken):
        found = [*article.unread, *find(article.readable.text)]
        article = Article(document, tuple(sorted(found, key=lambda piece: piece.start)))
    return article


def _find_foreign(text: str) -> Iterator[Unread]:
    for piece in find_foreign(text):
        yield Unread(piece.start, piece.end, f"written in {piece.called}, read only in English")


def _find_noise(text: str) -> Iterator[Unread]:
    for run in _NOISE.finditer(text):
        yield Unread(*run.span(), TOO_LONG)


def _find_broken(text: str) -> Iterator[Unread]:
    for word in _BROKEN.finditer(text) if _HALF_PAIR.search(text) else ():
        yield Unread(*word.span(), BROKEN)


def _rejection(text: str, piece: Unread) -> Rejection:
    line, word = _LINE.search(text, piece.start, piece.end), _CUE.search(text, piece.start, piece.end)
    start, end = word.span() if word else (piece.start, piece.end)
    return Rejection(piece.reason, text[start:end], line.group().strip() if line else "", start, end)
