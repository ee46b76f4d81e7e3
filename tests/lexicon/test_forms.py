import pytest

from graph.lexicon.forms import flat, load_forms, wrong_letters
from graph.lexicon.relation_words import load_relation_words
from graph.schema.schema import load_schema


@pytest.mark.parametrize(
    ("typed", "id", "sense"),
    [
        ("Moroccan", "MAR", "adjective"),
        ("rabat", "MAR", "capital"),
        ("turkiye", "TUR", "name"),
        ("tb-2", "system:bayraktar-tb2", "name"),
        ("Su 35", "system:su-35", "spelling"),
        ("f 16", "system:f-16-fighting-falcon", "spelling"),
    ],
)
def test_a_form_is_known_however_it_is_typed(typed: str, id: str, sense: str) -> None:
    assert (id, sense) in [(each.entry.id, each.sense) for each in load_forms().whole(typed)]


def test_what_is_begun_gives_states_first() -> None:
    begun = [each.entry.name for each in load_forms().begun("mor", 5)]
    assert begun[0] == "Morocco"
    assert load_forms().begun("", 5) == ()


@pytest.mark.parametrize("typed", ["Morrocan", "Maroccan", "Moroccna", "morrocc"])
def test_a_wrong_or_swapped_letter_is_forgiven(typed: str) -> None:
    assert "MAR" in [each.entry.id for each in load_forms().near(typed)]


def test_no_letter_of_a_designation_or_a_short_word_may_be_wrong() -> None:
    assert [wrong_letters(word) for word in ("tb2", "iran", "us", "f16", "pakistan")] == [0, 1, 0, 0, 2]
    assert load_forms().near("TB3") == ()


def test_other_scripts_are_kept_where_accents_go() -> None:
    assert flat("  Łódź  МИГ-29 ") == "lodz миг-29"


def test_every_relation_has_words_and_its_own_name_is_one() -> None:
    words = load_relation_words()
    assert ("CO_PRODUCES", "verb") in words["co", "produces"]
    assert {relation for means in words.values() for relation, _part in means} == set(load_schema().relations)
