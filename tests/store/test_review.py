from datetime import datetime, timedelta

from graph.records import Verdict
from graph.store.review import OF_CLAIMS, OF_PAIRS, standing
from graph.store.store import Store
from tests.store.saying import article, says

TB2, ATLAS, BAYKAR = "system:bayraktar-tb2", "firm:atlas-works", "firm:baykar"


def test_a_dossier_groups_neighbours_by_how_the_relation_reads_from_the_entity(store: Store) -> None:
    store.writer.write([article("a", says(BAYKAR, "MANUFACTURES", TB2), says("MAR", "PROCURES", TB2))])
    dossier = store.review.dossier(TB2)
    assert dossier is not None
    around = {reads: [node.name for node in nodes] for reads, nodes in dossier.around.items()}
    assert around == {"is manufactured by": ["Baykar"], "is procured by": ["Morocco"]}
    assert {claim.relation for claim in dossier.claims} == {"MANUFACTURES", "PROCURES"}
    assert store.review.dossier("firm:nobody") is None


def test_a_dossier_names_the_ids_that_were_judged_the_same(store: Store) -> None:
    store.writer.write([article("a", says(BAYKAR, "MANUFACTURES", TB2), says(ATLAS, "MANUFACTURES", TB2))])
    assert store.review.shared(BAYKAR, ATLAS) == {TB2}
    store.ledger.judge("same", BAYKAR, ATLAS, by="Ada")
    dossier = store.review.dossier(BAYKAR)
    assert dossier is not None
    assert dossier.absorbed == (ATLAS,)
    assert store.review.canonical([ATLAS, TB2]) == {ATLAS: BAYKAR, TB2: TB2}


def test_the_least_sure_claims_come_first_and_judged_ones_no_more(store: Store) -> None:
    store.writer.write(
        [
            article(
                "a",
                says("MAR", "PROCURES", TB2, confidence=0.9),
                says("MAR", "OPERATES", TB2, confidence=0.4),
                says("DZA", "OPERATES", TB2),
            )
        ]
    )
    queue = store.review.claims_to_review(limit=9)
    assert [claim.confidence for claim in queue] == [0.4, 0.9, None]
    assert [claim.relation for claim in store.review.claims_to_review("PROCURES", limit=9)] == ["PROCURES"]
    assert len(store.review.claims_to_review(document="TITLE OF a", limit=9)) == 3
    assert store.review.claims_to_review(document="another", limit=9) == ()
    assert store.review.claims_to_review(without=[queue[0].id])[0].id == queue[1].id
    store.ledger.judge("accepted", queue[0].id, by="Ada")
    assert store.review.count_claims() == 2
    accepted = store.review.claim(queue[0].id)
    assert accepted is not None
    assert (accepted.sentence, accepted.verdict) == (queue[0].sentence, Verdict.ACCEPTED)


def test_progress_counts_what_one_person_judged_today_and_did_not_take_back(store: Store) -> None:
    first = store.ledger.judge("different", BAYKAR, ATLAS, by="Ada")
    store.ledger.judge("unsure", "MAR", "DZA", by="Ada")
    store.ledger.judge("unsure", "MAR", "ISR", by="Bo")
    assert store.review.judged_today("Ada", OF_PAIRS) == 2
    assert store.review.judged_today("Ada", OF_CLAIMS) == 0
    assert store.review.judged_today("Ada", OF_PAIRS, datetime.now() + timedelta(days=1)) == 0
    store.ledger.undo(first.id, by="Bo")
    assert store.review.judged_today("Ada", OF_PAIRS) == 1


def test_the_ledger_reads_as_sentences_with_names(store: Store) -> None:
    store.writer.write([article("a", says(BAYKAR, "MANUFACTURES", TB2), says(ATLAS, "MANUFACTURES", TB2))])
    same = store.ledger.judge("same", BAYKAR, ATLAS, by="Ada")
    [claim] = store.review.claims_to_review()
    store.ledger.judge(Verdict.REJECTED, claim.id, by="Ada")
    store.ledger.undo(same.id, by="Ada")
    lines = store.ledger.judgements()
    assert store.review.tell(lines) == [
        "taken back: Baykar and Atlas Works",
        f"rejected: {claim.source.name} manufactures Bayraktar TB2",
        "Baykar and Atlas Works are the same",
    ]
    assert [each.verdict for each in standing(lines)] == [Verdict.REJECTED]


def test_a_dossier_s_documents_tell_which_id_was_read_there(store: Store) -> None:
    store.writer.write(
        [article("a", says(BAYKAR, "MANUFACTURES", TB2)), article("b", says(ATLAS, "MANUFACTURES", TB2))]
    )
    store.ledger.judge("same", BAYKAR, ATLAS, by="Ada")
    assert {(each.document, each.entity) for each in store.review.readings(BAYKAR)} == {("a", BAYKAR), ("b", ATLAS)}
    assert store.review.entities_read("b") == (ATLAS, TB2)
    assert store.review.entities_read("absent") is None
    store.ledger.judge("split", ATLAS, "b", "firm:atlas-elektronik", by="Ada")
    assert [each.document for each in store.review.readings(BAYKAR)] == ["a"]
    [reading] = store.review.readings("firm:atlas-elektronik")
    assert (reading.document, reading.entity) == ("b", ATLAS)
    [line, _] = store.review.tell(store.ledger.judgements())
    assert line == f"Atlas Works is Atlas Elektronik in “{reading.title.partition(' · ')[0]}”"
