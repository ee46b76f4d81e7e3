"""The app as its visitors meet it: a process of its own on the suite's store, and a real browser in front of it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from serving import free_port, serving

from app.launch import command
from graph.settings import Settings
from graph.store.connection import Address

if TYPE_CHECKING:
    from graph.store.store import Store

CHROMIUM = Path(os.environ.get("ENTENTE_CHROMIUM", "/usr/bin/chromium"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
PATIENCE = 60_000  # milliseconds: a busy machine is no failure
HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def app(server: Address, server_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, running on the suite's store: one process for all tests, each of which wipes the store."""
    log, port = tmp_path_factory.mktemp("app") / "app.log", free_port()
    environment = {
        "NEO4J_URI": "",
        "ENTENTE_DATA": str(server_settings.data),
        "ENTENTE_CACHE": str(server_settings.cache),
        "PYTHONUTF8": "1",
    }
    with serving(command(port), port, log, environment) as address:
        yield address
    said = log.read_text(errors="replace")
    assert "Traceback" not in said, said[-3000:]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that reaches nothing but this machine."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}; install it, or say where it is with ENTENTE_CHROMIUM")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """For pages that Streamlit draws in this process: it puts the page in the place of `__main__`, which is put back.

    Processes that later tests start would begin by importing that page.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def page(browser: Browser, app: str, store: "Store") -> Iterator[Page]:
    """A fresh visitor of the app on an empty store: `page.goto("/cypher")`. Whatever it asked for, it asked for here.

    A dialog or an error of a script in the page fails the test too.
    """
    asked: list[str] = []
    wrong: list[str] = []
    context = browser.new_context(base_url=app, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.on("request", lambda request: asked.append(request.url))
    visitor = context.new_page()
    visitor.set_default_timeout(PATIENCE)
    visitor.on("websocket", lambda socket: asked.append(socket.url))
    visitor.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    visitor.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield visitor
    context.close()
    assert [url for url in asked if not url.startswith(HERE)] == []
    assert wrong == []
