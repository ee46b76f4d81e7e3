"""The words around a cue, reached through passives, control, relatives, conjunction and light nouns."""

import pytest

from graph.extract.extractor import Extractor
from graph.extract.frames import Frame, is_step
from graph.extract.sentences import Word, read_sentences


def cue(extractor: Extractor, text: str, written: str) -> Word:
    [sentence] = read_sentences(extractor._nlp(text))
    return next(word for word in sentence.words if word.text == written)


@pytest.mark.parametrize(
    ("text", "written", "path", "found"),
    [
        ("Poland bought tanks.", "bought", "subject", ["Poland"]),
        ("Poland bought tanks.", "bought", "object", ["tanks"]),
        ("Tanks were bought by Poland.", "bought", "subject", ["Poland"]),
        ("Tanks were bought by Poland.", "bought", "object", ["Tanks"]),
        ("Poland agreed to buy tanks.", "buy", "subject", ["Poland"]),
        ("Poland is expected to buy tanks.", "buy", "subject", ["Poland"]),
        ("Poland signed a deal to buy tanks.", "buy", "subject", ["Poland"]),
        ("Poland asked Germany to send tanks.", "send", "subject", ["Germany"]),
        ("Poland called on Germany to send tanks.", "send", "subject", ["Germany"]),
        ("Poland, which bought tanks, is content.", "bought", "subject", ["Poland"]),
        ("The tanks that Poland bought are old.", "bought", "object", ["tanks"]),
        ("Poland and Norway bought tanks and jets.", "bought", "subject", ["Poland", "Norway"]),
        ("Poland and Norway bought tanks and jets.", "bought", "object", ["tanks", "jets"]),
        ("Poland tested and bought tanks.", "bought", "subject", ["Poland"]),
        ("The ministry said it would buy tanks.", "buy", "subject", ["ministry"]),
        ("Poland bought tanks from Germany.", "bought", "from", ["Germany"]),
        ("Germany gave Ukraine tanks.", "gave", "recipient", ["Ukraine"]),
        ("Poland's purchase of tanks was late.", "purchase", "possessor", ["Poland"]),
        ("Poland's purchase of tanks was late.", "purchase", "of", ["tanks"]),
        ("Poland placed an order for tanks with Germany.", "order", "holder", ["Poland"]),
        ("France condemned the sale of tanks.", "sale", "holder", []),
        ("Poland bought Israeli-made drones.", "made", "prefix", ["Israeli"]),
        ("Poland bought Israeli-made drones.", "made", "described", ["drones"]),
    ],
)
def test_a_step_leads_to_the_words(extractor: Extractor, text: str, written: str, path: str, found: list[str]) -> None:
    assert [word.text for word in Frame(cue(extractor, text, written)).reach(path)] == found


def test_only_known_steps_are_steps() -> None:
    assert is_step("object.to")
    assert not is_step("object.towardsish")


def test_words_point_at_each_other_both_ways(extractor: Extractor) -> None:
    for sentence in read_sentences(extractor._nlp("Poland bought tanks. Norway did not.")):
        for word in sentence.words:
            assert word.sentence is sentence
            assert all(child.head is word for child in word.children)
            assert word.head is None or word in word.head.children
