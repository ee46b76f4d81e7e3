"""What is asked of claims, in a page's address: relations, how firmly, how sure, which days; and back.

Knows no Streamlit. An address comes from strangers: what it says wrongly counts as not said.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from app import filtering
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.facets import APART, Clock
from graph.store.filter import Filter

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
ANY = "any"
RELATIONS, SAID, SURE, CLOCK, SINCE, UNTIL = NAMES = ("relations", "said", "sure", "clock", "since", "until")

Said = Mapping[str, str | None]
Modalities = frozenset[Modality] | None


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


def to_address(filter: Filter, plain: Modalities) -> dict[str, str | None]:
    """What the address says of a filter, by name; None for what goes without saying, such as the `plain` modalities."""
    clock, (since, until) = clock_of(filter), days_of(filter)
    said = " ".join(sorted(map(str, filter.modalities or ()))) or ANY
    return {
        RELATIONS: " ".join(sorted(filter.relations or ())) or None,
        SAID: None if filter.modalities == plain else said,
        SURE: None if filter.min_confidence is None else str(filter.min_confidence),
        CLOCK: filtering.CLOCKS[clock] if since or until else None,
        SINCE: since.isoformat() if since else None,
        UNTIL: until.isoformat() if until else None,
    }


def from_address(said: Said, plain: Modalities) -> Filter:
    """The filter that an address names."""
    return asked(
        [name for name in words(said, RELATIONS) if name in load_schema().relations],
        _modalities(said, plain),
        next((level for level in filtering.LEVELS if str(level) == said.get(SURE)), None),
        "happened" if said.get(CLOCK) == filtering.CLOCKS["happened"] else "known",
        _day(said, SINCE),
        _day(said, UNTIL),
    )


def words(said: Said, name: str) -> list[str]:
    """The words that stand under a name, each once."""
    return list(dict.fromkeys((said.get(name) or "").split()))


def _modalities(said: Said, plain: Modalities) -> list[str]:
    if said.get(SAID) == ANY:
        return []
    return [word for word in words(said, SAID) if word in set(Modality)] or sorted(plain or ())


def _day(said: Said, name: str) -> date | None:
    try:
        day = date.fromisoformat(said.get(name) or "")
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
