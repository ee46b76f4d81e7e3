"""What analyses found, as sentences that a journalist can quote."""

from datetime import date

import pytest

from app import findings
from app.analyses import Changed, Sight
from graph.analysis.bridges import bridges, brokers, cut_points
from graph.analysis.centrality import Measure, rank
from graph.analysis.changes import Change, Kind
from graph.analysis.communities import find_bonds, find_communities
from graph.analysis.network import list_ties
from graph.records import Modality
from graph.store.view_records import Named
from tests.analysis.nets import net_of

CALLED = {"a": "Algeria", "b": "Belgium", "c": "Chad", "d": "Denmark", "e": "Egypt", "f": "France", "g": "Greece"}
NAMES = {id: Named(id, "State", name) for id, name in CALLED.items()}
NET = net_of("ab:3 bc ac cd de:2 df:2 ef")


def first(measure: Measure) -> str:
    return findings.ranked(rank(NET, measure), NAMES)[0].says


def test_each_measure_is_said_in_its_own_words() -> None:
    assert first(Measure.NEIGHBOURS) == "Chad ranks 1st: tied to 3 of the 5 others."
    assert first(Measure.CLAIMS) == "Denmark ranks 1st: at one end of 5 of 11 claims."
    assert first(Measure.BETWEEN) == "Chad ranks 1st: 6 of 10 shortest paths run over it (60 %)."
    assert first(Measure.VISITED).startswith("Denmark ranks 1st: a walker along claims is there 2")


def test_who_has_nothing_of_it_is_not_ranked() -> None:
    assert [each.id for each in findings.ranked(rank(NET, Measure.BETWEEN), NAMES)] == ["c", "d"]
    assert findings.ranked(rank(net_of("", alone="ab"), Measure.VISITED), NAMES) == []


def test_an_estimate_is_called_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.analysis.centrality.EXACT", 2)
    monkeypatch.setattr("graph.analysis.centrality.STARTS", 4)
    assert "by estimate, " in first(Measure.BETWEEN)


def test_communities_are_named_by_who_leads_them_and_say_who_they_deal_with() -> None:
    communities = find_communities(NET)
    assert findings.called(communities[0], NAMES) == "Algeria, Belgium and Chad"
    says = findings.community_says(0, communities, find_bonds(communities, list_ties(NET)), NAMES)
    assert says == "3 entities, 5 claims among them, 1 with others, most of them (1) with the community of Denmark."


def test_what_holds_a_view_together_is_said_by_what_would_be_lost() -> None:
    assert findings.cut_point(cut_points(NET)[0], NAMES).says == (
        "Without Chad, 2 entities would be cut off from the rest: Algeria and Belgium."
    )
    assert findings.bridge(bridges(NET)[0], NAMES).says == (
        "Only the tie between Chad and Denmark holds 3 entities to the rest: Denmark, Egypt and France."
    )
    communities = find_communities(NET)
    says = findings.broker(brokers(NET, communities)[0], communities, NAMES).says
    assert says == "Chad links its own community with the community of Denmark: 1 of its 3 neighbours are there."


@pytest.mark.parametrize(
    ("kind", "was", "now", "new", "says"),
    [
        (Kind.APPEARED, None, "expected", 1, "expected, by 1 claim."),
        (Kind.FIRMER, "expected", "asserted", 2, "was expected, is asserted now; 2 claims more."),
        (Kind.DENIED, "asserted", "asserted", 1, "was asserted, now some deny it; 1 claim more."),
        (Kind.DENIED, "expected", "denied", 1, "was expected, now all deny it; 1 claim more."),
        (Kind.DENIED, None, "denied", 2, "denied, by 2 claims."),
        (Kind.DENIED, None, "asserted", 3, "asserted, and denied by some, by 3 claims."),
        (Kind.WEAKER, "asserted", "possible", -1, "was asserted, is possible now; 1 claim fewer."),
        (Kind.DISAPPEARED, "possible", None, -4, "was possible, by 4 claims; no longer said."),
        (Kind.REPEATED, "asserted", "asserted", 5, "still asserted; 5 claims more."),
    ],
)
def test_every_change_is_a_sentence(kind: Kind, was: str | None, now: str | None, new: int, says: str) -> None:
    modalities = [None if name is None else Modality(name) for name in (was, now)]
    change = Change(kind, "a", "SUPPLIES", "b", *modalities, new)
    assert findings.change(change, NAMES) == f"Algeria supplies Belgium: {says}"


def test_how_many_edges_changed_is_said_of_how_many_were_looked_at() -> None:
    since, until = date(2021, 1, 1), date(2022, 1, 1)
    one = Change(Kind.APPEARED, "a", "SUPPLIES", "b", None, Modality.ASSERTED, 1)
    assert findings.changes(Changed((one,), 400, 1234), since, until) == (
        "Between 2021-01-01 and 2022-01-01, 1 edge changed of the 400 looked at, the most told of 1,234."
    )
    assert findings.changes(Changed((one,), 9, 9), since, until) == "Between 2021-01-01 and 2022-01-01, 1 edge changed."


def test_what_was_looked_at_is_said() -> None:
    assert findings.sight(Sight(1, 0, 0), whole=False) == "1 entity and 0 ties are drawn."
    assert findings.sight(Sight(900, 20_000, 798_963), whole=True) == (
        "Of the whole store: the 20,000 best supported of 798,963 ties, among 900 entities."
    )
    assert findings.sight(Sight(9, 12, 12), whole=True) == "The whole store, as filtered: 9 entities, 12 ties."


def test_hostile_names_stay_on_one_line() -> None:
    names = {"a": Named("a", "Firm", "A\u202e<b>\n" + "x" * 500)}
    said = findings.name_of("a", names)
    assert "\n" not in said
    assert "\u202e" not in said
    assert len(said) <= 60


def test_numbers_read_as_people_say_them() -> None:
    assert [findings.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th",
    ]  # fmt: skip
    assert [findings.percent(share) for share in (0, 0.0001, 0.004, 0.034, 0.27, 1)] == [
        "0 %", "under 0.1 %", "0.4 %", "3.4 %", "27 %", "100 %",
    ]  # fmt: skip
    assert [findings.amount(value) for value in (14, 13.98, 13.5)] == ["14", "14", "13.5"]
