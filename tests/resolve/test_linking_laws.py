"""What holds of every name: linking is idempotent, deaf to dress, and never loses a digit or a letter of a designation."""

import string

from hypothesis import assume, given
from hypothesis import strategies as st

from graph.lexicon.designations import is_variant
from graph.lexicon.keys import make_key, name_words
from graph.lexicon.lexicon import Entry, load_lexicon
from graph.resolve.linker import Linker

LINKER = Linker(load_lexicon())
TYPES = st.sampled_from(["State", "Group", "System", "Firm", "Agreement", "Person", "Place", "Event"])
WORD = st.text(string.ascii_letters, min_size=2, max_size=9).map(str.capitalize)
NAMES = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
LETTERS = st.text(string.ascii_uppercase, min_size=1, max_size=3)
NUMBERS = st.integers(1, 999).map(str)
KNOWN = st.sampled_from(sorted(LINKER.lexicon.entries.values(), key=lambda entry: entry.id))
CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)
ACCENTS = str.maketrans("aeiouncsz", "áéíóúñçšž")


@given(TYPES, NAMES)
def test_linking_an_entitys_own_name_leads_to_it(type_: str, name: str) -> None:
    entity = LINKER.link(type_, name)
    assert LINKER.link(entity.type, entity.name).id == entity.id


@given(KNOWN)
def test_a_known_entity_is_found_by_its_name(entry: Entry) -> None:
    assert LINKER.link(entry.type, entry.name).id == entry.id


@given(TYPES, NAMES)
def test_accents_make_no_difference(type_: str, name: str) -> None:
    assert make_key(type_, name.translate(ACCENTS)) == make_key(type_, name)


@given(TYPES.filter(lambda type_: type_ not in ("Person", "Place", "Group")), NAMES)
def test_hyphens_for_spaces_make_no_difference(type_: str, name: str) -> None:
    assume(not name.lower().startswith(("the ", "an ", "a ")))
    assert make_key(type_, name.replace(" ", "-")) == make_key(type_, name)


@given(LETTERS, NUMBERS, st.sampled_from(["", "-", " "]), st.sampled_from(["", "-", " "]))
def test_a_designation_is_one_however_it_is_joined(letters: str, number: str, one: str, other: str) -> None:
    assume(letters != "MK")
    names = [f"{letters}{join}{number}" for join in (one, other)]
    assert make_key("System", names[0]) == make_key("System", names[1])
    assert LINKER.link("System", names[0]).id == LINKER.link("System", names[1]).id


@given(LETTERS, NUMBERS, NUMBERS, LETTERS, LETTERS)
def test_digits_and_letters_of_a_designation_are_never_lost(
    letters: str, number: str, other: str, suffix: str, another: str
) -> None:
    assume(letters != "MK")
    names = {
        f"{letters}-{number}{suffix}",
        f"{letters}-{other}{suffix}",
        f"{letters}-{number}{another}",
        f"{letters}-{number}",
    }
    assert len({make_key("System", name) for name in names}) == len(names)
    assert len({LINKER.link("System", name).id for name in names}) == len(names)


@given(LETTERS, NUMBERS, LETTERS)
def test_a_letter_more_makes_a_variant(letters: str, number: str, suffix: str) -> None:
    assert is_variant(
        name_words("System", f"X{letters}-{number}"), name_words("System", f"X{letters}-{number}{suffix}")
    )


@given(CHINESE, CHINESE)
def test_names_in_other_scripts_are_kept_apart(one: str, other: str) -> None:
    assume(one != other)
    assert make_key("Firm", one) != make_key("Firm", other)


def test_a_given_name_that_looks_like_an_article_is_kept() -> None:
    names = ("Ed Davey", "Al Davey", "Davey", "Ash Carter", "Carter", "An Na", "Na")
    assert len({make_key("Person", name) for name in names}) == len(names)
    assert make_key("Person", "Éd Davey") == make_key("Person", "Ed Davey")
    assert make_key("Person", "el-Sisi") == make_key("Person", "al-Sisi")
    assert make_key("Person", "Abdel Fattah el-Sisi") == make_key("Person", "Abdel Fattah al Sisi")


def test_the_letter_of_a_designation_is_no_article() -> None:
    assert make_key("System", "A 400M") == make_key("System", "A400M") != make_key("System", "400M")


def test_a_name_without_letters_is_no_variant() -> None:
    assert not is_variant("", "f35")
    assert not is_variant("f35", "")
