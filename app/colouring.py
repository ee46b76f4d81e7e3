"""What an analysis found, put onto the canvas: how large entities are drawn, and in which colours."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from graph.store.filter import Filter
from graph.store.filter_json import filter_to_json

LARGEST = 3.2  # times the plain width, for the entity with the highest value
# Twelve that differ at a glance, for light and for dark ground; the letter beside each says the same without colour.
PALETTE = (
    ("#3553b8", "#8fa8ff"),
    ("#c2570c", "#ffab6b"),
    ("#1c7c54", "#63d3a0"),
    ("#a8327d", "#f48fcf"),
    ("#8a6d00", "#e6c84f"),
    ("#0e7490", "#5cd0e8"),
    ("#b42335", "#ff8f9c"),
    ("#6b3fb0", "#c3a2ff"),
    ("#5b6b1f", "#b9cc6a"),
    ("#8b4a2f", "#dda182"),
    ("#33658a", "#8fc1e3"),
    ("#7a4069", "#d9a0c8"),
)


@dataclass(frozen=True, slots=True)
class Colouring:
    """Values and groups of entities, by their ids. `sizes` are 0 to 1, for what `sized_by` says; `groups` are numbers of
    `names`, for what `coloured_by` says. Either may be empty. Entities of which nothing is known are drawn as ever.
    `sized_on` and `coloured_on` name what each was computed on, as `name_basis` does; empty where that is not known.
    """

    sized_by: str = ""
    sizes: Mapping[str, float] = field(default_factory=dict)
    coloured_by: str = ""
    groups: Mapping[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    sized_on: str = ""
    coloured_on: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen of it."""
        return not self.sizes and not self.groups


def size_by(said: str, values: Mapping[str, float], before: Colouring | None = None, on: str = "") -> Colouring:
    """Draw entities as large as their values are; `said` explains it in the legend. Colours stay as they are."""
    most = max(values.values(), default=0.0)
    sizes = {id: value / most if most > 0 else 0.0 for id, value in values.items()}
    return replace(before or Colouring(), sized_by=said, sizes=sizes, sized_on=on)


def colour_by(said: str, groups: Sequence[Sequence[str]], names: Sequence[str], before: Colouring | None = None, on: str = "") -> Colouring:  # fmt: skip
    """Draw the entities of each group in a colour of its own; `names` are what the legend calls them. Sizes stay."""
    numbered = {id: number for number, group in enumerate(groups) for id in group}
    return replace(before or Colouring(), coloured_by=said, groups=numbered, names=tuple(names), coloured_on=on)


def name_basis(filter: Filter, ids: Iterable[str]) -> str:
    """What tells what sizes and colours were computed on: what was let through, and what was drawn."""
    parts = json.dumps(filter_to_json(filter), sort_keys=True), json.dumps(sorted(ids))
    return " ".join(sha256(part.encode()).hexdigest()[:12] for part in parts)


def outdated(on: str, now: str) -> str | None:
    """What changed since something was computed on one basis, in words; None where nothing did, or nobody knows."""
    if not on or on == now:
        return None
    same_filter = on.split(" ")[0] == now.split(" ")[0]
    return "computed before other entities were drawn" if same_filter else "computed before the filter changed"


def dated(colouring: Colouring | None, now: str) -> Colouring | None:
    """The same, its words saying where sizes or colours are of another basis than what is drawn now."""
    if colouring is None:
        return None
    sized, coloured = outdated(colouring.sized_on, now), outdated(colouring.coloured_on, now)
    return replace(
        colouring,
        sized_by=f"{colouring.sized_by}, {sized}" if colouring.sizes and sized else colouring.sized_by,
        coloured_by=f"{colouring.coloured_by}, {coloured}" if colouring.groups and coloured else colouring.coloured_by,
    )


def letter(number: int) -> str:
    """What stands for a group beside its colour: A, B, … Z, then numbers."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def colour(number: int) -> dict[str, str]:
    """The colour of a group on light and on dark ground; after the last one they begin again."""
    light, dark = PALETTE[number % len(PALETTE)]
    return {"light": light, "dark": dark}


def scaled(colouring: Colouring | None, id: str, plain: float) -> float:
    """The width of an entity: `plain` where no size is asked for, else by the square root of its value."""
    if colouring is None or not colouring.sizes:
        return plain
    return round(24 + 24 * (LARGEST - 1) * math.sqrt(colouring.sizes.get(id, 0.0)), 1)


def tint(colouring: Colouring | None, id: str) -> dict[str, str] | None:
    """The colour of an entity's group and its letter; None where it has none."""
    number = _group(colouring, id)
    return None if number is None else {**colour(number), "letter": letter(number)}


def legend(colouring: Colouring | None, ids: Sequence[str]) -> dict[str, Any] | None:
    """What the canvas says of sizes and colours, with how many of these entities are in each group; None for nothing."""
    if colouring is None or colouring.empty:
        return None
    drawn = [number for id in ids if (number := _group(colouring, id)) is not None]
    groups = [
        {"letter": letter(number), "name": colouring.names[number], "count": drawn.count(number), "colour": colour(number)}
        for number in sorted(set(drawn))
    ]  # fmt: skip
    return {"sized_by": colouring.sized_by, "coloured_by": colouring.coloured_by if groups else "", "groups": groups}


def _group(colouring: Colouring | None, id: str) -> int | None:
    # a view that was sent along may say anything
    number = colouring.groups.get(id) if colouring else None
    return number if colouring and number is not None and 0 <= number < len(colouring.names) else None
