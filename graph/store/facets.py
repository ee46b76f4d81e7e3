"""What a filter's choices would show: counts beside each, and claims over time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from graph.schema.schema import Schema
from graph.store.conditions import load_counted, parameters
from graph.store.database import Database
from graph.store.filter import Filter
from graph.store.statements import any_relation, load_statement

LEVELS = (0.5, 0.7, 0.8, 0.9)  # confidences that can be asked for
SOURCES = (1, 2, 3, 5, 10)  # numbers of documents that can be asked for
Span = tuple[date | None, date | None]
Clock = Literal["known", "happened"]
APART = {"known": ("known_from", "known_by"), "happened": ("happened_from", "happened_until")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet. `edges` is how many edges would be seen by it alone, `claims` how many claims stand behind them.

    `value` is None for claims that don't say: without a publisher, or whose speaker is no entity. Of types, `edges` counts
    the entities.
    """

    value: str | float | bool | None
    name: str
    edges: int
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices of each field of Filter that has some, each counted with all other fields as the filter has them.

    Types are of entities, of which a filter asks nothing else: they are counted whatever it leaves out.

    Types, relations and modalities are all there, in the schema's order; speakers and publishers those that have a claim
    here, most edges first. Confidences and numbers of documents are "at least so much".
    """

    types: tuple[Choice, ...]
    relations: tuple[Choice, ...]
    modalities: tuple[Choice, ...]
    reported: tuple[Choice, ...]
    speakers: tuple[Choice, ...]
    publishers: tuple[Choice, ...]
    min_confidence: tuple[Choice, ...]
    min_documents: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """How many claims there are of each day, by one of the clocks; `undated` have none.

    A claim that may be of several days counts on the first. `spans` has the first and the last day of each claim, None
    where that side is open, so that what lies between two days can be counted as a filter lets it through.
    """

    clock: Clock
    counts: Mapping[date, int]
    undated: int = 0
    spans: Mapping[Span, int] = field(default_factory=dict)

    def between(self, since: date | None, until: date | None) -> int:
        """How many claims may be of these days, both included; None leaves that side open. Undated ones are not."""
        spans = self.spans or {(day, day): number for day, number in self.counts.items()}
        return sum(number for span, number in spans.items() if _may_be_within(span, since, until))


def count_facets(database: Database, schema: Schema, ids: Sequence[str] | None, filter: Filter) -> Facets:
    """The facets of the edges among those entities, or of all edges of the store where `ids` is None."""
    statement = load_counted("facets", filter, drawn=ids is not None, RELATIONS=any_relation(schema))
    rows = database.read(statement, ids=ids, levels=list(LEVELS), **parameters(filter))
    types = _types(database, ids)
    return Facets(
        types=tuple(Choice(name, name, types.get(name, 0)) for name in schema.entities),
        relations=_listed(rows, "relations", {name: each.phrase for name, each in schema.relations.items()}),
        modalities=_listed(rows, "modalities", {str(name): str(name) for name in schema.modalities}),
        reported=_listed(rows, "reported", {False: "in the article's own words", True: "put in somebody's mouth"}),
        speakers=_found(rows, "speakers"),
        publishers=_found(rows, "publishers"),
        min_confidence=_listed(rows, "min_confidence", {0: "", **dict.fromkeys(LEVELS, "")}),
        min_documents=_sources(rows),
    )


def _types(database: Database, ids: Sequence[str] | None) -> Mapping[str, int]:
    # two statements: one for both cases would look at every entity of the store for the few on a canvas
    statement = load_statement("facet_types" if ids is None else "facet_types_drawn")
    return {row["type"]: row["number"] for row in database.read(statement, **({} if ids is None else {"ids": ids}))}


def count_days(database: Database, schema: Schema, ids: Sequence[str] | None, clock: Clock, filter: Filter) -> Days:
    """The claims behind the edges among those entities, day by day, as if that clock weren't filtered.

    By the clock "known" a claim counts on the day it was reported, by "happened" on the first day that it tells of.
    """
    statement = load_counted("days", filter, drawn=ids is not None, RELATIONS=any_relation(schema))
    rows = database.read(statement, ids=ids, clock=clock, apart=APART[clock], **parameters(filter))
    spans = {(_native(row["first"]), _native(row["last"])): row["claims"] for row in rows}
    undated = spans.pop((None, None), 0)
    counts: Counter[date] = Counter()
    for (first, last), claims in spans.items():
        if day := first or last:
            counts[day] += claims
    return Days(clock, dict(counts), undated, spans)


def _may_be_within(span: Span, since: date | None, until: date | None) -> bool:
    first, last = span
    return (since is None or last is None or last >= since) and (until is None or first is None or first <= until)


def _native(day: Any) -> date | None:
    return None if day is None else date(day.year, day.month, day.day)


def _listed(rows: Sequence[Any], facet: str, names: Mapping[Any, str]) -> tuple[Choice, ...]:
    """A choice for each of the names, in their order, counted or not."""
    counted = {row["value"]: row for row in rows if row["facet"] == facet}
    found = [(value, name, counted.get(value)) for value, name in names.items()]
    return tuple(
        Choice(value, name, row["edges"] if row else 0, row["claims"] if row else 0) for value, name, row in found
    )


def _found(rows: Sequence[Any], facet: str) -> tuple[Choice, ...]:
    of_facet = [row for row in rows if row["facet"] == facet]
    return tuple(
        Choice(row["value"], row["name"] or row["value"] or "", row["edges"], row["claims"]) for row in of_facet
    )


def _sources(rows: Sequence[Any]) -> tuple[Choice, ...]:
    counted = [row for row in rows if row["facet"] == "min_documents"]
    enough = [(least, [row for row in counted if row["value"] >= least]) for least in SOURCES]
    return tuple(
        Choice(least, "", sum(row["edges"] for row in some), sum(row["claims"] for row in some))
        for least, some in enough
    )
