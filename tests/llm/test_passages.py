from hypothesis import given
from hypothesis import strategies as st

from graph.llm.passages import cut, halves

TEXTS = st.text(alphabet="ab. \n", max_size=400)


@given(text=TEXTS, longest=st.integers(1, 60))
def test_passages_follow_on_each_other_and_leave_nothing_out(text: str, longest: int) -> None:
    spans = cut(text, 0, len(text), longest)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= longest for start, end in spans)


@given(text=st.text(alphabet="ab. \n", min_size=400, max_size=1200))
def test_halves_are_shorter_and_leave_nothing_out(text: str) -> None:
    spans = halves(text, (0, len(text)))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start < len(text) for start, end in spans)


def test_a_passage_ends_with_a_paragraph_where_one_ends_in_it() -> None:
    text = "One. Two.\n\nThree.\nFour. Five six seven"
    assert [text[slice(*span)] for span in cut(text, 0, len(text), 14)] == [
        "One. Two.\n\n", "Three.\n", "Four. ", "Five six seven",
    ]  # fmt: skip


def test_what_is_short_is_not_halved() -> None:
    assert halves("a" * 399, (0, 399)) == [(0, 399)]
