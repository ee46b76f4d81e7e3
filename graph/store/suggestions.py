"""Which entities of the store may be one, for a reader to judge."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.lexicon.lexicon import load_lexicon
from graph.resolve.judgements import Resolution, resolve
from graph.resolve.suggest import Profile, Suggestion, suggest
from graph.schema.schema import Schema
from graph.store.database import Database
from graph.store.judgement_rows import read_judgement
from graph.store.statements import any_relation, load_statement

MOST = 200  # neighbours looked at: enough to compare two entities by, and a giant costs no more than others


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Possible duplicates in the store; only ever proposed, never applied."""

    database: Database
    schema: Schema

    def read(self, limit: int = 100) -> list[Suggestion]:
        """The likeliest duplicates, likeliest first, without those that somebody has judged. Raises StoreError."""
        resolution = resolve(
            read_judgement(row["judgement"]) for row in self.database.iterate(load_statement("ledger"))
        )
        return suggest(self._profiles(), limit, partial(_judged, resolution))

    def _profiles(self) -> Iterator[Profile]:
        statement = load_statement("profiles", RELATIONS=any_relation(self.schema))
        entries = load_lexicon().entries
        for row in self.database.iterate(statement, most=MOST):
            entry = entries.get(row["id"])
            homes: list[str] = row["homes"]
            country = entry.country if entry else homes[0] if len(homes) == 1 else None
            yield _profile(row, country)


def _judged(resolution: Resolution, left: str, right: str) -> bool:
    """Whether somebody has said whether the two are one, or has told the one from the other in some document."""
    split = right in resolution.splits(left).values() or left in resolution.splits(right).values()
    return split or resolution.verdict(left, right) is not None


def _profile(row: Any, country: str | None) -> Profile:
    return Profile(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        aliases=tuple(row["aliases"]),
        known=row["known"],
        family=row["family"],
        country=country,
        neighbours=tuple(row["neighbours"]),
    )
