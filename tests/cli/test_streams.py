"""The command line on odd terminals: other encodings, closed and full outputs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from graph.cli.main import main; main()"]
WORDS = "Türkiye delivered drones to Morocco, a source in Ankara said."


def run(redirection: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", *PROGRAM, *words],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "drones.txt"
    path.write_text(WORDS, encoding="utf-8")
    return str(path)


def test_json_lines_are_utf_8_whatever_the_terminal_speaks(article: str) -> None:
    told = run("", "extract", "--format", "jsonl", article, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["text"] == WORDS


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("output", ["text", "jsonl"])
def test_a_full_disk_is_one_clear_line(article: str, output: str) -> None:
    told = run(">/dev/full", "extract", "--format", output, article)
    assert told.returncode == 1
    assert told.stderr.splitlines() == ["error: the results can't be written: No space left on device"]


def test_closed_streams_are_no_accident(article: str) -> None:
    assert run(">&-", "extract", article).returncode == 0
    told = run("<&-", "extract", "-")
    assert (told.returncode, told.stderr) == (1, "error: standard input: the file is empty\n")


def test_a_name_is_shown_as_it_is_written() -> None:
    told = run("", "extract", ":smile:[bold].txt")
    assert told.stderr == "error: :smile:[bold].txt: no such file or folder\n"
