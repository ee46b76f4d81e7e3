"""What the lexicon knows stays apart from what texts say."""

import pytest

from graph.lexicon.facts import iter_facts
from graph.lexicon.lexicon import load_lexicon
from graph.store.store import Store
from tests.store.saying import article, says

TB2 = "system:bayraktar-tb2"
DRAWN = (
    "MATCH (a)-[k:KNOWN]->(b) RETURN a.id AS a, k.relation AS relation, b.id AS b, k.source AS from, "
    "k.sentence AS sentence ORDER BY relation"
)


@pytest.fixture
def told(store: Store) -> Store:
    """A store in which one article says that Baykar supplies Türkiye and Morocco buys the TB2."""
    store.writer.write([article("a", says("firm:baykar", "SUPPLIES", "TUR"), says("MAR", "PROCURES", TB2))])
    return store


def drawn(store: Store) -> list[dict[str, object]]:
    return [record.data() for record in store.driver.execute_query(DRAWN).records]


def test_only_entities_of_the_graph_are_joined(told: Store) -> None:
    assert told.knowledge.add(iter_facts(load_lexicon())) == 2
    assert drawn(told) == [
        {"a": "firm:baykar", "relation": "BASED_IN", "b": "TUR", "from": "lexicon", "sentence": "Baykar is based in Türkiye."},
        {"a": "firm:baykar", "relation": "MANUFACTURES", "b": TB2, "from": "lexicon", "sentence": "Baykar makes the Bayraktar TB2."},
    ]  # fmt: skip


def test_nothing_is_drawn_unless_asked_for(told: Store) -> None:
    assert told.knowledge.count() == 0


def test_adding_twice_changes_nothing(told: Store) -> None:
    told.knowledge.add(iter_facts(load_lexicon()))
    assert told.knowledge.add(iter_facts(load_lexicon())) == 2
    assert told.knowledge.count() == 2


def test_what_texts_say_looks_the_same_with_it(told: Store) -> None:
    before = (told.view.counts(), told.view.neighbours("firm:baykar"), told.view.nodes(["firm:baykar", TB2]))
    told.knowledge.add(iter_facts(load_lexicon()))
    assert (told.view.counts(), told.view.neighbours("firm:baykar"), told.view.nodes(["firm:baykar", TB2])) == before
    assert told.view.edge("firm:baykar", "MANUFACTURES", TB2) is None


def test_removing_leaves_what_texts_say(told: Store) -> None:
    before = told.view.counts()
    told.knowledge.add(iter_facts(load_lexicon()))
    assert told.knowledge.remove() == 2
    assert (told.knowledge.count(), told.view.counts()) == (0, before)


def test_it_keeps_no_entity_that_no_text_names_any_more(told: Store) -> None:
    told.knowledge.add(iter_facts(load_lexicon()))
    told.writer.forget(["a"])
    assert told.view.nodes(["firm:baykar", TB2, "TUR", "MAR"]) == ()
    assert told.knowledge.count() == 0


def test_a_change_can_be_seen_by_whoever_keeps_what_was_read(told: Store) -> None:
    revision = told.view.revision()
    told.knowledge.add(iter_facts(load_lexicon()))
    assert told.view.revision() > revision
