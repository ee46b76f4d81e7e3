from datetime import date

import pytest

from graph.records import Amount
from graph.store.filter import Filter
from graph.store.profile import Profile
from graph.store.store import Store
from graph.store.told import by_act
from tests.store.saying import article, says

TB2, HERMES, SKY, BAYKAR, ATLAS = (
    "system:bayraktar-tb2",
    "system:hermes-900",
    "system:sky",
    "firm:baykar",
    "firm:atlas-works",
)
LATER = date(2022, 6, 2)


@pytest.fixture
def told(store: Store) -> Store:
    store.writer.write(
        [
            article(
                "wire",
                says("MAR", "PROCURES", TB2, quantity=Amount("13", 13.0)),
                says("TUR", "SUPPLIES", "MAR", roles={"system": TB2}),
                says("MAR", "OPERATES", HERMES),
                says("DZA", "OPERATES", HERMES),
                says("DZA", "PROCURES", TB2),
                says("ISR", "OPERATES", SKY),
            ),
            article("later", says("MAR", "PROCURES", TB2), says("MAR", "NORMALIZES", "ISR"), published=LATER),
            article("undated", says("DZA", "OPPOSES", "MAR"), published=None),
        ]
    )
    return store


def profile(store: Store, id: str) -> Profile:
    return Profile(store.view.database, store.view.schema, id)


def test_relations_are_grouped_by_how_they_go_with_all_of_them_counted(told: Store) -> None:
    groups = {(group.relation, group.way): group for group in profile(told, "MAR").groups()}
    assert set(groups) == {
        ("PROCURES", "out"),
        ("SUPPLIES", "in"),
        ("OPERATES", "out"),
        ("NORMALIZES", "both"),
        ("OPPOSES", "in"),
    }
    [(edge, other)] = groups["PROCURES", "out"].edges
    assert (other.name, edge.claims, groups["PROCURES", "out"].total) == ("Bayraktar TB2", 2, 1)


def test_the_deals_of_a_buyer_a_seller_and_a_system_are_the_same_deals(told: Store) -> None:
    for id in ("MAR", TB2):
        found = profile(told, id).deals()
        assert {deal.buyer for deal in found.deals} >= {"MAR"}
        assert {found.names[deal.what].name for deal in found.deals if deal.what} == {"Bayraktar TB2"}
        assert found.whole
    [supply] = profile(told, "TUR").deals().deals
    assert (supply.buyer, supply.seller, supply.what) == ("MAR", "TUR", TB2)
    assert profile(told, "ISR").deals().deals == ()
    wire = profile(told, "MAR").deals()
    assert {wire.documents[sale.claim].id for deal in wire.deals for sale in deal.sales} == {"wire", "later"}


def test_what_few_others_share_makes_two_alike(told: Store) -> None:
    first, *others = profile(told, "MAR").similar()
    assert first.entity.name == "Algeria"
    assert {(tie.relation, tie.way, tie.shared.id) for tie in first.ties} == {
        ("PROCURES", "out", TB2),
        ("OPERATES", "out", HERMES),
    }
    assert all(other.score <= first.score for other in others)
    assert all(other.entity.id != "MAR" for other in others)
    assert profile(told, SKY).similar() == ()


def test_claims_are_found_by_the_days_they_were_reported_on(told: Store) -> None:
    about = profile(told, "MAR")
    months = [(month.first, month.claims) for month in about.months()]
    assert months == [(date(2021, 11, 1), 3), (date(2022, 6, 1), 2), (None, 1)]
    assert {claim.document.id for claim in about.claims(date(2022, 6, 1), date(2022, 6, 30))} == {"later"}
    assert [claim.document.id for claim in about.claims(undated=True)] == ["undated"]
    whole = [claim.id for claim in about.claims(limit=100)]
    paged = [claim.id for skip in range(0, 6, 2) for claim in about.claims(skip=skip, limit=2)]
    assert paged == whole
    assert len(whole) == 6


def test_documents_say_how_much_they_claim_of_it(told: Store) -> None:
    found = [(card.id, claims) for card, claims in profile(told, "MAR").documents()]
    assert found == [("later", 2), ("wire", 3), ("undated", 1)]
    assert [card.id for card, _claims in profile(told, "MAR").documents(skip=1, limit=1)] == ["wire"]


def test_an_id_that_was_judged_another_shows_the_entity_that_it_is(store: Store) -> None:
    store.writer.write([article("a", says(BAYKAR, "MANUFACTURES", TB2), says(ATLAS, "MANUFACTURES", TB2))])
    store.ledger.judge("same", BAYKAR, ATLAS, by="Ada")
    dossier = store.review.dossier(ATLAS)
    assert dossier is not None
    assert (dossier.node.id, dossier.absorbed) == (BAYKAR, (ATLAS,))
    assert dossier.around
    assert len(dossier.claims) == 2
    assert dossier == store.review.dossier(BAYKAR)


def test_reports_are_all_claims_of_an_edge_that_pass_newest_first(told: Store) -> None:
    found = told.view.reports("MAR", "PROCURES", TB2)
    assert [report.document.id for report in found] == ["later", "wire"]
    full = told.view.evidence("MAR", "PROCURES", TB2)
    assert [report.id for report in found] == [claim.id for claim in full]
    assert [act.id for act in by_act(found)] == [act.id for act in by_act(full)]
    until = Filter(known_by=date(2022, 1, 1))
    assert [report.document.id for report in told.view.reports("MAR", "PROCURES", TB2, until)] == ["wire"]
