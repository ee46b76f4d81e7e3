from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.glance.picture import read_span, span_id, timeline
from app.themes import group_of, load_looks
from graph.schema.schema import load_schema
from graph.store.overview import Month


@given(st.dates(), st.dates())
def test_a_bar_s_name_says_its_days(first: date, last: date) -> None:
    assert read_span(span_id(first, last)) == (first, last)


@pytest.mark.parametrize("words", ["", "/", "2021-01-01", "2021-01-01/soon", "<b>/</b>"])
def test_what_is_no_span_of_days_opens_nothing(words: str) -> None:
    assert read_span(words) is None


def test_bars_are_divided_by_nature_or_by_theme() -> None:
    months = [Month(date(2021, 11, 1), "SUPPLIES", 3), Month(date(2021, 11, 1), "VISITS", 1)]
    (by_nature,) = timeline(months, "nature")["bars"]
    (by_theme,) = timeline(months, "theme")["bars"]
    assert by_nature["parts"] == [["deal", 3], ["event", 1]]
    assert by_theme["parts"] == [["procurement", 3], ["diplomacy", 1]]
    assert by_nature["name"] == "Nov 2021"


def test_every_relation_has_a_look_of_its_theme_and_of_its_nature() -> None:
    for relation in load_schema().relations:
        assert group_of(relation, "theme") in load_looks().themes
        assert group_of(relation, "nature") in load_looks().natures
