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


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chile sold ships to Peru for its navy.", "its"),
        ("Kenya has hurried since Somalia attacked Ethiopia. Ghana met Chad, and rebels it backs agreed.", "it"),
        ("The United Nations met. Sudan fought the group.", "group"),
        ("Chad met Egypt in Kenya. Trade between the two countries fell.", "countries"),
    ],
)
def test_where_several_could_be_meant_or_none_fits_it_leads_nowhere(leads: Leads, text: str, word: str) -> None:
    assert leads(text, word) == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway has waited since Chile invaded Peru. It ordered ten.", "It", ["NOR"]),
        ("Drones are no news for Kenya. In May it bought six.", "it", ["KEN"]),
        ("Kenya has hurried since Somalia invaded the country.", "country", ["KEN"]),
        ("Hamas met the United Nations. Egypt fought the group.", "group", ["group:hamas"]),
    ],
)
def test_who_acts_in_the_clause_above_or_the_sentence_before_is_meant(
    leads: Leads, text: str, word: str, expected: list[str]
) -> None:
    assert leads(text, word) == expected
