import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Amount, Claim, Modality, When
from graph.resolve.acts import Act, group_acts
from tests.resolve.labelled_acts import LabelledEdge, b_cubed, read_edges

[PLAIN, *_] = read_edges("first")[0].claims
DAY = date(2021, 4, 17)


def claim(id: str, day: date | None = DAY, **more: object) -> Claim:
    return replace(
        PLAIN, **{"id": id, "reported_on": day, "quantity": None, "value": None, "when": None, "roles": {}, **more}
    )  # type: ignore[arg-type]


def told(number: int) -> Amount:
    return Amount(str(number), float(number))


def year(number: int) -> When:
    return When(str(number), date(number, 1, 1), date(number, 12, 31))


def groups(acts: list[Act]) -> list[tuple[str, ...]]:
    return [act.claims for act in acts]


def found(edge: LabelledEdge) -> dict[str, str]:
    return {id: act.id for act in group_acts(edge.claims) for id in act.claims}


@pytest.mark.parametrize("half", ["first", "blind"])
def test_labelled_claims_are_put_into_their_acts(half: str) -> None:
    edges = read_edges(half)
    precision, recall, f1 = b_cubed((found(edge), edge.acts) for edge in edges)
    print(f"\nacts, {half} half: B³ precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    assert f1 >= 0.85


def test_the_labelled_set_is_large_and_has_edges_of_one_act_and_of_several() -> None:
    edges = read_edges("first") + read_edges("blind")
    assert len(edges) >= 60
    assert sum(len(edge.claims) for edge in edges) >= 300
    assert sum(len(set(edge.acts.values())) > 1 for edge in edges) >= 25


def test_both_b_cubed_of_one_heap_and_of_single_claims_are_worse() -> None:
    edges = read_edges("first")
    heap = b_cubed(({id: "one" for id in edge.acts}, edge.acts) for edge in edges)
    single = b_cubed(({id: id for id in edge.acts}, edge.acts) for edge in edges)
    assert b_cubed((found(edge), edge.acts) for edge in edges)[2] > max(heap[2], single[2]) + 0.1


def test_a_year_contains_its_months() -> None:
    april = When("April", date(2021, 4, 1), date(2021, 4, 30))
    assert len(group_acts([claim("a", when=april), claim("b", date(2022, 3, 1), when=year(2021))])) == 1


def test_different_years_are_different_deals() -> None:
    assert len(group_acts([claim("a", when=year(2018)), claim("b", when=year(2021))])) == 2


def test_the_same_number_joins_two_years_and_the_years_contradict() -> None:
    [act] = group_acts([claim("a", when=year(2020), quantity=told(13)), claim("b", when=year(2021), quantity=told(13))])
    assert [(each.about, each.sides) for each in act.contradictions] == [("date", (("2020", ("a",)), ("2021", ("b",))))]


def test_two_numbers_for_one_deal_are_told_side_by_side_the_more_frequent_first() -> None:
    april = When("April", date(2021, 4, 1), date(2021, 4, 30))
    said = [claim(id, when=april, quantity=told(number)) for id, number in (("a", 19), ("b", 13), ("c", 13))]
    [act] = group_acts(said)
    assert [(each.about, each.sides) for each in act.contradictions] == [
        ("quantity", (("13", ("b", "c")), ("19", ("a",))))
    ]


def test_a_denial_stands_against_what_it_denies() -> None:
    [act] = group_acts([claim("a"), claim("b", modality=Modality.DENIED), claim("c", modality=Modality.EXPECTED)])
    assert [(each.about, each.sides) for each in act.contradictions] == [
        ("denial", (("asserted", ("a",)), ("denied", ("b",))))
    ]


def test_two_currencies_and_rounded_values_contradict_nothing() -> None:
    values = [Amount("$5.43 bn", 5.43e9, "USD"), Amount("$5.4 bn", 5.4e9, "USD"), Amount("€4.7 bn", 4.7e9, "EUR")]
    [act] = group_acts([claim(str(number), value=value) for number, value in enumerate(values)])
    assert act.contradictions == ()


def test_two_systems_are_two_deliveries_but_a_class_may_mean_either() -> None:
    supplies = [
        claim("a", relation="SUPPLIES", roles={"system": "system:himars"}),
        claim("b", relation="SUPPLIES", roles={"system": "system:m1-abrams"}),
    ]
    assert len(group_acts(supplies)) == 2
    assert len(group_acts([supplies[0], claim("c", relation="SUPPLIES", roles={"system": "system:rockets"})])) == 1


def test_a_state_of_being_is_one_act_however_often_it_is_told() -> None:
    leads = [claim(str(n), DAY + timedelta(days=400 * n), relation="LEADS") for n in range(6)]
    assert len(group_acts(leads)) == 1


def test_what_ended_and_began_again_is_two() -> None:
    first = When("from 1996 to 1999", date(1996, 1, 1), date(1999, 12, 31))
    again = When("since 2009", date(2009, 1, 1), None)
    said = [claim("a", when=first), claim("b", when=again), claim("c", date(2012, 1, 1)), claim("d", date(1997, 1, 1))]
    assert groups(group_acts([replace(each, relation="LEADS") for each in said])) == [("a", "d"), ("b", "c")]


def test_visits_weeks_apart_are_two() -> None:
    visits = [claim(str(n), DAY + timedelta(days=n), relation="VISITS") for n in (0, 1, 30)]
    assert [len(each) for each in groups(group_acts(visits))] == [2, 1]


def test_an_invasion_is_one_act_however_late_it_is_told_and_strikes_stand_beside_it() -> None:
    def struck(id: str, days: int, words: str) -> Claim:
        evidence = replace(PLAIN.evidence, sentence=f"A {words} B", start=0, end=9, cue=(2, 2 + len(words)))
        return claim(id, DAY + timedelta(days=days), relation="ATTACKS", evidence=evidence)

    said = [
        struck("a", 0, "invaded"),
        struck("b", 300, "invaded"),
        struck("c", 301, "struck"),
        struck("d", 600, "struck"),
    ]
    assert groups(group_acts(said)) == [("a", "b"), ("c",), ("d",)]


def test_no_claims_make_no_act() -> None:
    assert group_acts([]) == []


DAYS = st.none() | st.dates(date(2019, 1, 1), date(2024, 12, 31))
WHENS = st.none() | st.builds(
    lambda day, length: When("then", day, day + timedelta(days=length)),
    st.dates(date(2019, 1, 1), date(2024, 12, 31)),
    st.sampled_from([0, 0, 30, 364, 1500]),
)
CLAIMS = st.lists(
    st.builds(
        dict,
        day=DAYS,
        when=WHENS,
        quantity=st.none() | st.sampled_from([6, 13, 19, 100]).map(told),
        modality=st.sampled_from(list(Modality)),
        roles=st.sampled_from([{}, {"system": "system:himars"}, {"system": "system:drones"}]),
    ),
    min_size=1,
    max_size=12,
)


@given(CLAIMS, st.sampled_from(["PROCURES", "SUPPLIES", "ATTACKS", "LEADS"]), st.randoms(use_true_random=False))
def test_order_never_matters_and_each_claim_is_in_one_act(
    drawn: list[dict[str, object]], relation: str, chance: random.Random
) -> None:
    said = [claim(f"{n:02}", **{**more, "relation": relation}) for n, more in enumerate(drawn)]  # type: ignore[arg-type]
    acts = group_acts(said)
    assert sorted(id for act in acts for id in act.claims) == [each.id for each in said]
    assert all(act.id == min(act.claims) for act in acts)
    chance.shuffle(said)
    assert group_acts(said) == acts
