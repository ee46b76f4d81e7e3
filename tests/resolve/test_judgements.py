from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import JudgementError
from graph.records import Correction, Judgement, Verdict, make_judgement
from graph.resolve.fit import check_id, type_of
from graph.resolve.judgements import Resolution, resolve

START = datetime(2026, 1, 1, tzinfo=UTC)
FIRMS = [f"firm:{letter}" for letter in "abcdef"]
KNOWN = frozenset({"firm:c"})
pairs = st.tuples(st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT]), *[st.sampled_from(FIRMS)] * 2)
splits = st.tuples(st.just(Verdict.SPLIT), st.sampled_from(FIRMS), st.sampled_from("xy"), st.sampled_from(FIRMS))


def judge(place: int, verdict: str, *subject: str, undoes: str | None = None) -> Judgement:
    return make_judgement(Verdict(verdict), subject, "Ada", START + timedelta(days=place), undoes=undoes)


def take_in(told: list[tuple[str, ...]]) -> tuple[Resolution, list[Judgement]]:
    """What stands of these, told one after the other: those that can't stand are left out."""
    resolution, standing = Resolution(KNOWN), []
    for place, (verdict, *subject) in enumerate(told):
        judgement = judge(place, verdict, *subject)
        try:
            resolution.add(judgement)
        except JudgementError:
            continue
        standing.append(judgement)
    return resolution, standing


def says(resolution: Resolution) -> dict[tuple[str, str | None], str]:
    return {(id, document): resolution.of(id, document) for id in FIRMS for document in (None, "x", "y")}


@given(st.lists(st.one_of(pairs, splits), max_size=15))
def test_what_an_entity_is_is_itself(told: list[tuple[str, ...]]) -> None:
    resolution, _ = take_in(told)
    for id in FIRMS:
        assert resolution.of(resolution.of(id)) == resolution.of(id)
        assert resolution.of(id) in resolution.members(id)
        assert {resolution.of(member) for member in resolution.members(id)} == {resolution.of(id)}


@given(st.lists(st.one_of(pairs, splits), max_size=15), st.randoms())
def test_the_order_in_which_judgements_are_heard_does_not_matter(told: list[tuple[str, ...]], random: object) -> None:
    resolution, standing = take_in(told)
    random.shuffle(standing)  # type: ignore[attr-defined]
    assert says(resolve(standing, KNOWN)) == says(resolution)


@given(st.lists(pairs, max_size=20))
def test_what_is_different_is_never_one(told: list[tuple[str, ...]]) -> None:
    resolution, standing = take_in(told)
    for judgement in standing:
        if judgement.verdict is Verdict.DIFFERENT:
            left, right = judgement.subject
            assert resolution.of(left) != resolution.of(right)
            assert resolution.verdict(left, right) is Verdict.DIFFERENT


@given(st.lists(pairs, max_size=20))
def test_only_a_contradiction_is_refused(told: list[tuple[str, ...]]) -> None:
    resolution, standing = take_in(told)
    for place, (verdict, left, right) in enumerate(told):
        if judge(place, verdict, left, right) not in standing and left != right:
            opposite = Verdict.SAME if verdict is Verdict.DIFFERENT else Verdict.DIFFERENT
            assert resolution.verdict(left, right) is opposite


@given(st.lists(st.one_of(pairs, splits), min_size=1, max_size=12), st.data())
def test_what_is_taken_back_was_never_said(told: list[tuple[str, ...]], data: st.DataObject) -> None:
    resolution, standing = take_in(told)
    if not standing:
        return
    gone = data.draw(st.sampled_from(standing))
    resolution.add(judge(100, Verdict.UNDONE, *gone.subject, undoes=gone.id))
    assert says(resolution) == says(resolve((each for each in standing if each != gone), KNOWN))
    assert not resolution.stands(gone.id)


def test_the_id_kept_is_the_one_named_first_last() -> None:
    said = [judge(1, "same", "firm:a", "firm:b"), judge(2, "same", "firm:d", "firm:b")]
    assert resolve(said, KNOWN).of("firm:a") == "firm:d"
    assert resolve([*said, judge(0, "same", "firm:e", "firm:d")], KNOWN).of("firm:a") == "firm:d"


def test_a_known_id_is_kept_wherever_it_was_named() -> None:
    said = [judge(1, "same", "firm:a", "firm:c"), judge(2, "same", "firm:d", "firm:a")]
    assert resolve(said, KNOWN).of("firm:d") == "firm:c"
    assert resolve([judge(0, "same", "firm:baykar-makina", "firm:baykar")]).of("firm:baykar-makina") == "firm:baykar"


def test_a_firm_may_be_a_group_and_a_person_may_not() -> None:
    assert resolve([judge(0, "same", "group:a", "firm:a")], ()).of("firm:a") == "group:a"
    with pytest.raises(JudgementError, match="one is a Firm and one a Person"):
        resolve([judge(0, "same", "person:a", "firm:a")], ())


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_two_states_are_never_the_same(verdict: str) -> None:
    with pytest.raises(JudgementError, match="MAR and DZA can't be the same: each is the code of a state of its own"):
        resolve([judge(0, "same", "MAR", "DZA")])
    assert resolve([judge(0, verdict, "MAR", "DZA")]).verdict("DZA", "MAR") == verdict


@pytest.mark.parametrize("id", ["MAR", "firm:saab-automobile", "system:f-35"])
def test_an_id_that_a_name_can_have_is_taken(id: str) -> None:
    check_id(id)


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("Saab", "'Saab' is no entity's id"),
        ("thing:saab", "'thing:saab' is no entity's id"),
        ("firm:Saab AB", "take firm:saab-ab"),
        ("firm:-", "take firm:name"),
        ("ZZZ", "'ZZZ' is no state's code"),
    ],
)
def test_an_id_that_no_name_can_have_is_refused(id: str, says: str) -> None:
    with pytest.raises(JudgementError, match=says):
        check_id(id)


def test_a_split_comes_before_what_is_the_same() -> None:
    said = [judge(0, "split", "firm:a", "x", "firm:b"), judge(1, "same", "firm:d", "firm:b")]
    assert resolve(said, ()).of("firm:a", "x") == "firm:d"
    assert resolve(said, ()).of("firm:a", "y") == resolve(said, ()).of("firm:a") == "firm:a"


def test_the_last_verdict_on_a_claim_stands() -> None:
    accepted, rejected = judge(0, "accepted", "0123"), judge(1, "rejected", "0123")
    assert resolve([rejected, accepted], ()).claim("0123") == rejected
    undone = judge(2, "undone", "0123", undoes=rejected.id)
    assert resolve([accepted, rejected, undone], ()).claim("0123") == accepted


@pytest.mark.parametrize(
    ("id", "type"),
    [
        ("MAR", "State"),
        ("firm:baykar", "Firm"),
        ("system:f-35", "System"),
        ("thing:x", None),
        ("firm:", None),
        ("Baykar", None),
    ],
)
def test_an_id_tells_its_type(id: str, type: str | None) -> None:
    assert type_of(id) == type


def test_a_judgement_s_id_is_made_of_what_it_says() -> None:
    one = make_judgement(Verdict.CORRECTED, ("0123",), "Ada", START, "why", Correction(source="MAR"))
    assert one == make_judgement(Verdict.CORRECTED, ("0123",), "Ada", START, "why", Correction(source="MAR"))
    assert one.id != make_judgement(Verdict.CORRECTED, ("0123",), "Ada", START, "why", Correction(target="MAR")).id
