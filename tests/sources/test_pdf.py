from datetime import date

from graph.sources import read_bytes
from tests.sources.articles import Folder, make_pdf, only_document

FIRST = [
    "Norway buys radars",
    "Fjord Post, 22 November 2021",
    "Norway has ordered twelve coastal radars from a firm in Oslo, which manu-",
    "factures them at a plant in the north. It wants to co-",
    "produce two more of them with Sweden.",
    "The minister said so on Monday in a speech to officers of the navy, and he",
]
SECOND = ["went on to praise the yard.", "2"]
FACTS = {"/Title": "Norway buys radars", "/Author": "Ada Berg", "/CreationDate": "D:20211122100000Z"}


def test_lines_become_paragraphs_again(folder: Folder) -> None:
    document = folder.document("a.pdf", make_pdf(FIRST, SECOND, metadata=FACTS))
    assert document.text.split("\n\n") == [
        "Fjord Post, 22 November 2021",
        "Norway has ordered twelve coastal radars from a firm in Oslo, which manufactures them at a plant in the north. "
        "It wants to co-produce two more of them with Sweden.",
        "The minister said so on Monday in a speech to officers of the navy, and he went on to praise the yard.",
    ]
    assert (document.title, document.author, document.published) == (
        "Norway buys radars",
        "Ada Berg",
        date(2021, 11, 22),
    )


def test_running_heads_are_left_out(folder: Folder) -> None:
    pages = [["Fjord Post weekly", f"Paragraph number {word} stands here."] for word in ("one", "two", "three")]
    assert "weekly" not in folder.document("a.pdf", make_pdf(*pages)).text


def test_a_sidecar_tells_what_the_file_does_not(folder: Folder) -> None:
    folder.write("a.yml", "publisher: Fjord Post\npublished: 2021-11-20")
    document = folder.document("a.pdf", make_pdf(FIRST, metadata=FACTS))
    assert (document.publisher, document.published) == ("Fjord Post", date(2021, 11, 20))


def test_an_encrypted_file_is_refused(folder: Folder) -> None:
    assert "encrypted PDF" in folder.error("a.pdf", make_pdf(FIRST, password="secret"))


def test_a_file_barred_only_from_printing_is_read(folder: Folder) -> None:
    assert "twelve coastal radars" in folder.document("a.pdf", make_pdf(FIRST, password="")).text


def test_a_scan_is_refused_with_advice(folder: Folder) -> None:
    assert "run OCR" in folder.error("a.pdf", make_pdf([]))


def test_a_damaged_file_is_refused(folder: Folder) -> None:
    assert "damaged PDF" in folder.error("a.pdf", make_pdf(FIRST)[:400])
    assert "damaged PDF" in folder.error("b.pdf", b"just words")


def test_parsers_print_nothing_of_their_own(capfd: object) -> None:
    list(read_bytes("a.pdf", make_pdf(FIRST)[:-40]))
    list(read_bytes("a.html", b"<"))
    assert capfd.readouterr() == ("", "")  # type: ignore[attr-defined]


def test_an_upload_has_no_source() -> None:
    assert only_document(read_bytes("a.pdf", make_pdf(FIRST))).source is None
