"""What an action asks the store, overheard: the queries themselves, to be read, copied and run elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from neo4j import Record

from graph.store.database import Database
from graph.store.statements import load_statement
from graph.store.written import title, written

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Query:
    """One query as it was asked, with its values in it; `title` says what it finds."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Ear(Database):
    """A database that remembers what it is asked."""

    heard: list[Query] = field(default_factory=list)

    def read(self, statement: str, **parameters: Any) -> list[Record]:
        rows = Database.read(self, statement, **parameters)
        if rows or statement not in _asides():
            self.heard.append(Query(title(statement), written(statement, parameters)))
        return rows

    def iterate(self, statement: str, **parameters: Any) -> Iterator[Record]:
        """Nothing: what comes row by row is too much to be read only to hear how."""
        self.heard.append(Query(title(statement), written(statement, parameters)))
        return iter(())


def overhear(reader: R, act: Callable[[R], object]) -> tuple[Query, ...]:
    """The queries with which a reader of the store answers, in their order, each once; the act is done to find out.

    `reader` is a View, a Search or anything else that has a `database`. Asking which ids were judged to be another is
    left out where none was: the other queries name the ids that hold. What the act reads row by row isn't read.
    """
    whole: Any = reader
    ear = _Ear(whole.database.driver, whole.database.name)
    act(replace(whole, database=ear))
    return tuple(dict.fromkeys(ear.heard))


def _asides() -> tuple[str, ...]:
    return (load_statement("kept"), load_statement("revision"))
