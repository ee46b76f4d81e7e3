from pathlib import Path

from graph.sources import count_documents, iter_documents


def test_the_count_is_what_reading_yields(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Finland joined NATO.")
    (tmp_path / "one.yml").write_text("publisher: Wire")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "many.jsonl").write_text('{"text": "Finland joined NATO."}\n\n{"text": 1}\n{broken\n')
    targets = [str(tmp_path), str(tmp_path / "absent.txt")]
    assert count_documents(targets) == len(list(iter_documents(targets)))


def test_a_stream_can_not_be_counted() -> None:
    assert count_documents(["-"]) is None


def test_a_name_that_no_file_can_have_counts_as_one_article() -> None:
    targets = ["a" * 5000]
    assert count_documents(targets) == len(list(iter_documents(targets))) == 1
