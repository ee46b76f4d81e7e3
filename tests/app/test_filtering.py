"""What visitors ask of a filter, in plain values: every act there and back, and in words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import filtering
from graph.records import Modality
from graph.store.filter import EVERYTHING, Filter

DAY, LATER = date(2021, 3, 1), date(2022, 3, 1)
ticks = st.sampled_from(
    [
        ("types", "State"),
        ("types", "Firm"),
        ("relations", "PROCURES"),
        ("relations", "SUPPLIES"),
        ("modalities", "asserted"),
        ("modalities", "denied"),
        ("publishers", "The Paper"),
        ("speakers", "person:jane-roe"),
    ]
)


@given(st.lists(ticks, max_size=8), ticks)
def test_what_is_ticked_twice_is_as_it_was(before: list[tuple[str, str]], tick: tuple[str, str]) -> None:
    filter = EVERYTHING
    for each in before:
        filter = filtering.tick(filter, *each)
    assert filtering.tick(filtering.tick(filter, *tick), *tick) == filter


@given(st.lists(ticks, max_size=8))
def test_taking_out_every_chip_leaves_nothing_filtered(acts: list[tuple[str, str]]) -> None:
    filter = filtering.span(replace(EVERYTHING, reported=True, min_documents=3), "happened", DAY, None)
    for each in acts:
        filter = filtering.tick(filter, *each)
    for chip in filtering.chips(filter):
        filter = filtering.drop(filter, chip.field)
    assert filter == EVERYTHING


def test_the_legend_and_the_panel_mean_the_same() -> None:
    assert filtering.toggle(EVERYTHING, "Firm") == filtering.tick(EVERYTHING, "types", "Firm")
    assert filtering.off(filtering.tick(EVERYTHING, "modalities", "denied")) == {"denied"}
    assert filtering.off(filtering.only(EVERYTHING, "types", "Firm")) >= {"State", "System"}


@pytest.mark.parametrize(
    ("filter", "words"),
    [
        (Filter(types=frozenset({"State", "Firm"})), "only states, firms"),
        (filtering.leave_out(["PROCURES"]), "without procures"),
        (Filter(modalities=frozenset()), "no modalities"),
        (Filter(modalities=frozenset({Modality.DENIED})), "only denied"),
        (Filter(publishers=frozenset("abcde")), "published by a, b, c and 2 more"),
        (Filter(min_confidence=0.8), "at least 80 % sure"),
        (Filter(min_documents=3), "in 3 documents or more"),
        (Filter(known_by=DAY), "as known on 2021-03-01"),
        (Filter(known_from=DAY, known_by=LATER), "reported 2021-03-01 to 2022-03-01"),
        (Filter(happened_until=DAY), "happened until 2021-03-01"),
        (Filter(reported=True), "put in somebody's mouth"),
    ],
)
def test_a_chip_says_what_is_asked(filter: Filter, words: str) -> None:
    assert [chip.words for chip in filtering.chips(filter)] == [words]


def test_the_history_tells_what_changed() -> None:
    sure, both = Filter(min_confidence=0.8), Filter(min_confidence=0.8, known_by=DAY)
    assert filtering.told(EVERYTHING, sure) == "Filtered: at least 80 % sure"
    assert filtering.told(sure, both) == "Filtered: as known on 2021-03-01"
    assert filtering.told(both, sure) == "Took out the filter: as known on 2021-03-01"
    assert filtering.told(sure, EVERYTHING) == "Cleared the filters"


@pytest.mark.parametrize(
    "filter",
    [
        filtering.tick(EVERYTHING, "types", "Nonsense"),
        filtering.tick(EVERYTHING, "known_by", "2021-01-01"),
        filtering.only(EVERYTHING, "relations", "NONSENSE"),
        filtering.ask(EVERYTHING, "min_documents", "-4"),
        filtering.ask(EVERYTHING, "reported", "perhaps"),
        filtering.ask(EVERYTHING, "publishers", "x"),
        filtering.require(EVERYTHING, "0.123"),
        filtering.drop(EVERYTHING, "__class__"),
        filtering.toggle(EVERYTHING, "Nonsense"),
    ],
)
def test_what_cannot_be_asked_changes_nothing(filter: Filter) -> None:
    assert filter == EVERYTHING


def test_days_the_wrong_way_round_are_turned() -> None:
    assert filtering.span(EVERYTHING, "known", LATER, DAY) == Filter(known_from=DAY, known_by=LATER)
