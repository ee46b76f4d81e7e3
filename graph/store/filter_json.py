"""A filter as plain JSON, for links and files: only what it narrows is said."""

from collections.abc import Mapping
from dataclasses import fields
from math import isfinite
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graph.errors import ViewError
from graph.store.filter import EVERYTHING, Filter

MOST = 10_000  # values that one field may name
LONGEST = 1000  # letters of one of them


def filter_to_json(filter: Filter) -> dict[str, Any]:
    """What the filter narrows, field by field; sets as sorted lists, days in ISO form. Nothing for one that lets all through."""
    return {
        each.name: _plain(getattr(filter, each.name))
        for each in fields(Filter)
        if getattr(filter, each.name) != getattr(EVERYTHING, each.name)
    }


def filter_from_json(said: Mapping[str, Any]) -> Filter:
    """The filter of such JSON. Raises ViewError, in one line, for anything else."""
    unknown = set(said) - {each.name for each in fields(Filter)}
    if unknown:
        raise ViewError(f"this Entente knows no filter called {min(unknown)!r}; a newer one may")
    _check_sizes(said)
    try:
        return TypeAdapter(Filter).validate_python(dict(said))
    except ValidationError as error:
        first = error.errors()[0]
        raise ViewError(f"the filter {'.'.join(map(str, first['loc'][:1]))} can't be read: {first['msg']}") from error


def _check_sizes(said: Mapping[str, Any]) -> None:
    for name, value in said.items():
        listed = value if isinstance(value, list) else [value]
        if len(listed) > MOST or any(isinstance(each, str) and len(each) > LONGEST for each in listed):
            raise ViewError(f"the filter {name} names more than can be read")
        if isinstance(value, float) and not isfinite(value):
            raise ViewError(f"the filter {name} is {value}: no number that can be read")


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(str(each) for each in value)
    return value.isoformat() if hasattr(value, "isoformat") else value
