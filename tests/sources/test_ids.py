import json

import pytest

from graph.errors import SourceError
from graph.records import Document
from graph.sources import iter_documents, read_text
from graph.sources.urls import canonical_url
from tests.sources.articles import Folder, only_document

WORDS = "Finland has joined the alliance."


def test_the_same_words_have_the_same_id_wherever_they_lie(folder: Folder) -> None:
    one, two = folder.document("a.txt", WORDS), folder.document("deep/b.txt", f"{WORDS}\r\n\r\n")
    assert one.id == two.id == only_document(read_text(WORDS)).id
    assert one.source != two.source


def test_a_corrected_article_keeps_the_id_of_its_address() -> None:
    first = only_document(read_text(WORDS, url="https://Wire.example:443/a?utm_source=x&page=2#top"))
    corrected = only_document(read_text(f"{WORDS} It is the 31st member.", url="https://wire.example/a?page=2"))
    other = only_document(read_text(WORDS, url="https://wire.example/a?page=3"))
    assert first.id == corrected.id != other.id
    assert first.id.startswith("url:")


def test_a_note_in_place_of_an_address_makes_no_id() -> None:
    one, two = (only_document(read_text(words, url="n/a")) for words in (WORDS, f"{WORDS} Sweden has not."))
    assert one.id != two.id


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Wire.Example:80", "http://wire.example/"),
        ("https://wire.example/A?fbclid=1&b=&a=1", "https://wire.example/A?b=&a=1"),
        ("https://[::1]:8443/x#y", "https://[::1]:8443/x"),
        ("https://wire.example:port/", "https://wire.example:port/"),
    ],
)
def test_one_spelling_of_an_address(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical == canonical_url(canonical)


def test_an_id_too_long_for_the_store_is_refused_and_the_rest_is_read(folder: Folder) -> None:
    rows = [{"id": "x" * 10_000, "text": WORDS}, {"id": "kept", "text": WORDS}]
    refused, kept = iter_documents([folder.write("many.jsonl", "\n".join(map(json.dumps, rows)))])
    assert isinstance(refused, SourceError)
    assert "many.jsonl line 1: its id has 10,000 characters" in str(refused)
    assert isinstance(kept, Document)
