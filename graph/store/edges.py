"""The edges that people draw and query: derived from the claims, one for each source, relation and target."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from neo4j import ManagedTransaction

from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.database import run, run_rows
from graph.store.statements import load_statement

Row = Mapping[str, Any]

Behind = dict["EdgeKey", list[Row]]  # the claims behind each edge, in the order of the keys
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


def read_claims(transaction: ManagedTransaction, keys: Iterable[EdgeKey], without: Sequence[str]) -> Behind:
    """What the store holds behind these edges, but for what some documents say; nothing behind those it doesn't have."""
    behind: Behind = {key: [] for key in sorted(keys)}
    keys_by_id = {key.id: key for key in behind}
    if behind:
        rows = run(transaction, load_statement("claims_of_edges"), edges=list(keys_by_id), without=without)
        for row in rows:
            behind[keys_by_id[row["edge"]]].append(row["claim"])
    return behind


def remove_edges(transaction: ManagedTransaction, behind: Behind) -> None:
    """Take out the edges that have no claim behind them."""
    for relation, keys in _by_relation(key for key, claims in behind.items() if not claims):
        run_rows(transaction, load_statement("remove_edges", RELATION=relation), map(_ends, keys))


def write_edges(transaction: ManagedTransaction, behind: Behind) -> None:
    """Make edges say what the claims behind them say."""
    for relation, keys in _by_relation(key for key, claims in behind.items() if claims):
        rows = [_ends(key) | {"properties": summarise(behind[key])} for key in keys]
        run_rows(transaction, load_statement("write_edges", RELATION=relation), rows)


def summarise(claims: Sequence[Row]) -> dict[str, Any]:
    """What an edge says for all its claims.

    Its modality is that of the firmest (asserted, then expected, then possible; denied only where every claim denies),
    with the count of each beside it, so that a denial of something asserted stays visible. Quantity and value are those
    of the latest among the firmest claims that give one: they are never added up, as two reports may be of one deal.
    Its confidence is the highest among the firmest, so that a sure denial doesn't make a doubtful deal sure. `first` and `last` are days it was reported on, `event_start` and
    `event_end` days it happened. What no claim says is left out.
    """
    modality = min((claim["modality"] for claim in claims), key=FIRMNESS.__getitem__)
    firmest = sorted((claim for claim in claims if claim["modality"] == modality), key=_newest_first)
    valued = next((claim for claim in firmest if claim.get("value") is not None), None)
    said = {
        "modality": modality,
        "claims": len(claims),
        "documents": len({claim["document"] for claim in claims}),
        **{name: sum(claim["modality"] == name for claim in claims) for name in FIRMNESS},
        "reported": sum(claim["reported"] for claim in claims),
        "confidence": _known(max, firmest, "confidence"),
        "quantity": next((claim.get("quantity") for claim in firmest if claim.get("quantity") is not None), None),
        "value": valued and valued["value"],
        "currency": valued and valued.get("currency"),
        "first": _known(min, claims, "reported_on"),
        "last": _known(max, claims, "reported_on"),
        "event_start": _known(min, claims, "event_start"),
        "event_end": _known(max, claims, "event_end"),
    }
    return {key: value for key, value in said.items() if value is not None}


def _by_relation(keys: Iterable[EdgeKey]) -> Iterator[tuple[str, Iterator[EdgeKey]]]:
    return groupby(keys, key=attrgetter("relation"))


def _ends(key: EdgeKey) -> dict[str, Any]:
    return {"source": key.source, "target": key.target}


def _newest_first(claim: Row) -> tuple[int, str]:
    day = claim.get("reported_on")
    return (-day.toordinal() if day else 0, claim["id"])


def _known(choose: Callable[..., Any], claims: Sequence[Row], name: str) -> Any:
    return choose((claim[name] for claim in claims if claim.get(name) is not None), default=None)
