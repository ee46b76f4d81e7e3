import pytest
import worlds

from app.questions import find_parameters, load_examples
from graph.store.store import Store


@pytest.mark.parametrize("question", list(load_examples()))
def test_every_example_runs_and_reads_only(question: str, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    query = load_examples()[question]
    values = {"name": "Morocco", "id": "MAR"}
    store.console.run(query, {name: values[name] for name in find_parameters(query)})


def test_the_examples_find_what_the_articles_say(store: Store) -> None:
    store.writer.write(worlds.maghreb())
    query = load_examples()["Which sentences speak of $name?"]
    sentences = {row[2] for row in store.console.run(query, {"name": "Rabat"}).rows}
    assert worlds.DEAL in sentences


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
