import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.records import Amount, Attribution, Entity, Extraction, Modality, Rejection, When
from graph.store.store import Store
from graph.store.writer import Written
from tests.store.saying import DAY, ENTITIES, article, dump, says

TB2 = "system:bayraktar-tb2"
HERMES = "system:hermes-900"


def ask(store: Store, query: str, **params: object) -> list[list[object]]:
    return [record.values() for record in store.driver.execute_query(query, params).records]


def edges(store: Store) -> set[tuple[object, ...]]:
    rows = ask(
        store,
        "MATCH (a:Entity)-[e]->(b:Entity) RETURN a.id, type(e), b.id, e.modality, e.claims, e.documents",
    )
    return {tuple(row) for row in rows}


def test_a_claim_is_stored_with_its_ends_and_its_document(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2))])
    rows = ask(
        store,
        "MATCH (s)<-[:SOURCE]-(c:Claim)-[:TARGET]->(t), (c)-[:IN]->(d:Document) "
        "RETURN s.name, labels(s), c.relation, c.modality, c.sentence, substring(d.text, c.start, c.end - c.start), "
        "substring(d.text, c.source_start, c.source_end - c.source_start), c.cue, t.name, d.title, d.published",
    )
    assert len(rows) == 1
    *said, published = rows[0]
    assert said == [
        "Morocco",
        ["Entity", "State"],
        "PROCURES",
        "asserted",
        "Morocco procures Bayraktar TB2.",
        "Morocco procures Bayraktar TB2.",
        "Morocco",
        "procures",
        "Bayraktar TB2",
        "Title of a",
    ]
    assert published.to_native() == DAY


def test_amounts_and_dates_are_stored_as_read_and_as_written(store: Store) -> None:
    claim = says(
        "MAR",
        "PROCURES",
        TB2,
        quantity=Amount("thirteen", 13.0),
        value=Amount("$1.5 million", 1.5e6, "USD"),
        when=When("April", date(2021, 4, 1), date(2021, 4, 30)),
    )
    store.writer.write([article("a", claim)])
    [[quantity, text, value, written, currency, start, end, when, reported]] = ask(
        store,
        "MATCH (c:Claim) RETURN c.quantity, c.quantity_text, c.value, c.value_text, c.currency, c.event_start, "
        "c.event_end, c.date_text, c.reported_on",
    )
    assert (quantity, type(quantity), text, value, written, currency, when) == (
        13,
        int,
        "thirteen",
        1500000,
        "$1.5 million",
        "USD",
        "April",
    )
    assert [day.to_native() for day in (start, end, reported)] == [date(2021, 4, 1), date(2021, 4, 30), DAY]


def test_roles_and_speakers_are_tied_to_the_claim(store: Store) -> None:
    claim = says(
        "MAR",
        "PROCURES",
        TB2,
        roles={"counterpart": "firm:baykar"},
        reported=True,
        attributed_to=Attribution("Jane Roe, who makes them", "person:jane-roe"),
    )
    store.writer.write([article("a", claim)])
    assert ask(
        store,
        "MATCH (f)<-[:COUNTERPART]-(c:Claim)-[:ATTRIBUTED_TO]->(p) RETURN f.id, p.id, c.attributed_to, c.reported",
    ) == [["firm:baykar", "person:jane-roe", "Jane Roe, who makes them", True]]


def test_mentions_keep_where_they_stand(store: Store) -> None:
    extraction = article("a", says("MAR", "PROCURES", TB2), says("MAR", "PROCURES", HERMES))
    store.writer.write([extraction])
    [[text, spans]] = ask(store, "MATCH (d)-[m:MENTIONS]->(:Entity {id: 'MAR'}) RETURN d.text, m.spans")
    assert [text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)] == ["Morocco", "Morocco"]


def test_rejections_are_kept_with_their_reason(store: Store) -> None:
    rejection = Rejection("no target", "order", "They order.", 0, 11, "PROCURES")
    store.writer.write([article("a", rejections=(rejection,))])
    assert ask(store, "MATCH (r:Rejection)-[:IN]->(d) RETURN r.reason, r.cue, r.sentence, r.relation, d.id") == [
        ["no target", "order", "They order.", "PROCURES", "a"]
    ]


