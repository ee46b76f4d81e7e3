"""What the claims behind a much reported edge tell, summed up in one node: so that one claim more needn't read them all."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from neo4j import ManagedTransaction

from graph.resolve.tellings import Facts, Telling
from graph.store.database import run, run_rows
from graph.store.statements import load_statement

MANY = 12  # claims from which an edge has a tally: fewer are read as fast


@dataclass(frozen=True, slots=True)
class Tally:
    """An edge's tellings, with the act that each is of, and the number of documents that they come from."""

    documents: int = 0
    tellings: Mapping[Facts, Telling] = field(default_factory=dict)
    acts: Mapping[Facts, str] = field(default_factory=dict)


def read_tallies(transaction: ManagedTransaction, edges: Iterable[str]) -> dict[str, Tally]:
    """The tallies of those edges, by id, that have one."""
    rows = run(transaction, load_statement("tallies"), edges=sorted(edges))
    return {row["edge"]: _read(row) for row in rows}


def write_tallies(transaction: ManagedTransaction, tallies: Mapping[str, Tally]) -> None:
    """Put tallies in the place of those that the edges had."""
    rows = [
        {"edge": edge, "documents": tally.documents, "told": _told(tally)} for edge, tally in sorted(tallies.items())
    ]
    run_rows(transaction, load_statement("write_tallies"), rows)


def drop_tallies(transaction: ManagedTransaction, edges: Iterable[str]) -> None:
    """Take out the tallies of edges that have few claims, or none."""
    if listed := sorted(edges):
        run(transaction, load_statement("drop_tallies"), edges=listed)


def _told(tally: Tally) -> str:
    rows = [_row(telling, tally.acts[facts]) for facts, telling in tally.tellings.items()]
    return json.dumps(sorted(rows, key=lambda row: row[1]), separators=(",", ":"), default=date.isoformat)


def _row(telling: Telling, act: str) -> list[Any]:
    each = telling
    counted = [each.newest, each.claims, each.reported, each.confidence, each.first, each.last]
    return [act, each.id, *counted, *telling.facts]


def _read(row: Mapping[str, Any]) -> Tally:
    tellings, acts = {}, {}
    for act, id, newest, claims, reported, confidence, first, last, *told in json.loads(row["told"]):
        modality, start, end, quantity, value, currency, roles, day, lasting = told
        roles = tuple((role, entity) for role, entity in roles)
        facts = Facts(modality, _day(start), _day(end), quantity, value, currency, roles, _day(day), lasting)
        tellings[facts] = Telling(facts, id, newest, claims, reported, confidence, _day(first), _day(last))
        acts[facts] = act
    return Tally(row["documents"], tellings, acts)


def _day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)
