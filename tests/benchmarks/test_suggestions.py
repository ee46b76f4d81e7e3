"""How long it takes to look for duplicates among very many entities, and how many of those planted are found.

One core, no store: the profiles are made beforehand, so that only the search is timed. The duplicates are transliterations,
slips of a letter, doubled letters, forms and fields left out, and designations with and without hyphens; a suggestion counts
as right where it names a planted pair. Made-up names are nearer to each other than real ones, so precision is a lower bound.
"""

import time

from graph.resolve.suggest import suggest
from tests.benchmarks.conftest import Show
from tests.benchmarks.population import make_population

ENTITIES, SECONDS = 100_000, 60
LEAST_RECALL = 0.8


def test_duplicates_among_100_000_entities_are_found_in_under_a_minute(show: Show) -> None:
    profiles, planted = make_population(ENTITIES)
    wall, cpu = time.perf_counter(), time.process_time()
    found = suggest(profiles, limit=ENTITIES)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu

    right = [frozenset({one.left, one.right}) in planted for one in found]
    recall = sum(right) / len(planted)
    first = right[: len(planted)]
    rows = [
        (
            f"{len(profiles):,}",
            f"{wall:.1f}",
            f"{cpu:.1f}",
            f"{len(found):,}",
            f"{len(planted):,}",
            f"{recall:.2f}",
            f"{sum(right[:100]) / 100:.2f}",
            f"{sum(first) / len(first):.2f}",
        )
    ]
    columns = ("entities", "wall s", "cpu s", "suggested", "planted", "recall", "P@100", "P@planted")
    show("Suggestions of duplicates, one core", columns, rows)
    assert cpu < SECONDS
    assert recall >= LEAST_RECALL
