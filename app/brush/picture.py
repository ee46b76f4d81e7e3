"""From claims day by day to what the brush draws: bars without gaps, and the days that are chosen. Knows no Streamlit."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from app import filtering, text
from graph.analysis.timeline import gather
from graph.store.facets import APART, Days
from graph.store.filter import Filter

MOST = 120  # bars side by side that can still be told apart
SHORT = {"day": 1, "week": 7}  # what a bar may stand for where there are few days


def payload(days: Days, filter: Filter, *, height: int = 64) -> dict[str, Any]:
    """Everything the brush needs, as JSON; `days` are of the clock that is shown."""
    since, until = (getattr(filter, name) for name in APART[days.clock])
    step, bars = _bars(days.counts)
    first, last = (bars[0]["first"], bars[-1]["last"]) if bars else (None, None)
    return {
        "clock": days.clock,
        "clocks": [{"name": name, "words": words} for name, words in filtering.CLOCKS.items()],
        "first": min((day for day in (first, _iso(since), _iso(until)) if day and first), default=None),
        "last": max((day for day in (last, _iso(since), _iso(until)) if day and last), default=None),
        "from": _iso(since),
        "until": _iso(until),
        "bars": bars,
        "each": step,
        "words": _words(days, filter),
        "height": height,
    }


def _bars(counts: Mapping[date, int]) -> tuple[str, list[dict[str, Any]]]:
    if not counts:
        return "day", []
    length = (max(counts) - min(counts)).days + 1
    for step, days in SHORT.items():
        if length <= MOST * days:
            return step, _short(counts, days)
    gathered = gather(((day, "", number) for day, number in counts.items()), MOST)
    bars = [_bar(bar.first, bar.last, bar.name, bar.total) for bar in gathered.bars]
    return gathered.step, bars


def _short(counts: Mapping[date, int], days: int) -> list[dict[str, Any]]:
    """Bars of so many days each; a week begins on its Monday."""
    first = min(counts)
    start = first - timedelta(days=first.weekday() if days == SHORT["week"] and first.toordinal() > days else 0)
    gathered: Counter[int] = Counter()
    for day, number in counts.items():
        gathered[(day - start).days // days] += number
    bars = []
    for place in range((max(counts) - start).days // days + 1):
        begin = start + timedelta(days=place * days)
        end = begin + timedelta(days=days - 1)
        bars.append(_bar(begin, end, str(begin) if days == 1 else f"week of {begin}", gathered[place]))
    return bars


def _bar(first: date, last: date, name: str, claims: int) -> dict[str, Any]:
    return {"first": str(first), "last": str(last), "name": name, "claims": claims}


def _words(days: Days, filter: Filter) -> str:
    """How many claims lie inside, of how many, how many have no day at all, and what the other clock leaves out."""
    since, until = (getattr(filter, name) for name in APART[days.clock])
    total = sum(days.counts.values())
    inside = days.between(since, until)
    asked = since is not None or until is not None
    counted = f"{inside:,} of {text.plural(total, 'claim')}" if asked else text.plural(total, "claim")
    silent = f"{days.undated:,} without a day{', left out' if asked else ''}" if days.undated else ""
    other = [
        f"also {chip.words}" for chip in filtering.chips(filter) if chip.field in APART and chip.field != days.clock
    ]
    long = "those of several days stand at the first" if any(first != last for first, last in days.spans) else ""
    return " · ".join(part for part in (counted, silent, long, *other) if part)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
