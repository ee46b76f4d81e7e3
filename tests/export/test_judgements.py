from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import JudgementError
from graph.export.judgements import judgement_to_line, read_judgements
from graph.records import Correction, Judgement, Modality, Verdict, make_judgement

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
maybe = st.one_of(st.none(), words)
judgements = st.builds(
    make_judgement,
    st.sampled_from(Verdict),
    st.lists(words, max_size=3).map(tuple),
    words,
    st.datetimes(max_value=datetime(9999, 12, 1), timezones=st.just(UTC)),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.one_of(
        st.none(),
        st.builds(Correction, maybe, maybe, maybe, st.one_of(st.none(), st.sampled_from(Modality)), words),
    ),
    maybe,
)


@given(st.lists(judgements))
def test_what_is_written_reads_as_it_was(written: list[Judgement]) -> None:
    lines = [judgement_to_line(each) for each in written]
    assert all(len(line.splitlines()) == 1 or "\n" not in line for line in lines)
    assert list(read_judgements(lines)) == written


def test_a_line_is_plain_to_read() -> None:
    at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    line = judgement_to_line(make_judgement(Verdict.SAME, ("firm:a", "firm:b"), "Ada", at))
    assert line == (
        '{"id": "' + make_judgement(Verdict.SAME, ("firm:a", "firm:b"), "Ada", at).id + '", "verdict": "same", '
        '"subject": ["firm:a", "firm:b"], "by": "Ada", "at": "2026-01-02T03:04:05+00:00"}'
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("nonsense", "line 2 is no judgement"),
        ('{"id": "x"}', "line 2 is no judgement: verdict"),
        ('{"id": "x", "verdict": "merged", "subject": [], "by": "Ada", "at": "2026-01-02"}', "line 2 .*verdict"),
        ('{"id": "x", "verdict": "same", "subject": [], "by": "A", "at": "2026-01-02", "more": 1}', "line 2 .*more"),
    ],
)
def test_a_broken_line_is_told_by_its_number(line: str, says: str) -> None:
    [error] = read_judgements(["", line, " "])
    assert isinstance(error, JudgementError)
    with pytest.raises(JudgementError, match=says):
        raise error


@pytest.mark.parametrize(
    "at", ["9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00+14:00"]
)
def test_a_day_beyond_the_calendar_is_told(at: str) -> None:
    line = f'{{"id": "a", "verdict": "same", "subject": ["firm:a", "firm:b"], "by": "Ada", "at": "{at}"}}'
    (error,) = read_judgements([line])
    assert isinstance(error, JudgementError)
    assert "line 1" in str(error)


def test_an_id_that_no_store_could_look_up_is_told() -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    line = judgement_to_line(make_judgement(Verdict.SAME, ("firm:" + "a" * 40_000, "firm:b"), "Ada", at))
    (error,) = read_judgements([line])
    assert isinstance(error, JudgementError)
    assert "subject.0" in str(error)


def test_the_mark_that_some_editors_put_before_a_text_is_no_part_of_it() -> None:
    judgement = make_judgement(Verdict.SAME, ("firm:a", "firm:b"), "Ada", datetime(2026, 1, 2, tzinfo=UTC))
    assert list(read_judgements(["\ufeff" + judgement_to_line(judgement)])) == [judgement]
