from hypothesis import given
from hypothesis import strategies as st

from graph.llm.places import Text


@given(text=st.text(max_size=60), data=st.data())
def test_what_is_cut_out_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = Text(text).find(quote, 0, len(text))
    assert (found is None) == (not quote.strip())
    if found:
        assert text[slice(*found)].split() == quote.split() or len(quote) == len(text[slice(*found)])


@given(text=st.text(max_size=60), words=st.text(max_size=5), near=st.integers(0, 60))
def test_a_place_lies_between_its_bounds(text: str, words: str, near: int) -> None:
    end = len(text) // 2
    found = Text(text).find_words(words, 0, end, near)
    assert found is None or 0 <= found[0] < found[1] <= end


def test_words_are_whole_and_the_nearest_are_taken() -> None:
    text = Text("Iranian drones of Iran, for Iran")
    assert text.find_words("Iran", 0, 32, 0) == (18, 22)
    assert text.find_words("Iran", 0, 32, 32) == (28, 32)
    assert text.find_words("Iran", 0, 17, 0) is None
    assert text.find_words("ran", 0, 32, 0) is None
    assert text.find_words(" ", 0, 32, 0) is None
