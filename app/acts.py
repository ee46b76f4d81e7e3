"""What a reader sees of an edge's acts: each with its claims, and contradicting claims side by side with who says so."""

from collections.abc import Mapping, Sequence
from html import escape

from app import cards, text
from graph.records import Modality
from graph.resolve.contradictions import Contradiction
from graph.schema.schema import load_schema
from graph.store.told import Claim, ToldAct
from graph.store.view_records import Edge, StoredClaim

SOURCES = 4  # named of one side of a contradiction


def told(edge: Edge) -> str:
    """How many acts an edge has and how many claims tell of them: "1 deal, 14 reports".

    What is only denied, or only possible, is no act. Where some deny what others say, that is told too.
    """
    known = load_schema().relations.get(edge.relation)
    no_act = edge.modality in (Modality.DENIED, Modality.POSSIBLE)
    if known is None or no_act or (known.nature == "state" and edge.acts == 1):
        said = text.plural(edge.claims, "report")
    else:
        said = text.acts_told(known.act, edge.acts, edge.claims)
    deny = edge.counts[Modality.DENIED] if edge.disputed else 0
    return f"{said}, {deny} {'denies' if deny == 1 else 'deny'} it" if deny else said


def told_firmly(edge: Edge) -> str:
    """The same with how firmly it is said, where it isn't plainly asserted: "1 report · denied"."""
    return told(edge) if edge.modality is Modality.ASSERTED else f"{told(edge)} · {edge.modality}"


def claim_groups(edge: Edge, acts: Sequence[ToldAct], claims: Mapping[str, StoredClaim]) -> str:
    """The claims of a page as HTML, act by act; a heading for each where there are several.

    `acts` are all acts of the edge with all that tell of them, `claims` those to show. What contradicts is said where an
    act begins, over all its claims.
    """
    shown = [(place, act) for place, act in enumerate(acts, 1) if any(each.id in claims for each in act.claims)]
    return "".join(_act(edge, act, place, claims, headed=len(acts) > 1) for place, act in shown)


def _act(edge: Edge, act: ToldAct, place: int, claims: Mapping[str, StoredClaim], *, headed: bool) -> str:
    first = act.claims[0].id in claims
    heading = _heading(edge, act, place, first) if headed else ""
    said = {claim.id: claim for claim in act.claims}
    against = "".join(_against(each, said) for each in act.contradictions) if first else ""
    own = [claims[each.id] for each in act.claims if each.id in claims]
    shown = "".join(cards.claim_card(claim, act) for claim in own)
    return f'<section class="act" data-testid="act" data-act-id="{escape(act.id or "")}">{heading}{against}{shown}</section>'


def _heading(edge: Edge, act: ToldAct, place: int, first: bool) -> str:
    known = load_schema().relations.get(edge.relation)
    name = f"{known.act if known else 'act'} {place}"
    parts = [name, act.days or "", text.plural(len(act.claims), "report"), "" if first else "continued"]
    return f"<h3>{escape(' · '.join(part for part in parts if part))}</h3>"


def _against(contradiction: Contradiction, said: Mapping[str, Claim]) -> str:
    sides = "".join(
        f"<dt>{escape(what)}</dt><dd>{_sources([said[id] for id in ids])}</dd>" for what, ids in contradiction.sides
    )
    return (
        f'<div class="against" data-testid="contradiction"><b>{escape(contradiction.about)}: the reports differ</b>'
        f"<dl>{sides}</dl></div>"
    )


def _sources(claims: Sequence[Claim]) -> str:
    named = list(dict.fromkeys(_source(claim) for claim in claims))
    return ", ".join(text.html(text.short(name)) for name in named[:SOURCES]) + cards.more(named, SOURCES)


def _source(claim: Claim) -> str:
    name = cards.source_name(claim.document)
    return f"{name}, {claim.reported_on}" if claim.reported_on else name
