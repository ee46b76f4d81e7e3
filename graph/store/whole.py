"""The whole store as a net, read row by row: for what looks at all of it at once, in a process beside the pages."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.schema.schema import Schema
from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.edges import read_key
from graph.store.filter import EVERYTHING, Filter
from graph.store.statements import any_relation, load_statement


@dataclass(frozen=True, slots=True)
class Line:
    """An edge without its relation: both ends, and how many of its claims pass."""

    source: str
    target: str
    claims: int


@dataclass(frozen=True, slots=True)
class Whole:
    """Reads of all that a filter lets through. They take seconds where there is much: not for a page to wait for."""

    database: Database
    schema: Schema

    def iter_lines(self, filter: Filter = EVERYTHING) -> Iterator[Line]:
        """Every edge that passes."""
        if filter.asks_of_claims:
            yield from self._told_by_claims(filter)
            return
        for row in self._iterate("whole_edges", filter):
            yield from (Line(row["source"], target, claims) for target, claims in row["lines"])

    def changed(self, since: date, until: date, filter: Filter = EVERYTHING, limit: int = 1000) -> tuple[tuple[str, ...], int]:  # fmt: skip
        """The ids of the edges of which most was reported after one day and until another, and how many there are in all.

        No other edge can have changed in between.
        """
        asked = replace(filter, min_documents=1, known_from=None, known_by=None)
        statement = load_sifted("changed_edges", asked)
        row = self.database.read(statement, **parameters(asked), since=since, until=until, limit=limit)[0]
        return tuple(row["edges"]), row["total"]

    def _told_by_claims(self, filter: Filter) -> Iterator[Line]:
        # added up here: the server would have to hold a million sums at once
        claims: Counter[str] = Counter()
        documents: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._iterate("whole_claims", filter):
            claims[row["edge"]] += 1
            if row["document"] is not None:
                documents[row["edge"]].add(row["document"])
        ids = self._ids(filter)
        for edge, number in claims.items():
            key = read_key(edge)
            enough = filter.min_documents == 1 or len(documents[edge]) >= filter.min_documents
            if enough and (ids is None or (key.source in ids and key.target in ids)):
                yield Line(key.source, key.target, number)

    def _ids(self, filter: Filter) -> frozenset[str] | None:
        if filter.types is None:
            return None
        rows = self.database.iterate(load_statement("ids_of_types"), types=sorted(filter.types))
        return frozenset(row["id"] for row in rows)

    def _iterate(self, name: str, filter: Filter) -> Iterator[Any]:
        statement = load_sifted(name, filter, RELATIONS=any_relation(self.schema))
        return self.database.iterate(statement, **parameters(filter))
