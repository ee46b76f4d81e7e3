"""From what the store holds to the lists of the first page, as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from app import text, theme
from app.canvas.picture import make_key
from app.themes import group_of, load_looks
from graph.analysis.timeline import Timeline, gather
from graph.schema.schema import load_schema
from graph.store.overview import Leaders, Month
from graph.store.view_records import StoredClaim

NAME, SENTENCE = 60, 400  # letters shown


def claims(newest: Sequence[StoredClaim]) -> dict[str, Any]:
    """The newest claims, each as a readable sentence with how firmly it is said, by whom and when."""
    styles = theme.modality_styles()
    return {"kind": "claims", "claims": [_claim(claim, styles) for claim in newest]}


def ranks(leaders: Mapping[str, Leaders]) -> dict[str, Any]:
    """The most claimed entities of some types, as bars that can be compared within a type."""
    return {"kind": "ranks", "groups": [_group(type, ranked) for type, ranked in leaders.items() if ranked.total]}


def timeline(months: Iterable[Month], grouping: str = "nature") -> dict[str, Any]:
    """How much was reported when, by the nature or the theme of its relation."""
    looks = load_looks().of(grouping)
    gathered = gather((month.first, group_of(month.relation, grouping), month.claims) for month in months)
    present = {kind for bar in gathered.bars for kind in bar.counts}
    return {
        "kind": "timeline",
        "step": gathered.step,
        "kinds": {name: look.model_dump() for name, look in looks.items() if name in present},
        "bars": _bars(gathered, list(looks)),
    }


def span_id(first: date, last: date) -> str:
    """What names a bar's days: both of them, as `read_span` reads it."""
    return f"{first.isoformat()}/{last.isoformat()}"


def read_span(id: str) -> tuple[date, date] | None:
    """The days that a bar names; None where it isn't one."""
    first, slash, last = id.partition("/")
    try:
        return (date.fromisoformat(first), date.fromisoformat(last)) if slash else None
    except ValueError:
        return None


def _claim(claim: StoredClaim, styles: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    document = claim.document
    return {
        "id": make_key(claim.source.id, claim.relation, claim.target.id),
        "source": text.short(claim.source.name, NAME),
        "phrase": _phrase(claim.relation),
        "target": text.short(claim.target.name, NAME),
        "modality": claim.modality.value,
        "colour": styles[claim.modality.value]["colour"],
        "speaker": _speaker(claim),
        "sentence": text.short(claim.sentence, SENTENCE),
        "from": text.short(document.publisher or document.title or document.source or document.id, NAME),
        "on": str(claim.reported_on) if claim.reported_on else "no date",
    }


def _speaker(claim: StoredClaim) -> str:
    if claim.attributed_to:
        return f"says {text.short(claim.attributed_to, NAME)}"
    return "reported, the speaker is not named" if claim.reported else ""


def _group(type: str, ranked: Leaders) -> dict[str, Any]:
    style = theme.type_styles()[type]
    most = max(claims for _named, claims in ranked.entities)
    return {
        "title": style["plural"],
        "colour": style["colour"],
        "path": style["path"],
        "said": f"{len(ranked.entities)} of {ranked.total:,}"
        if ranked.total > len(ranked.entities)
        else f"{ranked.total}",
        "rows": [
            {"id": named.id, "label": text.short(named.name, NAME), "claims": claims, "share": round(claims / most, 3)}
            for named, claims in ranked.entities
        ],
    }


def _bars(gathered: Timeline, kinds: Sequence[str]) -> list[dict[str, Any]]:
    most = max((bar.total for bar in gathered.bars), default=0)
    return [
        {
            "id": span_id(bar.first, bar.last),
            "name": bar.name,
            "year": bar.first.year,
            "claims": bar.total,
            "share": round(bar.total / most, 4) if most else 0,
            "parts": [[kind, bar.counts[kind]] for kind in kinds if bar.counts.get(kind)],
        }
        for bar in gathered.bars
    ]


def _phrase(relation: str) -> str:
    known = load_schema().relations.get(relation)
    return known.phrase if known else text.short(relation, 30)
