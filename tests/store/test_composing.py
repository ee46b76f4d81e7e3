"""Questions without Cypher: what is composed gives the claims that plain Python finds, and runs as it is in the console."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from graph.records import Claim, Extraction
from graph.schema.schema import load_schema
from graph.store.composing import ANYBODY, End, Question, Shape, compose
from graph.store.filter import EVERYTHING
from graph.store.store import Store
from tests.store import sifting
from tests.store.saying import ENTITIES, article, says

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ends = some.sampled_from(
    [
        ANYBODY,
        End("MAR"),
        End("ISR"),
        End("TUR"),
        End(sifting.TB2),
        End(type="State"),
        End(type="System"),
        End(type="Firm"),
    ]
)
questions = some.builds(
    Question, ends, ends, sifting.filters.map(lambda each: replace(each, types=None, min_documents=1)), some.booleans()
)


def fits(end: End, id: str) -> bool:
    return end in (ANYBODY, End(id)) or end == End(type=ENTITIES[id].type)


def asked(question: Question, documents: Sequence[Extraction]) -> Iterator[tuple[str, Claim, str]]:
    """The claims that a question is about, each once, seen from who is asked about."""
    for document in documents:
        for claim in document.claims:
            if not sifting.passes(claim, document.document.publisher, question.filter):
                continue
            turned = question.either or load_schema().relations[claim.relation].symmetric
            if fits(question.who, claim.source) and fits(question.whom, claim.target):
                yield claim.source, claim, claim.target
            elif turned and fits(question.who, claim.target) and fits(question.whom, claim.source):
                yield claim.target, claim, claim.source


def answer(store: Store, question: Question, title: str = "A question") -> list[dict[str, Any]]:
    result = store.console.run(compose(load_schema(), question, title))
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


@SETTINGS
@given(sifting.articles, questions)
def test_the_answer_is_what_plain_python_finds(store: Store, told: Sequence[Any], question: Question) -> None:
    store.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")
    documents = sifting.written(told)
    store.writer.write(documents)
    expected = list(asked(question, documents))
    sentences = answer(store, replace(question, shape=Shape.SENTENCES))
    assert Counter((row["who"], row["claim"], row["whom"]) for row in sentences) == Counter(
        (ENTITIES[who].name, claim.id, ENTITIES[whom].name) for who, claim, whom in expected
    )
    days = [row["reported_on"] for row in sentences if row["reported_on"]]
    assert days == sorted(days, reverse=True)
    pairs = {(row["who_id"], row["relation"], row["whom_id"]): row["claims"] for row in answer(store, question)}
    assert pairs == Counter((who, claim.relation, whom) for who, claim, whom in expected)
    months = {row["month"]: row["claims"] for row in answer(store, replace(question, shape=Shape.MONTHS))}
    assert months == Counter(
        claim.reported_on.strftime("%Y-%m") if claim.reported_on else None for _, claim, _ in expected
    )


def test_of_a_relation_that_holds_both_ways_both_are_asked(store: Store) -> None:
    store.writer.write([article("a", says("ISR", "NORMALIZES", "MAR"), says("TUR", "SUPPLIES", "MAR"))])
    question = Question(who=End("MAR"), filter=replace(EVERYTHING, relations=frozenset({"NORMALIZES", "SUPPLIES"})))
    assert [(row["who"], row["relation"], row["whom"]) for row in answer(store, question)] == [
        ("Morocco", "NORMALIZES", "Israel")
    ]
    assert len(answer(store, replace(question, either=True))) == 2


@pytest.mark.parametrize(
    "title", ["a\nMATCH (n) DETACH DELETE n", "*/ RETURN 1", "\u2028CREATE (n)", "\\u000aCREATE (n)"]
)
def test_no_title_becomes_part_of_the_query(store: Store, title: str) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", sifting.TB2))])
    assert len(answer(store, Question(who=End("MAR' OR true //")), title)) == 0
    assert len(answer(store, Question(who=End("MAR")), title)) == 1
    assert compose(load_schema(), Question(), title).count("\n") == compose(load_schema(), Question(), "plain").count(
        "\n"
    )
