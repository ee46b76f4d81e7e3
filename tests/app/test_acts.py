from dataclasses import replace
from datetime import date

from app import acts, preview
from graph.records import Modality
from graph.store.told import by_act
from graph.store.view_records import Edge, StoredClaim
from tests.app import worlds


def stored(number: int, act: str, **more: object) -> StoredClaim:
    one = preview.claims(worlds.maghreb()[0])[0]
    card = replace(one.document, id=f"d{number}", publisher=f"Paper {number}")
    return replace(one, id=f"c{number}", act=act, document=card, event_start=None, event_end=None, **more)  # type: ignore[arg-type]


def edge(number: int, claims: int, relation: str = "PROCURES") -> Edge:
    counts = dict.fromkeys(Modality, 0) | {Modality.ASSERTED: claims}
    return Edge("MAR", relation, "system:bayraktar-tb2", Modality.ASSERTED, claims, claims, counts, 0, acts=number)


def groups(edge: Edge, claims: list[StoredClaim], shown: slice = slice(None)) -> str:
    return acts.claim_groups(edge, by_act(claims), {claim.id: claim for claim in claims[shown]})


def test_an_edge_tells_how_many_acts_and_how_many_reports() -> None:
    assert acts.told(edge(1, 14)) == "1 deal, 14 reports"
    assert acts.told(edge(2, 5)) == "2 deals, 5 reports"
    assert acts.told(edge(3, 3, "VISITS")) == "3 visits, 3 reports"


def test_a_state_of_being_is_counted_by_its_reports_until_it_began_twice() -> None:
    assert acts.told(edge(1, 4, "LEADS")) == "4 reports"
    assert acts.told(edge(2, 4, "LEADS")) == "2 periods, 4 reports"


def test_what_is_only_denied_or_possible_is_no_act() -> None:
    denied = replace(edge(1, 1, "SUPPLIES"), modality=Modality.DENIED, counts={Modality.DENIED: 1})
    assert (acts.told(denied), acts.told_firmly(denied)) == ("1 report", "1 report · denied")
    possible = replace(
        edge(1, 2, "NORMALIZES"), modality=Modality.POSSIBLE, counts={Modality.POSSIBLE: 1, Modality.DENIED: 1}
    )
    assert acts.told_firmly(possible) == "2 reports, 1 denies it · possible"


def test_what_some_deny_is_told_beside_what_others_say() -> None:
    disputed = replace(edge(1, 5), counts={Modality.ASSERTED: 3, Modality.DENIED: 2})
    assert acts.told(disputed) == "1 deal, 5 reports, 2 deny it"


def test_contradicting_numbers_stand_side_by_side_with_who_says_so() -> None:
    claims = [stored(1, "c1", quantity=13), stored(2, "c1", quantity=19), stored(3, "c1", quantity=13)]
    html = groups(edge(1, 3), claims)
    assert html.count('data-testid="contradiction"') == 1
    sides = html.split("<dl>")[1].split("</dl>")[0]
    assert sides.index(">13<") < sides.index("Paper 1") < sides.index("Paper 3") < sides.index(">19<")
    assert sides.index(">19<") < sides.index("Paper 2")
    assert "<h3>" not in html


def test_several_acts_have_a_heading_each_with_their_claims_below() -> None:
    claims = [stored(1, "c1", quantity=13), stored(2, "c2", quantity=6), stored(3, "c1")]
    html = groups(edge(2, 3), claims)
    assert html.count("<h3>") == 2
    first, second = html.split('data-testid="act"')[1:]
    assert "deal 1" in first
    assert "2 reports" in first
    assert [id in first for id in ("c1", "c2", "c3")] == [True, False, True]
    assert 'data-claim="c2"' in second
    assert "contradiction" not in html


def test_an_act_is_placed_by_the_claim_that_dates_it_best() -> None:
    year = replace(stored(1, "a"), event_start=date(2021, 1, 1), event_end=date(2021, 12, 31))
    day = replace(stored(2, "a"), event_start=date(2021, 4, 17), event_end=date(2021, 4, 17))
    assert [act.days for act in by_act([year, day])] == ["2021-04-17"]
    assert [act.days for act in by_act([stored(3, "b")])] == [None]


def test_hostile_words_in_sources_stay_words() -> None:
    claims = [stored(1, "a", quantity=13), stored(2, "a", quantity=19)]
    claims[0] = replace(claims[0], document=replace(claims[0].document, publisher="<script>alert(1)</script>"))
    assert "<script>" not in groups(edge(1, 2), claims)


def test_each_claim_says_who_tells_the_same_and_who_tells_otherwise() -> None:
    claims = [stored(1, "a", quantity=13), stored(2, "a", quantity=19), stored(3, "a")]
    first, second, third = groups(edge(1, 3), claims).split("<article")[1:]
    assert "1 other document says the same" in first
    assert "Paper 3" in first.split("told otherwise")[0]
    assert "told otherwise: quantity 19" in first
    assert "Paper 2" in first.split("told otherwise")[1]
    assert "told otherwise: quantity 13" in second
    assert "2 other documents say the same" in third
    assert "told otherwise" not in third


def test_a_page_of_claims_weighs_those_of_other_pages_too() -> None:
    claims = [stored(1, "a", quantity=13), stored(2, "a", quantity=19), stored(3, "b"), stored(4, "b")]
    last = groups(edge(2, 4), claims, slice(1, 3))
    assert last.count("<article") == 2
    assert "deal 1 · 2 reports · continued" in last
    assert 'data-testid="contradiction"' not in last
    assert "told otherwise: quantity 13" in last
    assert "deal 2 · 2 reports<" in last
