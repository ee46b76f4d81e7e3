import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import JudgementError
from graph.lexicon.facts import iter_facts
from graph.lexicon.lexicon import load_lexicon
from graph.records import Correction, Modality, Verdict, make_judgement
from graph.store.ledger import Replayed
from graph.store.store import Store
from tests.store.saying import article, dump, says
from tests.store.telling import graph_of, retold

TB2 = "system:bayraktar-tb2"
BAYKAR, ATLAS_WORKS, ATLAS, GUILD = "firm:baykar", "firm:atlas-works", "firm:atlas", "group:atlas-guild"
MAKES = article("makes", says(ATLAS_WORKS, "MANUFACTURES", TB2), says("MAR", "PROCURES", TB2))
ALSO_MAKES = article("also", says(BAYKAR, "MANUFACTURES", TB2), says(BAYKAR, "SUPPLIES", "MAR"))


def ask(store: Store, query: str, **params: object) -> list[list[object]]:
    return [record.values() for record in store.driver.execute_query(query, params).records]


def the_claim(store: Store, source: str, relation: str, target: str) -> str:
    [claim] = store.view.evidence(source, relation, target)
    return claim.id


def test_two_entities_judged_the_same_are_one_and_undone_are_two(store: Store) -> None:
    store.writer.write([MAKES, ALSO_MAKES])
    before = graph_of(store)
    judgement = store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada", why="renamed")
    assert store.view.entity(ATLAS_WORKS) == store.view.entity(BAYKAR)
    [edge] = store.view.edges_among([ATLAS_WORKS, TB2])
    assert (edge.source, edge.claims, edge.documents) == (BAYKAR, 2, 2)
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before


def test_all_names_find_the_one_entity(store: Store) -> None:
    store.writer.write([MAKES, ALSO_MAKES])
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    for typed in ("Atlas Works", "baykar tech"):
        [node] = store.view.search(typed)
        assert (node.id, node.name, node.aliases, node.known) == (
            BAYKAR,
            "Baykar",
            ("Atlas Works", "Baykar Tech"),
            True,
        )


def test_an_old_id_goes_on_answering_everywhere(store: Store) -> None:
    store.writer.write([MAKES, ALSO_MAKES])
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    view = store.view
    assert [node.id for node in view.nodes([ATLAS_WORKS, BAYKAR, TB2])] == [BAYKAR, TB2]
    assert view.neighbours(ATLAS_WORKS) == view.neighbours(BAYKAR)
    assert {node.id for node in view.neighbours(TB2, exclude=[ATLAS_WORKS]).nodes} == {"MAR"}
    assert view.hidden([ATLAS_WORKS]) == {ATLAS_WORKS: 2}
    assert view.edge(ATLAS_WORKS, "MANUFACTURES", TB2) == view.edge(BAYKAR, "MANUFACTURES", TB2) is not None
    assert len(view.evidence(ATLAS_WORKS, "MANUFACTURES", TB2)) == 2


def test_a_claim_keeps_what_its_words_name(store: Store) -> None:
    store.writer.write([MAKES])
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    assert ask(
        store,
        "MATCH (c:Claim {relation: 'MANUFACTURES'})-[s:SOURCE]->(e) "
        "RETURN e.id, s.as, c.sentence, substring(c.sentence, 0, c.source_end - c.source_start)",
    ) == [[BAYKAR, ATLAS_WORKS, "Atlas Works manufactures Bayraktar TB2.", "Atlas Works"]]


def test_a_document_that_names_both_is_counted_once(store: Store) -> None:
    store.writer.write([article("a", says(ATLAS_WORKS, "MANUFACTURES", TB2), says(BAYKAR, "MANUFACTURES", TB2))])
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    node, document = store.view.entity(BAYKAR), store.view.document("a")
    assert node is not None
    assert document is not None
    assert node.documents == 1
    [mentioned] = [each for each in document.mentions if each.entity.id == BAYKAR]
    assert [document.text[start:end] for start, end in mentioned.spans] == ["Atlas Works", "Baykar"]


