"""Deals as reports tell them: who buys what from whom, how many, for how much, and how far it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.records import Modality


@dataclass(frozen=True, slots=True)
class Sale:
    """What one claim tells of a deal; entities by their ids. `sentence` is where it stands: a document's id and an offset."""

    claim: str
    act: str
    sentence: tuple[str, int]
    buyer: str | None
    seller: str | None
    what: str | None
    modality: Modality
    cue: str
    reported_on: date | None = None
    event_start: date | None = None
    event_end: date | None = None
    quantity: float | int | None = None
    value: float | int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a deal was by one report: "signed", the day it was reported, and the claim that says so."""

    name: str
    day: date | None
    claim: str


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal. `sales` are all that tell of it, newest first; `stages` how far it got, in the order of the reports.

    Quantity, value and day are of the newest report that gives one: they are never added up.
    """

    buyer: str | None
    seller: str | None
    what: str | None
    sales: tuple[Sale, ...]
    stages: tuple[Stage, ...]

    @property
    def status(self) -> str:
        """How far it got by all reports; denied only where none says otherwise."""
        return max((stage.name for stage in self.stages), key=stage_order)

    @property
    def disputed(self) -> bool:
        """Whether some report denies what another says."""
        names = {stage.name for stage in self.stages}
        return "denied" in names and len(names) > 1

    def newest(self, name: str) -> Sale | None:
        """The newest report that says something of that name: quantity, value, event_start."""
        return next((sale for sale in self.sales if getattr(sale, name) is not None), None)


def parts_of(relation: str) -> Mapping[str, str] | None:
    """Which end or role of a claim of that relation is buyer, seller and what; None for one that tells of no deal."""
    found: Mapping[str, str] | None = _read()["parts"].get(relation)
    return found


def deal_relations() -> tuple[str, ...]:
    """The relations that tell of deals."""
    return tuple(_read()["parts"])


def stage_of(modality: Modality, cue: str) -> str:
    """How far a deal is by a claim's modality and the word that tells it."""
    if modality is not Modality.ASSERTED:
        return modality.value
    words = cue.lower().split()
    stages: Mapping[str, Sequence[str]] = _read()["stages"]
    found = (name for name, begins in stages.items() if any(word.startswith(tuple(begins)) for word in words))
    return next(found, Modality.ASSERTED.value)


def stage_order(name: str) -> int:
    """Where a stage stands between denied and delivered."""
    order: Sequence[str] = _read()["order"]
    return order.index(name)


def find_deals(sales: Iterable[Sale]) -> list[Deal]:
    """The deals that these reports tell of, the one reported last first.

    Reports of one act are of one deal. So are acts of two edges that one sentence tells, where neither names another
    buyer, seller or thing: "Morocco ordered drones from Türkiye" is an order and a supply, and one deal.
    """
    acts: dict[str, list[Sale]] = {}
    for sale in sorted(sales, key=lambda sale: sale.claim):
        acts.setdefault(sale.act, []).append(sale)
    deals = [_deal(group) for group in _joined(list(acts.values()))]
    return sorted(deals, key=lambda deal: (-_last(deal), deal.sales[0].claim))


def _joined(acts: Sequence[list[Sale]]) -> Iterator[list[Sale]]:
    groups: list[list[Sale]] = []
    told: dict[tuple[str, int], set[int]] = {}  # by sentence, the places of the groups that it tells of
    for act in acts:
        near = sorted({place for sale in act for place in told.get(sale.sentence, ())})
        place = next((place for place in near if _one_deal(groups[place], act)), len(groups))
        if place == len(groups):
            groups.append([])
        groups[place] += act
        for sale in act:
            told.setdefault(sale.sentence, set()).add(place)
    yield from groups


def _one_deal(one: Sequence[Sale], other: Sequence[Sale]) -> bool:
    """Whether two that one sentence tells are one deal: neither names another buyer, seller or thing."""
    return all(_fits(_first(one, name), _first(other, name)) for name in ("buyer", "seller", "what"))


def _fits(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _deal(sales: Sequence[Sale]) -> Deal:
    ordered = tuple(sorted(sales, key=lambda sale: (-_ordinal(sale.reported_on), sale.claim)))
    buyer, seller, what = (_first(ordered, name) for name in ("buyer", "seller", "what"))
    return Deal(buyer, seller, what, ordered, tuple(_stages(ordered)))


def _stages(sales: Sequence[Sale]) -> Iterator[Stage]:
    """Each stage once, by its first report, in the order in which they were reported."""
    seen: set[str] = set()
    for sale in reversed(sales):
        name = stage_of(sale.modality, sale.cue)
        if name not in seen:
            seen.add(name)
            yield Stage(name, sale.reported_on, sale.claim)


def _first(sales: Sequence[Sale], name: str) -> str | None:
    return next((getattr(sale, name) for sale in sales if getattr(sale, name)), None)


def _last(deal: Deal) -> int:
    return max(_ordinal(sale.reported_on) for sale in deal.sales)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


@cache
def _read() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load((files("graph.analysis") / "deals.yml").read_text(encoding="utf-8"))
    return read
