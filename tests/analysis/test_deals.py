from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.deals import Sale, deal_relations, find_deals, parts_of, stage_of, stage_order
from graph.records import Modality
from graph.schema.schema import load_schema

ORDER = Sale("c1", "a1", ("d1", 0), "MAR", None, "tb2", Modality.ASSERTED, "ordered", date(2021, 4, 1), quantity=13)
SUPPLY = replace(ORDER, claim="c2", act="a2", seller="TUR", quantity=None)


@pytest.mark.parametrize(
    ("modality", "cue", "stage"),
    [
        ("asserted", "ordered", "signed"),
        ("asserted", "have received", "delivered"),
        ("asserted", "signed the sale", "signed"),
        ("asserted", "talks", "asserted"),
        ("expected", "delivered", "expected"),
        ("possible", "buy", "possible"),
        ("denied", "bought", "denied"),
    ],
)
def test_how_far_a_deal_is_hangs_on_how_firmly_and_by_which_word_it_is_told(
    modality: str, cue: str, stage: str
) -> None:
    assert stage_of(Modality(modality), cue) == stage


def test_the_parts_of_a_deal_are_ends_and_roles_that_the_schema_has() -> None:
    for name in deal_relations():
        relation, parts = load_schema().relations[name], parts_of(name)
        assert parts is not None
        assert set(parts) == {"buyer", "seller", "what"}
        assert set(parts.values()) <= {"source", "target", *relation.roles}
    assert parts_of("OPPOSES") is None


def test_an_order_and_a_supply_that_one_sentence_tells_are_one_deal() -> None:
    [deal] = find_deals([ORDER, SUPPLY])
    assert (deal.buyer, deal.seller, deal.what, len(deal.sales)) == ("MAR", "TUR", "tb2", 2)
    sale = deal.newest("quantity")
    assert sale is not None
    assert sale.quantity == 13


@pytest.mark.parametrize(
    "other",
    [{"sentence": ("d2", 0)}, {"buyer": "DZA"}, {"what": "f-16"}],
    ids=["another sentence", "another buyer", "another thing"],
)
def test_acts_that_differ_are_deals_of_their_own(other: dict[str, object]) -> None:
    assert len(find_deals([ORDER, replace(SUPPLY, **other)])) == 2  # type: ignore[arg-type]


def test_a_deal_goes_from_expected_to_signed_to_delivered_as_it_was_reported() -> None:
    said = [
        replace(ORDER, claim="c3", cue="received", reported_on=date(2022, 9, 1)),
        replace(ORDER, claim="c0", modality=Modality.EXPECTED, cue="buy", reported_on=date(2020, 1, 1)),
        ORDER,
        replace(ORDER, claim="c4", cue="bought", reported_on=date(2022, 1, 1), quantity=19),
    ]
    [deal] = find_deals(said)
    assert [(stage.name, stage.claim) for stage in deal.stages] == [
        ("expected", "c0"),
        ("signed", "c1"),
        ("delivered", "c3"),
    ]
    assert (deal.status, deal.disputed) == ("delivered", False)
    assert getattr(deal.newest("quantity"), "quantity", None) == 13
    denied = replace(ORDER, claim="c5", modality=Modality.DENIED)
    assert find_deals([denied])[0].status == "denied"
    [disputed] = find_deals([ORDER, denied])
    assert (disputed.status, disputed.disputed) == ("signed", True)


SALES = st.builds(
    Sale,
    claim=st.uuids().map(str),
    act=st.sampled_from("abcd"),
    sentence=st.tuples(st.sampled_from("xy"), st.integers(0, 2)),
    buyer=st.sampled_from([None, "MAR", "DZA"]),
    seller=st.sampled_from([None, "TUR"]),
    what=st.sampled_from([None, "tb2", "f-16"]),
    modality=st.sampled_from(Modality),
    cue=st.sampled_from(["ordered", "received", "talks"]),
    reported_on=st.none() | st.dates(),
)


@given(st.lists(SALES, unique_by=lambda sale: sale.claim), st.randoms())
def test_every_report_is_of_one_deal_whatever_the_order_they_came_in(sales: list[Sale], random: object) -> None:
    deals = find_deals(sales)
    told = [sale.claim for deal in deals for sale in deal.sales]
    assert sorted(told) == sorted(sale.claim for sale in sales)
    assert all(deal.status == max((stage.name for stage in deal.stages), key=stage_order) for deal in deals)
    mixed = list(sales)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert _claims(find_deals(mixed)) == _claims(deals)


def _claims(deals: Iterable[object]) -> list[list[str]]:
    return [[sale.claim for sale in deal.sales] for deal in deals]  # type: ignore[attr-defined]
