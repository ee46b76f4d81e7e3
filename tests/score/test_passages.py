from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.score.passages import read_answers, read_passages

LINE = '{"id": "a", "text": "…", "entities": [], "relations": [], "url": "not asked for"}'


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    return path


def test_empty_lines_and_what_is_not_asked_for_are_passed_over(tmp_path: Path) -> None:
    assert [passage.id for passage in read_passages(written(tmp_path, f"{LINE}\n\n"))] == ["a"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f"{LINE}\n{{", "line 2: wanted a passage .* broken JSON"),
        (f'{LINE}\n{{"id": "b", "text": "…", "entities": []}}', "line 2: wanted a passage .* relations"),
        ("[1]", "line 1: wanted a passage"),
        ("", "empty"),
    ],
)
def test_a_broken_file_is_told_by_its_line(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        read_passages(written(tmp_path, content))


def test_a_missing_or_binary_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        read_answers(tmp_path / "absent.jsonl")
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="UTF-8"):
        read_answers(tmp_path / "binary.jsonl")
