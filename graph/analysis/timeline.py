"""How much was said when: counts by month gathered into months, quarters or years, without gaps."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

MOST = 60  # bars side by side that can still be told apart and pressed
STEPS = {"month": 1, "quarter": 3, "year": 12}  # what a bar may stand for, in months


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of days, both included, what it is called, and how much of each kind there is in it."""

    first: date
    last: date
    name: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars from the first to the last without a gap, and what each stands for: a month, a quarter, a year or more."""

    bars: tuple[Bar, ...]
    step: str


def gather(counted: Iterable[tuple[date, str, int]], most: int = MOST) -> Timeline:
    """Counts (a day, a kind, how many) as at most so many bars, each as short as that allows."""
    rows = [(_month(day), kind, number) for day, kind, number in counted]
    if not rows:
        return Timeline((), "month")
    first, last = min(row[0] for row in rows), max(row[0] for row in rows)
    step, months = _step(first, last, most)
    bars: dict[int, Counter[str]] = {at: Counter() for at in range(first // months, last // months + 1)}
    for month, kind, number in rows:
        bars[month // months][kind] += number
    return Timeline(tuple(_bar(at * months, months, step, counts) for at, counts in bars.items()), step)


def _step(first: int, last: int, most: int) -> tuple[str, int]:
    for name, months in STEPS.items():
        if last // months - first // months < most:
            return name, months
    years = 10
    while last // (12 * years) - first // (12 * years) >= most:
        years *= 10
    return f"{years} years", 12 * years


def _bar(month: int, months: int, step: str, counts: Counter[str]) -> Bar:
    first, last = _day(month), _day(month + months) - timedelta(days=1)
    names = {
        "month": f"{first:%b} {first.year}",
        "quarter": f"Q{month % 12 // 3 + 1} {first.year}",
        "year": str(first.year),
    }
    return Bar(first, last, names.get(step, f"{first.year} to {last.year}"), dict(counts))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day(month: int) -> date:
    """The first day of a month, counted from the year 0; what lies outside the calendar becomes its first or last day."""
    if month < 12:
        return date.min
    return date(month // 12, month % 12 + 1, 1) if month // 12 <= MAXYEAR else date.max
