from graph.lexicon.lexicon import load_lexicon
from graph.lexicon.positions import load_numeric_codes, load_positions


def test_every_state_has_a_place_on_the_globe() -> None:
    states = {entry.id for entry in load_lexicon().entries.values() if entry.type == "State"}
    assert len(states) > 190
    assert states - set(load_positions()) == set()


def test_places_that_are_no_state_are_those_of_the_lexicon() -> None:
    entries = load_lexicon().entries
    assert [id for id in load_positions() if ":" in id and id not in entries] == []


def test_all_lie_on_the_globe_and_no_two_states_on_one_spot() -> None:
    positions = load_positions()
    assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in positions.values())
    states = [at for id, at in positions.items() if ":" not in id]
    assert len(set(states)) == len(states)


def test_numbers_are_iso_s_three_digits_each_once() -> None:
    codes = load_numeric_codes()
    assert len(set(codes.values())) == len(codes)
    assert all(len(number) == 3 and number.isdigit() for number in codes.values())
