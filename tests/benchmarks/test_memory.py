"""Memory: how much the extractor takes at its peak, and the Neo4j server with a year of one beat in it.

The extractor runs in a process of its own, beside spaCy's pipeline alone in another. The bounds are those of a small
laptop: 1 GB for the one, 2 GB for the server (its Java heap is 1 GB at most, its page cache 512 MB).
"""

import multiprocessing
import resource
import sys
from collections.abc import Callable

import psutil
import spacy
from spacy.util import get_installed_models

from graph.extract.extractor import BATCH, Extractor
from graph.settings import DEFAULT_NLP_MODEL
from graph.store.connection import Address, open_driver
from graph.store.store import connect_store
from tests.benchmarks.conftest import Show
from tests.benchmarks.plain_graph import count, wipe
from tests.benchmarks.texts import load_texts, words
from tests.benchmarks.world import make_world

MB = 1e6
EXTRACTOR_LIMIT, SERVER_LIMIT = 1000, 2000


def test_memory_of_the_extractor(show: Show) -> None:
    origin, documents = load_texts()
    extractor, alone = _peak(_extract), _peak(_parse)
    show(
        f"Peak memory for {words(documents):,} words: {origin}",
        ("", "MB"),
        [("Entente's extractor", f"{extractor:,.0f}"), ("spaCy alone", f"{alone:,.0f}")],
    )
    assert extractor < EXTRACTOR_LIMIT


def test_memory_of_the_server(our_server: Address, show: Show) -> None:
    with open_driver(our_server) as driver:
        store = connect_store(our_server, driver)
        wipe(driver)
        empty = _resident(our_server)
        store.writer.write(make_world())
        full = _resident(our_server)
        nodes, edges = count(driver)
    show(
        f"Memory of the Neo4j server, {nodes:,} nodes and {edges:,} edges",
        ("", "MB"),
        [("before loading", f"{empty:,.0f}"), ("after loading", f"{full:,.0f}")],
    )
    assert full < SERVER_LIMIT


def _peak(work: Callable[[], None]) -> float:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (work,))


def _measure(work: Callable[[], None]) -> float:
    work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / MB if sys.platform == "darwin" else peak * 1024 / MB


def _extract() -> None:
    for _extraction in Extractor().extract_many(load_texts()[1]):
        pass


def _parse() -> None:
    name = next(name for name in get_installed_models() if name.startswith(DEFAULT_NLP_MODEL))
    for _doc in spacy.load(name).pipe((document.text for document in load_texts()[1]), batch_size=BATCH):
        pass


def _resident(server: Address) -> float:
    assert server.pid is not None
    return float(psutil.Process(server.pid).memory_info().rss / MB)
