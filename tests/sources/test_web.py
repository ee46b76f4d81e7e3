import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.sources import iter_documents
from graph.sources.web import MAX_BYTES
from tests.sources.articles import make_pdf, only_document, only_error

WORDS = "Finland has joined the alliance, the ministry said."
PAGE = f"<html><head><title>Finland joins</title></head><body><article><p>{WORDS * 8}</p></article></body></html>"
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
    "/cyrillic": (200, 'text/html; charset="windows-1251"', PAGE.replace("Finland", "Москва").encode("cp1251")),
    "/file": (200, "application/pdf", make_pdf([WORDS])),
    "/plain": (200, "text/plain", WORDS.encode()),
    "/unsaid": (200, "application/octet-stream", make_pdf([WORDS])),
    "/picture": (200, "image/png", b"\x89PNG"),
    "/empty": (200, "text/html", b""),
    "/gone": (404, "text/html", PAGE.encode()),
    "/broken": (500, "text/html", b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in ("/moved", "/circle"):
            self.answer(302, {"Location": "/page?utm_source=x#y" if self.path == "/moved" else "/circle"})
        elif self.path == "/endless":
            self.answer(200, {"Content-Type": "text/plain"})
            self.send_endlessly()
        elif self.path == "/cut":
            self.answer(200, {"Content-Type": "text/plain", "Content-Length": "999"})
            self.wfile.write(b"Only a few words")
        else:
            status, kind, body = ANSWERS[self.path.split("?")[0]]
            self.answer(status, {"Content-Type": kind, "Content-Length": str(len(body))})
            self.wfile.write(body)

    def answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def send_endlessly(self) -> None:
        chunk = b"Words. " * 100_000
        try:
            for _ in range(3 * MAX_BYTES // len(chunk)):
                self.wfile.write(chunk)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/file", "/plain", "/unsaid"])
def test_a_page_a_pdf_and_text_are_read(site: str, path: str) -> None:
    document = only_document(iter_documents([site + path]))
    assert document.text.startswith(WORDS)
    assert document.url == document.source == site + path
    assert document.id.startswith("url:")


def test_a_redirect_leads_to_the_address_that_names_the_document(site: str) -> None:
    moved = only_document(iter_documents([f"{site}/moved"]))
    assert (moved.url, moved.source) == (f"{site}/page", f"{site}/moved")
    assert moved.id == only_document(iter_documents([f"{site}/page"])).id


def test_the_declared_encoding_counts(site: str) -> None:
    assert only_document(iter_documents([f"{site}/cyrillic"])).text.startswith("Москва")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answered 404 Not Found"),
        ("/broken", "answered 500"),
        ("/picture", "sent image/png"),
        ("/empty", "empty"),
        ("/circle", "redirects in a circle"),
        ("/endless", "longer than an article may be"),
        ("/cut", "broke off"),
    ],
)
def test_a_bad_answer_is_one_line(site: str, path: str, reason: str) -> None:
    message = only_error(iter_documents([site + path]))
    assert message.startswith(f"{site}{path}: ")
    assert reason in message


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:1/a", "can't reach 127.0.0.1"),
        ("http://", "not an address"),
        ("http://[::1/a", "not an address"),
        ("http://exa mple/a", "not an address"),
        ("https://127.0.0.1:99999/a", "not an address"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_line(url: str, reason: str) -> None:
    assert reason in only_error(iter_documents([url]))
