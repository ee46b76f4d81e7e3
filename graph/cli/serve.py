"""Run the app beside the store, until the user ends it; then leave nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import requests

from graph.cli.telling import complain, telling
from graph.errors import EntenteError
from graph.settings import Settings
from graph.store.store import Store, open_store

DEFAULT_PORT = 8501
PORTS_TRIED = 20
START_SECONDS = 60
CHECKOUT = Path(__file__).resolve().parents[2]


def run(settings: Settings, port: int, *, sample: bool) -> None:
    """Start store and app, say in one line where the app is and what it holds, wait, stop what was started here.

    With `sample`, an empty store is filled with the sample articles first. A store that ran before goes on running.
    """
    from graph.store.server import status, stop

    started_here = settings.local and status(settings) is None
    app: subprocess.Popen[bytes] | None = None
    try:
        with telling() as tell, open_store(settings, tell) as store:
            if sample and store.empty():
                _fill(settings, store, tell)
            holds = _holding(store)
        port = free_port(port)
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


def _fill(settings: Settings, store: Store, tell: Callable[[str], None]) -> None:
    from graph.extract.extractor import Extractor
    from graph.sample import load_sample

    tell("The store is empty: reading the sample articles")
    for error in load_sample(Extractor(settings.nlp_model), store).errors:
        complain(error)


def free_port(wanted: int) -> int:
    """The wanted port on this machine, or the next one that nobody uses."""
    for port in range(wanted, wanted + PORTS_TRIED):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise EntenteError(f"ports {wanted} to {wanted + PORTS_TRIED - 1} are all taken; name another with --port")


def _holding(store: Store) -> str:
    counts = store.view.counts()
    return f"{counts.documents:,} documents, {counts.total_entities:,} entities, {counts.total_claims:,} claims"


def _start_app(port: int) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches us alone, and we end the app in good order.
    return subprocess.Popen(
        [sys.executable, "-m", "app.launch", "--port", str(port)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait_until_open(app: subprocess.Popen[bytes], port: int) -> None:
    session = requests.Session()
    session.trust_env = False  # a proxy from the environment has no business with this machine's own port
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if app.poll() is not None:
            raise EntenteError(f"the app did not start: exit status {app.returncode}; its messages are above")
        try:
            if session.get(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).ok:
                return
        except requests.RequestException:
            time.sleep(0.2)
    raise EntenteError(f"the app did not answer on port {port} within {START_SECONDS} seconds")


def _end(app: subprocess.Popen[bytes]) -> None:
    app.terminate()
    try:
        app.wait(timeout=10)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait()
