from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.errors import ViewError
from graph.records import Modality
from graph.store.filter import EVERYTHING, Filter
from graph.store.filter_json import filter_from_json, filter_to_json
from graph.store.kept_views import canonical

NAMES = some.frozensets(some.text(max_size=12), max_size=4)
VALUES: dict[str, Any] = {
    "types": NAMES,
    "relations": NAMES,
    "modalities": some.frozensets(some.sampled_from(Modality)),
    "reported": some.booleans(),
    "speakers": NAMES,
    "publishers": NAMES,
    "min_confidence": some.floats(0, 1),
    "min_documents": some.integers(1, 99),
    "happened_from": some.dates(),
    "happened_until": some.dates(),
    "known_from": some.dates(),
    "known_by": some.dates(),
}


def test_every_field_of_a_filter_is_covered_here() -> None:
    assert set(VALUES) == {each.name for each in fields(Filter)}


@given(some.fixed_dictionaries({}, optional=VALUES))
def test_a_filter_comes_back_as_it_was(chosen: dict[str, Any]) -> None:
    filter = Filter(**chosen)
    said = filter_to_json(filter)
    assert filter_from_json(said) == filter
    assert canonical(filter_to_json(filter_from_json(said))) == canonical(said)


def test_only_what_is_narrowed_is_said() -> None:
    assert filter_to_json(EVERYTHING) == {}
    narrow = Filter(modalities=frozenset({Modality.DENIED}), known_by=date(2021, 5, 1))
    assert filter_to_json(narrow) == {"modalities": ["denied"], "known_by": "2021-05-01"}


@pytest.mark.parametrize(
    "said",
    [
        {"colour": "red"},
        {"types": "State"},
        {"types": [1]},
        {"modalities": ["surely"]},
        {"min_confidence": float("nan")},
        {"min_documents": "many"},
        {"happened_from": "soon"},
        {"types": ["x"] * 10_001},
        {"types": ["x" * 1001]},
    ],
)
def test_what_is_no_filter_is_refused_in_one_line(said: dict[str, Any]) -> None:
    with pytest.raises(ViewError) as error:
        filter_from_json(said)
    assert "\n" not in str(error.value)
