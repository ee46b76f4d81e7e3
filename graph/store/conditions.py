"""A filter in Cypher: its conditions put into statements, its values as their parameters."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import yaml

from graph.store.filter import EVERYTHING, Filter
from graph.store.statements import STORE, fill, load_statement

ENDS = ("source", "target", "other")


def load_sifted(name: str, filter: Filter, **blanks: str) -> str:
    """A statement with what the filter asks in the place of its `__CLAIM_PASSES__`, `__EDGE_MAY_PASS__` and so on.

    Only what is asked is in it, so that it runs fast and reads well.
    """
    return sifted(load_statement(name, **blanks), filter)


def sifted(statement: str, filter: Filter) -> str:
    """The same of a statement that is at hand."""
    return _put(statement, _conditions(asked(filter)))


def load_counted(name: str, filter: Filter, *, drawn: bool, **blanks: str) -> str:
    """A statement that counts claims, put after what finds them: those among entities on a canvas, or all.

    In the place of `__MISSES__` stands the list of the filter's fields that a claim doesn't pass.
    """
    statement = fill(_read()["among"]["drawn" if drawn else "stored"] + "\n" + load_statement(name), **blanks)
    return _put(statement, {**_conditions(asked(filter)), "MISSES": _misses(asked(filter))})


def parameters(filter: Filter) -> dict[str, Any]:
    """The values that those conditions ask for, and `min_documents` always."""
    return {"min_documents": filter.min_documents} | {name: _plain(getattr(filter, name)) for name in asked(filter)}


def asked(filter: Filter) -> tuple[str, ...]:
    """The fields of a filter that leave something out."""
    names = [field.name for field in fields(Filter)]
    return tuple(name for name in names if getattr(filter, name) != getattr(EVERYTHING, name))


@cache
def _conditions(names: tuple[str, ...]) -> Mapping[str, str]:
    read = _read()
    entity = _joined(read["entity"], names)
    return {
        "CLAIM_PASSES": _joined(read["claim"], names),
        "EDGE_MAY_PASS": _joined(read["edge"], names),
        "ENDS_PASS": _joined(read["ends"], names),
        "OTHER_ID_PASSES": _joined(read["other_id"], names),
        **{f"{end.upper()}_PASSES": entity.replace("{entity}", end) for end in ENDS},
    }


def _misses(names: tuple[str, ...]) -> str:
    conditions = _read()["claim"]
    each = [f"CASE WHEN {conditions[name]} THEN null ELSE '{name}' END" for name in names if name in conditions]
    return f"[missed IN [{', '.join(each)}] WHERE missed IS NOT NULL]"


def _put(statement: str, conditions: Mapping[str, str]) -> str:
    for blank, condition in conditions.items():
        statement = statement.replace(f"__{blank}__", condition)
    return statement


def _joined(conditions: Mapping[str, str], names: tuple[str, ...]) -> str:
    return " AND ".join(dict.fromkeys(conditions[name] for name in names if name in conditions)) or "true"


@cache
def _read() -> Mapping[str, Mapping[str, str]]:
    read: Mapping[str, Mapping[str, str]] = yaml.safe_load((STORE / "conditions.yml").read_text(encoding="utf-8"))
    return read


def _plain(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, frozenset) else value