def test_a_claim_between_two_that_are_one_makes_no_edge(store: Store) -> None:
    store.writer.write([article("a", says(ATLAS, "SUPPLIES", ATLAS_WORKS))])
    store.ledger.judge("same", ATLAS, ATLAS_WORKS, by="Ada")
    assert store.view.counts().edges == 0
    assert store.view.counts().total_claims == 1


def test_the_entity_named_first_is_kept_but_the_lexicon_s_before_others(store: Store) -> None:
    store.writer.write([article("a", says(ATLAS, "SUPPLIES", ATLAS_WORKS), says(GUILD, "SUPPLIES", BAYKAR))])

    def kept() -> str:
        node = store.view.entity(ATLAS_WORKS)
        assert node is not None
        return node.id

    store.ledger.judge("same", ATLAS, ATLAS_WORKS, by="Ada")
    assert kept() == ATLAS
    last = store.ledger.judge("same", GUILD, ATLAS, by="Ada")
    assert (kept(), store.view.search("Atlas Guild")[0].type) == (GUILD, "Group")
    store.ledger.judge("same", GUILD, BAYKAR, by="Ada")
    assert kept() == BAYKAR
    store.ledger.undo(last.id, by="Ada")
    assert kept() == ATLAS


def test_judgements_hold_for_what_is_ingested_later(store: Store) -> None:
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    assert store.empty()
    store.writer.write([MAKES])
    node = store.view.entity(ATLAS_WORKS)
    assert node is not None
    assert (node.id, node.name, node.aliases, node.type) == (BAYKAR, "Baykar", ("Atlas Works",), "Firm")


def test_an_entity_split_off_in_one_document_is_another_there_only(store: Store) -> None:
    first, second = article("a", says(ATLAS, "SUPPLIES", "MAR")), article("b", says(ATLAS, "SUPPLIES", "MAR"))
    store.writer.write([first])
    before = graph_of(store)
    named = Correction(name="Atlas Elektronik")
    judgement = store.ledger.judge("split", ATLAS, "a", "firm:atlas-elektronik", by="Ada", correction=named)
    store.writer.write([second])
    assert [node.id for node in store.view.search("atlas")] == [ATLAS, "firm:atlas-elektronik"]
    assert {node.name for node in store.view.neighbours("MAR").nodes} == {"Atlas", "Atlas Elektronik"}
    store.writer.forget(["b"])
    assert [node.id for node in store.view.search("atlas elektronik")] == ["firm:atlas-elektronik"]
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before


def test_a_rejected_claim_stays_and_leaves_its_edge(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2))])
    before, id = graph_of(store), the_claim(store, "MAR", "PROCURES", TB2)
    judgement = store.ledger.judge("rejected", id, by="Ada", why="a plan of 2019")
    assert store.view.edge("MAR", "PROCURES", TB2) is None
    document = store.view.document("a")
    assert document is not None
    assert [claim.verdict for claim in document.claims] == [Verdict.REJECTED]
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before


def test_an_accepted_claim_says_so_and_nothing_else_changes(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2, confidence=0.4))])
    before = store.view.edge("MAR", "PROCURES", TB2)
    store.ledger.judge("accepted", the_claim(store, "MAR", "PROCURES", TB2), by="Ada")
    [claim] = store.view.evidence("MAR", "PROCURES", TB2)
    assert (claim.verdict, claim.confidence) == (Verdict.ACCEPTED, 0.4)
    assert store.view.edge("MAR", "PROCURES", TB2) == before


def test_a_corrected_claim_says_what_is_right_and_keeps_what_was_read(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2))])
    right = Correction(relation="OPERATES", source="DZA", modality=Modality.DENIED)
    store.ledger.judge("corrected", the_claim(store, "MAR", "PROCURES", TB2), by="Ada", correction=right, why="misread")
    [claim] = store.view.evidence("DZA", "OPERATES", TB2)
    assert (claim.source.name, claim.as_relation, claim.as_modality) == ("Algeria", "PROCURES", Modality.ASSERTED)
    assert (claim.verdict, claim.modality, claim.sentence) == (
        Verdict.CORRECTED,
        Modality.DENIED,
        "Morocco procures Bayraktar TB2.",
    )
    assert store.view.edge("MAR", "PROCURES", TB2) is None


