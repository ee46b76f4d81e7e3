"""What a visitor filters out: each thing they do in the legend or the panel makes a new Filter. Knows no Streamlit."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.facets import LEVELS as LEVELS
from graph.store.filter import EVERYTHING, Filter


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
            chosen = getattr(filter, field)
            return _choose(filter, field, (frozenset(names) if chosen is None else chosen) ^ {name})
    return filter


def leave_out(names: Iterable[str], filter: Filter = EVERYTHING) -> Filter:
    """The filter with all of those types, relations and modalities left out."""
    for name in sorted(frozenset(names) - off(filter)):
        filter = toggle(filter, name)
    return filter


def require(filter: Filter, confidence: str) -> Filter:
    """Ask for claims that are at least so sure, one of LEVELS; "" for all. Anything else changes nothing."""
    levels = {"": None, **{str(level): level for level in LEVELS}}
    return replace(filter, min_confidence=levels[confidence]) if confidence in levels else filter


def _choose(filter: Filter, field: str, chosen: frozenset[str]) -> Filter:
    value: Any = frozenset(map(Modality, chosen)) if field == "modalities" else chosen
    changed: dict[str, Any] = {field: None if chosen >= frozenset(_choices()[field]) else value}
    return replace(filter, **changed)


def _choices() -> dict[str, tuple[str, ...]]:
    schema = load_schema()
    return {
        "types": tuple(schema.entities),
        "relations": tuple(schema.relations),
        "modalities": tuple(str(modality) for modality in schema.modalities),
    }
