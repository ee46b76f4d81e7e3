from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.timeline import MOST, gather

COUNTED = st.lists(st.tuples(st.dates(), st.sampled_from(["deal", "event"]), st.integers(1, 9)), min_size=1)


@given(COUNTED)
def test_all_is_counted_once_in_the_bar_of_its_day(counted: list[tuple[date, str, int]]) -> None:
    timeline = gather(counted)
    assert len(timeline.bars) <= MOST
    counts: Counter[str] = Counter()
    for bar in timeline.bars:
        counts.update(bar.counts)
        inside = sum(number for day, _kind, number in counted if bar.first <= day <= bar.last)
        assert bar.total == inside
    assert counts == sum((Counter({kind: number}) for _day, kind, number in counted), Counter())


@given(COUNTED)
def test_bars_follow_one_another_without_a_gap(counted: list[tuple[date, str, int]]) -> None:
    for one, next_ in pairwise(gather(counted).bars):
        assert one.last + timedelta(days=1) == next_.first


@pytest.mark.parametrize(
    ("until", "step", "name"),
    [
        (date(2021, 11, 9), "month", "Nov 2021"),
        (date(2029, 1, 1), "quarter", "Q4 2021"),
        (date(2060, 1, 1), "year", "2021"),
        (date(2500, 1, 1), "10 years", "2020 to 2029"),
    ],
)
def test_a_bar_stands_for_as_little_as_there_is_room_for(until: date, step: str, name: str) -> None:
    timeline = gather([(date(2021, 11, 5), "deal", 1), (until, "deal", 1)])
    assert (timeline.step, timeline.bars[0].name) == (step, name)


def test_nothing_makes_no_bars() -> None:
    assert gather([]).bars == ()
