"""The demo as a user runs it: one command, one line, Ctrl-C, nothing left."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import requests

from graph.settings import Settings
from graph.store.ports import choose_port


@pytest.mark.store
def test_the_demo_opens_on_the_sample_and_leaves_nothing_behind(tmp_path: Path) -> None:
    environment = {**os.environ, "NEO4J_URI": "", "ENTENTE_DATA": str(tmp_path / "data")}
    port = choose_port(8600)
    demo = subprocess.Popen(
        [sys.executable, "-c", "from graph.cli.main import main; main()", "demo", "--port", str(port)],
        env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert demo.stdout is not None
        line = demo.stdout.readline()
        told = re.search(r"http://localhost:(\d+): (\d+) documents, ([\d,]+) entities, ([\d,]+) claims", line)
        assert told, line
        assert int(told[2]) >= 12
        assert requests.get(f"http://127.0.0.1:{told[1]}/", timeout=10).ok
        family = psutil.Process(demo.pid).children(recursive=True)
        assert family
        servers = [process for process in psutil.process_iter() if _uses(process, tmp_path)]
        assert servers
    finally:
        demo.send_signal(signal.SIGINT)
        demo.wait(timeout=60)
    assert demo.returncode == 0
    assert demo.stdout.read().strip() == ""
    assert not [process for process in (*family, *servers) if process.is_running()]


def _uses(process: psutil.Process, folder: Path) -> bool:
    try:
        return any(str(folder) in word for word in process.cmdline())
    except psutil.Error:
        return False


def test_settings_are_a_value_read_from_the_environment_given() -> None:
    settings = Settings.from_env({"NEO4J_URI": "bolt://example:7687", "ENTENTE_DATA": "~/there"})
    assert settings.uri == "bolt://example:7687"
    assert not settings.local
    assert settings.data == Path.home() / "there"
