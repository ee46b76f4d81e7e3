"""From facets to what the sieve draws: groups of choices with counts, and chips of what is on. Knows no Streamlit."""

from collections.abc import Sequence
from typing import Any

from app import filtering, text, theme
from graph.store.facets import Choice, Facets
from graph.store.filter import Filter

NAME = 48  # letters of a name
FOLDED = 7  # choices of a long group that are seen before it is unfolded
MOST = 300  # choices of a group that are sent: the search in it finds no others, which is said


def payload(filter: Filter, facets: Facets, *, everywhere: bool, drawn: int) -> dict[str, Any]:
    """Everything the sieve needs, as JSON. `everywhere` says that counts are of the whole store; `drawn` entities are on the canvas."""
    names = {str(choice.value): choice.name for choice in facets.speakers}
    return {
        "chips": [{"field": chip.field, "words": chip.words} for chip in filtering.chips(filter, names)],
        "everywhere": everywhere,
        "scope": "the whole store" if everywhere else f"the {text.plural(drawn, 'entity', 'entities')} drawn",
        "groups": [
            _several(filter, "types", "Entities", facets.types, _type_looks()),
            _several(filter, "modalities", "How firmly", facets.modalities, _modality_looks()),
            _several(filter, "relations", "Relation", facets.relations),
            _one("reported", "Said by", _reported(filter, facets)),
            _found(filter, "publishers", "Publisher", facets.publishers, "without a publisher"),
            _found(filter, "speakers", "Speaker", facets.speakers, "by nobody that the store knows"),
            _one("min_confidence", "Confidence", _confidences(filter, facets)),
            _one("min_documents", "Sources", _sources(filter, facets)),
        ],
    }


def _several(
    filter: Filter, field: str, title: str, choices: Sequence[Choice], looks: dict[str, dict[str, Any]] | None = None
) -> dict[str, Any]:
    chosen = getattr(filter, field)
    rows = [
        _row(choice, on=chosen is None or choice.value in chosen) | (looks or {}).get(str(choice.value), {})
        for choice in choices
    ]
    return _group(field, title, rows, several=True, asked=chosen is not None, what=_what(field))


def _found(filter: Filter, field: str, title: str, choices: Sequence[Choice], unnamed: str) -> dict[str, Any]:
    """Chosen ones first and always there; those that no claim here has any more with a zero."""
    chosen = getattr(filter, field) or frozenset()
    known = [choice for choice in choices if choice.value is not None]
    gone = [Choice(value, value, 0) for value in sorted(chosen - {choice.value for choice in known})]
    ordered = sorted([*known, *gone], key=lambda choice: choice.value not in chosen)
    rows = [_row(choice, on=choice.value in chosen) for choice in ordered[:MOST]]
    silent = sum(choice.claims for choice in choices if choice.value is None)
    notes = [f"{text.plural(silent, 'claim')} {unnamed}"] if silent else []
    notes += [f"the first {MOST} of {len(ordered):,}"] if len(ordered) > MOST else []
    group = _group(field, title, rows, several=True, asked=bool(chosen), what=_what(field))
    return group | {"note": "; ".join(notes), "search": len(rows) > FOLDED}


def _one(field: str, title: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return _group(field, title, rows, several=False, asked=not rows[0]["on"], what="edges")


def _group(
    field: str, title: str, rows: list[dict[str, Any]], *, several: bool, asked: bool, what: str
) -> dict[str, Any]:
    return {
        "field": field,
        "title": title,
        "several": several,
        "asked": asked,
        "what": what,
        "rows": rows,
        "folded": FOLDED if len(rows) > FOLDED + 2 else len(rows),
        "search": False,
        "note": "",
    }


def _row(choice: Choice, *, on: bool) -> dict[str, Any]:
    name = text.short(choice.name, NAME)
    return {"value": str(choice.value), "name": name, "count": choice.edges, "claims": choice.claims, "on": on}


def _reported(filter: Filter, facets: Facets) -> list[dict[str, Any]]:
    either = sum(choice.claims for choice in facets.reported)
    rows = [{"value": "", "name": "either", "count": None, "claims": either, "on": filter.reported is None}]
    for choice in facets.reported:
        name = filtering.REPORTED[bool(choice.value)]
        rows.append(
            _row(choice, on=filter.reported is choice.value) | {"value": str(choice.value).lower(), "name": name}
        )
    return rows


def _confidences(filter: Filter, facets: Facets) -> list[dict[str, Any]]:
    rows = []
    for choice in facets.min_confidence:
        level = float(choice.value or 0)
        named = {"value": str(level), "name": f"at least {text.sure(level)}"} if level else {"value": "", "name": "any"}
        rows.append(_row(choice, on=filter.min_confidence == (level or None)) | named)
    return rows


def _sources(filter: Filter, facets: Facets) -> list[dict[str, Any]]:
    rows = []
    for choice in facets.min_documents:
        least = int(choice.value or 1)
        named = {"value": str(least), "name": f"{least} documents or more"} if least > 1 else {"value": "", "name": "any"}  # fmt: skip
        rows.append(_row(choice, on=filter.min_documents == least) | named)
    return rows


def _what(field: str) -> str:
    return "entities" if field == "types" else "edges"


def _type_looks() -> dict[str, dict[str, Any]]:
    styles = theme.type_styles()
    return {name: {"look": name, "path": style["path"], "name": style["plural"]} for name, style in styles.items()}


def _modality_looks() -> dict[str, dict[str, Any]]:
    styles = theme.modality_styles()
    return {name: {"look": name, "line": style["line"], "says": style["says"]} for name, style in styles.items()}
