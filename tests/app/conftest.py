"""The app as its visitors meet it: a process of its own on the suite's store, and a real browser in front of it."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests
from playwright.sync_api import Browser, Page, sync_playwright

from app.launch import command
from graph.settings import Settings
from graph.store.connection import Address

if TYPE_CHECKING:
    from graph.store.store import Store

CHECKOUT = Path(__file__).resolve().parents[2]
CHROMIUM = Path(os.environ.get("ENTENTE_CHROMIUM", "/usr/bin/chromium"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
START_SECONDS = 60
HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@contextmanager
def serving(line: list[str], port: int, log: Path, environment: dict[str, str]) -> Iterator[str]:
    """Run a Streamlit server until the block ends; gives its address once it answers."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            line, cwd=CHECKOUT, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_open(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_open(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    with requests.Session() as session:
        session.trust_env = False
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if session.get(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).ok:
                    return
            except requests.RequestException:
                time.sleep(0.1)
    raise AssertionError(f"the app did not open; it said: {log.read_text(errors='replace')[-2000:]}")


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
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


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
    visitor.set_default_timeout(60_000)
    visitor.on("websocket", lambda socket: asked.append(socket.url))
    visitor.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    visitor.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield visitor
    context.close()
    assert [url for url in asked if not url.startswith(HERE)] == []
    assert wrong == []
