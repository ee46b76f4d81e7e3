"""The names that a query on this store can use, for completing what somebody types."""

from dataclasses import dataclass

from graph.store.calls import allowed
from graph.store.database import Database
from graph.store.statements import load_statement

MOST = 2000  # names of one kind; a store that others write to may have any number


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the store has names for, and what of Cypher may be called here; each in alphabetical order."""

    labels: tuple[str, ...]
    relations: tuple[str, ...]
    properties: tuple[str, ...]
    functions: tuple[str, ...]
    procedures: tuple[str, ...]


def read_vocabulary(database: Database) -> Vocabulary:
    """The names of a store as it is now. Raises StoreError."""
    [row] = database.read(load_statement("vocabulary"))
    return Vocabulary(
        labels=_ordered(row["labels"]),
        relations=_ordered(row["relations"]),
        properties=_ordered(row["properties"]),
        functions=_ordered(allowed("functions")),
        procedures=_ordered(allowed("procedures")),
    )


def _ordered(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=str.lower)[:MOST])
