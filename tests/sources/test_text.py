import pytest

from tests.sources.articles import Folder

WORDS = "Türkiye sold the “TB2” to Morocco — thirteen of them, for about €70 million."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_the_encodings_it_comes_in(folder: Folder, encoding: str) -> None:
    assert folder.document("a.txt", (f"{WORDS}\n\n" * 5).encode(encoding)).text.startswith(WORDS)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n \xc2\xa0", "no text in it"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"PK\x03\x04\x14\x00", "a zip archive or an Office document"),
        (b"%PDF-1.7\n", "a PDF; name it .pdf"),
        (b"words\x00\x01\x02", "binary data"),
        ("Они купили ракеты. ".encode("koi8-r") * 20, "save it as UTF-8"),
        ("弾道ミサイル".encode("shift-jis") * 20, "save it as UTF-8"),
        (b"\xff\xfea", "broken; save it as UTF-8"),
    ],
)
def test_what_is_no_readable_text_is_named(folder: Folder, content: bytes, reason: str) -> None:
    assert reason in folder.error("a.txt", content)


@pytest.mark.parametrize("size", [1_100_000, 50_000_000])
def test_a_library_in_one_file_is_refused_with_advice(folder: Folder, size: int) -> None:
    assert "split it" in folder.error("a.txt", b"Words. " * (size // 7))


def test_markdown_loses_its_marks_and_gives_its_heading_as_title(folder: Folder) -> None:
    document = folder.document(
        "a.md",
        "# Norway *buys* radars\n\nThe **ministry** [said](https://x.example) so\non `Monday`.<br>\n\n## Why\n\n* coast\n* ships\n",
    )
    assert document.title == "Norway buys radars"
    assert document.text == "The ministry said so on Monday.\n\nWhy\n\ncoast\n\nships"


def test_a_heading_stays_in_the_text_where_another_title_is_given(folder: Folder) -> None:
    document = folder.document("a.md", "---\ntitle: Radars\n---\n# Norway buys\n\nTwelve of them.")
    assert (document.title, document.text) == ("Radars", "Norway buys\n\nTwelve of them.")
