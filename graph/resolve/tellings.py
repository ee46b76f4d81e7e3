"""What claims of one edge tell of an act, without their words: claims that tell the same count as one telling."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeVar

from graph.records import Claim
from graph.schema.schema import Nature, load_schema

_Value = TypeVar("_Value")
Roles = tuple[tuple[str, str], ...]


class Facts(NamedTuple):
    """What a claim tells of its act.

    `start` and `end` are the days it happened, as far as they are told. `day` is about when it was reported, None where
    the claim says itself when it happened: to the day of an event, to the month of a deal, to the year of a state. `lasting` is for an event
    that goes on for long, by its words: an invasion.
    """

    modality: str
    start: date | None = None
    end: date | None = None
    quantity: float | None = None
    value: float | None = None
    currency: str | None = None
    roles: Roles = ()
    day: date | None = None
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims of one edge with the same facts.

    `id` is the smallest of their ids; `first` and `last` the days they were reported on, `newest` the smallest id of those
    of the last day. `reported` of the `claims` are put in somebody's mouth; `confidence` is that of the surest.
    """

    facts: Facts
    id: str
    newest: str
    claims: int = 1
    reported: int = 0
    confidence: float | None = None
    first: date | None = None
    last: date | None = None

    def __add__(self, other: "Telling") -> "Telling":
        return replace(
            self,
            id=min(self.id, other.id),
            newest=min((self, other), key=_newest_first).newest,
            claims=self.claims + other.claims,
            reported=self.reported + other.reported,
            confidence=max(_told(self.confidence, other.confidence), default=None),
            first=min(_told(self.first, other.first), default=None),
            last=max(_told(self.last, other.last), default=None),
        )


def make_facts(
    nature: Nature,
    modality: str,
    *,
    start: date | None = None,
    end: date | None = None,
    quantity: float | None = None,
    value: float | None = None,
    currency: str | None = None,
    roles: Iterable[tuple[str, str]] = (),
    reported_on: date | None = None,
    lasting: bool = False,
) -> Facts:
    """The facts of one claim. `currency` counts only beside a value."""
    day = _about("state" if lasting else nature, reported_on) if start is None and end is None and reported_on else None
    return Facts(
        modality,
        start,
        end,
        quantity,
        value,
        currency if value is not None else None,
        tuple(sorted(roles)),
        day,
        lasting,
    )


def read_telling(nature: Nature, claim: Claim) -> Telling:
    """A claim as a telling of its own."""
    facts = make_facts(
        nature,
        claim.modality.value,
        start=claim.when.start if claim.when else None,
        end=claim.when.end if claim.when else None,
        quantity=claim.quantity.plain if claim.quantity else None,
        value=claim.value.plain if claim.value else None,
        currency=claim.value.currency if claim.value else None,
        roles=claim.roles.items(),
        reported_on=claim.reported_on,
        lasting=is_lasting(claim.relation, _cue(claim)),
    )
    day = claim.reported_on
    return Telling(facts, claim.id, claim.id, 1, int(claim.reported), claim.confidence, day, day)


def is_lasting(relation: str, cue: str) -> bool:
    """Whether a claim's cue is a word for an event that goes on for long."""
    known = load_schema().relations.get(relation)
    return known is not None and not set(known.lasting).isdisjoint(cue.lower().split())


def merge_tellings(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling for each set of facts, in a fixed order, whatever the order they came in."""
    merged: dict[Facts, Telling] = {}
    for telling in tellings:
        known = merged.get(telling.facts)
        merged[telling.facts] = telling if known is None else known + telling
    return sorted(merged.values(), key=lambda each: facts_order(each.facts))


def facts_order(facts: Facts) -> tuple[object, ...]:
    """A key that puts facts in a fixed order."""
    return tuple(_orderly(facts))


def _orderly(facts: Facts) -> Iterator[object]:
    for part in facts:
        yield (part is not None, part if part is not None else 0)


def _cue(claim: Claim) -> str:
    evidence = claim.evidence
    return evidence.sentence[max(0, evidence.cue[0] - evidence.start) : max(0, evidence.cue[1] - evidence.start)]


def _about(nature: Nature, day: date) -> date:
    if nature == "event":
        return day
    return day.replace(day=1) if nature == "deal" else day.replace(month=1, day=1)


def _newest_first(telling: Telling) -> tuple[int, str]:
    return (-telling.last.toordinal() if telling.last else 0, telling.newest)


def _told(*values: _Value | None) -> list[_Value]:
    return [value for value in values if value is not None]
