"""A date as an article writes it, turned into the days it covers: "last December" in May 2022 is 2021-12."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
NUMBERS |= {"a": 1, "an": 1}
SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = "|".join(WEEKDAYS)
COUNT = r"\d+|" + "|".join(NUMBERS)
YEAR = r"(?:19|20)\d\d"
RELATIVE = "last|this|next|previous|coming|past|current"

# What a date in running text looks like; the whole is then read by PATTERNS below.
WRITTEN = re.compile(
    rf"""\b(?:
      (?:(?:{DAY}),?\ )?(?:{MONTH})\.?\ \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\ {YEAR})?
    | (?:(?:{DAY}),?\ )?\d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?(?:{MONTH})\b\.?(?:,?\ {YEAR})?
    | (?:{MONTH})\b\.?(?:\ of)?,?\ (?:{YEAR}|(?:{RELATIVE})\ year)
    | (?:{RELATIVE})\ (?:{MONTH}|{DAY}|year|month|week|quarter|decade|spring|summer|autumn|fall|winter)\b
    | (?:{RELATIVE})\ (?:{COUNT}|few|several)\ (?:day|week|month|year)s
    | (?:{COUNT})\ (?:day|week|month|year|decade)s?\ (?:ago|earlier|from\ now)
    | (?:first|second|third|fourth)[\ -]quarter(?:\ of)?(?:\ {YEAR})?
    | Q[1-4]\ (?:of\ )?{YEAR}
    | (?:spring|summer|autumn|fall|winter)(?:\ of)?\ {YEAR}
    | (?:fiscal|financial)\ (?:year\ )?{YEAR}|FY\ ?(?:20)?\d\d
    | between\ {YEAR}\ and\ {YEAR}|{YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d)(?!\d)|{YEAR}s?
    | {DAY}|today|tonight|yesterday|tomorrow
    | (?:January|February|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)
    | (?:(?<=in\ )|(?<=In\ )|(?<=since\ )|(?<=by\ )|(?<=until\ )|(?<=early\ )|(?<=late\ ))(?:March|May)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def read_days(text: str, published: date | None, future: bool = False) -> Days | None:
    """The days that the words cover, or None where they can't be placed.

    Words that lean on the day of writing ("last year", "Tuesday", "April") are None where that day is unknown.
    """
    written = re.sub(r"[.,]", "", text.lower()).strip()
    written = re.sub(r"\s+", " ", written)
    for pattern, read in PATTERNS:
        match = pattern.fullmatch(written)
        if match:
            try:
                return read(match, published, future)
            except (ValueError, OverflowError):  # 31 June, or the day before the first: written, but no such day
                return None
    return None


