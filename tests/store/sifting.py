"""Small worlds of claims, filters on them, and what a filter means in plain Python."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from graph.records import Amount, Attribution, Claim, Extraction, Modality, When
from graph.store.filter import Filter
from tests.store.saying import article, says

TB2, HERMES, JANE = "system:bayraktar-tb2", "system:hermes-900", "person:jane-roe"
SAYINGS = [
    ("MAR", "PROCURES", TB2),
    ("MAR", "PROCURES", HERMES),
    ("TUR", "SUPPLIES", "MAR"),
    ("MAR", "NORMALIZES", "ISR"),
    ("ISR", "NORMALIZES", "MAR"),
    ("DZA", "ATTACKS", "MAR"),
    ("DZA", "OPPOSES", "MAR"),
]
FIRST = date(2021, 1, 1)
PUBLISHERS = ("The Paper", "The Wire", None)
days = st.integers(0, 4).map(lambda quarter: FIRST + timedelta(days=90 * quarter))
whens = st.builds(lambda a, b, open: When("then", None if open == 1 else min(a, b), None if open == 2 else max(a, b)), days, days, st.integers(0, 2))  # fmt: skip
details = st.fixed_dictionaries(
    {
        "modality": st.sampled_from([str(modality) for modality in Modality]),
        "reported": st.booleans(),
        "confidence": st.sampled_from([None, 0.5, 0.7, 0.95]),
        "attributed_to": st.sampled_from([None, Attribution("a colonel"), Attribution("Jane Roe", JANE)]),
        "when": st.none() | whens,
        "quantity": st.sampled_from([None, Amount("13", 13), Amount("six", 6)]),
    }
)
sayings = st.builds(lambda ends, more: says(*ends, **more), st.sampled_from(SAYINGS), details)
articles = st.lists(
    st.tuples(st.lists(sayings, min_size=1, max_size=4), st.none() | days, st.sampled_from(PUBLISHERS)),
    min_size=1,
    max_size=6,
)


def some(values: Sequence[Any]) -> st.SearchStrategy[frozenset[Any] | None]:
    return st.none() | st.frozensets(st.sampled_from(values), max_size=2)


filters = st.builds(
    Filter,
    types=st.none() | st.just(frozenset({"State"})),
    relations=some(["PROCURES", "NORMALIZES", "ATTACKS"]),
    modalities=some(list(Modality)),
    reported=st.none() | st.booleans(),
    speakers=st.none() | st.just(frozenset({JANE})),
    publishers=some(["The Paper", "The Wire"]),
    min_confidence=st.sampled_from([None, None, 0.6, 0.9]),
    min_documents=st.sampled_from([1, 1, 1, 2]),
    happened_from=st.none() | st.none() | days,
    happened_until=st.none() | st.none() | days,
    known_from=st.none() | st.none() | days,
    known_by=st.none() | days,
)


def written(drawn: Sequence[Any]) -> list[Extraction]:
    made = []
    for place, (said, published, publisher) in enumerate(drawn):
        plain = article(f"a{place}", *said, published=published)
        made.append(replace(plain, document=replace(plain.document, publisher=publisher)))
    return made


def passes(claim: Claim, publisher: str | None, filter: Filter) -> bool:
    """The filter in plain Python, as its docstring says it."""
    start, end = (claim.when.start, claim.when.end) if claim.when else (None, None)
    dated = start is not None or end is not None
    happened = filter.happened_from is not None or filter.happened_until is not None
    told = claim.reported_on
    speaker = claim.attributed_to.entity if claim.attributed_to else None
    return (
        (filter.relations is None or claim.relation in filter.relations)
        and (filter.modalities is None or claim.modality in filter.modalities)
        and (filter.reported is None or claim.reported is filter.reported)
        and (filter.speakers is None or speaker in filter.speakers)
        and (filter.publishers is None or publisher in filter.publishers)
        and (filter.min_confidence is None or (claim.confidence or 0) >= filter.min_confidence)
        and (dated or not happened)
        and (filter.happened_from is None or end is None or end >= filter.happened_from)
        and (filter.happened_until is None or start is None or start <= filter.happened_until)
        and (filter.known_from is None or (told is not None and told >= filter.known_from))
        and (filter.known_by is None or (told is not None and told <= filter.known_by))
    )
