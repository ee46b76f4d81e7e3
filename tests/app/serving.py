"""Running a Streamlit server for a test, and waiting until it answers."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

CHECKOUT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


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