def year_days(year: int) -> Days:
    """The days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def months_days(year: int, first: int, last: int) -> Days:
    """The days from the start of one month to the end of another in the same year; months beyond 12 run on."""
    year, first, last = year + (first - 1) // 12, (first - 1) % 12 + 1, last - (first - 1) // 12 * 12
    if last > 12:
        return date(year, first, 1), date(year + 1, last - 12, calendar.monthrange(year + 1, last - 12)[1])
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _day(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    month, day = MONTHS[match["month"]], int(match["day"])
    year = int(match["year"]) if match["year"] else _nearest_year(published, month, day, future)
    return None if year is None else (date(year, month, day), date(year, month, day))


def _month(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    month, year = MONTHS[match["month"]], match["year"]
    if year is None:
        chosen = _nearest_year(published, month, None, future)
    elif year.isdigit():
        chosen = int(year)
    else:
        chosen = published.year + SHIFT[year.split()[0]] if published else None
    return None if chosen is None else months_days(chosen, month, month)


def _nearest_year(published: date | None, month: int, day: int | None, future: bool) -> int | None:
    if published is None:
        return None
    if future:
        return published.year + ((month, day or 31) < (published.month, published.day))
    return published.year - ((month, day or 1) > (published.month, published.day))


def _shifted_month(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    if published is None:
        return None
    month, shift = MONTHS[match["month"]], SHIFT[match["which"]]
    year = published.year
    if shift < 0 and month >= published.month:
        year -= 1
    if shift > 0 and month <= published.month:
        year += 1
    return months_days(year, month, month)


def _year(match: re.Match[str], published: date | None, future: bool) -> Days:
    year = int(match["year"])
    return (date(year, 1, 1), date(year + 9, 12, 31)) if match["decade"] else year_days(year)


def _years(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    first, last = int(match["first"]), int(match["last"])
    last = first // 100 * 100 + last if last < 100 else last
    return (date(first, 1, 1), date(last, 12, 31)) if last >= first else None


def _shifted_unit(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    return _unit_away(match["unit"], SHIFT[match["which"]], published)


def _counted(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    count = _count(match["count"])
    sign = 1 if match["way"] == "from now" else -1
    return None if count is None else _unit_away(match["unit"], sign * count, published)


def _unit_away(unit: str, count: int, published: date | None) -> Days | None:
    if published is None:
        return None
    if unit == "day":
        day = published + timedelta(days=count)
        return day, day
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=count)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return months_days(published.year, published.month + count, published.month + count)
    if unit == "quarter":
        first = (published.month - 1) // 3 * 3 + 1 + 3 * count
        return months_days(published.year, first, first + 2)
    if unit == "decade":
        start = (published.year // 10 + count) * 10
        return date(start, 1, 1), date(start + 9, 12, 31)
    return year_days(published.year + count)


def _span_of_units(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    count = _count(match["count"])
    if published is None or count is None:
        return None
    days = timedelta(days=count * {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"]])
    return (published, published + days) if SHIFT[match["which"]] > 0 else (published - days, published)


def _quarter(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    number = ORDINALS[match["name"]] if match["name"] else int(match["number"])
    year = int(match["year"]) if match["year"] else published.year if published else None
    return None if year is None else months_days(year, number * 3 - 2, number * 3)


def _weekday(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    if published is None:
        return None
    back = (published.weekday() - WEEKDAYS[match["day"]]) % 7
    if match["which"] in ("next", "coming") or (match["which"] is None and future):
        day = published + timedelta(days=7 - back if back else 7)
    elif match["which"] in ("last", "past", "previous"):
        day = published - timedelta(days=back or 7)
    else:
        day = published - timedelta(days=back)
    return day, day


def _near_day(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    if published is None:
        return None
    day = published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(match["day"], 0))
    return day, day


def _season(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    which, written = match["which"], match["year"]
    if written is None and published is None:
        return None
    year = int(written) if written else published.year + SHIFT.get(which or "this", 0) if published else 0
    if match["season"] == "winter":
        return months_days(year, 12, 14)
    return months_days(year, *SEASONS[match["season"]])


def _fiscal(match: re.Match[str], published: date | None, future: bool) -> Days:
    year = int(match["year"])
    return year_days(year + 2000 if year < 100 else year)


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBERS.get(word)


Reader = Callable[[re.Match[str], date | None, bool], Days | None]
PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?:(?:{DAY}) )?(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>{YEAR}))?", _day),
        (rf"(?:(?:{DAY}) )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})(?: (?P<year>{YEAR}))?", _day),
        (rf"(?P<which>{RELATIVE}) (?P<month>{MONTH})", _shifted_month),
        (rf"(?P<month>{MONTH})(?: of)?(?: (?P<year>{YEAR}|(?:{RELATIVE}) year))?", _month),
        (rf"(?P<which>{RELATIVE}) (?P<unit>year|month|week|quarter|decade)", _shifted_unit),
        (rf"(?P<count>{COUNT}) (?P<unit>day|week|month|year|decade)s? (?P<way>ago|earlier|from now)", _counted),
        (rf"(?P<which>{RELATIVE}) (?P<count>{COUNT}) (?P<unit>day|week|month|year)s", _span_of_units),
        (
            rf"(?:(?P<name>first|second|third|fourth)[ -]quarter|q(?P<number>[1-4]))(?: of)?(?: (?P<year>{YEAR}))?",
            _quarter,
        ),
        (
            rf"(?:(?P<which>{RELATIVE}) )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: (?P<year>{YEAR}))?",
            _season,
        ),
        (rf"(?:(?:fiscal|financial) (?:year )?|fy ?)(?P<year>{YEAR}|\d\d)", _fiscal),
        (rf"(?:between )?(?P<first>{YEAR})(?: ?[-–/] ?| and )(?P<last>{YEAR}|\d\d)", _years),
        (rf"(?P<year>{YEAR})(?P<decade>s)?", _year),
        (rf"(?:(?P<which>{RELATIVE}) )?(?P<day>{DAY})", _weekday),
        (r"(?P<day>today|tonight|yesterday|tomorrow)", _near_day),
    )
)
