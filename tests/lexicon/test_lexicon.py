from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from graph.lexicon.entries import State
from graph.lexicon.lexicon import Lexicon, load_lexicon
from graph.lexicon.naming import make_id


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def found(lexicon: Lexicon, text: str) -> Mapping[str, str]:
    """Names as written, and the ids they lead to; where names overlap, the longest."""
    matches = sorted(lexicon.find(text), key=lambda match: match.end - match.start)
    return {text[match.start : match.end]: match.surface.entry.id for match in matches if not match.open_end}


def test_every_state_is_known(lexicon: Lexicon) -> None:
    assert len(lexicon.states) == 197  # 193 members of the United Nations, the Holy See, Palestine, Kosovo and Taiwan


@pytest.mark.parametrize(
    ("type_", "least"), [("System", 1500), ("Firm", 1000), ("Group", 300), ("Agreement", 150), ("Event", 100)]
)
def test_the_lexicon_is_broad(lexicon: Lexicon, type_: str, least: int) -> None:
    assert sum(entry.type == type_ for entry in lexicon.entries.values()) >= least


def test_ids_follow_from_names(lexicon: Lexicon) -> None:
    for entry in lexicon.entries.values():
        assert entry.id == (entry.country if entry.type == "State" else make_id(entry.type, entry.name))


def test_a_family_is_a_known_system(lexicon: Lexicon) -> None:
    families = {entry.family for entry in lexicon.entries.values() if entry.family}
    assert families <= set(lexicon.entries)


def test_no_two_states_share_a_name(lexicon: Lexicon) -> None:
    seen: dict[str, str] = {}
    for code, state in lexicon.states.items():
        for name in (state.name, *state.aliases, *state.adjectives, *state.capital):
            assert seen.setdefault(name, code) == code, name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("South Korea", "KOR"),
        ("North Korea", "PRK"),
        ("Republic of the Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("Kremlin", "RUS"),
        ("Pentagon", "USA"),
        ("Élysée", "FRA"),
        ("Rabat", "MAR"),
        ("Emirati", "ARE"),
    ],
)
def test_states_answer_to_their_names(lexicon: Lexicon, name: str, code: str) -> None:
    assert found(lexicon, f"Officials of {name} met.")[name] == code


def test_what_iso_lists_beside_the_states_is_a_place(lexicon: Lexicon) -> None:
    for name in ("Greenland", "Hong Kong", "Bermuda", "Cook Islands", "Isle of Man", "Western Sahara"):
        assert found(lexicon, f"A ship left {name}.")[name].startswith("place:"), name


def test_a_variant_is_not_another_name_of_its_sister(lexicon: Lexicon) -> None:
    assert found(lexicon, "It flies the F-16C and the F-16D.") == {"F-16C": "system:f-16c", "F-16D": "system:f-16d"}


def test_case_tells_a_country_from_a_pronoun(lexicon: Lexicon) -> None:
    assert found(lexicon, "The US told us.") == {"US": "USA"}


def test_names_end_at_word_boundaries(lexicon: Lexicon) -> None:
    assert "Oman" not in found(lexicon, "Romania and Omanis")
    assert "Mali" not in found(lexicon, "Somalia")


def test_plurals_of_systems_are_found(lexicon: Lexicon) -> None:
    assert found(lexicon, "two F-35s") == {"F-35s": "system:f-35-lightning-ii"}


def test_typographic_apostrophes_are_read(lexicon: Lexicon) -> None:
    assert found(lexicon, "the David’s Sling")["David’s Sling"] == "system:davids-sling"


def test_the_demonym_comes_from_the_first_adjective() -> None:
    assert State(name="Argentina", adjectives=("Argentine", "Argentinian")).demonym == "Argentine"
    assert State(name="New Zealand").demonym == "New Zealand"


def test_plurals_of_classes(lexicon: Lexicon) -> None:
    assert lexicon.nouns.plural("combat drone") == "combat drones"
    assert lexicon.nouns.plural("surveillance aircraft") == "surveillance aircraft"
    assert lexicon.nouns.plural("missile battery") == "missile batteries"


def test_a_misspelt_key_in_a_file_is_refused() -> None:
    with pytest.raises(ValidationError, match="capitol"):
        State.model_validate({"name": "Peru", "capitol": ["Lima"]})
