"""What a reader sees of a whole document."""

import re
from dataclasses import replace
from html import unescape

import worlds

from app import preview, reading
from graph.records import Extraction, Verdict
from graph.store.view_records import Card, MentionedEntity, Named, StoredDocument, StoredRejection


def document(extraction: Extraction) -> StoredDocument:
    said = extraction.document
    card = Card(said.id, said.title, said.publisher, said.author, said.published, said.url, said.source)
    mentions = [MentionedEntity(Named(each.id, each.type, each.name), each.mentions) for each in extraction.entities]
    return StoredDocument(card, said.text, tuple(mentions), tuple(preview.claims(extraction)), ())


def words(html: str) -> str:
    """The text of the paragraphs, without what stands in the margin."""
    paragraphs = re.findall(r"<p [^>]*>(.*?)</p>", html)
    return unescape(re.sub(r"<[^>]+>", "", "\n\n".join(paragraphs)))


DRONES = document(worlds.maghreb()[0])


def test_no_word_of_the_text_is_lost_or_added() -> None:
    for extraction in [*worlds.maghreb(), *worlds.hostile()]:
        found = document(extraction)
        chosen = found.claims[0].id
        assert words(reading.body(found, chosen, passed_over=True)) == found.text


def test_each_claim_stands_once_in_the_margin_under_the_number_of_its_sentence() -> None:
    html = reading.body(DRONES, None)
    assert html.count('class="note ') == len(DRONES.claims)
    notes = re.findall(r'data-note="(\w+)".*?data-number="(\d+)"', html)
    spans = sorted({claim.span for claim in DRONES.claims})
    assert dict(notes) == {claim.id: str(spans.index(claim.span) + 1) for claim in DRONES.claims}


def test_mentions_are_doors_to_their_entities_coloured_by_type() -> None:
    html = reading.body(DRONES, None)
    for each in DRONES.mentions:
        if each.spans:
            assert f'is-{each.entity.type}" data-door="entity" data-id="{each.entity.id}"' in html
    assert html.count('tabindex="0"') == len({span for each in DRONES.mentions for span in each.spans})


def test_the_claim_in_question_has_its_ends_and_cue_marked_and_a_place_to_scroll_to() -> None:
    claim = next(each for each in DRONES.claims if each.quantity_text == "13")
    html = reading.body(DRONES, claim.id)
    assert html.count(f'id="{reading.place_of(claim.id)}"') == 1
    assert re.search(r'class="[^"]*sentence[^"]*cue[^"]*"[^>]*>ordered<', html)
    chosen = html.split("note is-asserted chosen")[1].split('class="note ')[0]
    assert "<dt>quantity</dt><dd><bdi>13</bdi></dd>" in chosen
    assert "<dt>reported</dt><dd><bdi>2021-11-22</bdi></dd>" in chosen
    assert "sentence" not in reading.body(DRONES, "nobody's").replace("its sentence", "")


def test_a_claim_that_was_judged_wrong_is_struck_through_and_not_counted() -> None:
    first, *others = DRONES.claims
    html = reading.body(replace(DRONES, claims=(replace(first, verdict=Verdict.REJECTED), *others)), None)
    [wrong] = re.findall(r'class="note [^"]* wrong" data-note="(\w+)"', html)
    assert wrong == first.id
    assert html.count("judged wrong") == 1
    head = reading.head(replace(DRONES, claims=(replace(first, verdict=Verdict.REJECTED), *others)))
    assert f"{len(others)} claims · 1 judged wrong" in head
    assert "judged wrong" not in reading.body(DRONES, None) + reading.head(DRONES)


def test_words_that_stand_for_two_have_a_door_to_each() -> None:
    both = replace(
        DRONES,
        mentions=tuple(
            MentionedEntity(Named(id, "State", name), ((0, 7),)) for id, name in (("MAR", "Morocco"), ("ISR", "Israel"))
        ),
    )
    html = reading.body(both, None)
    assert 'data-door="entity" data-id="MAR"' in html
    assert 'class="also is-State" data-door="entity" data-id="ISR"' in html


def test_what_was_passed_over_is_shown_with_its_reason_only_when_asked() -> None:
    seen = replace(DRONES, rejections=(StoredRejection("no <object>", "Morocco", "", 0, 7, "PROCURES"),))
    assert "passed" not in reading.body(seen, None)
    html = reading.body(seen, None, passed_over=True)
    assert "no &lt;object&gt;" in html
    assert "PROCURES" in html


def test_hostile_words_stay_words() -> None:
    found = document(worlds.hostile()[0])
    html = reading.head(found) + reading.body(found, found.claims[0].id)
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
