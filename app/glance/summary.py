"""All that the first page shows, read in a few statements: the same for every visitor until the store changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.store.overview import Leaders, Month, Overview, Published, Supplies, Ties
from graph.store.store import Store
from graph.store.view_records import Counts, StoredClaim

NEWEST = 8  # claims
RANKED = 10  # entities of each type
TYPES = ("State", "Firm", "System", "Group")  # that are ranked


@dataclass(frozen=True, slots=True)
class Summary:
    """What a whole store looks like."""

    counts: Counts
    published: Published
    newest: tuple[StoredClaim, ...]
    leaders: Mapping[str, Leaders]
    supplies: Supplies
    ties: Ties
    months: tuple[Month, ...]


def summarise(store: Store) -> Summary:
    """Read it."""
    overview = Overview(store.view.database, store.view.schema)
    return Summary(
        counts=store.view.counts(),
        published=overview.published(),
        newest=store.view.recent_claims(NEWEST),
        leaders=overview.leaders(TYPES, RANKED),
        supplies=overview.supplies(),
        ties=overview.between_states(),
        months=overview.months(),
    )
