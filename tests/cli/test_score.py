"""`entente score` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.cli.test_main import entente

GOLD = {
    "id": "a",
    "text": "Finland joined NATO. Nothing else happened in the north that day.",
    "published": "2023-04-04",
    "entities": [{"id": "Finland", "type": "State"}, {"id": "NATO", "type": "Group"}],
    "relations": [{"type": "MEMBER_OF", "source": "Finland", "target": "NATO", "modality": "denied"}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return path


def test_passages_are_read_and_scored(gold: Path) -> None:
    told = entente("score", str(gold), "--errors", "1", environment={})
    assert told.returncode == 0, told.stderr
    assert "1 passage, 1 answered; 1 relation, 1 claim" in told.stdout
    assert "modality  Finland MEMBER_OF NATO [asserted] by member_of." in told.stdout


def test_what_extract_wrote_scores_the_same(gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    found.write_text(entente("extract", str(gold), "--format", "jsonl", environment={}).stdout, encoding="utf-8")
    now = entente("score", str(gold), "--format", "json", environment={})
    then = entente("score", str(gold), "--predicted", str(found), "--format", "json", environment={})
    assert json.loads(now.stdout) == json.loads(then.stdout)
    assert json.loads(now.stdout)["precision_recall_f1"] == [1.0, 1.0, 1.0]


def test_a_file_without_passages_is_one_clear_line(tmp_path: Path) -> None:
    told = entente("score", str(tmp_path / "absent.jsonl"), environment={})
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("error:")
    assert len(told.stderr.splitlines()) == 1
