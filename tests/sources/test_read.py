import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from graph.records import Document
from graph.sources import READERS, iter_documents, read_bytes, read_text
from tests.sources.articles import Folder, make_pdf, only_document, only_error

WORDS = "Finland has joined the alliance."
PAGE = f"<!doctype html><html><body><article><p>{WORDS * 8}</p></article></body></html>"
ROW = f'{{"text": "{WORDS}"}}\n'
BEGINNINGS = [
    b"",
    b"%PDF-1.4\n",
    b"<html><body><p>",
    b'{"text": "',
    b"---\ntitle: ",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    make_pdf([WORDS])[:-60],
]


def test_a_folder_is_read_below_and_in_order(folder: Folder) -> None:
    for name in ("b.txt", "a/c.md", "a/.hidden.txt", ".git/x.txt", "b.yml", "README.md", "licence.txt", "claims/b.yml"):
        folder.write(name, f"title: {name}" if name.endswith("yml") else f"{WORDS} {name}")
    found = list(iter_documents([str(folder.path)]))
    assert [Path(document.source or "").name for document in found if isinstance(document, Document)] == [
        "c.md",
        "b.txt",
    ]
    assert len(found) == 2


def test_one_bad_file_does_not_stop_the_rest(folder: Folder) -> None:
    good = [folder.write(f"{name}.txt", f"{WORDS} {name}") for name in "ace"]
    bad = [folder.write("b.txt", b""), folder.write("d.docx", b"PK\x03\x04")]
    found = list(iter_documents([str(folder.path), str(folder.path / "absent.txt")]))
    assert [document.source for document in found if isinstance(document, Document)] == list(
        map(os.path.realpath, good)
    )
    errors = [str(error) for error in found if isinstance(error, SourceError)]
    assert [error.split(": ")[0] for error in errors] == [*bad, str(folder.path / "absent.txt")]


def test_a_readme_that_is_asked_for_is_read(folder: Folder) -> None:
    assert folder.document("README.md", WORDS).text == WORDS


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "no such file or folder"),
        (lambda path: path.mkdir(), "no article in this folder"),
        (lambda path: path.symlink_to("gone.txt"), "a link to a file that is gone"),
        (lambda path: path.symlink_to(path), "can't be read"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    target = tmp_path / "article.txt"
    make(target)
    assert only_error(iter_documents([str(target)])).startswith(f"{target}: {reason}")


@pytest.mark.parametrize("target", ["", "a\0b.txt", f"{'x' * 300}.txt", "x.docx", "\ud800"])
def test_odd_names_are_one_error(folder: Folder, target: str) -> None:
    only_error(iter_documents([target and f"{folder.path}/{target}"]))


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"two\nlines.txt"])
def test_a_name_that_is_no_text_can_be_shown_and_stored(folder: Folder, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(folder.path) + b"/" + name)).write_text(WORDS)
    source = only_document(iter_documents([str(folder.path)])).source
    assert source is not None
    assert source.encode().decode().isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(folder: Folder) -> None:
    target = folder.write("a.txt", WORDS)
    Path(target).chmod(0)
    assert "not allowed" in only_error(iter_documents([target]))


def test_a_folder_linked_into_itself_is_read_once(folder: Folder) -> None:
    folder.write("a.txt", WORDS)
    (folder.path / "again").symlink_to(folder.path)
    only_document(iter_documents([str(folder.path)]))


def test_a_pipe_in_a_folder_does_not_hang(folder: Folder) -> None:
    os.mkfifo(folder.path / "a.txt")
    assert "not a regular file" in only_error(iter_documents([str(folder.path)]))


def test_a_file_that_vanishes_is_an_error_and_not_the_end(folder: Folder) -> None:
    targets = [folder.write("a.txt", WORDS), folder.write("b.txt", WORDS), folder.write("c.txt", WORDS)]
    documents = iter_documents([str(folder.path)])
    next(documents)
    Path(targets[1]).unlink()
    gone, last = documents
    assert "no such file" in str(gone)
    assert isinstance(last, Document)


@pytest.mark.parametrize(
    ("content", "count"), [(WORDS.encode(), 1), (PAGE.encode(), 1), (ROW.encode() * 3, 3), (make_pdf([WORDS]), 1)]
)
def test_standard_input_shows_what_it_is(monkeypatch: pytest.MonkeyPatch, content: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))
    found = list(iter_documents(["-"]))
    assert len(found) == count
    assert all(isinstance(document, Document) and WORDS in document.text for document in found)


def test_nothing_on_standard_input_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert only_error(iter_documents(["-"])).startswith("standard input: ")


def test_closed_standard_input_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert only_error(iter_documents(["-"])).startswith("standard input: ")


ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_pasted_text_is_a_document_or_an_error(text: str, title: str, url: str) -> None:
    (found,) = read_text(text, title=title, url=url)
    assert isinstance(found, SourceError) or found.fingerprint


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(["article", *(f"article{suffix}" for suffix in READERS), "a.docx"]),
    st.sampled_from(BEGINNINGS),
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode(errors="replace"))),
)
def test_any_bytes_are_documents_or_errors(name: str, beginning: bytes, rest: bytes) -> None:
    found = list(read_bytes(name, beginning + rest))
    assert found
    for one in found:
        if isinstance(one, Document):
            assert one.text.strip()
            assert one.fingerprint
        else:
            assert isinstance(one, SourceError)
            assert str(one).startswith(name)
            assert "\n" not in str(one)
