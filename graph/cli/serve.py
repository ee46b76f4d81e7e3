"""Run the app beside the store, until the user ends it; then leave nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from graph.cli import show
from graph.cli.telling import complain, telling
from graph.errors import EntenteError
from graph.settings import Settings
from graph.store.ports import LOOPBACK, choose_port

if TYPE_CHECKING:  # as in main: spaCy and the driver are slow to import
    from graph.store.store import Store

DEFAULT_PORT = 8501
START_SECONDS = 60
CHECK_SECONDS = 0.2
CHECKOUT = Path(__file__).resolve().parents[2]


def run(settings: Settings, port: int, *, sample: bool) -> None:
    """Start store and app, say in one line where the app is and what it holds, wait, stop what was started here.

    With `sample`, an empty store is filled with the sample articles first. A store that ran before goes on running.
    """
    from graph.store.server import status, stop
    from graph.store.store import open_store

    started_here = settings.local and status(settings) is None
    app: subprocess.Popen[bytes] | None = None
    try:
        with telling() as tell, open_store(settings, tell) as store:
            if sample and store.empty():
                _fill(settings, store, tell)
            holds = show.totals(store.view.counts())
        port = choose_port(port)
        app = _start_app(port)
        _wait_until_open(app, port)
        print(f"Entente is open on http://localhost:{port}: {holds}. Ctrl-C ends it.", flush=True)
        app.wait()
        raise EntenteError(f"the app ended by itself with exit status {app.returncode}; its messages are above")
    except KeyboardInterrupt:
        print()
    finally:
        # A second Ctrl-C while stopping must not leave half of it behind.
        previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
        if app is not None:
            _end(app)
        if started_here:
            stop(settings)
        signal.signal(signal.SIGINT, previous)


def _fill(settings: Settings, store: "Store", tell: Callable[[str], None]) -> None:
    from graph.extract.extractor import Extractor
    from graph.sample import load_sample

    tell("The store is empty: reading the sample articles")
    for error in load_sample(Extractor(settings.nlp_model, dictionary=settings.dictionary), store).errors:
        complain(error)


def _start_app(port: int) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches us alone, and we end the app in good order.
    return subprocess.Popen(
        [sys.executable, "-m", "app.launch", "--port", str(port)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # Streamlit's own welcome, a second address beside our line; troubles come on stderr
        start_new_session=True,
    )


def _wait_until_open(app: subprocess.Popen[bytes], port: int) -> None:
    session = requests.Session()
    session.trust_env = False  # a proxy from the environment has no business with this machine's own port
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if app.poll() is not None:
            raise EntenteError(f"the app did not start: exit status {app.returncode}; its messages are above")
        with suppress(requests.RequestException):
            if session.get(f"http://{LOOPBACK}:{port}/_stcore/health", timeout=1).ok:
                return
        time.sleep(CHECK_SECONDS)
    raise EntenteError(f"the app did not answer on port {port} within {START_SECONDS} seconds")


def _end(app: subprocess.Popen[bytes]) -> None:
    app.terminate()
    try:
        app.wait(timeout=10)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait()
