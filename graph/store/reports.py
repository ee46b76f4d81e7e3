"""All claims behind an edge without their sentences: few enough words to read thousands before any is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.edges import EdgeKey
from graph.store.filter import Filter
from graph.store.passing import acts_among
from graph.store.read_rows import read_card, read_day
from graph.store.view_records import Card

MOST = 5000  # claims of one edge that are read


@dataclass(frozen=True, slots=True)
class Report:
    """A claim as one of many that tell of an act: who published it and what it says. `act` is as a StoredClaim has it."""

    id: str
    relation: str
    act: str | None
    modality: Modality
    cue: str
    reported_on: date | None
    event_start: date | None
    event_end: date | None
    quantity: float | int | None
    value: float | int | None
    currency: str | None
    document: Card


def read_reports(
    database: Database, schema: Schema, edge: EdgeKey, filter: Filter, limit: int = MOST
) -> tuple[Report, ...]:
    """The claims behind an edge that pass, newest first, each with its act among those that pass."""
    statement = load_sifted("reports_of_edge", filter)
    rows = database.read(statement, edge=edge.id, limit=limit, **parameters(filter))
    acts = acts_among(database, schema, edge.id, filter)
    reports = (_read(row) for row in rows)
    return tuple(replace(each, act=acts.get(each.id, each.act)) for each in reports)


def _read(row: Mapping[str, Any]) -> Report:
    claim = row["claim"]
    return Report(
        id=claim["id"],
        relation=claim["relation"],
        act=claim["act"],
        modality=Modality(claim["modality"]),
        cue=claim["cue"],
        reported_on=read_day(claim["reported_on"]),
        event_start=read_day(claim["event_start"]),
        event_end=read_day(claim["event_end"]),
        quantity=claim["quantity"],
        value=claim["value"],
        currency=claim["currency"],
        document=read_card(row["document"]),
    )
