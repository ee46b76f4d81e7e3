"""A publication date as outlets write it, read without guessing."""

import re
from datetime import date

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = r"(?:,?(?:\s+at)?[\sT]+\d{1,2}:\d{2}.*)?"
YEAR_FIRST = re.compile(rf"(?P<y>\d{{4}})(?P<sep>[-/.]?)(?P<m>\d{{2}})(?P=sep)(?P<d>\d{{2}}){CLOCK}", re.I)
DAY_FIRST = re.compile(
    rf"{WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m>[a-z]+)\.?,?[\s-]+(?P<y>\d{{4}}){CLOCK}", re.I
)
MONTH_FIRST = re.compile(
    rf"{WEEKDAY}(?P<m>[a-z]+)\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){CLOCK}", re.I
)
NUMBERS = re.compile(rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}){CLOCK}", re.I)
ADVICE = "write it as 2021-11-22"


def parse_date(text: str) -> date:
    """The day that a written date names: "2021-11-22", "22 November 2021", "Nov. 22, 2021", with or without a clock.

    Raises ValueError, with a reason fit for a user, where the words could mean two days, or none: "03/04/2021",
    "22/11/21", "November 2021", "31 June 2021".
    """
    written = " ".join(text.split())
    for pattern in (YEAR_FIRST, DAY_FIRST, MONTH_FIRST):
        if match := pattern.fullmatch(written):
            return _make_date(written, match["y"], _month(written, match["m"]), match["d"])
    if match := NUMBERS.fullmatch(written):
        return _from_numbers(written, int(match["a"]), int(match["b"]), match["y"])
    raise ValueError(f"{_shown(written)} is not a date with day, month and four-digit year; {ADVICE}")


def _from_numbers(written: str, first: int, second: int, year: str) -> date:
    if first != second and first <= 12 and second <= 12:
        raise ValueError(f"{_shown(written)} could be two different days; {ADVICE}")
    day, month = (second, first) if second > 12 else (first, second)
    return _make_date(written, year, month, day)


def _month(written: str, word: str) -> int:
    if word.isdecimal():
        return int(word)
    for number, names in enumerate(MONTHS, 1):
        if word.lower() in names:
            return number
    raise ValueError(f"{_shown(written)} names no month; {ADVICE}")


def _make_date(written: str, year: str | int, month: str | int, day: str | int) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"{_shown(written)} is no day of the calendar; {ADVICE}") from None


def _shown(written: str) -> str:
    return f'"{written[:40]}"'
