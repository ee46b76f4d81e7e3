"""What an export takes: a drawn part of the graph with its claims, as frozen values that know of no store and no app."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.records import Modality
from graph.schema.schema import Colour

NOT_DRAWN = "{} between these entities not drawn: filters leave them out, or a group holds them"


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """An entity where it is drawn, `size` wide. `hidden` counts its neighbours that aren't drawn.

    `colour` stands for its type's where an analysis coloured it, and `mark` is set after its name, however long that is.
    """

    id: str
    type: str
    name: str
    x: float
    y: float
    size: float = 40.0
    hidden: int = 0
    generic: bool = False
    colour: Colour | None = None
    claims: int = 0
    documents: int = 0
    neighbours: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """A drawn relation between two entities; `id` names it, `phrase` is how it reads.

    `counts` says how many claims there are of each modality; `first` and `last` are days on which it was reported,
    `event_start` and `event_end` those on which it happened.
    """

    id: str
    source: str
    relation: str
    target: str
    phrase: str
    modality: Modality
    symmetric: bool = False
    width: float = 1.3
    claims: int = 1
    documents: int = 1
    counts: Mapping[Modality, int] = field(default_factory=dict)
    reported: int = 0
    confidence: float | None = None
    quantity: float | int | None = None
    value: float | int | None = None
    currency: str | None = None
    first: date | None = None
    last: date | None = None
    event_start: date | None = None
    event_end: date | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What is said of an export as a whole: its title, the day it was made, the filters that were on, in words.

    `total_claims` counts the claims between the drawn entities, those that the filters leave out included; `note` is
    the maker's own; `link` leads back to the view, where it was shared.
    """

    title: str
    made: date
    filters: tuple[str, ...] = ()
    total_claims: int = 0
    note: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Drawn entities and relations, and what is said of them as a whole."""

    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    about: About

    @property
    def claims(self) -> int:
        """How many claims stand behind what is drawn."""
        return sum(edge.claims for edge in self.edges)

    @property
    def left_out(self) -> int:
        """How many claims between the drawn entities the filters leave out, or lie inside groups that are drawn as one."""
        return max(0, self.about.total_claims - self.claims)


@dataclass(frozen=True, slots=True)
class Source:
    """The article that a claim was read in."""

    id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None

    @property
    def name(self) -> str:
        """What to call it: its title, else its id."""
        return self.title or self.id


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim as it is cited: what it says, in whose words, and where; `edge` is the id of the drawn relation.

    `speaker` is who says so; `when`, `quantity` and `value` are as the text has them. `happened` are the first and the
    last day of what it tells, None where unknown.
    """

    id: str
    edge: str
    relation: str
    source: str
    source_name: str
    target: str
    target_name: str
    sentence: str
    modality: Modality
    document: Source
    reported: bool = False
    speaker: str | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    quantity: str | None = None
    value: str | None = None
    when: str | None = None
    happened: tuple[date | None, date | None] = (None, None)
    reported_on: date | None = None
    confidence: float | None = None
    verdict: str | None = None
