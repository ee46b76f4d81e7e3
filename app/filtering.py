"""What a visitor filters out: each thing they do in the legend, the panel or the time strip makes a new Filter.

Knows no Streamlit. What comes from a browser is checked here: what a filter can't be asked changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from app import text
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.facets import APART, SOURCES, Clock
from graph.store.facets import LEVELS as LEVELS
from graph.store.filter import EVERYTHING, Filter

LISTED = ("types", "relations", "modalities")  # all is let in but what is left out
FOUND = ("speakers", "publishers")  # nothing is asked, or some are chosen
CLOCKS: dict[Clock, str] = {"known": "reported", "happened": "happened"}
SHOWN = 3  # names in a chip
REPORTED = {False: "in the article's own words", True: "put in somebody's mouth"}

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that a filter asks, in words; `field` is what `drop` takes out."""

    field: str
    words: str


def off(filter: Filter) -> frozenset[str]:
    """The types, relations and modalities that a filter leaves out."""
    return frozenset(
        name
        for field, names in _choices().items()
        for name in names
        if (chosen := getattr(filter, field)) is not None and name not in chosen
    )


def toggle(filter: Filter, name: str) -> Filter:
    """Leave a type, a relation or a modality out, or let it in again. Unknown names change nothing."""
    for field, names in _choices().items():
        if name in names:
            return tick(filter, field, name)
    return filter


def leave_out(names: Iterable[str], filter: Filter = EVERYTHING) -> Filter:
    """The filter with all of those types, relations and modalities left out."""
    for name in sorted(frozenset(names) - off(filter)):
        filter = toggle(filter, name)
    return filter


def tick(filter: Filter, field: str, value: str) -> Filter:
    """Choose one of several in a facet, or no longer; a facet of which nothing is asked lets all in."""
    chosen: frozenset[str] | None = getattr(filter, field) if field in (*LISTED, *FOUND) else None
    if field in LISTED and value in _choices()[field]:
        return _choose(filter, field, (frozenset(_choices()[field]) if chosen is None else chosen) ^ {value})
    if field in FOUND and value:
        return _set(filter, field, (chosen or frozenset()) ^ {value} or None)
    return filter


def only(filter: Filter, field: str, value: str) -> Filter:
    """Let nothing in of a facet but this."""
    if field in LISTED and value in _choices()[field]:
        return _choose(filter, field, frozenset({value}))
    return _set(filter, field, frozenset({value})) if field in FOUND and value else filter


def ask(filter: Filter, field: str, value: str) -> Filter:
    """Ask one of what excludes another: how sure, in how many documents, whether reported; "" asks nothing."""
    if field == "min_confidence":
        return require(filter, value)
    answers: dict[str, dict[str, Any]] = {
        "reported": {"": None, "true": True, "false": False},
        "min_documents": {"": 1, **{str(number): number for number in SOURCES}},
    }
    return _set(filter, field, answers[field][value]) if value in answers.get(field, {}) else filter


def require(filter: Filter, confidence: str) -> Filter:
    """Ask for claims that are at least so sure, one of LEVELS; "" for all. Anything else changes nothing."""
    levels = {"": None, **{str(level): level for level in LEVELS}}
    return replace(filter, min_confidence=levels[confidence]) if confidence in levels else filter


def span(filter: Filter, clock: Clock, first: date | None, last: date | None) -> Filter:
    """Ask for the days from one to another by one of the clocks, both included; None leaves that side open."""
    if first and last and last < first:
        first, last = last, first
    since, until = APART[clock]
    return _set(_set(filter, since, first), until, last)


def drop(filter: Filter, field: str) -> Filter:
    """Ask nothing more of a field; a clock's name stands for both its days. Unknown names change nothing."""
    known = {each.name: each.default for each in fields(Filter)}
    for name in APART.get(field, (field,)):
        filter = _set(filter, name, known[name]) if name in known else filter
    return filter


def chips(filter: Filter, names: Names | None = None) -> tuple[Chip, ...]:
    """What a filter asks, each thing in a few words; `names` are what entities are called."""
    words: dict[str, str] = {
        **{field: _listed(filter, field) for field in LISTED},
        **{field: _found(filter, field, names or {}) for field in FOUND},
        "reported": "" if filter.reported is None else REPORTED[filter.reported],
        "min_confidence": "" if filter.min_confidence is None else f"at least {text.sure(filter.min_confidence)}",
        "min_documents": "" if filter.min_documents == 1 else f"in {filter.min_documents} documents or more",
        **{clock: _days(filter, clock) for clock in CLOCKS},
    }
    return tuple(Chip(field, said) for field, said in words.items() if said)


def told(before: Filter, after: Filter, names: Names | None = None) -> str:
    """What changed between two filters, as a sentence for the history."""
    old, new = ({chip.field: chip.words for chip in chips(each, names)} for each in (before, after))
    if not new:
        return "Cleared the filters"
    changed = [words for field, words in new.items() if old.get(field) != words]
    gone = [words for field, words in old.items() if field not in new]
    return f"Filtered: {', '.join(changed)}" if changed else f"Took out the filter: {', '.join(gone)}"


def _listed(filter: Filter, field: str) -> str:
    chosen = getattr(filter, field)
    if chosen is None:
        return ""
    called = _choices()[field]
    out = [words for name, words in called.items() if name not in chosen]
    kept = [words for name, words in called.items() if name in chosen]
    if not kept:
        return f"no {field}"
    return f"only {_some(kept)}" if len(kept) <= len(out) else f"without {_some(out)}"


def _found(filter: Filter, field: str, names: Names) -> str:
    chosen = getattr(filter, field)
    said = {"speakers": "said by", "publishers": "published by"}[field]
    return f"{said} {_some(sorted(text.short(names.get(id, id), 30) for id in chosen))}" if chosen else ""


def _days(filter: Filter, clock: Clock) -> str:
    since, until = (getattr(filter, name) for name in APART[clock])
    if clock == "known" and until and not since:
        return f"as known on {until}"
    if since and until:
        return f"{CLOCKS[clock]} {since} to {until}" if since != until else f"{CLOCKS[clock]} on {since}"
    return f"{CLOCKS[clock]} since {since}" if since else f"{CLOCKS[clock]} until {until}" if until else ""


def _some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


def _choose(filter: Filter, field: str, chosen: frozenset[str]) -> Filter:
    value: Any = frozenset(map(Modality, chosen)) if field == "modalities" else chosen
    return _set(filter, field, None if chosen >= frozenset(_choices()[field]) else value)


def _set(filter: Filter, field: str, value: Any) -> Filter:
    changed: dict[str, Any] = {field: value}
    return replace(filter, **changed)


def _choices() -> dict[str, dict[str, str]]:
    """What can be chosen of the schema, with what each is called."""
    schema = load_schema()
    return {
        "types": {name: kind.plural.lower() for name, kind in schema.entities.items()},
        "relations": {name: relation.phrase for name, relation in schema.relations.items()},
        "modalities": {str(modality): str(modality) for modality in schema.modalities},
    }
