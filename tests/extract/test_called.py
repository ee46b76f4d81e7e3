"""Names that a common noun beside them tells apart."""

from collections.abc import Callable

import pytest

from graph.extract.annotation import Annotation

Annotate = Callable[[str], Annotation]


def types(annotation: Annotation) -> dict[str, str]:
    """The type of each mention, by its words."""
    return {mention.text: mention.type for mention in annotation.mentions}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Troops entered the village of Qarmat on Monday.", "Qarmat", "Place"),
        ("Food reached the villages of Qarmat and Zenova.", "Zenova", "Place"),
        ("The firm sold its subsidiary Zentrix last year.", "Zentrix", "Firm"),
        ("Dorvane CEO Jane Roe spoke.", "Dorvane", "Firm"),
        ("Jane Roe is chief executive of Dorvane.", "Dorvane", "Firm"),
        ("The hacking group BlackHeron stole the files.", "BlackHeron", "Group"),
        ("The French frigate Alsace shot down two drones.", "Alsace", "System"),
        ("China's aircraft carrier Liaoning left port.", "Liaoning", "System"),
        ("Iran showed a ballistic missile called Khaibar.", "Khaibar", "System"),
        ("Carter (CVN 99) left port with Hollis (DDG 201).", "Hollis", "System"),
    ],
)
def test_a_noun_says_what_the_name_beside_it_is(annotate: Annotate, text: str, name: str, type_: str) -> None:
    assert types(annotate(text)).get(name) == type_


def test_a_day_is_no_name_of_a_missile(annotate: Annotate) -> None:
    assert "Saturday" not in types(annotate("North Korea launched a missile Saturday."))


def test_a_state_is_no_ship(annotate: Annotate) -> None:
    assert types(annotate("In the carrier Japan trusts.")).get("Japan") == "State"


def test_a_makers_name_before_its_system_is_the_maker(annotate: Annotate) -> None:
    found = {mention.text: mention.entity for mention in annotate("Two Sukhoi Su-35 fighters landed.").mentions}
    assert found["Sukhoi"] == "firm:sukhoi"
    assert found["Sukhoi Su-35"] == "system:su-35"


def test_the_half_of_a_peninsula_is_its_state_where_the_state_is_named(annotate: Annotate) -> None:
    mentions = annotate("North Korea fired a rocket. The North denied it.").mentions
    assert [mention.entity for mention in mentions if mention.text == "North"] == ["PRK"]
    assert "North" not in types(annotate("The North of Sweden is cold."))


def test_a_site_or_a_feeds_tail_is_no_part_of_a_name(annotate: Annotate) -> None:
    assert "Gaza" in types(annotate("They sent food to Gaza Read Full Article at RT.com"))


def test_fighters_called_by_their_people_are_men(annotate: Annotate) -> None:
    found = types(annotate("The air force helped Kurdish fighters who took the town."))
    assert found["Kurdish fighters"] == "Group"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A Bangkok-based analyst spoke.", "Place"),
        ("He spoke at talks in Bangkok.", "Place"),
        ("Officials in Bangkok rejected the plan.", "State"),
    ],
)
def test_a_capital_is_a_place_or_its_government(annotate: Annotate, text: str, type_: str) -> None:
    assert types(annotate(text))["Bangkok"] == type_


def test_platforms_written_with_capitals_are_classes_all_the_same(annotate: Annotate) -> None:
    assert "system:howitzer" in annotate("Armenia ordered Howitzers.").entities


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Seoul's ally South Korea fears the North.", "North", "PRK"),
        ("A minister visited the Republic of Mozambique.", "Mozambique", "MOZ"),
        ("Shells hit the Kursk nuclear power plant.", "Kursk nuclear power plant", "place:kursk-nuclear-power-plant"),
        ("U.S.-backed forces took the town.", "U.S.-backed forces", "group:u-s-backed-force"),
        ("Both signed the MoU on Monday.", "MoU", "agreement:mou"),
        ("Indian and Coalition jets took off.", "Indian", "IND"),
        ("Australia buys Virginia-class submarines.", "Virginia-class submarines", "system:virginia-class"),
        ("US regulators met U.S. Air Force Safety Center staff.", "U.S. Air Force", "USA"),
    ],
)
def test_a_name_is_neither_cut_short_nor_run_together(
    named: Callable[[str], dict[str, str]], text: str, name: str, entity: str
) -> None:
    assert named(text).get(name) == entity
