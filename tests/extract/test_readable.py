"""What is no text is passed over with a reason, and the text around it read as if it weren't there."""

import pytest

from graph.extract.extractor import Extractor
from graph.extract.readable import TOO_LONG, part_readable
from graph.records import Document

RUNS = ["iVBORw0KGgo" * 100, "." * 5000, "U.S." * 25_000, '("' * 40_000, "https://example.org/" + "c/" * 300]


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run[:4])
def test_a_run_without_a_space_is_passed_over_at_once(run: str, extractor: Extractor) -> None:
    text = f"Finland joined NATO. {run} Poland bought Leopard 2 tanks."
    found = extractor.extract(Document("a", text))
    assert {claim.relation for claim in found.claims} >= {"MEMBER_OF", "PROCURES"}
    assert {text[claim.evidence.start : claim.evidence.end] for claim in found.claims} == {
        "Finland joined NATO.",
        "Poland bought Leopard 2 tanks.",
    }
    [rejection] = [one for one in found.rejections if one.relation is None]
    assert (rejection.reason, rejection.sentence) == (TOO_LONG, run)
    assert text[rejection.start : rejection.end] == rejection.cue == run[:40]


@pytest.mark.parametrize("word", ["https://example.org/" + "c" * 150, "anti-" * 30, "—" * 60])
def test_a_long_word_is_still_a_word(word: str) -> None:
    document = Document("a", f"Finland joined NATO, {word} said.")
    assert part_readable(document).readable is document


def test_foreign_text_without_spaces_is_foreign_and_not_noise() -> None:
    unread = part_readable(Document("a", "部长星期一表示政府希望明年购买新坦克" * 20)).unread
    assert [piece.reason for piece in unread] == ["written in Chinese (zh), read only in English"]
