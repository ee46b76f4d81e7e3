from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sources.dates import parse_date

DAY = date(2021, 11, 22)
FORMS = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b. %d, %Y",
    "%A, %d %B %Y",
    "%Y-%m-%dT%H:%M:%SZ",
]


@pytest.mark.parametrize(
    "written",
    [
        "2021-11-22",
        "2021-11-22T23:30:00+01:00",
        "2021-11-22 10:00",
        "Mon, 22 Nov 2021 10:00:00 GMT",
        "22 November 2021",
        "22nd of November, 2021",
        "22-Nov-2021",
        "Nov. 22, 2021",
        "Monday, November 22nd 2021",
        "NOVEMBER 22, 2021 at 10:15 am",
        "22/11/2021",
        "22.11.2021",
        "11/22/2021",
    ],
)
def test_common_ways_to_write_a_day(written: str) -> None:
    assert parse_date(written) == DAY


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(FORMS))
def test_every_day_reads_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("03/04/2021", "two different days"),
        ("22/11/21", "four-digit year"),
        ("22 Nov 21", "four-digit year"),
        ("November 2021", "day, month"),
        ("2021", "day, month"),
        ("yesterday", "day, month"),
        ("2021-11-31", "no day of the calendar"),
        ("2021-13-01", "no day of the calendar"),
        ("32 January 2021", "no day of the calendar"),
        ("22 Brumaire 2021", "names no month"),
        ("1637539200", "four-digit year"),
        ("", "four-digit year"),
    ],
)
def test_what_could_be_two_days_or_none_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_date(written)


@given(st.text(max_size=30))
def test_any_words_are_a_day_or_refused_with_advice(written: str) -> None:
    try:
        day = parse_date(written)
    except ValueError as error:
        day, advice = None, str(error)
    assert isinstance(day, date) or "write it as" in advice
