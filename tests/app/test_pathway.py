"""What is asked of paths goes into the page's address and comes back as it was; whatever else stands there is no harm."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app import filter_address, filtering
from app.pathway import FIRM, NAMES, PLAIN, from_address, to_address
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.facets import Clock
from graph.store.filter import Filter
from graph.store.paths import LENGTHS, Constraints

DAYS = some.none() | some.dates(filter_address.EARLIEST, filter_address.LATEST)
CHOSEN = some.builds(
    filter_address.asked,
    some.sets(some.sampled_from(sorted(load_schema().relations))),
    some.sets(some.sampled_from(list(Modality))),
    some.sampled_from([None, *filtering.LEVELS]),
    some.sampled_from(get_args(Clock)),
    DAYS,
    DAYS,
)
IDS = some.sampled_from(["MAR", "system:bayraktar-tb2", "firm:o'hara", "group:é,ü"])
CONSTRAINTS = some.builds(
    Constraints, CHOSEN, some.sampled_from(LENGTHS), some.booleans(), some.booleans(), some.booleans(), some.frozensets(IDS)
)  # fmt: skip


@given(CONSTRAINTS)
def test_an_address_asks_what_was_asked(constraints: Constraints) -> None:
    said = to_address(constraints)
    assert tuple(said) == NAMES
    assert from_address(said) == constraints
    assert to_address(from_address(said)) == said


@given(some.dictionaries(some.sampled_from(NAMES), some.none() | some.text(max_size=40)))
def test_what_an_address_says_wrongly_counts_as_not_said(said: dict[str, str | None]) -> None:
    read = from_address(said)
    assert from_address(to_address(read)) == read
    assert set(read.filter.relations or ()) <= set(load_schema().relations)
    assert read.longest in LENGTHS


def test_what_goes_without_saying_is_not_in_the_address() -> None:
    assert not any(to_address(PLAIN).values())
    assert from_address({}) == PLAIN
    assert PLAIN.filter.modalities == FIRM


@pytest.mark.parametrize(
    ("filter", "said"),
    [
        (Filter(relations=frozenset({"SUPPLIES", "PROCURES"}), modalities=FIRM), {"relations": "PROCURES SUPPLIES"}),
        (Filter(), {"said": "any"}),
        (Filter(modalities=frozenset({Modality.DENIED, Modality.ASSERTED})), {"said": "asserted denied"}),
        (Filter(modalities=FIRM, known_by=date(2021, 3, 1)), {"clock": "reported", "until": "2021-03-01"}),
        (
            Filter(modalities=FIRM, happened_from=date(2021, 3, 1), happened_until=date(2022, 1, 1)),
            {"clock": "happened", "since": "2021-03-01", "until": "2022-01-01"},
        ),
    ],
    ids=str,
)
def test_an_address_can_be_read_and_written_by_hand(filter: Filter, said: dict[str, str]) -> None:
    assert {name: words for name, words in to_address(Constraints(filter)).items() if words} == said
    assert from_address(said) == Constraints(filter)


def test_days_the_wrong_way_round_are_turned() -> None:
    said = {"clock": "happened", "since": "2022-01-01", "until": "2021-01-01"}
    assert filter_address.days_of(from_address(said).filter) == (date(2021, 1, 1), date(2022, 1, 1))