def test_the_last_verdict_on_a_claim_counts(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2))])
    id = the_claim(store, "MAR", "PROCURES", TB2)
    store.ledger.judge("corrected", id, by="Ada", correction=Correction(source="DZA"))
    last = store.ledger.judge("rejected", id, by="Bo")
    assert store.view.counts().edges == 0
    store.ledger.undo(last.id, by="Bo")
    assert store.view.edge("DZA", "PROCURES", TB2) is not None


@pytest.mark.parametrize(
    ("judged", "refused"),
    [
        ([("different", ATLAS, BAYKAR)], ("same", BAYKAR, ATLAS)),
        ([("different", ATLAS, BAYKAR), ("same", ATLAS, ATLAS_WORKS)], ("same", BAYKAR, ATLAS_WORKS)),
        ([("same", ATLAS, BAYKAR), ("same", BAYKAR, GUILD)], ("different", GUILD, ATLAS)),
    ],
)
def test_a_contradiction_is_refused_by_name_and_changes_nothing(
    store: Store, judged: list[tuple[str, str, str]], refused: tuple[str, str, str]
) -> None:
    first, *_ = [store.ledger.judge(verdict, left, right, by="Ada") for verdict, left, right in judged]
    before, revision = dump(store), store.view.revision()
    with pytest.raises(JudgementError, match=rf"judgement {first.id} \(by Ada\)"):
        store.ledger.judge(*refused, by="Bo")
    assert (dump(store), store.view.revision()) == (before, revision)


