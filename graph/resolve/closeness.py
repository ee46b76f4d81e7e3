"""How close what a claim tells is to what others tell of an act: points for what agrees, against what doesn't.

The points were set on the first half of tests/resolve/acts.yml; the second half was labelled afterwards.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from graph.lexicon.lexicon import load_lexicon
from graph.resolve.tellings import Facts
from graph.schema.schema import Nature

Days = tuple[int, int]

CLOSE = -0.25  # points from which a claim belongs to an act
AGREES, NEARLY, DIFFERS = 3.0, 1.0, -2.0  # points for a quantity or value
FEW, FEW_AGREE = 10, 1.0  # so few things are often as many by chance
ALIKE = 0.85  # two numbers are nearly the same where the smaller is so much of the larger
NEVER = -10.0  # points that nothing makes up for
ROLES = {
    "system": (0.5, -5.0),
    "counterpart": (1.0, -2.0),
    "event": (1.0, -5.0),
    "place": (1.0, -3.0),
    "under": (1.0, -1.0),
}
PRECISE = 31  # days within which a date counts as one that was told, not a year


def is_close(points: float) -> bool:
    """Whether so many points are enough for one act."""
    return points >= CLOSE


def far(nature: Nature, facts: Facts, other: Facts) -> bool:
    """Whether two events lie so far apart that nothing else needs to be looked at."""
    mine, others = _days(facts), _days(other)
    return nature == "event" and mine is not None and others is not None and _gap(mine, others) > 60


def closeness(nature: Nature, facts: Facts, act: Sequence[Facts]) -> float:
    """Points for a claim as one more of an act."""
    number = _numbers([facts.quantity], [each.quantity for each in act])
    worth = _numbers([facts.value], [each.value for each in act if each.currency == facts.currency])
    when = _event_time(facts, act) if nature == "event" else _deal_time(facts, act)
    weight = 0.25 if nature == "event" else 1.0
    return when + weight * (number + worth) + sum(_role(name, id, act) for name, id in facts.roles)


def _numbers(mine: Sequence[float | None], others: Sequence[float | None]) -> float:
    pairs = [(a, b) for a in mine for b in others if a is not None and b is not None]
    if not pairs:
        return 0.0
    nearest = max(min(a, b) / max(a, b) if max(a, b) > 0 else float(a == b) for a, b in pairs)
    if nearest > 0.99:
        return FEW_AGREE if max(a for a in mine if a is not None) < FEW else AGREES
    return NEARLY if nearest >= ALIKE else DIFFERS


def _deal_time(facts: Facts, act: Sequence[Facts]) -> float:
    mine, dated = _told(facts), [days for each in act if (days := _told(each))]
    reports = [each.day.toordinal() for each in act if each.day]
    if mine and dated:
        return _between(mine, dated)
    if mine:
        return _since(min(abs(day - mine[0]) for day in reports) if reports else 0)
    if facts.day is None:
        return 0.0
    day = facts.day.toordinal()
    after = [day + 31 - start for start in [*(days[0] for days in dated), *reports] if day + 62 >= start]
    if not after:
        first = min([*(days[0] for days in dated), *reports], default=day)
        return 0.5 if first - day < 200 else -1.0 if first - day < 400 else -3.0
    return _since(min(abs(each) for each in after))


def _since(days: int) -> float:
    return 2.0 - days / 200 if days < 200 else 1.0 - days / 2000


def _between(mine: Days, others: Sequence[Days]) -> float:
    gap = min(_gap(mine, other) for other in others)
    if gap == 0:
        precise = _length(mine) <= PRECISE and any(
            _gap(mine, each) == 0 and _length(each) <= PRECISE for each in others
        )
        return 3.0 if precise else 1.5
    if gap <= 45:
        return 1.0
    if gap <= 200:
        return 0.0
    return -1.0 if gap <= 400 else -2.0 if gap <= 800 else -4.0


def _event_time(facts: Facts, act: Sequence[Facts]) -> float:
    mine = _told(facts)
    points = [days for each in act if (days := _told(each)) and _length(days) <= 10]
    if mine and points:
        gap = min(_gap(mine, other) for other in points)
        if _length(mine) <= 10:
            return 2.0 if gap <= 1 else 0.5 if gap <= 2 else NEVER
        return 1.0 if gap == 0 and _length(mine) <= 366 else NEVER
    if mine:
        spans = [days for each in act if (days := _told(each))]
        return 1.0 if any(_gap(mine, each) == 0 and _length(each) <= 366 for each in spans) else NEVER
    if facts.day is None:
        return NEVER if points else 0.0
    day = facts.day.toordinal()
    lags = [day - start for start, end in points] + [abs(day - each.day.toordinal()) for each in act if each.day]
    lag = min((each for each in lags if -4 <= each <= 10), key=abs, default=None)
    return NEVER if lag is None else 1.5 - abs(lag) / 10


def _role(name: str, id: str, act: Sequence[Facts]) -> float:
    others = {other for facts in act for role, other in facts.roles if role == name}
    agrees, differs = ROLES.get(name, (1.0, -1.0))
    if not others:
        return 0.0
    if id in others:
        return agrees
    if name == "system" and any(_akin(id, other) for other in others):
        return 0.5
    if name == "counterpart" and all(id.partition(":")[1] != other.partition(":")[1] for other in others):
        return 0.0  # a firm and its state
    return differs


@cache
def _akin(one: str, other: str) -> bool:
    """Whether two systems may be the same thing: variants of a family, or a class that may have the other in it."""
    if _is_class(one) or _is_class(other) or one.startswith(other) or other.startswith(one):
        return True
    entries = load_lexicon().entries
    families = [{id, entries[id].family} - {None} if id in entries else {id} for id in (one, other)]
    return bool(families[0] & families[1])


def _is_class(id: str) -> bool:
    lexicon = load_lexicon()
    last = id.rpartition("-")[2].rpartition(":")[2]
    words = lexicon.nouns.system_words
    return id not in lexicon.entries and (last in words or last.removesuffix("s") in words)


def _days(facts: Facts) -> Days | None:
    return _told(facts) or ((facts.day.toordinal(), facts.day.toordinal()) if facts.day else None)


def _told(facts: Facts) -> Days | None:
    if facts.start is None and facts.end is None:
        return None
    last = date.max if facts.end is None else facts.end
    return (facts.start or facts.end or last).toordinal(), last.toordinal()


def _length(days: Days) -> int:
    return days[1] - days[0] + 1


def _gap(one: Days, other: Days) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])
