"""The count beside a choice is what that choice shows, and the days are those of the claims that pass."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings

from graph.records import Claim, Extraction, Modality
from graph.schema.schema import load_schema
from graph.store.edges import make_edge_key
from graph.store.facets import Choice, Facets
from graph.store.filter import EVERYTHING, Filter
from graph.store.store import Store
from tests.store.saying import ENTITIES, article, says
from tests.store.sifting import FIRST, TB2, articles, filters, passes, written
from tests.store.telling import clear

SETS = ("relations", "modalities", "speakers", "publishers")
LEVELS = ("min_confidence", "min_documents")


def chosen(filter: Filter, field: str, choice: Choice) -> Filter:
    """The filter with that choice in the place of what it asks of the field."""
    value: Any = choice.value
    if field in SETS:
        value = frozenset({Modality(value) if field == "modalities" else value})
    elif field == "min_confidence" and not value:
        value = None
    changed: dict[str, Any] = {field: value}
    return replace(filter, **changed)


def counted(documents: Sequence[Extraction], filter: Filter) -> tuple[int, int]:
    """How many edges a filter shows, and how many claims stand behind them: counted in plain Python."""
    seen = passing(documents, filter)
    return len(seen), sum(map(len, seen))


def passing(documents: Sequence[Extraction], filter: Filter) -> list[list[tuple[str, Claim]]]:
    """The claims that a filter lets pass, each with its document's id, edge by edge: in plain Python."""
    edges: dict[str, list[tuple[str, Claim]]] = {}
    for each in documents:
        for claim in each.claims:
            ends = {ENTITIES[claim.source].type, ENTITIES[claim.target].type}
            if passes(claim, each.document.publisher, filter) and ends <= (filter.types or ends):
                key = make_edge_key(load_schema(), claim.relation, claim.source, claim.target)
                edges.setdefault(key.id, []).append((each.document.id, claim))
    return [told for told in edges.values() if len({document for document, _ in told}) >= filter.min_documents]


def check(documents: Sequence[Extraction], filter: Filter, facets: Facets) -> None:
    for field in (*SETS, *LEVELS, "reported"):
        for choice in getattr(facets, field):
            if choice.value is not None:
                expected = counted(documents, chosen(filter, field, choice))
                assert (choice.edges, choice.claims) == expected, (field, choice)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles, filters)
def test_a_choice_counts_what_it_would_show(store: Store, drawn: Any, filter: Filter) -> None:
    documents = written(drawn)
    clear(store)
    store.writer.write(documents)
    facets = store.view.facets(list(ENTITIES), filter)
    assert facets == store.view.facets(None, filter)
    check(documents, filter, facets)
    for clock, apart in (
        ("known", {"known_from": None, "known_by": None}),
        ("happened", {"happened_from": None, "happened_until": None}),
    ):
        others: Any = replace(filter, **apart)
        days = Counter(
            claim.reported_on if clock == "known" else claim.when and (claim.when.start or claim.when.end)
            for told in passing(documents, others)
            for _, claim in told
        )
        found = store.view.days(list(ENTITIES), clock, filter)  # type: ignore[arg-type]
        assert found.undated == days.pop(None, 0)
        assert found.counts == dict(days)
        for since, until in ((FIRST, None), (None, FIRST), (FIRST, FIRST + timedelta(days=90))):
            between: Any = dict(zip(apart, (since, until), strict=True))
            let_through = passing(documents, replace(others, **between))
            if filter.min_documents == 1:  # else the days of an edge's other claims count too
                assert found.between(since, until) == sum(map(len, let_through))


def test_facets_are_of_what_is_drawn(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2), says("DZA", "OPPOSES", "MAR"))])
    facets = store.view.facets(["MAR", TB2], EVERYTHING)
    assert {choice.value: choice.edges for choice in facets.relations if choice.edges} == {"PROCURES": 1}
    assert {choice.value: choice.edges for choice in facets.types if choice.edges} == {"State": 1, "System": 1}
    assert [(choice.name, choice.edges) for choice in facets.publishers] == [("The Paper", 1)]


def test_a_choice_that_others_leave_nothing_of_stays_with_a_zero(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2)), article("b", says("DZA", "OPPOSES", "MAR"))])
    facets = store.view.facets(list(ENTITIES), Filter(relations=frozenset({"SIGNS"})))
    assert [(choice.name, choice.edges) for choice in facets.publishers] == [("The Paper", 0)]
    assert {choice.value: choice.edges for choice in facets.relations if choice.edges} == {"PROCURES": 1, "OPPOSES": 1}
    assert [choice.edges for choice in facets.min_documents] == [0, 0, 0, 0, 0]
