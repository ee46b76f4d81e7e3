"""Documents read side by side: the same results in the same order, whatever happens to one of them."""

import os
import signal

import psutil
import pytest

from graph.errors import EntenteError, ExtractError
from graph.export.jsonl import to_line
from graph.extract.careful import CarefulExtractor
from graph.extract.extractor import Extractor
from graph.extract.workers import Workers
from graph.records import Document, Extraction
from graph.settings import DEFAULT_NLP_MODEL
from tests.extract.deadly import Deadly

ACTORS = ["Poland", "Morocco", "Finland", "Norway", "Baykar", "The Polisario Front"]
DEEDS = ["ordered 12 Leopard 2 tanks.", "will join NATO, it said.", "may visit Rabat.", "never backed Algeria."]
DOCUMENTS = [
    Document(f"{number}", f"{actor} {deed} Rain fell on {number} days." * (1 + number % 3))
    for number, (actor, deed) in enumerate((actor, deed) for actor in ACTORS for deed in DEEDS for _ in range(2))
]


def lines(found: list[Extraction | ExtractError]) -> list[str]:
    return [to_line(one) if isinstance(one, Extraction) else str(one) for one in found]


def children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children(recursive=True) if _reads(one)]


def _reads(process: psutil.Process) -> bool:
    """Whether it is a process of ours that still runs; one that has ended but isn't yet collected has no command line."""
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return [to_line(one) for one in Extractor().extract_many(DOCUMENTS)]


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_processes_gives_the_same_bytes(count: int, expected: list[str]) -> None:
    with Workers(DEFAULT_NLP_MODEL, count) as workers:
        assert lines(list(workers.extract_many(DOCUMENTS))) == expected
        assert lines(list(workers.extract_many(DOCUMENTS[:9]))) == expected[:9]
    assert children() == []


def test_one_by_one_all_at_once_and_backwards_give_the_same(expected: list[str], extractor: Extractor) -> None:
    assert [to_line(extractor.extract(document)) for document in DOCUMENTS] == expected
    assert lines(list(CarefulExtractor(DEFAULT_NLP_MODEL).extract_many(DOCUMENTS[::-1])))[::-1] == expected


def test_a_document_that_fails_is_named_and_the_rest_is_read(expected: list[str]) -> None:
    broken = Document("broken", None)  # type: ignore[arg-type]
    documents = [*DOCUMENTS[:3], broken, *DOCUMENTS[3:]]
    with Workers(DEFAULT_NLP_MODEL, 2) as workers:
        for engine in (CarefulExtractor(DEFAULT_NLP_MODEL), workers):
            found = lines(list(engine.extract_many(documents)))
            assert found.pop(3).startswith("broken: can't be read for claims (TypeError:")
            assert found == expected


def test_a_document_that_kills_its_process_is_named_and_the_rest_is_read(expected: list[str]) -> None:
    documents = [*DOCUMENTS[:12], Document("deadly", Deadly("x")), *DOCUMENTS[12:]]
    with Workers(DEFAULT_NLP_MODEL, 2) as workers:
        found = lines(list(workers.extract_many(documents)))
    assert found.pop(12) == "deadly: can't be read for claims (its process died with exit status -9)"
    assert found == expected
    assert children() == []


def test_a_process_that_somebody_kills_loses_nothing(expected: list[str]) -> None:
    with Workers(DEFAULT_NLP_MODEL, 2) as workers:
        stream = workers.extract_many(DOCUMENTS)
        found = [next(stream)]
        for child in children():
            os.kill(child.pid, signal.SIGKILL)
        assert lines([*found, *stream]) == expected


def test_who_stops_asking_leaves_nothing_running() -> None:
    with Workers(DEFAULT_NLP_MODEL, 2) as workers:
        stream = workers.extract_many(DOCUMENTS * 4)
        next(stream)
        stream.close()  # type: ignore[attr-defined]
        assert children() == []


def test_documents_are_read_as_they_are_needed() -> None:
    asked: list[int] = []

    def documents():  # type: ignore[no-untyped-def]
        for number in range(400):
            asked.append(number)
            yield Document(str(number), "Finland joined NATO.")

    with Workers(DEFAULT_NLP_MODEL, 1) as workers:
        stream = workers.extract_many(documents())
        assert isinstance(first := next(stream), Extraction)
        assert first.document.id == "0"
        assert len(asked) < 100


def test_a_missing_pipeline_is_named_once() -> None:
    with Workers("xx_no_such_model", 2) as workers, pytest.raises(EntenteError, match="xx_no_such_model"):
        list(workers.extract_many(DOCUMENTS))
