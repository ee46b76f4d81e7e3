"""Who is named: known names, designations, suffixes, titles, recognised names, and the short forms of all these."""

from collections.abc import Callable

import pytest

from graph.extract.annotation import Annotation

Named = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("Jordan signed the order.", "Jordan", "JOR"),
        ("Chad bought four of them.", "Chad", "TCD"),
        ("Ministers of Niger met those of Nigeria.", "Niger", "NER"),
        ("Ministers of Niger met those of Nigeria.", "Nigeria", "NGA"),
        ("Guinea-Bissau and Guinea agreed.", "Guinea-Bissau", "GNB"),
        ("Guinea-Bissau and Guinea agreed.", "Guinea", "GIN"),
        ("South Sudan and Sudan agreed.", "South Sudan", "SSD"),
        ("Talks went on between Georgia and Russia.", "Georgia", "GEO"),
        ("A plant near Atlanta, Georgia builds it.", "Georgia", "place:georgia-united-states"),
        ("It was tested at China Lake last week.", "China Lake", "place:naval-air-weapons-station-china-lake"),
        ("Poland ordered 32 F-35As.", "F-35As", "system:f-35a"),
        ("It flies the Bayraktar TB3, not the TB2.", "Bayraktar TB3", "system:bayraktar-tb3"),
        ("It flies the Bayraktar TB3, not the TB2.", "TB2", "system:bayraktar-tb2"),
        ("Riyadh operates the S-300 and the S-400.", "S-400", "system:s-400"),
        ("The Leopard 2A9s arrived.", "Leopard 2A9", "system:leopard-2a9"),
        ("Algeria operates the S-300PMU-2.", "S-300PMU-2", "system:s-300pmu2"),
        ("Algeria flew the S-300PMU-2 system.", "S-300PMU-2", "system:s-300pmu2"),
        ("Algeria has the S-300PMU-2, and Peru has none.", "S-300PMU-2", "system:s-300pmu2"),
        ("It has many S-300PMU-2s.", "S-300PMU-2", "system:s-300pmu2"),
        ("It has the S-400-2X9.", "S-400-2X9", "system:s-400-2x9"),
        ("Algeria operates S-300PMU-equipped units.", "S-300PMU", "system:s-300pmu"),
        ("Greece sent its F-16-armed wing.", "F-16", "system:f-16-fighting-falcon"),
        ("It showed the XM-77 there.", "XM-77", "system:xm-77"),
        ("Two Zebra-class corvettes sailed.", "Zebra-class", "system:zebra-class"),
        ("Northwind Aeronautics builds gliders.", "Northwind Aeronautics", "firm:northwind-aeronautics"),
        ("They met at the Lisbon Drone Expo in May.", "Lisbon Drone Expo", "event:lisbon-drone-expo"),
        ("It was shown at IDEX 2023 in May.", "IDEX 2023", "event:idex-2023"),
        ("Defence Minister Amal Idrissi el-Fassi spoke.", "Amal Idrissi el-Fassi", "person:amal-idrissi-fassi"),
        ("The Falcon Ridge Treaty was signed.", "Falcon Ridge Treaty", "agreement:falcon-ridge-treaty"),
    ],
)
def test_a_name_leads_to_its_entity(named: Named, text: str, written: str, expected: str) -> None:
    assert named(text).get(written) == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Spike in prices worries us.", "Spike"),
        ("They ate turkey and polish the silver.", "turkey"),
        ("They ate turkey and polish the silver.", "polish"),
        ("He told us that they are.", "us"),
        ("The arrow hit a boxer.", "boxer"),
        ("Mark 12 of them as done on page A-4 of COVID-19 rules.", "COVID-19"),
    ],
)
def test_an_ordinary_word_is_no_name(named: Named, text: str, written: str) -> None:
    assert written not in named(text)


def test_an_ordinary_word_beside_a_platform_is_a_system(named: Named) -> None:
    assert named("Arrow interceptors were sold.")["Arrow"] == "system:arrow"
    assert named("Belarus hosts Iskander missiles.")["Iskander"] == "system:iskander"


def test_a_platform_noun_makes_the_name_before_it_a_system(named: Named) -> None:
    assert named("The Windhover fighter was shown.")["Windhover"] == "system:windhover"


def test_an_acronym_in_parentheses_is_remembered(named: Named) -> None:
    found = named("Northwind Orbital Systems (NOS) won. Later NOS said so.")
    assert found["NOS"] == "firm:northwind-orbital-systems"


def test_a_surname_leads_to_the_full_name(named: Named) -> None:
    found = named("President Karim Lahlou met them. Lahlou said they agreed.")
    assert found["Lahlou"] == "person:karim-lahlou"


def test_a_surname_that_two_persons_share_leads_to_neither(named: Named) -> None:
    found = named("John Smith visited China. Jane Smith visited Iran. Smith visited Syria.")
    assert found.get("Smith") not in ("person:john-smith", "person:jane-smith")


def test_a_surname_after_another_first_name_is_another_s(named: Named) -> None:
    found = named("Ahmed Khan visited Turkey. Imran Khan visited Beijing.")
    assert found.get("Khan") != "person:ahmad-khan"


def test_a_bare_mark_belongs_to_the_family_named_before(named: Named) -> None:
    found = named("India tested the Tejas Mk1A and plans the Mk3.")
    assert found["Mk3"] == "system:tejas-mk3"


def test_a_variant_names_its_family(annotate: Callable[[str], Annotation]) -> None:
    entity = annotate("Two F-16Ds landed.").entities["system:f-16d"]
    assert entity.family == "system:f-16-fighting-falcon"


def test_a_ship_is_a_system_of_the_navy_that_its_prefix_names(annotate: Callable[[str], Annotation]) -> None:
    annotation = annotate("HMS Example (F99) left Portsmouth.")
    assert annotation.entities["system:hms-example"].name == "HMS Example"
    prefix = next(mention for mention in annotation.mentions if mention.text == "HMS")
    assert (prefix.entity, annotation.sense(prefix)) == ("GBR", "navy")
