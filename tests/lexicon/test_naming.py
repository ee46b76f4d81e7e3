import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.lexicon.naming import fingerprint, folded, make_id, plain, slug, without_legal_form


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bayraktar TB2", "bayraktar-tb2"),
        ("Türkiye", "turkiye"),
        ("Akıncı", "akinci"),
        ("David's Sling", "davids-sling"),
        ("F/A-18E/F Super Hornet", "f-a-18e-f-super-hornet"),
    ],
)
def test_a_slug_is_ascii_words_joined_by_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_an_id_says_its_type() -> None:
    assert make_id("Firm", "Baykar") == "firm:baykar"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("F-35", "F35"),
        ("MiG-29", "Mig 29"),
        ("the Polisario Front", "Polisario Front"),
        ("Lockheed Martin Corp.", "Lockheed Martin"),
        ("Hanwha Aerospace Co., Ltd.", "Hanwha Aerospace"),
        ("Kızılelma", "Kizilelma"),
        ("Sana’a", "Sana'a"),
    ],
)
def test_spellings_of_one_name_share_a_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("TB2", "TB3"), ("F-35A", "F-35B"), ("S-300", "S-400"), ("Niger", "Nigeria"), ("Guinea", "Guinea-Bissau")],
)
def test_different_things_keep_different_fingerprints(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_legal_form_is_no_part_of_the_name() -> None:
    assert without_legal_form("Hanwha Aerospace Co., Ltd.") == "Hanwha Aerospace"


@given(st.text())
def test_plain_and_folded_text_keep_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(folded(text)) == len(text)


@given(st.text(min_size=1))
def test_a_slug_is_its_own_slug(name: str) -> None:
    assert slug(slug(name)) == slug(name)


def test_names_without_end_or_letters_have_short_ids_that_tell_them_apart() -> None:
    ids = {make_id("Firm", name) for name in ("W" * 10_000, "W" * 10_001, "a b " * 3000, "🚀", "🚀" * 10_000, "👩‍✈️")}
    assert len(ids) == 6
    assert max(map(len, ids)) <= 205
    assert all(slug(id.partition(":")[2]) == id.partition(":")[2] for id in ids)
