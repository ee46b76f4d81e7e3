"""What a person judged wrong counts nowhere and is shown nowhere as said; what was put together counts alike everywhere."""

from collections import Counter

from graph.records import Verdict
from graph.store.overview import Overview
from graph.store.profile import Profile
from graph.store.store import Store
from tests.store.saying import ENTITIES, article, says

TB2, BAYKAR, ATLAS, LTD = "system:bayraktar-tb2", "firm:baykar", "firm:atlas-works", "firm:atlas-works-ltd"


def agree(store: Store) -> None:
    """Every count of claims and documents of an entity is that on its card."""
    overview = Overview(store.view.database, store.view.schema)
    types = sorted({each.type for each in ENTITIES.values()})
    led = {each.id: claims for leaders in overview.leaders(types).values() for each, claims in leaders.entities}
    for node in store.view.nodes(list(ENTITIES)):
        [hit] = [each for each in store.search.hits(node.name) if each.id == node.id]
        assert (hit.claims, hit.documents) == (node.claims, node.documents), node
        profile = Profile(store.view.database, store.view.schema, node.id)
        assert sum(month.claims for month in profile.months()) == node.claims, node
        assert len(profile.claims(limit=99)) == node.claims, node
        assert sum(claims for _card, claims in profile.documents(limit=99)) == node.claims, node
        assert led.get(node.id, 0) == node.claims, node
        dossier = store.review.dossier(node.id)
        assert dossier is not None
        assert len(dossier.claims) == node.claims, node


def test_a_claim_that_was_judged_wrong_counts_and_is_listed_nowhere(store: Store) -> None:
    store.writer.write(
        [
            article(
                "a", says("MAR", "PROCURES", TB2), says(BAYKAR, "MANUFACTURES", TB2), says("MAR", "OPPOSES", "DZA")
            ),
            article("b", says("MAR", "PROCURES", TB2), says("ISR", "SUPPLIES", "MAR")),
        ]
    )
    agree(store)
    overview = Overview(store.view.database, store.view.schema)
    [supplies] = [claim for claim in store.review.claims_to_review(limit=9) if claim.relation == "SUPPLIES"]
    [one, _other] = [claim for claim in store.review.claims_to_review(limit=9) if claim.relation == "PROCURES"]
    store.ledger.judge(Verdict.REJECTED, supplies.id, by="Ada")
    rejected = store.ledger.judge(Verdict.REJECTED, one.id, by="Ada")
    agree(store)
    counts = store.view.counts()
    assert (counts.claims["PROCURES"], counts.claims.get("SUPPLIES"), counts.total_claims) == (1, None, 3)
    months = Counter({month.relation: month.claims for month in overview.months()})
    assert dict(months) == dict(counts.claims)
    assert "ISR" not in {node.id for node in store.view.most_connected(9)}
    assert [node.id for node in store.view.most_connected(1, "Firm")] == [BAYKAR]
    document = store.view.document(one.document.id)
    assert document is not None
    assert {claim.verdict for claim in document.claims if claim.id == one.id} == {Verdict.REJECTED}  # shown, as such
    store.ledger.undo(rejected.id, by="Ada")
    agree(store)
    assert store.view.counts().claims["PROCURES"] == 2


def test_search_and_card_agree_on_what_was_put_together(store: Store) -> None:
    store.writer.write(
        [
            article(
                "a", says(ATLAS, "MANUFACTURES", TB2), says(LTD, "MANUFACTURES", TB2), says(LTD, "SUPPLIES", "MAR")
            ),
            article("b", says(LTD, "SUPPLIES", ATLAS), says(LTD, "SUPPLIES", "DZA")),
        ]
    )
    store.ledger.judge(Verdict.SAME, ATLAS, LTD, by="Ada")
    agree(store)
    node = store.view.entity(ATLAS)
    assert node is not None
    assert (node.claims, node.documents) == (4, 2)
    [own] = [claim for claim in store.review.claims_to_review(limit=9) if claim.source.id == claim.target.id]
    store.ledger.judge(Verdict.REJECTED, own.id, by="Ada")
    agree(store)
