"""What stands for something named before."""

from collections.abc import Callable

import pytest

Leads = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Morocco met Italy. The kingdom agreed.", "kingdom", ["MAR"]),
        ("Italy's envoy visited Morocco. The African country agreed.", "country", ["MAR"]),
        ("Kenya ordered ten. The country will pay.", "country", ["KEN"]),
        ("Baykar builds them in Turkey. The company said so.", "company", ["firm:baykar"]),
        ("Hamas met Egypt's envoys. The group agreed.", "group", ["group:hamas"]),
        ("Chile said its frigates were old.", "its", ["CHL"]),
        ("Norway said it would buy more.", "it", ["NOR"]),
        ("The TB2 flew. These drones are cheap.", "drones", ["system:bayraktar-tb2"]),
        ("Morocco bought TB2s. They were delivered in May.", "They", ["system:bayraktar-tb2"]),
        ("Poland and Estonia met. The two countries agreed.", "countries", ["POL", "EST"]),
        ("Kenya and Ghana met. Both sides agreed.", "sides", ["KEN", "GHA"]),
    ],
)
def test_an_anaphor_leads_to_its_antecedent(leads: Leads, text: str, word: str, expected: list[str]) -> None:
    assert leads(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is expected that rain will come.", "It"),
        ("A country may arm itself.", "country"),
        ("Italy agreed. It seems that more will come.", "It"),
        ("The kingdom agreed.", "kingdom"),
    ],
)
def test_what_stands_for_nothing_named_leads_nowhere(leads: Leads, text: str, word: str) -> None:
    assert leads(text, word) == []


def test_the_kingdom_is_no_republic(leads: Leads) -> None:
    assert leads("Egypt praised Jordan. The kingdom agreed.", "kingdom") == ["JOR"]
