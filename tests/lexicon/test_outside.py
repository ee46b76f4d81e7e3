from graph.lexicon.lexicon import load_lexicon
from graph.lexicon.outside import country_codes, find_addresses, load_outside
from graph.resolve.linker import Linker


def test_every_state_has_its_item_and_its_codes() -> None:
    outside = load_outside()
    for code in load_lexicon().states:
        assert outside[code].wikidata.startswith("Q")
        alpha2, alpha3 = outside[code].iso
        assert (len(alpha2), alpha3) == (2, code)


def test_only_entries_of_the_lexicon_are_named_and_no_item_or_code_twice() -> None:
    outside = load_outside()
    assert set(outside) <= set(load_lexicon().entries)
    items = [each.wikidata for each in outside.values()]
    codes = [code for each in outside.values() for code in each.iso]
    assert len(set(items)) == len(items)
    assert len(set(codes)) == len(codes)


def test_some_that_everyone_can_check() -> None:
    assert find_addresses("MAR") == ("http://www.wikidata.org/entity/Q1028",)
    assert find_addresses("ISR") == ("http://www.wikidata.org/entity/Q801",)
    assert find_addresses("DNK") == ("http://www.wikidata.org/entity/Q35",)
    assert find_addresses("group:nato") == ("http://www.wikidata.org/entity/Q7184",)
    assert find_addresses("firm:nobody") == ()
    assert country_codes()["XK"] == "XKX"
    assert country_codes()["NO"] == "NOR"


def test_a_linked_entity_carries_its_addresses() -> None:
    linker = Linker(load_lexicon())
    assert linker.link("Group", "NATO").same_as == ("http://www.wikidata.org/entity/Q7184",)
    assert linker.link("Firm", "Zelta Karo Motors").same_as == ()
