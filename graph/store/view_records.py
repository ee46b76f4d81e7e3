"""What the view hands out: plain frozen values, never the driver's objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.records import Modality, Span, Verdict


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as a claim or a text names it."""

    id: str
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entity with how much there is about it.

    `neighbours` counts the different entities it has an edge with, `claims` the claims behind those edges, `documents`
    the documents that mention it.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    known: bool
    generic: bool
    family: str | None
    neighbours: int
    claims: int
    documents: int


@dataclass(frozen=True, slots=True)
class Edge:
    """All claims of one relation between two entities, and of how many acts they tell.

    `modality` is that of the firmest claims, denied only where all deny; `counts` says how many claims there are of
    each. `confidence` is that of the surest among the firmest claims. `quantity`, `value` and `currency` are of the latest among the
    firmest claims that give one. `first` and `last` are the days it was reported on, `event_start` and `event_end` the
    days it happened; None where unknown.
    """

    source: str
    relation: str
    target: str
    modality: Modality
    claims: int
    documents: int
    counts: Mapping[Modality, int]
    reported: int
    confidence: float | None = None
    quantity: float | int | None = None
    value: float | int | None = None
    currency: str | None = None
    first: date | None = None
    last: date | None = None
    event_start: date | None = None
    event_end: date | None = None
    acts: int = 1

    @property
    def disputed(self) -> bool:
        """Whether some claims deny what others say."""
        return self.modality is not Modality.DENIED and self.counts.get(Modality.DENIED, 0) > 0


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Some of an entity's neighbours, best supported first, and the edges to them; `total` counts all that were asked for."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Way:
    """How many neighbours one relation leads to: out from the entity, in to it, or both ways where it is symmetric."""

    relation: str
    direction: Literal["out", "in", "both"]
    neighbours: int


@dataclass(frozen=True, slots=True)
class Card:
    """A document without its text."""

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    published: date | None
    url: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its sentence and the words around it.

    `passage` is the paragraph, which starts at the document offset `passage_start`; all spans are document offsets.
    `attributed_to` is the speaker as written, `speaker` the entity they are where it is one of ours. `confidence` is None
    where nothing was measured; `reasons` are what spoke for a learnt claim.
    `verdict` is what a person judged of it last (accepted, rejected, corrected), None where nobody did. A corrected claim
    says what is right; `as_relation` and `as_modality` are what was read instead, None where that stayed. The ends that
    were read are in the sentence, at `source_span` and `target_span`. `act` is the id of the act that it tells of, None for a
    claim that stands behind no edge.
    """

    id: str
    relation: str
    source: Named
    target: Named
    roles: Mapping[str, Named]
    modality: Modality
    reported: bool
    attributed_to: str | None
    speaker: Named | None
    sentence: str
    span: Span
    cue: str
    cue_span: Span
    source_span: Span
    target_span: Span
    coreference: bool
    rule: str
    confidence: float | None
    reasons: tuple[str, ...]
    quantity: float | int | None
    quantity_text: str | None
    value: float | int | None
    value_text: str | None
    currency: str | None
    event_start: date | None
    event_end: date | None
    date_text: str | None
    reported_on: date | None
    passage: str
    passage_start: int
    document: Card
    verdict: Verdict | None = None
    as_relation: str | None = None
    as_modality: Modality | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class MentionedEntity:
    """Where a document mentions an entity."""

    entity: Named
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StoredRejection:
    """What was seen in a document and did not become a claim, and why."""

    reason: str
    cue: str
    sentence: str
    start: int
    end: int
    relation: str | None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its text and everything that was found in it, in the order of the text."""

    card: Card
    text: str
    mentions: tuple[MentionedEntity, ...]
    claims: tuple[StoredClaim, ...]
    rejections: tuple[StoredRejection, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds: entities by type, claims by relation and by modality, each in the schema's order."""

    documents: int
    entities: Mapping[str, int]
    claims: Mapping[str, int]
    modalities: Mapping[Modality, int]
    edges: int
    rejections: int

    @property
    def total_entities(self) -> int:
        """All entities."""
        return sum(self.entities.values())

    @property
    def total_claims(self) -> int:
        """All claims."""
        return sum(self.claims.values())
