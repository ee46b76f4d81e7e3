"""An entity's deals as a table: plain values, one row a deal."""

from typing import Any

from app import text
from graph.analysis.deals import Deal, Sale
from graph.store.deals import Deals
from graph.store.view_records import Card

SOURCES = 3  # publishers named in a row
STEP = " → "
PARTS = {"What": "what", "Seller": "seller", "Buyer": "buyer"}  # columns, and who or what of a deal is in them

Row = dict[str, Any]


def rows(found: Deals, id: str) -> list[Row]:
    """The deals as the entity of that id has a part in them, in their order.

    A part that it has itself in all of them needs no column.
    """
    own = [title for title, part in PARTS.items() if all(getattr(deal, part) == id for deal in found.deals)]
    told = (_row(deal, found, id) for deal in found.deals)
    return [{title: value for title, value in row.items() if title not in own} for row in told]


def sources(deal: Deal, found: Deals) -> list[Card]:
    """The documents that tell of a deal, the newest first, each once."""
    cards = (found.documents[sale.claim] for sale in deal.sales)
    return list({card.id: card for card in cards}.values())


def steps(deal: Deal, found: Deals) -> str:
    """How far the deal was by each report that says something new: "expected (2021-11-22, The Paper) → signed (…)"."""
    return STEP.join(f"{stage.name} ({_where(stage.claim, found)})" for stage in deal.stages)


def _row(deal: Deal, found: Deals, id: str) -> Row:
    cards = sources(deal, found)
    named = list(dict.fromkeys(text.short(_publisher(card), 40) for card in cards))
    return {
        "What": _name(deal.what, found),
        "Does": _part(deal, id),
        "Seller": _name(deal.seller, found),
        "Buyer": _name(deal.buyer, found),
        "How many": _told(deal.newest("quantity"), "quantity"),
        "Value": _told(deal.newest("value"), "value"),
        "Currency": _told(deal.newest("value"), "currency"),
        "When": _when(deal),
        "Status": f"{deal.status}, disputed" if deal.disputed else deal.status,
        "Reports": len(deal.sales),
        "Sources": ", ".join(named[:SOURCES]) + (f" and {len(named) - SOURCES} more" if len(named) > SOURCES else ""),
    }


def _part(deal: Deal, id: str) -> str:
    return "buys" if deal.buyer == id else "sells" if deal.seller == id else "is sold"


def _name(id: str | None, found: Deals) -> str:
    return text.short(found.names[id].name) if id else "not said"


def _told(sale: Sale | None, name: str) -> Any:
    return getattr(sale, name) if sale else None


def _when(deal: Deal) -> str:
    """When it happened, by the newest report that says so; else when it was reported."""
    dated = deal.newest("event_start") or deal.newest("event_end")
    if dated:
        days = sorted({str(day) for day in (dated.event_start, dated.event_end) if day})
        return " to ".join(days)
    day = deal.sales[0].reported_on
    return f"reported {day}" if day else "no date"


def _where(claim: str, found: Deals) -> str:
    card = found.documents[claim]
    parts = [str(card.published) if card.published else "no date", text.short(_publisher(card), 40)]
    return ", ".join(parts)


def _publisher(card: Card) -> str:
    return card.publisher or card.title or card.source or card.id
