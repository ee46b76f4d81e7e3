"""What a whole store looks like at a glance, on the real Neo4j."""

from dataclasses import replace
from datetime import date

import pytest

from graph.records import Modality
from graph.store.overview import Leaders, Month, Overview, Published, Supplies, Ties
from graph.store.store import Store
from tests.store.saying import article, says

TB2, HERMES, BAYKAR = "system:bayraktar-tb2", "system:hermes-900", "firm:baykar"


@pytest.fixture
def overview(store: Store) -> Overview:
    store.writer.write(
        [
            article(
                "wire",
                says("MAR", "PROCURES", TB2, roles={"counterpart": BAYKAR}),
                says("ISR", "SUPPLIES", "MAR", roles={"system": HERMES}),
                says("MAR", "NORMALIZES", "ISR"),
            ),
            article(
                "paper",
                says("MAR", "PROCURES", TB2, "expected", roles={"counterpart": BAYKAR}),
                says("DZA", "OPPOSES", "MAR", "possible"),
                says("DZA", "OPPOSES", "MAR"),
                says(BAYKAR, "MANUFACTURES", TB2),
                published=date(2022, 5, 1),
            ),
            article("undated", says("MAR", "PROCURES", HERMES, "expected"), published=None),
        ]
    )
    return Overview(store.view.database, store.view.schema)


def test_it_says_who_published_and_over_which_days(overview: Overview) -> None:
    assert overview.published() == Published(1, 2, date(2021, 11, 22), date(2022, 5, 1))


def test_it_ranks_the_most_claimed_of_each_type(overview: Overview) -> None:
    ranked = overview.leaders(["State", "Firm", "Person"], limit=2)
    assert [(named.id, claims) for named, claims in ranked["State"].entities] == [("MAR", 7), ("DZA", 2)]
    assert (ranked["State"].total, ranked["Firm"].total) == (3, 1)
    assert ranked["Person"] == Leaders((), 0)


def test_who_arms_whom_comes_from_supplies_and_from_named_sellers(overview: Overview) -> None:
    supplied, bought = overview.supplies().found
    assert (supplied.supplier.name, supplied.recipient.name) == ("Israel", "Morocco")
    assert supplied.edge == ("ISR", "SUPPLIES", "MAR")
    assert (bought.supplier.id, bought.recipient.id) == (BAYKAR, "MAR")
    assert bought.edge == ("MAR", "PROCURES", TB2)
    assert (bought.claims, bought.counts[Modality.ASSERTED], bought.counts[Modality.EXPECTED]) == (2, 1, 1)
    assert bought.acts >= 1


def test_a_deal_that_one_sentence_tells_as_supply_and_as_purchase_counts_once(store: Store) -> None:
    both = article("a", says(BAYKAR, "SUPPLIES", "MAR"), says("MAR", "PROCURES", TB2, roles={"counterpart": BAYKAR}))
    supplied, bought = both.claims
    same = replace(bought, evidence=replace(bought.evidence, sentence=supplied.evidence.sentence))
    store.writer.write([replace(both, claims=(supplied, same))])
    assert [each.edge[1] for each in Overview(store.view.database, store.view.schema).supplies().found] == ["SUPPLIES"]


def test_where_not_all_supplies_are_looked_at_it_is_said(overview: Overview, store: Store) -> None:
    assert not overview.supplies(1).cut
    store.writer.write([article("more", says("TUR", "SUPPLIES", "MAR"))])
    assert overview.supplies(1).cut
    assert not overview.supplies(2).cut


def test_edges_between_states_come_most_claimed_first_and_are_counted(overview: Overview) -> None:
    ties = overview.between_states(limit=2)
    assert [(edge.source, edge.relation, edge.target) for edge in ties.edges] == [
        ("DZA", "OPPOSES", "MAR"),
        ("ISR", "NORMALIZES", "MAR"),
    ]
    assert ties.total == 3
    assert {state.name for state in ties.states} == {"Algeria", "Morocco", "Israel"}


def test_it_knows_who_was_most_told_of_in_some_days(overview: Overview) -> None:
    assert overview.busiest_between(date(2021, 11, 1), date(2021, 11, 30)) == "MAR"
    assert overview.busiest_between(date(2022, 5, 1), date(2022, 5, 31)) == "MAR"
    assert overview.busiest_between(date(1999, 1, 1), date(1999, 12, 31)) is None


def test_months_count_what_was_reported_and_leave_out_what_has_no_date(overview: Overview) -> None:
    assert overview.months() == (
        Month(date(2021, 11, 1), "NORMALIZES", 1),
        Month(date(2021, 11, 1), "PROCURES", 1),
        Month(date(2021, 11, 1), "SUPPLIES", 1),
        Month(date(2022, 5, 1), "MANUFACTURES", 1),
        Month(date(2022, 5, 1), "OPPOSES", 2),
        Month(date(2022, 5, 1), "PROCURES", 1),
    )


def test_an_empty_store_has_nothing_to_show(store: Store) -> None:
    overview = Overview(store.view.database, store.view.schema)
    assert overview.published() == Published(0, 0, None, None)
    assert overview.supplies() == Supplies((), cut=False)
    assert overview.months() == ()
    assert overview.between_states() == Ties((), (), 0)
    assert overview.leaders(["State"])["State"] == Leaders((), 0)
