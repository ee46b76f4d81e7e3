import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.records import Document
from graph.sources import iter_documents
from tests.sources.articles import Folder

WORDS = "Finland has joined the alliance."


def line(**keys: object) -> str:
    return json.dumps({"text": WORDS, **keys})


def test_a_line_is_an_article_with_its_own_id(folder: Folder) -> None:
    row = line(
        id="g-7", title="T", publisher="P", author="A", published="2023-04-04", url="https://x.example/7", entities=[{}]
    )
    document = folder.document("a.jsonl", f"\ufeff{row}\r\n\n")
    assert (document.id, document.text, document.title, document.publisher, document.author) == (
        "g-7",
        WORDS,
        "T",
        "P",
        "A",
    )
    assert (document.published, document.url) == (date(2023, 4, 4), "https://x.example/7")
    assert document.source is not None
    assert document.source.endswith("/a.jsonl#g-7")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('{"text": "cut', "broken JSON at character"),
        ('{"title": "no words"}', 'no "text"'),
        ('{"text": ["a"]}', 'no "text"'),
        ('{"text": "  "}', "no text in it"),
        ('["a"]', "wanted a JSON object"),
        (line(date="03/04/2021"), "two different days"),
        ("[" * 100_000, "too deep"),
        (f'{{"text": "x", "n": {"9" * 5000}}}', "numbers too long"),
        (f'{{"text": "{"long " * 1_700_000}"}}', "split it"),
        (f'{{"text": "{"long " * 210_000}"}}', "split it"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(folder: Folder, bad: str, reason: str) -> None:
    target = folder.write("a.jsonl", f"{line(id=1)}\n{bad}\n{line(id=3)}\n")
    first, error, last = iter_documents([target])
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.id, last.id) == ("1", "3")
    assert isinstance(error, SourceError)
    assert str(error).startswith(f"{target} line 2: ")
    assert reason in str(error)


def test_a_line_in_another_encoding_is_named(folder: Folder) -> None:
    assert "line 1: not UTF-8" in folder.error("a.jsonl", '{"text": "café"}'.encode("latin-1"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"PK\x03\x04\x00", "zip archive"),
        (line().encode("utf-16"), "UTF-8"),
        (json.dumps([{"text": WORDS}], indent=1).encode(), "on one line"),
    ],
)
def test_another_kind_of_file_is_one_error(folder: Folder, content: bytes, reason: str) -> None:
    assert reason in folder.error("a.jsonl", content)


def test_half_a_surrogate_pair_can_be_stored(folder: Folder) -> None:
    assert folder.document("a.jsonl", r'{"text": "An odd \ud83d mark."}').text == "An odd \ufffd mark."


def test_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    target = tmp_path / "many.jsonl"
    with target.open("w") as file:
        file.writelines(f"{line(id=number, text=WORDS * 300)}\n" for number in range(400))
    tracemalloc.start()
    assert sum(isinstance(found, Document) for found in iter_documents([str(target)])) == 400
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < target.stat().st_size / 4
