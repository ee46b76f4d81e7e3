"""What is said now that was not said before: two states of the same edges, compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from graph.records import Modality

FIRMNESS = {modality: rank for rank, modality in enumerate(Modality)}


class Saying(Protocol):
    """What is asked of an edge here: its ends, how firmly its claims say it, and how many say it how."""

    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def relation(self) -> str: ...  # noqa: D102
    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def modality(self) -> Modality: ...  # noqa: D102
    @property
    def claims(self) -> int: ...  # noqa: D102
    @property
    def counts(self) -> Mapping[Modality, int]: ...  # noqa: D102


class Kind(StrEnum):
    """How an edge changed: what weighs most counts, in this order."""

    DENIED = "denied"
    APPEARED = "appeared"
    FIRMER = "firmer"
    WEAKER = "weaker"
    DISAPPEARED = "disappeared"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Change:
    """How one edge changed; `was` and `now` are how firmly it was said, None for not at all; `new` claims came, or went."""

    kind: Kind
    source: str
    relation: str
    target: str
    was: Modality | None
    now: Modality | None
    new: int


def compare(before: Iterable[Saying], after: Iterable[Saying]) -> tuple[Change, ...]:
    """Every edge of which something else is said after than before: by kind, then those with most new claims first.

    An edge is denied where it is denied for the first time, be it by all claims or by some; repeated where more claims
    say what was said already.
    """
    old, new = _by_key(before), _by_key(after)
    found = (_compare(key, old.get(key), new.get(key)) for key in old.keys() | new.keys())
    order = {kind: rank for rank, kind in enumerate(Kind)}
    listed = [change for change in found if change is not None]
    return tuple(sorted(listed, key=lambda each: (order[each.kind], -abs(each.new), each.source, each.relation, each.target)))  # fmt: skip


def _compare(key: tuple[str, str, str], old: Saying | None, new: Saying | None) -> Change | None:
    kind = _kind(old, new)
    if kind is None:
        return None
    more = (new.claims if new else 0) - (old.claims if old else 0)
    return Change(kind, *key, old.modality if old else None, new.modality if new else None, more)


def _kind(old: Saying | None, new: Saying | None) -> Kind | None:
    if new is None:
        return Kind.DISAPPEARED if old else None
    if _denials(new) and not _denials(old):
        return Kind.DENIED
    if old is None:
        return Kind.APPEARED
    firmer = FIRMNESS[old.modality] - FIRMNESS[new.modality]
    if firmer:
        return Kind.FIRMER if firmer > 0 else Kind.WEAKER
    return Kind.REPEATED if old.claims != new.claims else None


def _denials(edge: Saying | None) -> int:
    return edge.counts.get(Modality.DENIED, 0) if edge else 0


def _by_key(edges: Iterable[Saying]) -> dict[tuple[str, str, str], Saying]:
    return {(edge.source, edge.relation, edge.target): edge for edge in edges}
