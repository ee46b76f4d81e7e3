import pytest

from graph.lexicon.lexicon import load_lexicon
from graph.resolve.linker import Linker


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(load_lexicon())


@pytest.mark.parametrize(
    ("type_", "written", "expected"),
    [
        ("Firm", "Lockheed Martin Corp.", "firm:lockheed-martin"),
        ("Firm", "Hanwha Aerospace Co., Ltd.", "firm:hanwha-aerospace"),
        ("Firm", "Rheinmetall AG", "firm:rheinmetall"),
        ("System", "F35", "system:f-35-lightning-ii"),
        ("System", "Mig 29", "system:mig-29"),
        ("System", "Sukhoi Su-57E", "system:su-57e"),
        ("Firm", "Hezbollah", "group:hezbollah"),
    ],
)
def test_other_spellings_lead_to_the_known_entity(linker: Linker, type_: str, written: str, expected: str) -> None:
    entity = linker.link(type_, written)
    assert (entity.id, entity.known) == (expected, True)


@pytest.mark.parametrize("written", ["Armenia Systems", "Baykal", "Elbit Imaging Works", "Gripen Logistics"])
def test_a_likeness_is_no_identity(linker: Linker, written: str) -> None:
    assert not linker.link("Firm", written).known


def test_a_variant_knows_its_family(linker: Linker) -> None:
    entity = linker.link("System", "F-16XL")
    assert (entity.id, entity.family, entity.known) == ("system:f-16xl", "system:f-16-fighting-falcon", False)


def test_a_different_number_is_no_variant(linker: Linker) -> None:
    assert linker.link("System", "S-450").family is None


def test_the_year_of_an_event_goes_last(linker: Linker) -> None:
    assert linker.link("Event", "2019 Riverside Drone Expo").name == "Riverside Drone Expo 2019"


def test_an_unknown_name_gets_an_id_from_itself(linker: Linker) -> None:
    assert linker.link("Person", "Nadia Benali").id == "person:nadia-benali"