@pytest.mark.parametrize(
    ("verdict", "subject", "correction", "says_why"),
    [
        ("same", ("MAR", "firm:morocco"), None, "one is a Firm and one a State"),
        ("same", (ATLAS, ATLAS), None, "is one"),
        ("same", (ATLAS,), None, "two entity ids"),
        ("same", (ATLAS, "Baykar"), None, "'Baykar' is no entity's id"),
        ("split", (ATLAS, "a"), None, "an entity id, a document's id and"),
        ("accepted", ("x",), Correction(source="MAR"), "corrects nothing"),
        ("corrected", ("x",), None, "another relation, source"),
        ("corrected", ("x",), Correction(relation="LIKES"), "no relation 'LIKES'"),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(
    store: Store, verdict: str, subject: tuple[str, ...], correction: Correction | None, says_why: str
) -> None:
    with pytest.raises(JudgementError, match=says_why):
        store.ledger.judge(verdict, *subject, by="Ada", correction=correction)
    with pytest.raises(JudgementError, match="who judges"):
        store.ledger.judge("same", ATLAS, BAYKAR, by=" ")


def test_only_what_stands_can_be_taken_back(store: Store) -> None:
    judgement = store.ledger.judge("unsure", ATLAS, BAYKAR, by="Ada")
    undo = store.ledger.undo(judgement.id, by="Bo", why="sure now")
    assert (undo.verdict, undo.undoes, undo.subject) == (Verdict.UNDONE, judgement.id, judgement.subject)
    for id, why in (
        (judgement.id, "taken back already"),
        (undo.id, "judge anew"),
        ("nonsense", "no judgement nonsense"),
    ):
        with pytest.raises(JudgementError, match=why):
            store.ledger.undo(id, by="Bo")


def test_the_ledger_tells_who_judged_what_newest_first(store: Store) -> None:
    one = store.ledger.judge("unsure", ATLAS, BAYKAR, by="Ada", why="alike")
    two = store.ledger.judge("different", ATLAS, GUILD, by="Bo")
    three = store.ledger.undo(one.id, by="Cy")
    assert store.ledger.judgements() == (three, two, one)
    assert store.ledger.judgements(BAYKAR) == (three, one)
    assert store.ledger.judgements(limit=1) == (three,)
    assert one.at < two.at < three.at
    assert list(store.ledger.export()) == [one, two, three]


def test_a_fresh_store_with_the_same_ledger_and_documents_is_the_same(store: Store) -> None:
    store.writer.write([MAKES])
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    store.writer.write([ALSO_MAKES])
    store.ledger.judge("rejected", the_claim(store, BAYKAR, "SUPPLIES", "MAR"), by="Ada")
    store.ledger.undo(store.ledger.judge("different", GUILD, ATLAS, by="Ada").id, by="Ada")
    assert dump(store) == retold(store, [MAKES, ALSO_MAKES])
    before = dump(store)
    assert store.ledger.replay(list(store.ledger.export())) == Replayed(known=4)
    assert dump(store) == before


def test_a_line_that_stands_twice_in_an_import_counts_once(store: Store) -> None:
    made = store.ledger.judge("unsure", ATLAS, BAYKAR, by="Ada")
    store.wipe(ledger=True)
    assert store.ledger.replay([made, made]) == Replayed(applied=1, known=1)
    assert list(store.ledger.export()) == [made]


def test_what_can_t_be_imported_is_told_one_by_one_and_the_rest_is_applied(store: Store) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    ours = store.ledger.judge("different", ATLAS, BAYKAR, by="Ada")
    theirs = [
        make_judgement(Verdict.SAME, (BAYKAR, ATLAS), "Bo", at),
        make_judgement(Verdict.SAME, (ATLAS, ATLAS_WORKS), "Bo", at),
        make_judgement(Verdict.SAME, ("MAR", ATLAS), "Bo", at),
        make_judgement(Verdict.UNDONE, (), "Bo", at, undoes="unheard-of"),
    ]
    replayed = store.ledger.replay([*theirs, ours])
    assert (replayed.applied, replayed.known) == (1, 1)
    assert [str(error).split(":")[0].split(" (")[0] for error in replayed.refused] == [
        f"judgement {theirs[place].id}" for place in (0, 2, 3)
    ]
    assert ours.id in str(replayed.refused[0])
    assert set(store.ledger.export()) == {ours, theirs[1]}


def test_wiping_what_was_ingested_leaves_what_was_judged(store: Store) -> None:
    store.writer.write([MAKES])
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    store.ledger.judge("rejected", the_claim(store, "MAR", "PROCURES", TB2), by="Ada")
    before = dump(store)
    store.wipe()
    assert store.empty()
    assert len(store.ledger.judgements()) == 2
    store.writer.write([MAKES])
    assert dump(store) == before
    store.wipe(ledger=True)
    assert dump(store) == []


def test_a_variant_follows_its_family(store: Store) -> None:
    documents = [
        article("a", says("MAR", "PROCURES", "system:sky-a")),
        article("b", says("DZA", "PROCURES", "system:sky")),
    ]
    store.writer.write(documents)
    before = graph_of(store)
    judgement = store.ledger.judge("same", "system:heaven", "system:sky", by="Ada")
    variants = "MATCH (v)-[:VARIANT_OF]->(f) RETURN v.id, f.id"
    assert ask(store, variants) == [["system:sky-a", "system:heaven"]]
    assert dump(store) == retold(store, documents)
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before
    assert ask(store, variants) == [["system:sky-a", "system:sky"]]


def test_what_the_lexicon_knows_follows_whom_it_is_known_of(store: Store) -> None:
    facts = list(iter_facts(load_lexicon()))
    store.writer.write([ALSO_MAKES, article("b", says("firm:atlas", "SUPPLIES", "TUR"))])
    assert store.knowledge.add(facts) == 2
    before = graph_of(store)
    judgement = store.ledger.judge("same", "firm:elbit-systems", BAYKAR, by="Ada")
    known = "MATCH (a)-[k:KNOWN]->(b) RETURN a.id, k.as_source, b.id ORDER BY b.id"
    moved = [["firm:elbit-systems", BAYKAR, "TUR"], ["firm:elbit-systems", BAYKAR, TB2]]
    assert ask(store, known) == moved
    store.knowledge.remove()
    store.knowledge.add(facts)
    assert ask(store, known) == moved
    store.ledger.undo(judgement.id, by="Ada")
    assert graph_of(store) == before


def test_judges_and_ingests_at_once_lose_nothing(store: Store) -> None:
    errors: list[Exception] = []

    def together(*works: object) -> None:
        def run(work: object) -> None:
            try:
                work()  # type: ignore[operator]
            except Exception as error:
                errors.append(error)

        threads = [threading.Thread(target=run, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    documents = [
        article(f"d{n}", says(ATLAS_WORKS, "MANUFACTURES", TB2), says(ATLAS, "SUPPLIES", "MAR")) for n in range(8)
    ]

    def ingest() -> None:
        for each in documents:
            store.writer.write([each])

    def judge(left: str, right: str) -> None:
        for _ in range(4):
            store.ledger.undo(store.ledger.judge("same", left, right, by=left).id, by=left)
        store.ledger.judge("same", left, right, by=left)

    together(ingest, lambda: judge(BAYKAR, ATLAS_WORKS), lambda: judge(ATLAS, GUILD), lambda: judge(ATLAS, BAYKAR))
    assert errors == []
    assert len(list(store.ledger.export())) == 27
    assert dump(store) == retold(store, documents)


JUDGE_FOR_EVER = """
import sys
from graph.store.connection import Address, open_driver
from graph.store.store import connect_store
address = Address(sys.argv[1], sys.argv[2], sys.stdin.readline().strip(), sys.argv[3])
ledger = connect_store(address, open_driver(address)).ledger
while True:
    made = ledger.judge("same", "firm:baykar", "firm:atlas-works", by="Ada")
    print(made.id, flush=True)
    ledger.undo(made.id, by="Ada")
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2])
def test_a_judgement_that_is_killed_is_whole_or_not_at_all(store: Store, seconds: float) -> None:
    documents = [article(f"d{n}", *[says(ATLAS_WORKS, "MANUFACTURES", TB2)] * 200) for n in range(5)]
    store.writer.write(documents)
    address = store.address
    with subprocess.Popen(
        [sys.executable, "-c", JUDGE_FOR_EVER, address.uri, address.username, address.database],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(address.password + "\n")
        process.stdin.flush()
        told = process.stdout.readline().strip()
        threading.Event().wait(seconds)
        process.kill()
    # taking the pen waits until the server has given up the dead judge's transaction
    store.writer.write([MAKES])
    assert told in {each.id for each in store.ledger.export()}
    assert dump(store) == retold(store, [*documents, MAKES])


def test_a_correction_stands_when_what_the_text_named_is_judged_to_be_another(store: Store) -> None:
    store.writer.write([MAKES, ALSO_MAKES])
    claim = the_claim(store, ATLAS_WORKS, "MANUFACTURES", TB2)
    store.ledger.judge("corrected", claim, by="Ada", correction=Correction(source="TUR", modality=Modality.DENIED))
    store.ledger.judge("same", BAYKAR, ATLAS_WORKS, by="Ada")
    assert the_claim(store, "TUR", "MANUFACTURES", TB2) == claim
    assert dump(store) == retold(store, [MAKES, ALSO_MAKES])


def test_a_correction_to_what_the_schema_does_not_allow_is_refused(store: Store) -> None:
    store.writer.write([MAKES])
    claim = the_claim(store, ATLAS_WORKS, "MANUFACTURES", TB2)
    with pytest.raises(JudgementError, match="MANUFACTURES goes from Firm, State to System"):
        store.ledger.judge("corrected", claim, by="Ada", correction=Correction(target="MAR"))


def test_an_imported_correction_to_what_the_schema_does_not_allow_makes_no_edge(store: Store) -> None:
    store.writer.write([MAKES])
    claim = the_claim(store, ATLAS_WORKS, "MANUFACTURES", TB2)
    correction = Correction(target="MAR")
    store.ledger.replay([make_judgement(Verdict.CORRECTED, (claim,), "Ada", datetime.now(UTC), "", correction)])
    assert store.view.edge(ATLAS_WORKS, "MANUFACTURES", "MAR") is None
    assert store.view.edge(ATLAS_WORKS, "MANUFACTURES", TB2) is None


def test_a_verdict_on_a_claim_leaves_its_ends_where_they_were_judged_to_be(store: Store) -> None:
    store.ledger.judge("split", ATLAS_WORKS, "makes", ATLAS, by="Ada")
    store.writer.write([MAKES])
    store.ledger.judge("accepted", the_claim(store, ATLAS, "MANUFACTURES", TB2), by="Ada")
    assert the_claim(store, ATLAS, "MANUFACTURES", TB2)
    assert dump(store) == retold(store, [MAKES])
