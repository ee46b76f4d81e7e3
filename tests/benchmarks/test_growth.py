"""What one document more costs, in a store that is new and in one that holds 10,000.

The world has what makes it hard: a few edges with thousands of claims each, which every batch touches, many edges with one
or two, claims with dates and quantities that have to find their acts among all others, and judgements on a tenth of the
entities. A server that has never ingested is slow; so a world of another seed goes in first, and out again.

Documents come in batches of fifty in the first and in the last tenth; those between are put in as fast as they go. Costs are
medians over the batches of a tenth; what is compared is processor time (of this process and of the server), as others use the
machine too; the clock is shown beside it.
"""

import time
from collections.abc import Iterator
from itertools import islice
from statistics import median

import psutil
import pytest

from graph.errors import JudgementError
from graph.records import Extraction
from graph.store.connection import Address, open_driver
from graph.store.store import Store, connect_store
from tests.benchmarks.conftest import Show
from tests.benchmarks.growing import Growing, iter_growing
from tests.benchmarks.timing import Cost

BATCH = 50
SIZES = Growing()
LIMIT = 1.3


@pytest.fixture(scope="module")
def store(our_server: Address) -> Iterator[Store]:
    with open_driver(our_server) as driver:
        yield connect_store(our_server, driver)


def test_a_document_more_costs_as_much_at_the_end_as_at_the_start(store: Store, show: Show) -> None:
    tenth = SIZES.documents // 10
    _ingest(store, islice(iter_growing(SIZES, seed=2), tenth))
    store.wipe()
    world = iter_growing(SIZES)
    store.writer.write(islice(world, BATCH))
    _judge(store)
    first = _median(_ingest(store, islice(world, tenth)))
    store.writer.write(islice(world, SIZES.documents - 2 * tenth - BATCH))
    last = _median(_ingest(store, world))
    wall, cpu = last.wall / first.wall, last.cpu / first.cpu
    each = [
        (name, *(f"{1000 * seconds / BATCH:.1f}" for seconds in (cost.wall, cost.cpu)))
        for name, cost in (("the first tenth", first), ("the last tenth", last))
    ]
    show(
        f"Milliseconds a document. {_largest(store)}",
        ("", "wall", "cpu"),
        [*each, ("ratio", f"{wall:.2f}", f"{cpu:.2f}")],
    )
    assert cpu <= LIMIT


def _largest(store: Store) -> str:
    query = "MATCH ()-[e]->() WHERE e.claims > 0 RETURN e.claims AS claims, e.acts AS acts ORDER BY claims DESC LIMIT 1"
    [row] = store.driver.execute_query(query).records
    return f"The largest edge has {row['claims']:,} claims of {row['acts']:,} acts"


def _ingest(store: Store, world: Iterator[Extraction]) -> list[Cost]:
    server = psutil.Process(store.address.pid)
    costs = []
    while batch := list(islice(world, BATCH)):
        wall, cpu = time.perf_counter(), _cpu(server)
        store.writer.write(batch)
        costs.append(Cost(time.perf_counter() - wall, _cpu(server) - cpu))
    return costs


def _judge(store: Store) -> None:
    """Say of pairs of entities that they are one, and of others that they aren't."""
    for kind, prefix in (("firm", "number-"), ("system", "number-")):
        for number in range(0, 40, 2):
            pair = (f"{kind}:{prefix}{number}", f"{kind}:{prefix}{number + 1}")
            try:
                store.ledger.judge("same" if number % 4 else "different", *pair, by="bench")
            except JudgementError:
                continue


def _median(costs: list[Cost]) -> Cost:
    return Cost(median(cost.wall for cost in costs), median(cost.cpu for cost in costs))


def _cpu(server: psutil.Process) -> float:
    times = server.cpu_times()
    return time.process_time() + times.user + times.system
