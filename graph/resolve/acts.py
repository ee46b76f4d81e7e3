"""Acts: which claims of one edge tell of the same deal, strike, visit or state of being. Knows nothing of a store.

The best told claims are put together first, and looser ones join the act that they fit best: so the outcome hangs on what
the claims say, never on the order in which they came. Two that agree on one thing may differ on another; such contradictions
inside an act are found by `find_contradictions`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.records import Claim
from graph.resolve.closeness import NEVER, closeness, is_close
from graph.resolve.contradictions import Contradiction, find_contradictions
from graph.resolve.gathered import POINT, Days, Gathered, days_told, length
from graph.resolve.tellings import Facts, Telling, facts_order, merge_tellings, read_telling
from graph.schema.schema import Nature, load_schema

ENDED = 3 * 365  # days without a word after which a state of being is taken for ended and begun again
NEAR = 25  # days between two claims beyond which they are of different events, other things the same
PERIOD = 366  # days from which a date is taken for all the time that a state of being held


@dataclass(frozen=True, slots=True)
class Act:
    """One act of an edge: the claims that tell of it, smallest id first, and where they contradict each other.

    `id` is the smallest of the claims' ids, so that it stays while the claims stay.
    """

    id: str
    claims: tuple[str, ...]
    contradictions: tuple[Contradiction, ...] = ()


def group_acts(claims: Iterable[Claim]) -> list[Act]:
    """The acts that claims of one edge tell of (same relation and ends), smallest id first.

    A claim of a relation that the schema lacks is taken for a claim of a state of being.
    """
    claims = list(claims)
    known = load_schema().relations.get(claims[0].relation) if claims else None
    nature: Nature = known.nature if known else "state"
    told = {claim.id: read_telling(nature, claim) for claim in claims}
    ids: dict[Facts, list[str]] = {}
    for id, telling in told.items():
        ids.setdefault(telling.facts, []).append(id)
    acts = []
    for group in group_tellings(nature, merge_tellings(told.values())):
        members = sorted(id for telling in group for id in ids[telling.facts])
        acts.append(Act(members[0], tuple(members), find_contradictions(nature, [told[id] for id in members])))
    return sorted(acts, key=lambda act: act.id)


def group_tellings(nature: Nature, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The same over tellings that were merged, no two of them with the same facts."""
    if len(tellings) < 2:
        return [list(tellings)] if tellings else []
    if nature == "state":
        return _periods(tellings)
    lasting = [each for each in tellings if each.facts.lasting]
    return _periods(lasting, lasting=True) + _gather(nature, [each for each in tellings if not each.facts.lasting])


def _gather(nature: Nature, tellings: Sequence[Telling]) -> list[list[Telling]]:
    acts: list[Gathered] = []
    on_day: dict[
        int | None, list[int]
    ] = {}  # places of the events that claims put on a day; None: in a month or a year
    for telling in sorted(tellings, key=_best_told_first):
        days = days_told(telling.facts)
        day = _point(telling.facts, days) if nature == "event" else None
        near = acts if day is None else [acts[place] for place in _near(on_day, day)]
        fits = [(closeness(nature, telling.facts, days, act), act.claims, -place) for place, act in enumerate(near)]
        points, _claims, place = max(fits, default=(NEVER, 0, 0))
        if is_close(points):
            best = near[-place]
        else:
            best = Gathered(len(acts))
            acts.append(best)
        best.add(telling)
        on_day.setdefault(day, []).append(best.place)
    return [act.tellings for act in acts]


def _near(on_day: Mapping[int | None, Sequence[int]], day: int) -> list[int]:
    days = (None, *range(day - NEAR, day + NEAR + 1))
    return sorted({place for other in days for place in on_day.get(other, ())})


def _point(facts: Facts, days: Days | None) -> int | None:
    """The day of an event that a claim places in a few days; None where it may be far from that."""
    if days is None:
        return facts.day.toordinal() if facts.day else None
    return days[0] if length(days) <= POINT else None


def _best_told_first(telling: Telling) -> tuple[object, ...]:
    facts = telling.facts
    days = (facts.end - facts.start).days if facts.start and facts.end else 10_000
    dated = 2 if days <= 31 else 1 if days <= 366 else 0
    named = sum(part is not None for part in (facts.quantity, facts.value)) + bool(facts.roles)
    return (-2 * dated - named, facts_order(facts))


def _periods(tellings: Sequence[Telling], *, lasting: bool = False) -> list[list[Telling]]:
    """Tellings of a state of being, apart where a period that a text names has ended and days long after it are named.

    A lasting event is over where no text names a day of it for so long.
    """
    spans = {each.facts: _span(each.facts) for each in tellings}
    dated = sorted(
        (each for each in tellings if spans[each.facts]), key=lambda each: (spans[each.facts], facts_order(each.facts))
    )
    acts: list[list[Telling]] = []
    starts: list[int] = []
    last, ended = 0, False
    for telling in dated:
        start, end = spans[telling.facts] or (0, 0)
        if not acts or ((ended or lasting) and start - last > ENDED):
            acts.append([])
            starts.append(start)
            last, ended = 0, False
        acts[-1].append(telling)
        if end > last:
            last, ended = end, end - start > PERIOD
    for telling in tellings:
        if not spans[telling.facts]:
            _at(telling.facts, acts, starts).append(telling)
    return acts


def _at(facts: Facts, acts: list[list[Telling]], starts: Sequence[int]) -> list[Telling]:
    """The act that a claim without a date tells of: the last that had begun on the day of the report."""
    if not acts:
        acts.append([])
    if facts.day is None:
        return acts[-1]
    begun = [place for place, start in enumerate(starts) if start <= facts.day.toordinal() + 365]
    return acts[max(begun, default=0)]


def _span(facts: Facts) -> tuple[int, int] | None:
    days = [day.toordinal() for day in (facts.start, facts.end) if day]
    return (days[0], days[-1]) if days else None
