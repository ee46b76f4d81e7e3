import re
import time
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from markdown_it import MarkdownIt

from graph.export.brief import make_brief
from graph.export.brief_markdown import plain, to_markdown
from graph.export.brief_word import to_word
from graph.export.drawing import Drawing, Source
from tests.export.drawings import HOSTILE, NOTES, REVIEW, cite, claims, drawing, hostile, many


def opened(file: bytes) -> Any:
    return docx.Document(BytesIO(file))


def words_of(file: bytes) -> str:
    return "\n".join(
        "".join(each.text or "" for each in paragraph._p.iter(docx.oxml.ns.qn("w:t")))
        for paragraph in opened(file).paragraphs
    )


def test_claims_are_grouped_by_relation_and_sources_numbered_once() -> None:
    brief = make_brief(drawing(), claims())
    assert [section.heading for section in brief.sections] == [
        "Procures (1 claim)",
        "Co-produces with (2 claims)",
        "Visits (1 claim)",
    ]
    bought = brief.sections[0].points[0]
    assert bought.says == "Morocco procures Bayraktar TB2"
    assert bought.facts == (
        *(
            "asserted",
            "reported on 2021-11-22",
            "when: In April (2021-04-01 to 2021-04-30)",
            "quantity: 13",
            "value: $70 million",
        ),
        *("92 % sure", "accepted by a reader"),
    )
    first, second = brief.sections[1].points
    assert first.facts == ("expected", "says a retired colonel", "no date", "system: drones")
    assert "the speaker is not named" in second.facts[1]
    assert (bought.reference, first.reference, second.reference) == (1, 1, 2)
    assert [(each.number, each.title, each.url) for each in brief.references] == [
        (1, REVIEW.title, REVIEW.url),
        (2, NOTES.title, None),
    ]
    assert brief.references[1].facts == ("Gulf Policy Notes", "no date")


def test_the_brief_says_what_it_leaves_out() -> None:
    said = " ".join(make_brief(drawing(), claims()).summary)
    assert "Filters that were on: at least 80 % sure; known by 2022-12-31." in said
    assert "7 more claims between these entities not drawn: filters leave them out, or a group holds them." in said
    assert "Not in this brief: 10 claims of the 14 behind the picture." in said
    assert "for Monday" in said


def test_markdown_has_every_quote_source_and_link() -> None:
    written = to_markdown(drawing(), claims())
    html = MarkdownIt().render(written)
    text = re.sub(r"<[^>]+>", "", html).replace("&quot;", '"')
    for claim in claims():
        assert claim.sentence in text
    assert 'href="https://example.org/rabat?a=1&amp;b=2"' in html
    assert "[[1]](#source-1)" in written
    assert "Maghreb Defence Review, A. Writer, 2021-11-22." in text


def test_the_word_document_has_every_quote_and_links_that_can_be_followed() -> None:
    file = to_word(
        replace(drawing(), about=replace(drawing().about, link="http://localhost:8501/explore?v=abc")), claims()
    )
    text, document = words_of(file), opened(file)
    for claim in claims():
        assert claim.sentence in text
    targets = {each.target_ref for each in document.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.HYPERLINK}
    assert targets == {"https://example.org/rabat?a=1&b=2", "http://localhost:8501/explore?v=abc"}
    w = docx.oxml.ns.qn
    anchors = {each.get(w("w:anchor")) for each in document.element.body.iter(w("w:hyperlink"))} - {None}
    marks = {each.get(w("w:name")) for each in document.element.body.iter(w("w:bookmarkStart"))}
    assert anchors == marks == {"source_1", "source_2"}
    assert document.core_properties.title == "Morocco and its arms"
    assert [each.style.name for each in document.paragraphs[:2]] == ["Title", "List Bullet"]
    assert {each.style.name for each in document.paragraphs} == {"Title", "List Bullet", "Heading 1", "Normal", "Quote"}


@pytest.mark.parametrize("number", [5_000])
def test_all_of_five_thousand_claims_are_in_it(number: int) -> None:
    whole, said = many(number)
    kept = tuple(said)
    started = time.perf_counter()
    text = words_of(to_word(whole, kept))
    assert time.perf_counter() - started < 60
    assert text.count("Sentence number") == number
    assert to_markdown(whole, kept).count("Sentence number") == number
    assert "Not in this brief" not in text


def test_hostile_words_are_words_in_both() -> None:
    whole, said = hostile()
    html = MarkdownIt("commonmark", {"html": True}).render(to_markdown(whole, said))
    for markup in ("<script", "<img", "<strong>bold", 'href="javascript'):
        assert markup not in html
    file = to_word(whole, said)
    assert "</script><script>window.hacked=1" in words_of(file)
    assert not [each for each in opened(file).part.rels.values() if each.is_external]


@pytest.mark.parametrize(
    "words",
    ["1. one", "- x", "# y", "> z", "a_b_ *c* `d` [e](f) <g> |h| ~~i~~ &amp; $j$", "+ k", "= l", "12) m", HOSTILE],
)
def test_any_words_are_shown_as_they_are(words: str) -> None:
    shown = MarkdownIt("commonmark", {"html": True}).render(plain(words))
    text = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").strip()
    assert text == f"<p>{' '.join(words.split())}</p>".replace("\x07", "\x07")


def test_only_addresses_that_a_reader_may_open_are_links() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://a b", 'https://a"><x', None, "data:text/html,x"):
        said = (cite("1", "MAR~SIGNS~agreement:abraham-accords", "x", claims()[0].modality, Source("d", url=url)),)
        assert make_brief(drawing(), said).references[0].url is None


def test_a_brief_of_nothing_is_a_brief() -> None:
    empty = Drawing((), (), drawing().about)
    assert "0 claims" in to_markdown(empty, ())
    assert "0 claims" in words_of(to_word(empty, ()))
