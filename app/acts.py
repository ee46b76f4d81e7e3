"""What a reader sees of an edge's acts: each with its claims, and contradicting claims side by side with who says so."""

from collections.abc import Mapping, Sequence
from html import escape

from app import cards, text
from graph.resolve.contradictions import Contradiction
from graph.schema.schema import load_schema
from graph.store.told import ToldAct, by_act
from graph.store.view_records import Edge, StoredClaim

SOURCES = 4  # named of one side of a contradiction


def told(edge: Edge) -> str:
    """How many acts an edge has and how many claims tell of them: "1 deal, 14 reports"."""
    known = load_schema().relations.get(edge.relation)
    if known is None or (known.nature == "state" and edge.acts == 1):
        return text.plural(edge.claims, "report")
    return text.acts_told(known.act, edge.acts, edge.claims)


def claim_groups(edge: Edge, claims: Sequence[StoredClaim]) -> str:
    """An edge's claims as HTML, act by act; a heading for each where there are several."""
    acts = by_act(claims)
    return "".join(_act(edge, act, place, headed=edge.acts > 1) for place, act in enumerate(acts, 1))


def _act(edge: Edge, act: ToldAct, place: int, *, headed: bool) -> str:
    known = load_schema().relations.get(edge.relation)
    name = f"{known.act if known else 'act'} {place}"
    when = f" · {act.days}" if act.days else ""
    heading = f"<h3>{escape(name)}{escape(when)} · {text.plural(len(act.claims), 'report')}</h3>" if headed else ""
    said = {claim.id: claim for claim in act.claims}
    against = "".join(_against(each, said) for each in act.contradictions)
    claim_cards = "".join(cards.claim_card(claim, doubt=True) for claim in act.claims)
    return f'<section class="act" data-testid="act" data-act-id="{escape(act.id or "")}">{heading}{against}{claim_cards}</section>'


def _against(contradiction: Contradiction, said: Mapping[str, StoredClaim]) -> str:
    sides = "".join(
        f"<dt>{escape(what)}</dt><dd>{_sources([said[id] for id in ids])}</dd>" for what, ids in contradiction.sides
    )
    return (
        f'<div class="against" data-testid="contradiction"><b>{escape(contradiction.about)}: the reports differ</b>'
        f"<dl>{sides}</dl></div>"
    )


def _sources(claims: Sequence[StoredClaim]) -> str:
    named = list(dict.fromkeys(_source(claim) for claim in claims))
    return ", ".join(text.html(text.short(name)) for name in named[:SOURCES]) + cards.more(named, SOURCES)


def _source(claim: StoredClaim) -> str:
    document = claim.document
    name = document.publisher or document.title or document.source or document.id
    return f"{name}, {claim.reported_on}" if claim.reported_on else name
