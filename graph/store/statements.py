"""The Cypher that Entente runs: one statement a file in `cypher/`, its title on the first line."""

import re
from functools import cache
from importlib.resources import files

from graph.errors import SchemaError
from graph.schema.schema import Schema

STORE = files("graph.store")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\|[A-Za-z][A-Za-z0-9_]*)*")


def load_statement(name: str, **blanks: str) -> str:
    """The statement of that file, with its `__BLANKS__` (labels and relationship types, no values) filled in."""
    return fill(_read(name), **blanks)


def fill(statement: str, **blanks: str) -> str:
    """Put names where a statement says `__BLANK__`. Raises SchemaError for a name that Cypher can't take bare."""
    for blank, name in blanks.items():
        if not NAME.fullmatch(name):
            raise SchemaError(f"{name!r} can't be a label or relationship type; use letters, digits and underscores")
        statement = statement.replace(f"__{blank}__", name)
    return statement


def any_relation(schema: Schema) -> str:
    """All relations, as a pattern for one edge writes them: PROCURES|SUPPLIES|..."""
    return "|".join(schema.relations)


def role_names(schema: Schema) -> tuple[str, ...]:
    """The roles that any relation has, in alphabetical order."""
    return tuple(sorted({role for relation in schema.relations.values() for role in relation.roles}))


def any_role(schema: Schema) -> str:
    """All roles, as a pattern writes them: COUNTERPART|EVENT|..."""
    return "|".join(role.upper() for role in role_names(schema))


def link_names(schema: Schema) -> tuple[str, ...]:
    """The relationship types by which documents and their claims name an entity."""
    return ("MENTIONS", "SOURCE", "TARGET", "ATTRIBUTED_TO", *(role.upper() for role in role_names(schema)))


@cache
def _read(name: str) -> str:
    return (STORE / "cypher" / f"{name}.cypher").read_text(encoding="utf-8")
