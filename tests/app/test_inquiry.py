"""A question goes into the page's address and comes back as it was; whatever else stands there is no harm."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app import filter_address, filtering, inquiry
from app.inquiry import NAMES, from_address, in_words, says_enough, to_address
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.composing import ANYBODY, End, Question, Shape
from graph.store.facets import Clock
from graph.store.filter import Filter

DAYS = some.none() | some.dates(filter_address.EARLIEST, filter_address.LATEST)
FILTERS = some.builds(
    filter_address.asked,
    some.sets(some.sampled_from(sorted(load_schema().relations))),
    some.sets(some.sampled_from(list(Modality))),
    some.sampled_from([None, *filtering.LEVELS]),
    some.sampled_from(get_args(Clock)),
    DAYS,
    DAYS,
)
ENDS = some.builds(
    End,
    some.none() | some.sampled_from(["MAR", "firm:o'hara", "group:é,ü"]),
    some.none() | some.sampled_from(["State", "System"]),
)
QUESTIONS = some.builds(Question, ENDS, ENDS, FILTERS, some.booleans(), some.sampled_from(Shape))


@given(QUESTIONS)
def test_an_address_asks_what_was_asked(question: Question) -> None:
    said = to_address(question)
    assert sorted(said) == sorted(NAMES)
    assert from_address(said) == question


@given(some.dictionaries(some.sampled_from(NAMES), some.none() | some.text(max_size=40)))
def test_what_an_address_says_wrongly_counts_as_not_said(said: dict[str, str | None]) -> None:
    read = from_address(said)
    assert from_address(to_address(read)) == read
    assert {read.who.type, read.whom.type} <= {None, *load_schema().entities}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Question(), "anybody has to do with anybody or anything"),
        (Question(End("MAR"), End(type="System")), "Morocco has to do with any system"),
        (
            Question(End("MAR"), filter=Filter(relations=frozenset({"PROCURES", "OPERATES"})), either=True),
            "Morocco operates or procures anybody or anything; or the other way round",
        ),
        (
            Question(
                End(type="State"),
                End("ISR"),
                Filter(
                    relations=frozenset({"NORMALIZES"}),
                    modalities=frozenset({Modality.DENIED}),
                    known_by=date(2021, 3, 1),
                ),
            ),
            "any state normalizes relations with ISR; only denied; as known on 2021-03-01",
        ),
    ],
    ids=str,
)
def test_a_question_reads_as_a_sentence(question: Question, words: str) -> None:
    assert in_words(question, {"MAR": "Morocco"}) == words


def test_a_question_about_nothing_in_particular_is_not_put() -> None:
    assert not says_enough(Question(ANYBODY, ANYBODY, Filter(known_by=date(2021, 3, 1))))
    assert says_enough(Question(End(type="State")))
    assert says_enough(inquiry.from_address({"relations": "PROCURES"}))