def test_the_same_article_twice_changes_nothing(store: Store) -> None:
    batch = [article("a", says("MAR", "PROCURES", TB2)), article("b", says("MAR", "NORMALIZES", "ISR"))]
    assert store.writer.write(batch) == Written(new=2, claims=2)
    before, revision = dump(store), store.view.revision()
    assert store.writer.write(batch) == Written(unchanged=2)
    assert (dump(store), store.view.revision()) == (before, revision)


def test_a_corrected_article_replaces_its_own_claims_and_nothing_else(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2)), article("b", says("MAR", "PROCURES", TB2))])
    assert store.writer.write([article("a", says("MAR", "PROCURES", HERMES))]) == Written(replaced=1, claims=1)
    assert edges(store) == {
        ("MAR", "PROCURES", TB2, "asserted", 1, 1),
        ("MAR", "PROCURES", HERMES, "asserted", 1, 1),
    }
    assert ask(store, "MATCH (c:Claim)-[:IN]->(d) RETURN d.id, c.edge ORDER BY d.id") == [
        ["a", f"MAR PROCURES {HERMES}"],
        ["b", f"MAR PROCURES {TB2}"],
    ]


def test_what_only_the_old_version_said_is_gone(store: Store) -> None:
    old = article("a", says("MAR", "PROCURES", TB2), rejections=(Rejection("no target", "buy", "Buy.", 0, 4),))
    store.writer.write([old])
    store.writer.write([article("a", says("MAR", "NORMALIZES", "ISR"))])
    assert sorted(row[0] for row in ask(store, "MATCH (e:Entity) RETURN e.id")) == ["ISR", "MAR"]
    assert ask(store, "MATCH (r:Rejection) RETURN count(r)") == [[0]]
    assert edges(store) == {("ISR", "NORMALIZES", "MAR", "asserted", 1, 1)}


def test_a_later_read_of_the_same_source_is_its_corrected_version(store: Store) -> None:
    store.writer.write([article("hash-of-old", says("MAR", "PROCURES", TB2), source="/news/a.txt")])
    new = article("hash-of-new", says("MAR", "PROCURES", HERMES), source="/news/a.txt")
    assert store.writer.write([new]).replaced == 1
    assert ask(store, "MATCH (d:Document) RETURN d.id") == [["hash-of-new"]]
    assert edges(store) == {("MAR", "PROCURES", HERMES, "asserted", 1, 1)}


def test_the_same_article_twice_in_one_ingest_is_stored_once(store: Store) -> None:
    one = article("a", says("MAR", "PROCURES", TB2))
    assert store.writer.write([one, one, one]) == Written(new=1, unchanged=2, claims=1)


def test_of_two_versions_in_one_ingest_the_later_stays(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2)), article("a", says("MAR", "PROCURES", HERMES))])
    assert edges(store) == {("MAR", "PROCURES", HERMES, "asserted", 1, 1)}


def test_known_names_the_documents_that_need_no_reading(store: Store) -> None:
    a, b = article("a", says("MAR", "PROCURES", TB2)), article("b")
    store.writer.write([a, b])
    corrected = replace(b.document, text="Other words.")
    assert store.writer.known([a.document, corrected, article("c").document]) == {"a"}


def test_a_forgotten_document_takes_along_what_only_it_supports(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2)), article("b", says("DZA", "OPPOSES", "MAR"))])
    only_b = article("b", says("DZA", "OPPOSES", "MAR"))
    store.writer.forget(["a", "unheard-of"])
    left = dump(store)
    store.wipe()
    store.writer.write([only_b])
    assert left == dump(store)


