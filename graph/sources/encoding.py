"""Bytes to text: UTF-8 first, a guess only where it is a safe one."""

import re

from charset_normalizer import from_bytes

from graph.errors import SourceError

BINARY = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive or an Office document",
    b"PK\x05\x06": "an empty zip archive",
    b"%PDF-": "a PDF; name it .pdf",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3\x00": "a database",
}
WIDE_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 65_536
# Single-byte encodings accept any bytes, so only those that Western news is really saved in are believed.
BELIEVED = ("cp1252", "latin_1", "iso8859_15", "cp1250", "iso8859_2", "cp1254", "iso8859_9", "mac_roman")
MAX_CHAOS = 0.1


def decode(content: bytes, name: str, declared: str | None = None) -> str:
    """The text in these bytes: by its byte-order mark, as UTF-8, as declared, or as a confident guess.

    Raises SourceError where the bytes are no text, or text in an encoding that can't be told.
    """
    for mark, encoding in WIDE_MARKS.items():
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    refuse_binary(content, name)
    for encoding in filter(None, ("utf-8-sig", declared)):
        text = _try(content, encoding)
        if text is not None:
            return text
    return _guess(content, name)


def refuse_binary(content: bytes, name: str) -> None:
    """Raise SourceError, saying what the bytes look like, where they are a picture, an archive or a program."""
    kind = next((kind for magic, kind in BINARY.items() if content.startswith(magic)), None)
    if kind is None and CONTROL.search(content[:SAMPLE]):
        kind = "binary data"
    if kind is not None:
        raise SourceError(f"{name}: wanted text, but this is {kind}")


def _strictly(content: bytes, encoding: str, name: str) -> str:
    text = _try(content, encoding)
    if text is None:
        raise SourceError(f"{name}: starts like {encoding.upper()} text but is broken; save it as UTF-8")
    return text


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _guess(content: bytes, name: str) -> str:
    best = from_bytes(content[:SAMPLE], cp_isolation=list(BELIEVED)).best()
    if best is not None and best.chaos <= MAX_CHAOS:
        text = _try(content, best.encoding)
        if text is not None:
            return text
    raise SourceError(
        f"{name}: not text in an encoding I can read (tried UTF-8, UTF-16, Windows-1252); save it as UTF-8"
    )
