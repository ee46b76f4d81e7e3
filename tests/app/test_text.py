import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import text

HOSTILE = '<script>alert(1)</script> & "quotes" <img src=x onerror=alert(1)> [a](javascript:b) \u202eevil'


class _Reader(HTMLParser):
    """What a browser would make of a piece of HTML: its words, and the tags in it."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.tags = "", set[str]()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_any_words_come_out_of_the_html_as_they_went_in(words: str) -> None:
    shown = read(text.html(words))
    assert (shown.words, shown.tags) == (words, {"bdi"})


@given(st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 200), st.sampled_from(["cue", "source"]))))
def test_marks_change_no_word_wherever_they_lie(marks: list[text.Marked]) -> None:
    shown = read(text.marked(HOSTILE, marks))
    assert shown.words == HOSTILE
    assert shown.tags <= {"span", "mark"}


def test_marks_within_a_marked_sentence_keep_both_meanings() -> None:
    html = text.marked("Rabat buys drones.", [(0, 18, "sentence"), (6, 10, "cue")])
    assert '<mark class="sentence cue">buys</mark>' in html
    assert '<mark class="sentence">Rabat </mark>' in html


@pytest.mark.parametrize("sign", list("*_`[]<>#$:~|\\{}()!"))
def test_no_sign_in_a_label_is_read_as_markdown(sign: str) -> None:
    label = text.markdown(f"a{sign}b")
    assert label == f"a\\{sign}b"


@pytest.mark.parametrize("code", [":rocket:", ":streamlit:", ":+1:", ":material/home:", ":a::b:", ":-1:"])
def test_no_word_between_colons_becomes_a_picture(code: str) -> None:
    label = text.markdown(f"at 10:30:45 {code}")
    assert not re.search(r":[A-Za-z+_-][\w+/-]*\\?:", label.replace("\\", ""))
    assert label.replace("\\", "").replace("\u2060", "") == f"at 10:30:45 {code}"


def test_a_label_that_is_read_from_the_right_turns_no_word_beside_it() -> None:
    assert text.markdown("שלום 2") == "\u2068שלום 2\u2069"
    assert text.markdown("Rabat 2") == "Rabat 2"


def test_marks_on_a_letter_pile_up_no_higher_than_in_any_script() -> None:
    assert text.short("Z" + "\u0300" * 10_000 + "al" + "\u0301" * 3) == "Z" + "\u0300" * 3 + "al" + "\u0301" * 3


def test_a_label_holds_no_marks_that_turn_the_text_after_it() -> None:
    assert text.short("\u202eevil\u202c name") == "evil name"


def test_a_long_name_is_cut_to_one_line_and_says_so() -> None:
    cut = text.short("word\n" * 5000)
    assert len(cut) <= text.LONGEST
    assert cut.endswith("…")
    assert "\n" not in cut


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://a b", "", None]
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert text.web_link(url) is None


def test_a_web_address_becomes_a_link() -> None:
    assert text.web_link("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_numbers_agree_with_their_nouns() -> None:
    assert [text.plural(number, "claim") for number in (0, 1, 2340)] == ["0 claims", "1 claim", "2,340 claims"]
    assert all(one != other for one, other in pairwise(text.plural(n, "entity", "entities") for n in range(3)))