@pytest.mark.parametrize("turned", [False, True])
def test_what_documents_say_of_an_entity_adds_up_in_any_order(store: Store, turned: bool) -> None:
    def naming(id: str, name: str, *aliases: str, known: bool = False) -> Extraction:
        entity = Entity("firm:baykar", "Firm", name, aliases, ((0, 2),), known=known)
        return replace(article(id), entities=(entity,))

    documents = [
        naming("a", "BAYKAR", "Baykar Makina"),
        naming("b", "Baykar", "Baykar Tech", known=True),
        naming("c", "Zaykar"),
    ]
    for each in reversed(documents) if turned else documents:
        store.writer.write([each])
    assert ask(store, "MATCH (e:Firm) RETURN e.id, e.name, e.aliases, e.known") == [
        ["firm:baykar", "Baykar", ["Baykar Makina", "Baykar Tech"], True]
    ]


def test_a_symmetric_relation_has_one_edge_whichever_end_comes_first(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "NORMALIZES", "ISR")), article("b", says("ISR", "NORMALIZES", "MAR"))])
    assert edges(store) == {("ISR", "NORMALIZES", "MAR", "asserted", 2, 2)}


@pytest.mark.parametrize(
    ("modalities", "summed"),
    [
        (["denied", "denied"], "denied"),
        (["denied", "possible"], "possible"),
        (["expected", "possible", "denied"], "expected"),
        (["denied", "asserted", "expected"], "asserted"),
    ],
)
def test_an_edge_is_as_firm_as_its_firmest_claim(store: Store, modalities: list[str], summed: str) -> None:
    store.writer.write([article(m, says("MAR", "PROCURES", TB2, m)) for m in set(modalities)])
    edge = store.view.edge("MAR", "PROCURES", TB2)
    assert edge is not None
    assert edge.modality is Modality(summed)
    assert edge.disputed == ("denied" in modalities and summed != "denied")


def test_an_edge_gives_the_latest_number_of_its_firmest_claims_and_never_adds_up(store: Store) -> None:
    def number(id: str, count: int, modality: str, day: date) -> Extraction:
        return article(id, says("MAR", "PROCURES", TB2, modality, quantity=Amount(str(count), count)), published=day)

    store.writer.write(
        [
            number("a", 13, "asserted", date(2021, 1, 1)),
            number("b", 19, "asserted", date(2022, 1, 1)),
            number("c", 50, "possible", date(2023, 1, 1)),
            article("d", says("MAR", "PROCURES", TB2), published=date(2024, 1, 1)),
        ]
    )
    edge = store.view.edge("MAR", "PROCURES", TB2)
    assert edge is not None
    assert (edge.quantity, edge.claims, edge.first, edge.last) == (19, 4, date(2021, 1, 1), date(2024, 1, 1))


def test_two_readings_of_the_same_words_are_both_kept(store: Store) -> None:
    extraction = article("a", says("MAR", "PROCURES", TB2), says("ISR", "PROCURES", TB2))
    same_words = replace(extraction.claims[1], id=extraction.claims[0].id)
    store.writer.write([replace(extraction, claims=(extraction.claims[0], same_words))])
    assert len(ask(store, "MATCH (c:Claim) RETURN DISTINCT c.id")) == 2


def test_a_claim_about_an_unlisted_entity_is_an_error_and_stores_nothing(store: Store) -> None:
    broken = replace(article("b", says("MAR", "PROCURES", TB2)), entities=(ENTITIES["MAR"],))
    with pytest.raises(StoreError, match=r"document b: .*system:bayraktar-tb2"):
        store.writer.write([article("a"), broken])
    assert store.empty()


def test_progress_is_told_in_whole_documents(store: Store) -> None:
    told: list[Written] = []
    written = store.writer.write((article(str(n), says("MAR", "PROCURES", TB2)) for n in range(3)), told.append)
    assert told[-1] == written == Written(new=3, claims=3)


SAYINGS = st.builds(
    says,
    st.sampled_from(["MAR", "ISR", "DZA"]),
    st.sampled_from(["NORMALIZES", "OPPOSES"]),
    st.sampled_from(["MAR", "ISR", "TUR"]),
    st.sampled_from([modality.value for modality in Modality]),
)
ARTICLES = st.builds(
    lambda id, sayings, source: article(id, *sayings, source=source),
    st.sampled_from("abc"),
    st.lists(SAYINGS, max_size=3),
    st.sampled_from([None, "/news/x.txt"]),
)


