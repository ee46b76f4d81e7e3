from dataclasses import replace

import pytest
import worlds

from app.questions import find_parameters, load_examples
from graph.records import Amount, Verdict
from graph.store.store import Store
from tests.store.saying import article, says

VALUES = {"name": "Morocco", "id": "MAR", "one": "MAR", "other": "DZA", "day": "2030-01-01", "system": "Bayraktar TB2"}
ABSENT = (  # what this small world has nothing of
    "Who supplies both sides of a rivalry?",
    "On what do the articles disagree?",
    "Which deals are told with different numbers?",
    "What do most publishers agree on?",
    "What did the reader see and pass over, and why?",
)


def test_every_example_reads_only_and_answers(store: Store) -> None:
    store.writer.write(worlds.maghreb())
    examples = load_examples()
    assert len(examples) >= 25
    parameters = {
        question: {name: VALUES[name] for name in find_parameters(query)} for question, query in examples.items()
    }
    silent = [each for each in examples if not store.console.run(examples[each], parameters[each]).rows]
    assert set(silent) == set(ABSENT)


def test_disagreement_and_both_sides_are_found(store: Store) -> None:
    order = ("MAR", "PROCURES", "system:bayraktar-tb2")
    told = article(
        "a", says(*order, quantity=Amount("13", 13)), says("MAR", "OPPOSES", "DZA"), says("TUR", "SUPPLIES", "MAR")
    )
    other = article(
        "b",
        says(*order, quantity=Amount("19", 19)),
        says("TUR", "SUPPLIES", "DZA"),
        says("MAR", "OPPOSES", "DZA", "denied"),
    )
    elsewhere = replace(other, document=replace(other.document, publisher="The Other Paper"))
    store.writer.write([told, elsewhere])

    def answers(question: str) -> list[tuple[object, ...]]:
        return list(store.console.run(load_examples()[question]).rows)

    [[supplier, *_]] = answers("Who supplies both sides of a rivalry?")
    assert supplier["id"] == "TUR"
    [[_, edge, *_]] = answers("On what do the articles disagree?")
    assert edge["relation"] == "OPPOSES"
    [[*_, quantities, _]] = answers("Which deals are told with different numbers?")
    assert sorted(quantities) == [13, 19]
    [[*_, publishers]] = answers("What do most publishers agree on?")
    assert sorted(publishers) == ["The Other Paper", "The Paper"]


def test_the_examples_find_what_the_articles_say(store: Store) -> None:
    store.writer.write(worlds.maghreb())
    query = load_examples()["Which sentences speak of $name?"]
    sentences = {row[2] for row in store.console.run(query, {"name": "Rabat"}).rows}
    assert worlds.DEAL in sentences


def test_no_example_tells_what_a_person_judged_wrong(store: Store) -> None:
    quantities = [
        says("MAR", "PROCURES", "system:hermes-900", quantity=Amount(str(number), number)) for number in (4, 5)
    ]
    wrong = [article(f"wrong-{place}", each) for place, each in enumerate(quantities)]
    store.writer.write([*worlds.maghreb(), *wrong])
    for claim in store.review.claims_to_review(limit=500):
        store.ledger.judge(Verdict.REJECTED, claim.id, by="Ada")
    for question, query in load_examples().items():
        parameters = {name: VALUES[name] for name in find_parameters(query)}
        assert store.console.run(query, parameters).rows == (), question


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("RETURN $a + $b + $a", ["a", "b"]),
        ("RETURN 'costs $x' + \"$y\" + n.`$z` // $c\n + $real /* $d */", ["real"]),
        ("RETURN 'it\\'s $x' + $real", ["real"]),
        ("RETURN 1", []),
    ],
)
def test_only_real_parameters_become_fields(query: str, names: list[str]) -> None:
    assert find_parameters(query) == names
