"""From documents to the graph: what an ingest promises."""

from dataclasses import replace
from datetime import date

import pytest

from graph.errors import SourceError
from graph.extract.extractor import Extractor
from graph.pipeline import Progress, ingest
from graph.records import Document
from graph.store.store import Store

DRONES = Document(
    id="drones", text="Morocco ordered 13 Bayraktar TB2 drones in April.", published=date(2021, 11, 22), source="a.txt"
)
ALLIANCE = Document(id="alliance", text="Finland joined NATO.", title="A new member")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def claims(store: Store) -> set[tuple[str, str, str]]:
    query = "MATCH (a)<-[:SOURCE]-(c:Claim)-[:TARGET]->(b) RETURN a.id, c.relation, b.id"
    return {(source, relation, target) for source, relation, target in store.console.run(query, {}).rows}


PURCHASE, JOINED = ("MAR", "PROCURES", "system:bayraktar-tb2"), ("FIN", "MEMBER_OF", "group:nato")


def test_claims_reach_the_store(store: Store, extractor: Extractor) -> None:
    report = ingest([DRONES, ALLIANCE], extractor, store)
    assert {PURCHASE, JOINED} <= claims(store)
    assert (report.new, report.unchanged, report.replaced) == (2, 0, 0)
    assert report.claims == store.view.counts().total_claims


def test_a_known_document_is_not_extracted_again(store: Store, extractor: Extractor) -> None:
    ingest([DRONES], extractor, store)
    seen: list[Progress] = []
    report = ingest([DRONES], extractor, store, seen.append)
    assert (report.new, report.unchanged, report.claims) == (0, 1, 0)
    assert seen[-1] == Progress(documents=1)


def test_copies_in_one_ingest_count_once(store: Store, extractor: Extractor) -> None:
    rejected = Document(id="rejected", text="It does not buy what it cannot pay. Morocco bought time.")
    alone = ingest([rejected], extractor, store)
    store.wipe()
    report = ingest([rejected, replace(rejected, source="copy.txt")], extractor, store)
    assert (report.new, report.unchanged) == (1, 1)
    assert report.rejections == alone.rejections != {}


def test_a_correction_after_what_is_known_counts_both(store: Store, extractor: Extractor) -> None:
    ingest([DRONES], extractor, store)
    report = ingest([DRONES, replace(DRONES, text="Algeria ordered 13 Bayraktar TB2 drones.")], extractor, store)
    assert (report.new, report.unchanged, report.replaced) == (0, 1, 1)


def test_a_corrected_version_replaces_its_own_claims_only(store: Store, extractor: Extractor) -> None:
    ingest([DRONES, ALLIANCE], extractor, store)
    report = ingest([replace(DRONES, text="Algeria ordered 13 Bayraktar TB2 drones.")], extractor, store)
    assert report.replaced == 1
    found = claims(store)
    assert PURCHASE not in found
    assert ("DZA", "PROCURES", "system:bayraktar-tb2") in found
    assert JOINED in found


def test_what_can_not_be_read_is_reported_and_the_rest_goes_on(store: Store, extractor: Extractor) -> None:
    broken = SourceError("b.txt is empty")
    report = ingest([broken, ALLIANCE], extractor, store)
    assert report.errors == [broken]
    assert JOINED in claims(store)


def test_a_document_without_a_date_is_named_by_where_it_lies(store: Store, extractor: Extractor) -> None:
    titled = replace(DRONES, id="undated", title="Drones", published=None, source="b.txt")
    assert ingest([DRONES, ALLIANCE, titled], extractor, store).undated == ["A new member", "b.txt"]


def test_progress_counts_every_document(store: Store, extractor: Extractor) -> None:
    seen: list[Progress] = []
    ingest([DRONES, SourceError("b.txt is empty"), ALLIANCE], extractor, store, seen.append)
    assert (seen[-1].documents, seen[-1].errors) == (2, 1)
    assert seen[-1].claims >= 2
