from datetime import date

import pytest

from graph.sources import iter_documents, read_text
from tests.sources.articles import Folder, only_document, only_error

WORDS = "Finland has joined the alliance."


def test_front_matter_tells_what_the_text_does_not(folder: Folder) -> None:
    head = "---\nid: wire-7\ntitle: 1984\nauthor: [Ada Berg, Bo Dahl]\ndate: 4 April 2023\nlicence: CC0\n---\n"
    document = folder.document("a.txt", head + WORDS)
    assert (document.id, document.title, document.author) == ("wire-7", "1984", "Ada Berg, Bo Dahl")
    assert (document.published, document.text) == (date(2023, 4, 4), WORDS)


@pytest.mark.parametrize("suffix", [".yml", ".yaml"])
def test_a_sidecar_beats_front_matter(folder: Folder, suffix: str) -> None:
    folder.write(f"a{suffix}", "publisher: The Wire\npublished: 2023-04-05\nclaims: [{relation: JOINS}]\n")
    document = folder.document("a.txt", f"---\npublisher: Blog\ntitle: Seven\n---\n{WORDS}")
    assert (document.publisher, document.title, document.published) == ("The Wire", "Seven", date(2023, 4, 5))


def test_rules_drawn_around_prose_are_not_front_matter(folder: Folder) -> None:
    assert folder.document("a.txt", f"---\n{WORDS}\n---\nMore.").text == f"---\n{WORDS}\n---\nMore."


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("published: 03/04/2021", "two different days"),
        ("title: [broken", "not valid YAML"),
        ("- a list", "expected lines like"),
        ("just words", "expected lines like"),
        (b"title: caf\xe9", "not UTF-8"),
        ("[" * 2000, "not valid YAML"),
    ],
)
def test_a_bad_sidecar_is_named(folder: Folder, sidecar: str | bytes, reason: str) -> None:
    beside = folder.write("a.yml", sidecar)
    message = only_error(iter_documents([folder.write("a.txt", WORDS)]))
    assert message.startswith(beside)
    assert reason in message


def test_bad_front_matter_names_its_article(folder: Folder) -> None:
    assert "month" in folder.error("a.md", f"---\npublished: March 2021\n---\n{WORDS}")
    assert "front matter" in folder.error("b.md", f"---\ntitle: 'open\n---\n{WORDS}")


def test_an_empty_sidecar_says_nothing(folder: Folder) -> None:
    folder.write("a.yml", "# to do\ntitle:\npublished: ~\n")
    document = folder.document("a.txt", WORDS)
    assert (document.title, document.published) == (None, None)


@pytest.mark.parametrize("odd", ["{name: Ada}", "[[Ada]]"])
def test_values_that_are_no_words_say_nothing(folder: Folder, odd: str) -> None:
    assert folder.document("a.txt", f"---\nauthor: {odd}\n---\n{WORDS}").author is None


def test_pasted_text_takes_what_the_user_fills_in() -> None:
    document = only_document(read_text(f"---\ntitle: Old\n---\n{WORDS}", title="New", published=date(2023, 4, 4)))
    assert (document.title, document.published, document.source) == ("New", date(2023, 4, 4), None)


def test_pasting_nothing_is_refused() -> None:
    assert only_error(read_text(" \n ")) == "pasted text: no text in it"
