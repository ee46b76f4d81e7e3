"""What one document more costs, in a store that is new and in one that holds 10,000.

The world has what makes it hard: a few edges with thousands of claims each, which every batch touches, many edges with one
or two, claims with dates and quantities that have to find their acts among all others, and judgements on a tenth of the
entities. A server that has never ingested is slow; so a world of another seed goes in first, and out again.

Documents come in batches of fifty. Costs are medians over the batches of a tenth; what is compared is processor time (of this
process and of the server), as others use the machine too; the clock is shown beside it.
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
    _ingest(store, islice(iter_growing(SIZES, seed=2), SIZES.documents // 5))
    store.wipe()
    costs = []
    world = iter_growing(SIZES)
    costs += _ingest(store, islice(world, BATCH))
    _judge(store)
    costs += _ingest(store, world)
    tenth = len(costs) // 10
    tenths = [_median(costs[first : first + tenth]) for first in range(0, tenth * 10, tenth)]
    rows = [
        (f"{(number + 1) * tenth * BATCH:,}", *(f"{1000 * each / BATCH:.1f}" for each in (cost.wall, cost.cpu)))
        for number, cost in enumerate(tenths)
    ]
    largest = store.driver.execute_query(
        "MATCH ()-[e]->() RETURN max(e.claims) AS claims, max(e.acts) AS acts"
    ).records[0]
    wall, cpu = tenths[-1].wall / tenths[0].wall, tenths[-1].cpu / tenths[0].cpu
    show(
        f"Milliseconds a document; last tenth / first: {wall:.2f} by the clock, {cpu:.2f} by processor time; "
        f"largest edge: {largest['claims']:,} claims, most acts {largest['acts']:,}",
        ("documents", "wall", "cpu"),
        rows,
    )
    assert cpu <= LIMIT


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
