"""The deals in which an entity has a part, read from the claims that tell of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.analysis.deals import Deal, Sale, deal_relations, find_deals, parts_of
from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.database import Database
from graph.store.read_rows import read_card, read_day
from graph.store.statements import any_role, load_statement
from graph.store.view_records import Card, Named

MOST = 2000  # claims about an entity's deals that are read


@dataclass(frozen=True, slots=True)
class Deals:
    """Deals with what their ids stand for: `names` of entities, `documents` by claims' ids. `whole` says that none is missing."""

    deals: tuple[Deal, ...]
    names: Mapping[str, Named]
    documents: Mapping[str, Card]
    whole: bool


def read_deals(database: Database, schema: Schema, id: str) -> Deals:
    """The deals that the entity of that id buys or sells in, or that are about it, the one reported last first."""
    statement = load_statement("deals_of_entity", ROLES=any_role(schema))
    rows = database.read(statement, id=id, relations=list(deal_relations()), limit=MOST)
    names: dict[str, Named] = {}
    documents: dict[str, Card] = {}
    sales = []
    for row in rows:
        parts = {"source": row["source"], "target": row["target"]} | {role.lower(): each for role, each in row["roles"]}
        names |= {each["id"]: Named(**each) for each in parts.values()}
        documents[row["claim"]["id"]] = read_card(row["document"])
        sales.append(_sale(row["claim"], row["document"]["id"], parts))
    return Deals(tuple(_of(find_deals(sales), id)), names, documents, len(rows) < MOST)


def _of(deals: list[Deal], id: str) -> list[Deal]:
    """Those in which the entity has a part as they stand, whoever else their claims name."""
    return [deal for deal in deals if id in (deal.buyer, deal.seller, deal.what)]


def _sale(claim: Mapping[str, Any], document: str, parts: Mapping[str, Mapping[str, Any]]) -> Sale:
    who = {part: parts.get(end, {}).get("id") for part, end in (parts_of(claim["relation"]) or {}).items()}
    return Sale(
        claim=claim["id"],
        act=claim["act"],
        sentence=(document, claim["start"]),
        **{part: who.get(part) for part in ("buyer", "seller", "what")},
        modality=Modality(claim["modality"]),
        cue=claim["cue"],
        reported_on=read_day(claim["reported_on"]),
        event_start=read_day(claim["event_start"]),
        event_end=read_day(claim["event_end"]),
        quantity=claim["quantity"],
        value=claim["value"],
        currency=claim["currency"],
    )
