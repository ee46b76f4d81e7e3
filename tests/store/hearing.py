"""Whether what is overheard of an action is what it asks: run again in the console, it has to answer the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from neo4j import Record

from graph.store.database import Database
from graph.store.overheard import Query, overhear
from graph.store.plain import plain
from graph.store.store import Store

Rows = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Spy(Database):
    """Keeps the rows that came, in the order of the questions."""

    came: list[Rows] = field(default_factory=list)

    def read(self, statement: str, **parameters: Any) -> list[Record]:
        rows = Database.read(self, statement, **parameters)
        if rows or "MATCH (judged:Judged)" not in statement:
            self.came.append(_values(rows))
        return rows

    def iterate(self, statement: str, **parameters: Any) -> Iterator[Record]:
        rows = list(Database.iterate(self, statement, **parameters))
        self.came.append(_values(rows))
        return iter(rows)


def same_answers(store: Store, reader: Any, act: Callable[[Any], Any]) -> tuple[Query, ...]:
    """The queries of an act, each of which gave in the console the rows that the act got."""
    spy = Spy(store.view.database.driver, store.view.database.name)
    act(replace(reader, database=spy))
    queries = overhear(reader, act)
    assert queries
    assert all(query.title and query.text.startswith(f"// {query.title}\n") for query in queries)
    answers = [[list(row) for row in store.console.run(query.text, limit=100_000).rows] for query in queries]
    once = [came for place, came in enumerate(spy.came) if came not in spy.came[:place]]
    assert answers in (once, spy.came)
    return queries


def _values(rows: list[Record]) -> Rows:
    return [[plain(value) for value in row.values()] for row in rows]
