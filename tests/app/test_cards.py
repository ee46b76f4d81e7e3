"""What a reader sees of an entity."""

from app.cards import entity_card
from graph.store.view_records import Node


def node(id: str, name: str) -> Node:
    return Node(id, "State", name, (), True, False, None, neighbours=0, claims=0, documents=0)


def test_a_state_that_took_another_name_says_which_it_had_until_when() -> None:
    assert "formerly <bdi>Turkey (until June 2022)</bdi>" in entity_card(node("TUR", "Türkiye"))


def test_an_entity_that_never_was_called_otherwise_says_nothing_of_it() -> None:
    assert "formerly" not in entity_card(node("MAR", "Morocco"))
