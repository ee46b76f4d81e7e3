"""The only reader that uses the network: one page, fetched when the user names its address."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from graph.errors import SourceError
from graph.network import open_session

CONNECT_SECONDS = 10
READ_SECONDS = 30
WHOLE_SECONDS = 120
MAX_BYTES = 50_000_000
CHUNK = 65_536
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Entente; reads one page for its user)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
}
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
# Servers send these for anything; the words themselves then tell what they are.
VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream")


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent. `url` is where redirects ended; `suffix` is the kind it declared, None where it didn't."""

    url: str
    content: bytes
    suffix: str | None
    charset: str | None


def fetch(url: str) -> Page:
    """The page at an http(s) address. Raises SourceError, one line, for all that can go wrong on the way."""
    try:
        with open_session() as session:
            session.max_redirects = 10
            with session.get(url, stream=True, timeout=(CONNECT_SECONDS, READ_SECONDS), headers=HEADERS) as reply:
                return _read(url, reply)
    except requests.RequestException as error:
        raise SourceError(f"{url}: {_reason(error)}") from None
    except (ValueError, OSError) as error:  # urllib3 lets a few of its own through, for odd hosts and broken streams
        raise SourceError(f"{url}: not fetched ({type(error).__name__})") from None


def _read(url: str, reply: requests.Response) -> Page:
    if reply.status_code != requests.codes.ok:
        raise SourceError(f"{url}: the server answered {reply.status_code} {reply.reason}".rstrip())
    kind, charset = _content_type(reply)
    if kind not in SUFFIXES and kind not in VAGUE:
        raise SourceError(f"{url}: wanted a page, a PDF or text, but the server sent {kind}")
    return Page(url=reply.url, content=b"".join(_iter_body(url, reply)), suffix=SUFFIXES.get(kind), charset=charset)


def _iter_body(url: str, reply: requests.Response) -> Iterator[bytes]:
    deadline, size = time.monotonic() + WHOLE_SECONDS, 0
    for chunk in reply.iter_content(CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise SourceError(f"{url}: longer than an article may be ({MAX_BYTES / 1e6:.0f} MB)")
        if time.monotonic() > deadline:
            raise SourceError(f"{url}: still not complete after {WHOLE_SECONDS} seconds")
        yield chunk


def _content_type(reply: requests.Response) -> tuple[str, str | None]:
    kind, *parameters = reply.headers.get("Content-Type", "").split(";")
    pairs = (parameter.strip().partition("=") for parameter in parameters)
    charset = next((value.strip("\"' ") for key, _, value in pairs if key.lower() == "charset"), None)
    return kind.strip().lower(), charset


def _reason(error: requests.RequestException) -> str:
    host = urlsplit(error.request.url).hostname if error.request and error.request.url else None
    match error:
        case requests.exceptions.SSLError():
            return "its certificate can't be trusted"
        case requests.Timeout():
            return "no answer in time; try again later"
        case requests.TooManyRedirects():
            return "redirects in a circle"
        case (
            requests.exceptions.InvalidURL() | requests.exceptions.InvalidSchema() | requests.exceptions.MissingSchema()
        ):
            return "not an address that can be fetched; it should look like https://example.org/article"
        case requests.exceptions.ChunkedEncodingError():
            return "the connection broke off before the page was complete; try again"
        case requests.ConnectionError():
            return f"can't reach {host or 'the server'}; is the address right and the network up?"
        case _:
            return f"not fetched ({type(error).__name__})"
