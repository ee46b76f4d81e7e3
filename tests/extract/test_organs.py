"""What stands for a state: its army, its ministries, its capital, its units and services."""

from collections.abc import Callable

import pytest

from graph.extract.annotation import Annotation

Leads = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Moroccan Army bought them.", "Army", "MAR"),
        ("Ukraine's defence ministry said so.", "ministry", "UKR"),
        ("The government of Peru agreed.", "government", "PER"),
        ("Turkish troops crossed the river.", "troops", "TUR"),
        ("The Israeli foreign minister went there.", "minister", "ISR"),
        ("The US Department of Commerce listed it.", "Department", "USA"),
        ("The Kremlin agreed.", "Kremlin", "RUS"),
        ("Rabat ordered drones.", "Rabat", "MAR"),
        ("Hamas fighters left.", "fighters", "group:hamas"),
        ("Spain signed. The navy will get two ships.", "navy", "ESP"),
    ],
)
def test_an_organ_leads_to_its_state_or_group(leads: Leads, text: str, word: str, expected: str) -> None:
    assert leads(text, word) == [expected]


def test_an_officer_with_a_name_is_a_person(leads: Leads) -> None:
    assert leads("Israeli Prime Minister Dana Almog spoke.", "Minister") == ["person:dana-almog"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks in Tehran failed.", "place:tehran"),
        ("Missiles struck Tehran.", "place:tehran"),
        ("Tehran refused to sign.", "IRN"),
        ("He is to visit Tehran soon.", "IRN"),
        ("A treaty with Tehran was signed.", "IRN"),
    ],
)
def test_a_capital_is_a_place_only_where_things_happen_in_it(leads: Leads, text: str, expected: str) -> None:
    assert leads(text, "Tehran") == [expected]


def test_senses_tell_name_adjective_and_organ_apart(annotate: Callable[[str], Annotation]) -> None:
    annotation = annotate("Chile thanked the Peruvian navy and Brazilian pilots.")
    senses = {mention.text: annotation.sense(mention) for mention in annotation.mentions}
    assert (senses["Chile"], senses["Peruvian"], senses["Peruvian navy"]) == ("name", "adjective", "organ")


def test_a_unit_belongs_to_the_state_that_the_text_is_about(named: Callable[[str], dict[str, str]]) -> None:
    found = named("Canadian soldiers trained there. The 9th Example Battalion came later.")
    assert found["9th Example Battalion"] == "CAN"
