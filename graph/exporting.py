"""From the store to what exports take: entities and edges as they are drawn, claims as they are cited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graph.analysis.layout import Box, Point, place
from graph.errors import ViewError
from graph.export.drawing import About, Cited, Drawing, PlacedEdge, PlacedNode, Source
from graph.export.labels import NODE_FONT, lines, width
from graph.schema.schema import load_schema
from graph.store.citing import iter_claims
from graph.store.edges import EdgeKey
from graph.store.filter import EVERYTHING, Filter
from graph.store.filter_json import filter_from_json, filter_to_json
from graph.store.kept_views import KeptView
from graph.store.view import View
from graph.store.view_records import Edge, Node, StoredClaim


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of the store that is to be exported: which entities, where they are drawn, what is let through."""

    ids: Sequence[str]
    places: Mapping[str, Point]
    filter: Filter = EVERYTHING


def around(view: View, id: str, limit: int, filter: Filter = EVERYTHING) -> Shown | None:
    """An entity and its best supported neighbours, each in a place; None for an entity that the store lacks."""
    node = view.entity(id)
    if node is None:
        return None
    nodes = [node, *view.neighbours(node.id, filter, limit=limit).nodes]
    ids = [each.id for each in nodes]
    edges = [(edge.source, edge.target) for edge in view.edges_among(ids, filter)]
    return Shown(ids, place(ids, edges, boxes={each.id: _box(each) for each in nodes}), filter)


def read_shown(kept: KeptView) -> Shown:
    """What a kept view shows. Raises ViewError where it says none."""
    content = kept.content
    try:
        ids = TypeAdapter(list[str]).validate_python(content.get("ids", []))
        places = TypeAdapter(dict[str, Point]).validate_python(content.get("places", {}))
        said = TypeAdapter(dict[str, Any]).validate_python(content.get("filter", {}))
    except ValidationError as error:
        raise ViewError(f"what is kept as {kept.id} is no view that this Entente can read") from error
    return Shown(ids, places, filter_from_json(said))


def read_drawing(view: View, shown: Shown, title: str, made: date, **about: str) -> Drawing:
    """What of it the store has now, as it is drawn. `about` may be a note and a link."""
    types = shown.filter.types
    nodes = [node for node in view.nodes(shown.ids) if types is None or node.type in types]
    ids = [node.id for node in nodes]
    edges, hidden = view.edges_among(ids, shown.filter), view.hidden(ids, shown.filter)
    places = _placed(nodes, edges, shown.places)
    said = About(title, made, told(shown.filter), count_claims(view, ids), **about)
    return Drawing(
        tuple(place_node(node, places[node.id], hidden[node.id]) for node in nodes),
        tuple(place_edge(edge) for edge in edges),
        said,
    )


def iter_cited(view: View, edges: Iterable[PlacedEdge], filter: Filter = EVERYTHING) -> Iterator[Cited]:
    """The claims behind those edges, edge by edge, newest first, as they come from the store."""
    named = {EdgeKey(edge.relation, edge.source, edge.target): edge.id for edge in edges}
    for key, claim in iter_claims(view, list(named), filter):
        yield cite(claim, named[key])


def count_claims(view: View, ids: Sequence[str]) -> int:
    """How many claims there are between entities, whatever a filter would leave out."""
    return sum(edge.claims for edge in view.edges_among(ids))


def told(filter: Filter) -> tuple[str, ...]:
    """What a filter asks, each thing in a few words."""
    said = filter_to_json(filter)
    return tuple(f"{name.replace('_', ' ')}: {_listed(value)}" for name, value in said.items())


def place_node(node: Node, at: Point, hidden: int = 0) -> PlacedNode:
    """An entity where it is drawn, as large as the canvas draws it."""
    size = round(30 + min(24.0, 4.5 * sqrt(max(0, node.neighbours))), 1)
    counts = (node.claims, node.documents, node.neighbours)
    return PlacedNode(node.id, node.type, node.name, *at, size, hidden, node.generic, None, *counts)


def place_edge(edge: Edge) -> PlacedEdge:
    """An edge as it is drawn; its id is source~relation~target."""
    known = load_schema().relations.get(edge.relation)
    return PlacedEdge(
        id=f"{edge.source}~{edge.relation}~{edge.target}",
        source=edge.source,
        relation=edge.relation,
        target=edge.target,
        phrase=known.phrase if known else edge.relation,
        modality=edge.modality,
        symmetric=bool(known and known.symmetric),
        width=round(min(5.0, 1.3 + 0.7 * sqrt(max(0, edge.documents - 1))), 2),
        claims=edge.claims,
        documents=edge.documents,
        counts=edge.counts,
        reported=edge.reported,
        confidence=edge.confidence,
        quantity=edge.quantity,
        value=edge.value,
        currency=edge.currency,
        first=edge.first,
        last=edge.last,
        event_start=edge.event_start,
        event_end=edge.event_end,
    )


def cite(claim: StoredClaim, edge: str) -> Cited:
    """A stored claim as it is cited; `edge` is the id of the drawn edge that it stands behind."""
    card = claim.document
    read_in = Source(card.id, card.title or card.source, card.publisher, card.author, card.published, card.url)
    return Cited(
        id=claim.id,
        edge=edge,
        relation=claim.relation,
        source=claim.source.id,
        source_name=claim.source.name,
        target=claim.target.id,
        target_name=claim.target.name,
        sentence=claim.sentence,
        modality=claim.modality,
        document=read_in,
        reported=claim.reported,
        speaker=claim.attributed_to,
        roles={role: entity.name for role, entity in claim.roles.items()},
        quantity=claim.quantity_text,
        value=claim.value_text,
        when=claim.date_text,
        happened=(claim.event_start, claim.event_end),
        reported_on=claim.reported_on,
        confidence=claim.confidence,
        verdict=claim.verdict.value if claim.verdict else None,
    )


def _placed(nodes: Sequence[Node], edges: Iterable[Edge], places: Mapping[str, Point]) -> Mapping[str, Point]:
    """Each entity's place; one that has none settles beside its neighbours."""
    pairs = [(edge.source, edge.target) for edge in edges]
    known = {node.id: places[node.id] for node in nodes if node.id in places}
    if len(known) == len(nodes):
        return known
    return place([node.id for node in nodes], pairs, known, boxes={node.id: _box(node) for node in nodes})


def _box(node: Node) -> Box:
    """How much room a node and its name take: how wide, how far up and how far down."""
    half, named = place_node(node, (0, 0)).size / 2, lines(node.name)
    wide = max(width(line, NODE_FONT) for line in named)
    return max(2 * half, wide) + 14, half + 8, half + 8 + ceil(17.0 * len(named))


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
