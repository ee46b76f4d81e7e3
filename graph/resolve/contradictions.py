"""Where claims about one act contradict each other: 13 or 19 drones, 2020 or 2021, said and denied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.records import Modality, When
from graph.resolve.tellings import Facts, Telling
from graph.schema.schema import Nature

AGREE = 0.95  # two values in one currency are one, rounded, where the smaller is so much of the larger


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What is told in more than one way, and the claims on each side: `sides` has (what is told, ids of claims).

    `about` is quantity, value, date or denial.
    """

    about: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]


def find_contradictions(nature: Nature, claims: Iterable[Telling]) -> tuple[Contradiction, ...]:
    """The contradictions among claims of one act, each claim a telling of its own; the best supported side first.

    Days of what lasts contradict nothing: it was so on all of them.
    """
    told = sorted(claims, key=lambda each: each.id)
    found = (_denial(told), _quantity(told), _value(told), None if nature == "state" else _date(told))
    return tuple(each for each in found if each is not None)


def _denial(told: Sequence[Telling]) -> Contradiction | None:
    sides: dict[str, list[str]] = {}
    for each in told:
        if each.facts.modality == Modality.DENIED:
            sides.setdefault("denied", []).append(each.id)
        elif each.facts.modality == Modality.ASSERTED:
            sides.setdefault("asserted", []).append(each.id)
    return _against("denial", sides)


def _quantity(told: Sequence[Telling]) -> Contradiction | None:
    sides: dict[str, list[str]] = {}
    for each in told:
        if each.facts.quantity is not None:
            sides.setdefault(f"{each.facts.quantity:,}", []).append(each.id)
    return _against("quantity", sides)


def _value(told: Sequence[Telling]) -> Contradiction | None:
    """Two currencies don't contradict each other, nor does one number and the same number rounded."""
    by_currency: dict[str, dict[float, list[str]]] = {}
    for each in told:
        if each.facts.value is not None:
            sides = by_currency.setdefault(each.facts.currency or "", {})
            near = next((number for number in sides if _agree(number, each.facts.value)), each.facts.value)
            sides.setdefault(near, []).append(each.id)
    apart = {
        f"{number:,} {currency}".strip(): ids
        for currency, sides in sorted(by_currency.items())
        if len(sides) > 1
        for number, ids in sides.items()
    }
    return _against("value", apart)


def _date(told: Sequence[Telling]) -> Contradiction | None:
    """Dates contradict where none has a day in common with the others: a year doesn't contradict its months."""
    dated = [each for each in told if each.facts.start and each.facts.end and not each.facts.lasting]
    dated.sort(key=lambda each: (_days(each.facts), each.id))
    sides: dict[str, list[str]] = {}
    for each in dated:
        fits = [name for name, ids in sides.items() if all(_overlap(each, other) for other in dated if other.id in ids)]
        name = fits[0] if fits else When("", each.facts.start, each.facts.end).iso or ""
        sides.setdefault(name, []).append(each.id)
    return _against("date", sides)


def _against(about: str, sides: dict[str, list[str]]) -> Contradiction | None:
    if len(sides) < 2:
        return None
    ordered = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    return Contradiction(about, tuple((name, tuple(ids)) for name, ids in ordered))


def _agree(one: float, other: float) -> bool:
    return one == other or (min(one, other) > 0 and min(one, other) / max(one, other) >= AGREE)


def _days(facts: Facts) -> tuple[int, int]:
    assert facts.start is not None
    assert facts.end is not None
    return (facts.end - facts.start).days, facts.start.toordinal()


def _overlap(one: Telling, other: Telling) -> bool:
    a, b = one.facts, other.facts
    return bool(a.start and a.end and b.start and b.end and a.start <= b.end and b.start <= a.end)
