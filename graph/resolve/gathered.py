"""What the claims gathered in one act tell together, kept so that a claim more is compared with it at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from graph.resolve.tellings import Facts, Telling

_Item = TypeVar("_Item", int, tuple[int, int])
Days = tuple[int, int]  # first and last day, as ordinals

PRECISE = 31  # days within which a date counts as one that was told, not a year
POINT = 10  # days within which it is that of one event


@dataclass(slots=True)
class Gathered:
    """An act in the making, in its place among others: its tellings, and what they say. Days are sorted, each kept once."""

    place: int = 0
    tellings: list[Telling] = field(default_factory=list)
    claims: int = 0
    quantities: set[float] = field(default_factory=set)
    values: dict[str | None, set[float]] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    precise: list[Days] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    wide: list[Days] = field(default_factory=list)
    reports: list[int] = field(default_factory=list)

    def add(self, telling: Telling) -> None:
        """Take in a telling."""
        facts = telling.facts
        self.tellings.append(telling)
        self.claims += telling.claims
        if facts.quantity is not None:
            self.quantities.add(facts.quantity)
        if facts.value is not None:
            self.values.setdefault(facts.currency, set()).add(facts.value)
        for role, entity in facts.roles:
            self.roles.setdefault(role, set()).add(entity)
        days = days_told(facts)
        if days:
            _keep(self.precise if length(days) <= PRECISE else self.wide, days)
            if length(days) <= PRECISE:
                _keep(self.starts, days[0])
            if length(days) <= POINT:
                _keep(self.points, days[0])
        elif facts.day:
            _keep(self.reports, facts.day.toordinal())

    @property
    def dated(self) -> bool:
        """Whether any claim says when it was."""
        return bool(self.precise or self.wide)

    @property
    def first(self) -> int | None:
        """The first day that is named or on which it was reported; None where there is none."""
        starts = [each[0][0] for each in (self.precise, self.wide) if each] + self.reports[:1]
        return min(starts, default=None)

    def near(self, day: int) -> list[int]:
        """Days on which it began or was reported: those nearest to this, before and after."""
        found = [*nearest(self.starts, day), *nearest(self.reports, day)]
        return found + [start for start, _end in self.wide]

    def gap(self, days: Days, *, wide: bool = True) -> int | None:
        """The days between these and the nearest that are named, 0 where they meet; without the wide ones if so asked."""
        found = [gap(days, other) for other in _around(self.precise, days)]
        if wide:
            found += [gap(days, other) for other in self.wide]
        return min(found, default=None)


def nearest(days: Sequence[int], day: int) -> Sequence[int]:
    """Of sorted days the nearest to this, before and after."""
    place = bisect_left(days, day)
    return days[max(0, place - 1) : place + 1]


def days_told(facts: Facts) -> Days | None:
    """The days that a claim names; an open end lasts for ever. None where it names none."""
    if facts.start is None and facts.end is None:
        return None
    last = date.max if facts.end is None else facts.end
    return (facts.start or facts.end or last).toordinal(), last.toordinal()


def length(days: Days) -> int:
    """How many days these are."""
    return days[1] - days[0] + 1


def gap(one: Days, other: Days) -> int:
    """The days between both, 0 where they meet."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _around(precise: Sequence[Days], days: Days) -> Sequence[Days]:
    """Those among which the nearest must be: all that begin within, one before and one after. None is long."""
    first = bisect_left(precise, (days[0] - PRECISE, 0))
    last = bisect_right(precise, (days[1], date.max.toordinal()))
    return precise[max(0, first - PRECISE) : last + 1] if first == last else precise[max(0, first - 1) : last + 1]


def _keep(items: list[_Item], item: _Item) -> None:
    place = bisect_left(items, item)
    if place == len(items) or items[place] != item:
        items.insert(place, item)
