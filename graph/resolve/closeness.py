"""How close what a claim tells is to what others tell of an act: points for what agrees, against what doesn't.

The points were set on the first half of tests/resolve/acts.yml; the second half was labelled afterwards.
"""

from collections.abc import Collection
from functools import cache

from graph.lexicon.lexicon import load_lexicon
from graph.resolve.gathered import POINT, PRECISE, Days, Gathered, length, nearest
from graph.resolve.tellings import Facts
from graph.schema.schema import Nature

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
YEAR = 366
AHEAD, BEHIND = -4, 10  # days from an event to a report that gives no date, before and after it


def is_close(points: float) -> bool:
    """Whether so many points are enough for one act."""
    return points >= CLOSE


def closeness(nature: Nature, facts: Facts, days: Days | None, act: Gathered) -> float:
    """Points for a claim as one more of an act; `days` are those that the claim tells, found once for all acts."""
    when = _event_time(facts, days, act) if nature == "event" else _deal_time(facts, days, act)
    if when <= NEVER:
        return when
    weight = 0.25 if nature == "event" else 1.0
    points = when
    if facts.quantity is not None:
        points += weight * _numbers(facts.quantity, act.quantities)
    if facts.value is not None:
        points += weight * _numbers(facts.value, act.values.get(facts.currency, ()))
    return points + sum(_role(name, id, act.roles.get(name)) for name, id in facts.roles)


def _numbers(mine: float, others: Collection[float]) -> float:
    if not others:
        return 0.0
    nearest_one = max(_alike(mine, other) for other in others)
    if nearest_one > 0.99:
        return FEW_AGREE if mine < FEW else AGREES
    return NEARLY if nearest_one >= ALIKE else DIFFERS


def _alike(one: float, other: float) -> float:
    return min(one, other) / max(one, other) if max(one, other) > 0 else float(one == other)


def _deal_time(facts: Facts, mine: Days | None, act: Gathered) -> float:
    if mine and act.dated:
        return _between(mine, act)
    if mine:
        return _since(min((abs(day - mine[0]) for day in nearest(act.reports, mine[0])), default=0))
    if facts.day is None or act.first is None:
        return 0.0
    day = facts.day.toordinal()
    begun = [start for start in act.near(day + 31) if start <= day + 62]
    if begun:
        return _since(min(abs(day + 31 - start) for start in begun))
    early = act.first - day
    return 0.5 if early < 200 else -1.0 if early < 400 else -3.0


def _since(days: int) -> float:
    return 2.0 - days / 200 if days < 200 else 1.0 - days / 2000


def _between(mine: Days, act: Gathered) -> float:
    apart = act.gap(mine) or 0
    if apart == 0:
        return 3.0 if length(mine) <= PRECISE and act.gap(mine, wide=False) == 0 else 1.5
    if apart <= 45:
        return 1.0
    if apart <= 200:
        return 0.0
    return -1.0 if apart <= 400 else -2.0 if apart <= 800 else -4.0


def _event_time(facts: Facts, mine: Days | None, act: Gathered) -> float:
    if mine and length(mine) <= POINT and act.points:
        apart = act.gap(mine, wide=False)
        return NEVER if apart is None or apart > 2 else 2.0 if apart <= 1 else 0.5
    if mine:
        return 1.0 if length(mine) <= YEAR and act.gap(mine) == 0 else NEVER
    if facts.day is None:
        return NEVER if act.points else 0.0
    day = facts.day.toordinal()
    lags = [day - start for start in nearest(act.points, day)] + [abs(day - each) for each in nearest(act.reports, day)]
    lag = min((each for each in lags if AHEAD <= each <= BEHIND), key=abs, default=None)
    return NEVER if lag is None else 1.5 - abs(lag) / 10


def _role(name: str, id: str, others: Collection[str] | None) -> float:
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
