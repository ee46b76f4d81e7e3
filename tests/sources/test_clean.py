import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sources.clean import clean, one_line

LINES = st.lists(st.text(alphabet="ab é-.•#1\n\r\t\u00ad\u200b\u00a0\u2028", max_size=120)).map("\n".join)
WRAPPED = """\
The ministry in Oslo said on Tuesday that it had ordered twelve radars
from a maker in the north of the country, and that two more might co-
produce later ones.

- one radar
- two ships"""


@given(st.one_of(st.text(), LINES))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.text())
def test_every_letter_and_digit_stays(text: str) -> None:
    def letters(words: str) -> list[str]:
        return [character for character in words if character.isalnum()]

    assert letters(clean(text)) == letters(text)


@given(st.text(st.characters(categories=["Cs", "L", "Zs"])))
def test_clean_text_can_be_stored_as_utf8(text: str) -> None:
    clean(text).encode()
    one_line(text).encode()


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        ("One.\n \n\n\nTwo.  ", "One.\n\nTwo."),
        ("\ufeffA\u00adB\u200b C\u00a0\u2009D\x00\x07", "AB C D"),
        ("“Türkiye’s TB2” — ½ of 20 %, cafe\u0301 and ﬁve", "“Türkiye’s TB2” — ½ of 20 %, cafe\u0301 and ﬁve"),
        ("Rue de la Loi 16\nBrussels\nBelgium", "Rue de la Loi 16\nBrussels\nBelgium"),
    ],
)
def test_what_a_reader_sees_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_paragraph_that_an_editor_wrapped_becomes_one_line() -> None:
    first, *items = clean(WRAPPED).split("\n\n")
    assert first.endswith(
        "radars from a maker in the north of the country, and that two more might co-produce later ones."
    )
    assert "\n".join(items) == "- one radar\n- two ships"


def test_a_paragraph_a_line_gets_blank_lines_between() -> None:
    paragraph = "The two governments said that they would meet again in the spring to sign what they had agreed. " * 2
    assert clean(f"{paragraph}\n{paragraph}").count("\n\n") == 1
