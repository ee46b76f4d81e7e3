import pytest

from graph.errors import JudgementError
from graph.records import Correction
from graph.store.store import Store
from tests.store.saying import article, dump, says

TB2 = "system:bayraktar-tb2"


def graph_of(store: Store) -> list[str]:
    return [each for each in dump(store) if "Judgement" not in each]


def test_two_entities_judged_the_same_are_one(store: Store) -> None:
    store.writer.write([article("a", says("firm:atlas-works", "MANUFACTURES", TB2), says("MAR", "PROCURES", TB2))])
    before = graph_of(store)
    judgement = store.ledger.judge("same", "firm:baykar", "firm:atlas-works", by="Ada", why="renamed")
    [node] = store.view.search("atlas works")
    assert (node.id, node.name, node.aliases) == ("firm:baykar", "Baykar", ("Atlas Works",))
    assert [edge.source for edge in store.view.edges_among(["firm:baykar", TB2])] == ["firm:baykar"]
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before


def test_a_contradiction_is_refused_and_changes_nothing(store: Store) -> None:
    one = store.ledger.judge("different", "firm:baykar", "firm:atlas-works", by="Ada")
    before = dump(store)
    with pytest.raises(JudgementError, match=one.id):
        store.ledger.judge("same", "firm:baykar", "firm:atlas-works", by="Bo")
    assert dump(store) == before


def test_a_rejected_claim_stays_and_leaves_its_edge(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2))])
    before = graph_of(store)
    [claim] = store.view.evidence("MAR", "PROCURES", TB2)
    judgement = store.ledger.judge("rejected", claim.id, by="Ada")
    assert store.view.edge("MAR", "PROCURES", TB2) is None
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before
    store.ledger.judge("corrected", claim.id, by="Ada", correction=Correction(relation="OPERATES", source="DZA"))
    assert store.view.edge("DZA", "OPERATES", TB2)
    store.ledger.undo(store.ledger.judgements()[0].id, by="Ada")
    assert graph_of(store) == before
