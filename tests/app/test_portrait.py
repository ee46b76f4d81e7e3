"""What a reader sees on an entity's page."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app import dealing, portrait
from graph.analysis.deals import Sale, find_deals
from graph.records import Modality
from graph.store.deals import Deals
from graph.store.profile import Group, Month, Similar, Tie
from graph.store.view_records import Card, Edge, Named

MAR = Named("MAR", "State", "Morocco")
EVIL = Named("firm:evil", "Firm", "<script>alert(1)</script>")


def edge(target: Named, claims: int = 1, modality: Modality = Modality.ASSERTED) -> Edge:
    counts = dict.fromkeys(Modality, 0) | {modality: claims}
    return Edge("MAR", "PROCURES", target.id, modality, claims, claims, counts, 0)


def systems(number: int) -> list[tuple[Edge, Named]]:
    named = [Named(f"system:{place}", "System", f"System {place}") for place in range(number)]
    return [(edge(each), each) for each in named]


def test_relations_read_as_sentences_and_none_is_cut_silently() -> None:
    html = portrait.relations([Group("PROCURES", "out", tuple(systems(11)), 500)], MAR)
    assert "<bdi>Morocco</bdi> procures <bdi>System 10</bdi>" in html
    assert html.count('data-door="explore"') == 11
    assert 'data-id="MAR~PROCURES~system:3"' in html
    assert "<summary>3 more</summary>" in html
    assert "489 of 500 are not listed" in html


def test_a_relation_towards_the_entity_reads_from_the_other_end() -> None:
    supplies = Edge("firm:evil", "SUPPLIES", "MAR", Modality.EXPECTED, 1, 1, dict.fromkeys(Modality, 0), 0)
    html = portrait.relations([Group("SUPPLIES", "in", ((supplies, EVIL),), 1)], MAR)
    assert "is supplied by" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</bdi> supplies <bdi>Morocco" in html
    assert "expected" in html
    assert "<script" not in html + portrait.neighbours([Group("SUPPLIES", "in", ((supplies, EVIL),), 1)])


def test_what_two_have_in_common_is_said() -> None:
    ties = [Tie("PROCURES", "out", Named(f"s{i}", "System", f"S{i}")) for i in range(4)] + [Tie("SUPPLIES", "in", MAR)]
    assert portrait.in_common(ties) == "each procures S0, S1, S2 and 1 more; each is supplied by Morocco"
    assert "each procures" in portrait.similar([Similar(EVIL, 1.0, tuple(ties))])


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))


@given(st.dictionaries(DAYS.map(lambda day: day.replace(day=1)), st.integers(1, 9), max_size=9), st.integers(0, 3))
def test_bars_hold_every_claim_and_their_days_follow_on_each_other(months: dict[date, int], undated: int) -> None:
    asked = [Month(first, claims) for first, claims in sorted(months.items())] + (
        [Month(None, undated)] if undated else []
    )
    found = portrait.bars(asked)
    assert sum(bar.claims for bar in found) == sum(months.values()) + undated
    assert len(found) <= portrait.MONTHS + 1
    spans = [portrait.days_of(bar.key) for bar in found if bar.key != "undated"]
    assert all(span is not None for span in spans)
    for one, other in pairwise(spans):
        assert one is not None
        assert other is not None
        assert one[1] < other[0]
        if len(months) > 1 and len(found) <= portrait.MONTHS and max(months).year - min(months).year < portrait.MONTHS:
            assert one[1] + timedelta(1) == other[0]


def test_days_of_what_is_no_bar_are_none() -> None:
    assert [
        portrait.days_of(key) for key in ("undated", "2021-13", "0", "2021-01-01", "-", "", "９９９９９", "10000")
    ] == [None] * 8
    assert portrait.days_of("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))


def test_the_claims_below_the_timeline_say_which_they_are() -> None:
    dated, undated = portrait.bars([Month(date(2021, 5, 1), 2), Month(None, 3)])
    said = [portrait.reported(each) for each in (None, dated, undated)]
    assert said == ["Newest claims", "Reported in May 2021", "Reported on no known day"]


def test_the_timeline_is_made_of_buttons_that_say_their_days() -> None:
    html = portrait.timeline(
        portrait.bars([Month(date(2021, 11, 1), 3), Month(date(2022, 1, 1), 1), Month(None, 2)]), "2021-11"
    )
    assert html.count('data-door="when"') == 3
    assert 'data-id="2021-11" aria-pressed="true" title="November 2021: 3 claims"' in html
    assert "2 claims on no known day" in html


def test_deals_are_rows_that_leave_out_the_column_of_the_entity_itself() -> None:
    card = Card("d", "Title", "The Paper", None, date(2021, 4, 2), None, None)
    sale = Sale(
        "c",
        "a",
        ("d", 0),
        "MAR",
        None,
        "tb2",
        Modality.ASSERTED,
        "ordered",
        date(2021, 4, 2),
        quantity=13,
        value=7e7,
        currency="USD",
    )
    found = Deals(tuple(find_deals([sale])), {"MAR": MAR, "tb2": Named("tb2", "System", "TB2")}, {"c": card}, True)
    [row] = dealing.rows(found, "MAR")
    assert "Buyer" not in row
    assert row["Does"] == "buys"
    assert (row["What"], row["Seller"], row["How many"], row["Value"], row["Currency"]) == (
        "TB2",
        "not said",
        13,
        7e7,
        "USD",
    )
    assert (row["Status"], row["When"], row["Sources"]) == ("signed", "reported 2021-04-02", "The Paper")
    assert dealing.steps(found.deals[0], found) == "signed (2021-04-02, The Paper)"
    assert "What" not in dealing.rows(found, "tb2")[0]
