"""What a reader sees of an entity."""

from dataclasses import replace

from app.cards import entity_card, silent
from graph.store.view_records import Node


def node(id: str, name: str) -> Node:
    return Node(id, "State", name, (), True, False, None, neighbours=0, claims=0, documents=0)


def test_a_state_that_took_another_name_says_which_it_had_until_when() -> None:
    assert "formerly <bdi>Turkey (until June 2022)</bdi>" in entity_card(node("TUR", "Türkiye"))


def test_an_entity_that_never_was_called_otherwise_says_nothing_of_it() -> None:
    assert "formerly" not in entity_card(node("MAR", "Morocco"))


def test_beside_filtered_relations_the_counts_say_that_they_are_of_the_whole_store() -> None:
    assert "no claim of its own, 0 documents in the whole store" in entity_card(node("MAR", "Morocco"), sifted=True)
    assert "whole store" not in entity_card(node("MAR", "Morocco"))


def test_where_filters_leave_out_all_it_is_they_that_are_named_and_not_the_articles() -> None:
    morocco = replace(node("MAR", "Morocco"), neighbours=3)
    html = silent(morocco, ["known by 2020-01-01", "<b>"])
    assert "Your filters leave out all of it" in html
    assert "known by 2020-01-01" in html
    assert "<b>" not in html
    assert "No article says" in silent(morocco, [])
    assert "No article says" in silent(node("MAR", "Morocco"), ["x"])
