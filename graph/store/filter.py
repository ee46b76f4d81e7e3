"""What of the graph a reader lets through."""

from dataclasses import dataclass
from datetime import date

from graph.records import Modality


@dataclass(frozen=True, slots=True)
class Filter:
    """What an entity, and a claim behind an edge, must be for both to be seen; None lets all through.

    `types` are entities' types. All other fields ask of a claim: its relation, its modality, whether it is reported, who
    says it (entities' ids), who published it, how sure it is at least (0 to 1; a claim without a confidence is then left
    out), the days it happened on (both included; undated claims are then left out), and the days it was reported on:
    `known_by` is what was known on the evening of that day. An edge is seen where at least `min_documents` documents have
    such a claim, and its counts are of these claims only.
    """

    types: frozenset[str] | None = None
    relations: frozenset[str] | None = None
    modalities: frozenset[Modality] | None = None
    reported: bool | None = None
    speakers: frozenset[str] | None = None
    publishers: frozenset[str] | None = None
    min_confidence: float | None = None
    min_documents: int = 1
    happened_from: date | None = None
    happened_until: date | None = None
    known_from: date | None = None
    known_by: date | None = None

    @property
    def asks_of_claims(self) -> bool:
        """Whether an edge has to be told from its claims; else its own properties say all that is asked."""
        return any(getattr(self, name) is not None for name in OF_CLAIMS)

    @property
    def decided_by_edges(self) -> bool:
        """Whether an edge's own properties say for certain if a claim passes: two questions may be met by two claims."""
        asked = [name for name in OF_CLAIMS if getattr(self, name) is not None]
        return not asked or (len(asked) == 1 and asked[0] in TOLD_BY_EDGES and self.min_documents == 1)


OF_CLAIMS = (
    "modalities",
    "reported",
    "speakers",
    "publishers",
    "min_confidence",
    "happened_from",
    "happened_until",
    "known_from",
    "known_by",
)
TOLD_BY_EDGES = ("modalities", "reported", "known_from", "known_by")
EVERYTHING = Filter()
