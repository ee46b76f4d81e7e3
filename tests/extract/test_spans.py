from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.spans import LEXICON, PATTERN, RECOGNISED, Candidate, settle


def candidate(start: int, end: int, rank: int = PATTERN, type_: str = "Firm") -> Candidate:
    return Candidate(start, end, type_, "x" * (end - start), "suffix", rank)


candidates = st.builds(
    lambda start, length, rank, type_: candidate(start, start + length, rank, type_),
    st.integers(0, 40),
    st.integers(1, 12),
    st.sampled_from([LEXICON, PATTERN, RECOGNISED]),
    st.sampled_from(["Firm", "State", "Person"]),
)


@given(st.lists(candidates, max_size=20))
def test_no_two_settled_names_overlap_and_all_are_in_order(found: list[Candidate]) -> None:
    settled = settle(found)
    assert all(one.end <= other.start for one, other in pairwise(settled))


@given(st.lists(candidates, max_size=20))
def test_nothing_is_left_out_without_a_rival(found: list[Candidate]) -> None:
    settled = settle(found)
    for one in found:
        assert any(one.start < other.end and other.start < one.end for other in settled)


def test_the_longest_wins_then_the_better_trusted() -> None:
    long, short = candidate(0, 9), candidate(4, 8, LEXICON)
    known, pattern = candidate(20, 25, LEXICON), candidate(20, 25, PATTERN)
    assert settle([short, long, pattern, known]) == [long, known]


def test_a_recognised_name_gives_way_to_a_known_one() -> None:
    known, seen = candidate(0, 5, LEXICON), candidate(0, 9, RECOGNISED)
    assert settle([seen, known]) == [known]


def test_a_place_is_part_of_the_longer_name_around_it() -> None:
    state, around = candidate(8, 14, LEXICON, "State"), candidate(0, 20, RECOGNISED)
    assert settle([state, around]) == [around]
