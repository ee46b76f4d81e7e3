"""`--workers` as a user runs it: the same output, and nothing left running."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.cli.test_main import entente

PROGRAM = [sys.executable, "-c", "from graph.cli.main import main; main()"]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    words = "Finland joined NATO. Morocco ordered 13 Bayraktar TB2 drones from Turkey in April, officials said. "
    rows = [{"id": f"{number}", "text": words * (1 + number % 5)} for number in range(4000)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_any_number_of_processes_and_every_run_print_the_same_bytes(articles: Path) -> None:
    few = articles.with_name("few.jsonl")
    few.write_text("".join(articles.read_text(encoding="utf-8").splitlines(keepends=True)[:40]), encoding="utf-8")
    runs = [entente("extract", str(few), "--format", "jsonl", "--workers", n, environment={}) for n in ("1", "1", "3")]
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert len({run.stdout for run in runs}) == 1
    assert len(runs[0].stdout.splitlines()) == 40


def test_ingest_gives_the_same_graph(articles: Path, environment: dict[str, str]) -> None:
    lines = articles.read_text(encoding="utf-8").splitlines(keepends=True)[:70]
    articles.write_text("".join(lines), encoding="utf-8")
    told = entente("ingest", str(articles), "--workers", "2", environment=environment)
    assert told.returncode == 0, told.stderr
    assert "70 new documents, 0 unchanged" in told.stdout
    again = entente("ingest", str(articles), environment=environment)
    assert "0 new documents, 70 unchanged" in again.stdout


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_no_process_is_left(articles: Path, ending: signal.Signals) -> None:
    command = [*PROGRAM, "extract", str(articles), "--format", "jsonl", "--workers", "2"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert run.stdout is not None
    run.stdout.readline()
    processes = psutil.Process(run.pid).children(recursive=True)
    assert len(processes) >= 2
    if ending is signal.SIGINT:
        os.killpg(run.pid, ending)  # Ctrl-C reaches all of them
    else:
        run.send_signal(ending)
    _out, told = run.communicate(timeout=60)
    _gone, left = psutil.wait_procs(processes, timeout=60)
    assert left == []
    assert run.returncode != 0
    assert b"Traceback" not in told
