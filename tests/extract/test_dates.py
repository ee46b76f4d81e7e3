"""Dates as articles write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.dates import WRITTEN, read_days
from graph.records import When

PUBLISHED = date(2021, 11, 17)


@pytest.mark.parametrize(
    ("text", "future", "iso"),
    [
        ("April", False, "2021-04"),
        ("December", False, "2020-12"),
        ("December", True, "2021-12"),
        ("last year", False, "2020"),
        ("2018", False, "2018"),
        ("Tuesday", False, "2021-11-16"),
        ("Tuesday", True, "2021-11-23"),
        ("yesterday", False, "2021-11-16"),
        ("Nov. 24", True, "2021-11-24"),
        ("Dec. 5", False, "2020-12-05"),
        ("3 August 2016", False, "2016-08-03"),
        ("Monday, Dec. 26", False, "2020-12-26"),
        ("two years ago", False, "2019"),
        ("three weeks ago", False, "2021-10-25/2021-10-31"),
        ("last December", False, "2020-12"),
        ("first quarter of 2023", True, "2023-01-01/2023-03-31"),
        ("2025-2027", True, "2025-01-01/2027-12-31"),
        ("the 1990s", False, None),
        ("1990s", False, "1990-01-01/1999-12-31"),
        ("next month", True, "2021-12"),
        ("May 2022", True, "2022-05"),
        ("fiscal 2023", True, "2023"),
        ("April last year", False, "2020-04"),
    ],
)
def test_a_written_date_becomes_the_days_it_covers(text: str, future: bool, iso: str | None) -> None:
    days = read_days(text, PUBLISHED, future)
    assert (When(text, *days).iso if days else None) == iso


@pytest.mark.parametrize("text", ["last year", "Tuesday", "April", "yesterday", "two years ago", "next month"])
def test_words_that_lean_on_an_unknown_day_are_not_placed(text: str) -> None:
    assert read_days(text, None) is None


def test_a_full_date_needs_no_day_of_writing() -> None:
    assert read_days("3 August 2016", None) == (date(2016, 8, 3), date(2016, 8, 3))


def test_a_day_that_no_month_has_is_not_placed() -> None:
    assert read_days("June 31, 2020", PUBLISHED) is None


def test_dates_are_found_in_running_text_and_modal_may_is_not_one() -> None:
    text = "In April, and again on 3 Aug. 2016, it may march; by May 2022 more came, and in Q3 2022."
    assert [match[0] for match in WRITTEN.finditer(text)] == ["April", "3 Aug. 2016", "May 2022", "Q3 2022"]


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.booleans())
def test_any_full_date_reads_back_whatever_day_it_is_read_on(day: date, published: date, future: bool) -> None:
    assert read_days(f"{day:%B} {day.day}, {day.year}", published, future) == (day, day)


@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(["month", "quarter", "year", "week"]), st.booleans()
)
def test_last_unit_ends_before_this_one_and_next_begins_after(published: date, unit: str, future: bool) -> None:
    last, this, following = (read_days(f"{which} {unit}", published, future) for which in ("last", "this", "next"))
    assert last is not None
    assert this is not None
    assert following is not None
    assert last[1] < this[0] <= published <= this[1] < following[0]


@pytest.mark.parametrize(
    ("words", "published", "future"),
    [
        ("yesterday", date.min, False),
        ("last year", date.min, False),
        ("tomorrow", date.max, True),
        ("next year", date.max, True),
    ],
)
def test_days_beyond_the_calendar_can_not_be_placed(words: str, published: date, future: bool) -> None:
    assert read_days(words, published, future) is None
