"""The edges that people draw and query: derived from the claims, one for each source, relation and target."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from neo4j import ManagedTransaction

from graph.records import Modality
from graph.resolve.tellings import Telling
from graph.schema.schema import Schema
from graph.store.behind import Behind
from graph.store.database import run_rows
from graph.store.statements import load_statement

FIRMNESS = {modality.value: rank for rank, modality in enumerate(Modality)}


@dataclass(frozen=True, slots=True, order=True)
class EdgeKey:
    """Which edge a claim stands behind."""

    relation: str
    source: str
    target: str

    @property
    def id(self) -> str:
        """The key as one text: MAR PROCURES system:bayraktar-tb2."""
        return f"{self.source} {self.relation} {self.target}"


def make_edge_key(schema: Schema, relation: str, source: str, target: str) -> EdgeKey:
    """The edge between both ends; of a symmetric relation there is one, from the lower id to the higher."""
    known = schema.relations.get(relation)
    if known is not None and known.symmetric and target < source:
        source, target = target, source
    return EdgeKey(relation, source, target)


def read_key(edge: str) -> EdgeKey:
    """An edge's key from its id, as a claim has it."""
    source, relation, target = edge.split(" ")
    return EdgeKey(relation, source, target)


def remove_edges(transaction: ManagedTransaction, behind: Mapping[str, Behind]) -> None:
    """Take out the edges that have no claim behind them."""
    for relation, keys in _by_relation(edge for edge, each in behind.items() if not each.tellings):
        run_rows(transaction, load_statement("remove_edges", RELATION=relation), map(_ends, keys))


def write_edges(transaction: ManagedTransaction, behind: Mapping[str, Behind]) -> None:
    """Make edges say what the claims behind them say."""
    for relation, keys in _by_relation(edge for edge, each in behind.items() if each.tellings):
        rows = [_ends(key) | {"properties": say(behind[key.id])} for key in keys]
        run_rows(transaction, load_statement("write_edges", RELATION=relation), rows)


def summarise(tellings: Sequence[Telling]) -> dict[str, Any]:
    """What an edge says for all its claims.

    Its modality is that of the firmest (asserted, then expected, then possible; denied only where every claim denies),
    with the count of each beside it, so that a denial of something asserted stays visible. Quantity and value are those
    of the latest among the firmest claims that give one: they are never added up, as two reports may be of one deal.
    Its confidence is the highest among the firmest, so that a sure denial doesn't make a doubtful deal sure. `first` and
    `last` are days it was reported on, `event_start` and `event_end` days it happened. What no claim says is left out.
    """
    modality = min((each.facts.modality for each in tellings), key=FIRMNESS.__getitem__)
    firmest = sorted((each for each in tellings if each.facts.modality == modality), key=_newest_first)
    valued = next((each.facts for each in firmest if each.facts.value is not None), None)
    said = {
        "modality": modality,
        "claims": sum(each.claims for each in tellings),
        **{name: sum(each.claims for each in tellings if each.facts.modality == name) for name in FIRMNESS},
        "reported": sum(each.reported for each in tellings),
        "confidence": _known(max, (each.confidence for each in firmest)),
        "quantity": next((each.facts.quantity for each in firmest if each.facts.quantity is not None), None),
        "value": valued and valued.value,
        "currency": valued and valued.currency,
        "first": _known(min, (each.first for each in tellings)),
        "last": _known(max, (each.last for each in tellings)),
        "event_start": _known(min, (each.facts.start for each in tellings)),
        "event_end": _known(max, (each.facts.end for each in tellings)),
    }
    return {key: value for key, value in said.items() if value is not None}


def say(behind: Behind) -> dict[str, Any]:
    """What an edge says for what stands behind it, its acts settled: its properties."""
    counted = {"documents": behind.documents, "acts": len(set(behind.acts.values()))}
    return summarise(list(behind.tellings.values())) | counted


def _by_relation(edges: Iterable[str]) -> Iterator[tuple[str, Iterator[EdgeKey]]]:
    return groupby(sorted(map(read_key, edges)), key=attrgetter("relation"))


def _ends(key: EdgeKey) -> dict[str, Any]:
    return {"source": key.source, "target": key.target}


def _newest_first(telling: Telling) -> tuple[int, str]:
    return (-telling.last.toordinal() if telling.last else 0, telling.newest)


def _known(choose: Callable[..., Any], values: Iterable[Any]) -> Any:
    return choose((value for value in values if value is not None), default=None)
