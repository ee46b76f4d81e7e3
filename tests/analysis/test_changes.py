from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.changes import Change, Kind, compare
from graph.records import Modality
from tests.analysis.nets import law

ASSERTED, EXPECTED, POSSIBLE, DENIED = Modality


@dataclass(frozen=True)
class Said:
    source: str
    relation: str
    target: str
    modality: Modality
    counts: Mapping[Modality, int]

    @property
    def claims(self) -> int:
        return sum(self.counts.values())


def said(target: str, *modalities: Modality) -> Said:
    counts = Counter(modalities)
    firmest = next(each for each in Modality if counts[each])
    return Said("MAR", "PROCURES", target, firmest, {each: counts[each] for each in Modality})


edges = st.dictionaries(st.sampled_from("abcd"), st.lists(st.sampled_from(list(Modality)), min_size=1, max_size=3)).map(
    lambda found: [said(target, *modalities) for target, modalities in found.items()]
)


def kinds(before: list[Said], after: list[Said]) -> dict[str, Kind]:
    return {change.target: change.kind for change in compare(before, after)}


def test_each_kind_of_change_is_told_by_its_name() -> None:
    before = [
        said("signed", EXPECTED),
        said("doubted", ASSERTED),
        said("gone", ASSERTED),
        said("same", ASSERTED),
        said("again", ASSERTED),
        said("shaken", ASSERTED),
    ]
    after = [
        said("signed", EXPECTED, ASSERTED),
        said("doubted", ASSERTED, DENIED),
        said("new", POSSIBLE),
        said("same", ASSERTED),
        said("again", ASSERTED, ASSERTED),
        said("shaken", POSSIBLE),
        said("refuted", DENIED),
    ]
    assert kinds(before, after) == {
        "signed": Kind.FIRMER,
        "doubted": Kind.DENIED,
        "gone": Kind.DISAPPEARED,
        "new": Kind.APPEARED,
        "again": Kind.REPEATED,
        "shaken": Kind.WEAKER,
        "refuted": Kind.DENIED,
    }


def test_a_change_says_how_it_was_and_how_it_is() -> None:
    [change] = compare([said("x", EXPECTED)], [said("x", EXPECTED, ASSERTED, ASSERTED)])
    assert change == Change(Kind.FIRMER, "MAR", "PROCURES", "x", EXPECTED, ASSERTED, 2)


@law
@given(edges)
def test_what_stays_the_same_is_no_change(before: list[Said]) -> None:
    assert compare(before, before[::-1]) == ()


@law
@given(edges, edges)
def test_what_appears_one_way_disappears_the_other_way(before: list[Said], after: list[Said]) -> None:
    forth, back = compare(before, after), compare(after, before)
    came = {each.target for each in forth if each.was is None}
    went = {each.target for each in back if each.kind is Kind.DISAPPEARED}
    assert came == went


@law
@given(edges, edges)
def test_the_order_of_edges_changes_nothing(before: list[Said], after: list[Said]) -> None:
    assert compare(before, after) == compare(before[::-1], after[::-1])
