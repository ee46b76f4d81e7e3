"""What a visitor asks of paths, and how the page's address says it, so that an answer can be sent on.

Knows no Streamlit. An address comes from strangers: what it says wrongly counts as not said.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from app import filtering
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.facets import APART, Clock
from graph.store.filter import Filter
from graph.store.paths import LENGTHS, Constraints

FIRM = frozenset(modality for modality in Modality if modality is not Modality.DENIED)
PLAIN = Constraints(Filter(modalities=FIRM))  # what is asked where nothing is said
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
MOST_AVOIDED = 50
ANY = "any"
RELATIONS, SAID, SURE, CLOCK, SINCE, UNTIL, STEPS, ALONG, CLASSES, HUBS, AVOID = NAMES = (
    "relations", "said", "sure", "clock", "since", "until", "steps", "along", "classes", "hubs", "avoid",
)  # fmt: skip


def asked(
    relations: Iterable[str], said: Iterable[str], sure: float | None, clock: Clock, since: date | None, until: date | None
) -> Filter:  # fmt: skip
    """The filter of what was chosen; nothing chosen among several stands for all of them."""
    modalities = frozenset(map(Modality, said))
    chosen = Filter(
        relations=frozenset(relations) or None,
        modalities=None if len(modalities) in (0, len(Modality)) else modalities,
        min_confidence=sure,
    )
    return filtering.span(chosen, clock, since, until)


def clock_of(filter: Filter) -> Clock:
    """The clock whose days are asked for: that of the reports, where none is."""
    return "happened" if filter.happened_from or filter.happened_until else "known"


def days_of(filter: Filter) -> tuple[date | None, date | None]:
    """The first and the last day by that clock."""
    since, until = APART[clock_of(filter)]
    return getattr(filter, since), getattr(filter, until)


def to_address(constraints: Constraints) -> dict[str, str | None]:
    """What the address says of them, by name; None for what goes without saying."""
    filter, clock, (since, until) = constraints.filter, clock_of(constraints.filter), days_of(constraints.filter)
    said = " ".join(sorted(map(str, filter.modalities or ()))) or ANY
    return {
        RELATIONS: " ".join(sorted(filter.relations or ())) or None,
        SAID: None if filter.modalities == FIRM else said,
        SURE: None if filter.min_confidence is None else str(filter.min_confidence),
        CLOCK: filtering.CLOCKS[clock] if since or until else None,
        SINCE: since.isoformat() if since else None,
        UNTIL: until.isoformat() if until else None,
        STEPS: None if constraints.longest == PLAIN.longest else str(constraints.longest),
        ALONG: "yes" if constraints.along else None,
        CLASSES: "yes" if constraints.generic else None,
        HUBS: None if constraints.hubs else "no",
        AVOID: " ".join(sorted(constraints.avoid)) or None,
    }


def from_address(said: Mapping[str, str | None]) -> Constraints:
    """The constraints that an address names."""
    filter = asked(
        [name for name in _words(said, RELATIONS) if name in load_schema().relations],
        _modalities(said),
        next((level for level in filtering.LEVELS if str(level) == said.get(SURE)), None),
        "happened" if said.get(CLOCK) == filtering.CLOCKS["happened"] else "known",
        _day(said, SINCE),
        _day(said, UNTIL),
    )
    return Constraints(
        filter,
        next((length for length in LENGTHS if str(length) == said.get(STEPS)), PLAIN.longest),
        said.get(ALONG) == "yes",
        said.get(CLASSES) == "yes",
        said.get(HUBS) != "no",
        frozenset(_words(said, AVOID)[:MOST_AVOIDED]),
    )


def _modalities(said: Mapping[str, str | None]) -> list[str]:
    if said.get(SAID) == ANY:
        return []
    return [word for word in _words(said, SAID) if word in set(Modality)] or sorted(FIRM)


def _words(said: Mapping[str, str | None], name: str) -> list[str]:
    return list(dict.fromkeys((said.get(name) or "").split()))


def _day(said: Mapping[str, str | None], name: str) -> date | None:
    try:
        day = date.fromisoformat(said.get(name) or "")
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