def last_versions(history: list[list[Extraction]]) -> list[Extraction]:
    held: dict[str, Extraction] = {}
    for extraction in (each for batch in history for each in batch):
        document = extraction.document
        if held.get(document.id) == extraction:
            continue
        same_source = [id for id, other in held.items() if document.source and other.document.source == document.source]
        if document.id in held and held[document.id].document.fingerprint == document.fingerprint:
            continue
        for id in {document.id, *same_source}:
            held.pop(id, None)
        held[document.id] = extraction
    return list(held.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(ARTICLES, min_size=1, max_size=3), min_size=1, max_size=4))
# b is as it was, but a, from where b came, takes its place before b comes from nowhere
@example([[article("b", source="/x"), article("a", source="/x"), article("b")]])
@example([[article("b", source="/x")], [article("a", source="/x"), article("b")]])
def test_whatever_the_history_the_store_holds_what_the_last_versions_say(
    store: Store, history: list[list[Extraction]]
) -> None:
    store.wipe()
    for batch in history:
        store.writer.write(batch)
    after_history = dump(store)
    store.wipe()
    for extraction in reversed(last_versions(history)):
        store.writer.write([extraction])
    assert after_history == dump(store)


def test_two_ingests_at_once_lose_nothing(store: Store) -> None:
    def world(writer: int) -> list[Extraction]:
        return [
            article(
                f"{writer}-{n}",
                says("MAR", "PROCURES", TB2),
                says("MAR", "OPPOSES", "DZA"),
                says("ISR", "NORMALIZES", "MAR"),
            )
            for n in range(12)
        ] + [article("shared", says("TUR", "MANUFACTURES", TB2))]

    errors: list[Exception] = []

    def ingest(writer: int) -> None:
        try:
            for extraction in world(writer):
                store.writer.write([extraction])
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=ingest, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert edges(store) == {
        ("MAR", "PROCURES", TB2, "asserted", 48, 48),
        ("MAR", "OPPOSES", "DZA", "asserted", 48, 48),
        ("ISR", "NORMALIZES", "MAR", "asserted", 48, 48),
        ("TUR", "MANUFACTURES", TB2, "asserted", 1, 1),
    }


INGEST_FOR_EVER = """
import sys
from itertools import count
from graph.store.connection import Address, open_driver
from graph.store.store import connect_store
from tests.store.saying import article, says
address = Address(sys.argv[1], sys.argv[2], sys.stdin.readline().strip(), sys.argv[3])
store = connect_store(address, open_driver(address))
sayings = [says("MAR", "PROCURES", "system:bayraktar-tb2"), says("ISR", "NORMALIZES", "MAR")] * 200
store.writer.write((article(f"doc-{n}", *sayings) for n in count()), lambda written: print(written.new, flush=True))
"""


def test_an_ingest_that_is_killed_leaves_whole_documents(store: Store) -> None:
    address = store.address
    process = subprocess.Popen(
        [sys.executable, "-c", INGEST_FOR_EVER, address.uri, address.username, address.database],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(address.password + "\n")
    process.stdin.flush()
    told = int(process.stdout.readline())
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    # taking the pen waits until the server has given up the dead writer's transaction
    store.writer.write([article("after", says("DZA", "OPPOSES", "MAR"))])
    claims = ask(store, "MATCH (d:Document) WHERE d.id <> 'after' RETURN d.id, COUNT { (d)<-[:IN]-(:Claim) }")
    assert len(claims) >= told > 0
    assert {number for _id, number in claims} == {400}
    assert edges(store) == {
        ("MAR", "PROCURES", TB2, "asserted", 200 * len(claims), len(claims)),
        ("ISR", "NORMALIZES", "MAR", "asserted", 200 * len(claims), len(claims)),
        ("DZA", "OPPOSES", "MAR", "asserted", 1, 1),
    }
