"""Classes of things: generic systems, groups and agreements, and nouns that go with a name."""

from collections.abc import Callable

import pytest

from graph.extract.annotation import Annotation

Leads = Callable[[str, str], list[str]]
Named = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Poland ordered 18 battle tanks.", "tanks", "system:battle-tank"),
        ("They sent 400 American made anti-ship missiles.", "missiles", "system:american-anti-ship-missile"),
        ("The U.S. drones came back.", "drones", "system:american-drone"),
        ("Israeli-made loitering munitions were used.", "munitions", "system:israeli-loitering-munition"),
        ("It wants new surveillance aircraft.", "aircraft", "system:surveillance-aircraft"),
        ("The US Navy destroyer sailed.", "destroyer", "system:american-destroyer"),
        ("Kurdish rebels attacked.", "rebels", "group:kurdish-rebel"),
    ],
)
def test_a_class_of_things_has_an_id_in_the_singular(leads: Leads, text: str, word: str, expected: str) -> None:
    assert leads(text, word) == [expected]


def test_a_class_is_generic_and_named_in_the_plural(annotate: Callable[[str], Annotation]) -> None:
    entity = annotate("It bought a Turkish combat drone.").entities["system:turkish-combat-drone"]
    assert (entity.name, entity.generic) == ("Turkish combat drones", True)


@pytest.mark.parametrize("text", ["They supply arms.", "A drone attack began.", "The missile strike failed."])
def test_arms_and_attacks_are_no_systems(annotate: Callable[[str], Annotation], text: str) -> None:
    assert not [entity for entity in annotate(text).entities.values() if entity.type == "System"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It got 13 Turkish Bayraktar TB2 combat drones.", "drones", "system:bayraktar-tb2"),
        ("It got a batch of 13 TB2 drones.", "batch", "system:bayraktar-tb2"),
        ("Four loitering munitions, the Hermes 900, were sent.", "munitions", "system:hermes-900"),
        ("The reconnaissance drone MA-1 was shown.", "drone", "system:ma-1"),
        ("The company, Baykar, won.", "company", "firm:baykar"),
        ("Baykar, the drone maker, won.", "maker", "firm:baykar"),
        ("The militant group Hamas agreed.", "group", "group:hamas"),
    ],
)
def test_a_noun_beside_a_name_leads_to_the_name(leads: Leads, text: str, word: str, expected: str) -> None:
    assert leads(text, word) == [expected]


def test_fighters_fly_or_carry_rifles(leads: Leads) -> None:
    assert leads("Jets took off; Syrian fighters hit the radar.", "fighters") == ["system:syrian-fighter"]
    assert leads("Syrian fighters left the village.", "fighters") == ["group:syrian-fighter"]


def test_an_agreement_is_named_by_its_parties(named: Named) -> None:
    found = named("A defence pact between Japan and Italy was signed.")
    assert found["defence pact"] == "agreement:italy-japan-defence-pact"
