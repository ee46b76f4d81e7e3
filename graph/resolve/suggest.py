"""Which entities may be one: a ranked list for a reader to judge, with reasons. Nothing is ever merged from here."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one entity: its names, its country (alpha-3, None where unknown), and the ids around it.

    `known` tells an entry of the lexicon; `neighbours` are the ids of the entities that it has an edge with.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    known: bool = False
    generic: bool = False
    family: str | None = None
    country: str | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one, how likely that looks (0 to 1), and why, in words for a reader.

    `left` is the id that would better be kept: the lexicon's, else that of the entity with more around it.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


def suggest(profiles: Iterable[Profile], limit: int = 100) -> list[Suggestion]:
    """The likeliest duplicates among the profiles, likeliest first, at most `limit`; the same list each time.

    Classes of things ("drones") and two entries of the lexicon are never suggested, nor what differs in a designation.
    """
    return []
