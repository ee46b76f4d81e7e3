"""From entities and edges to what the map draws: places on the projected globe, arcs between them, what can't be placed."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from app import acts, text, theme
from app.canvas.picture import make_key
from app.themes import group_of, load_looks
from app.worldmap.projection import project
from graph.lexicon.positions import load_positions
from graph.schema.schema import load_schema
from graph.store.view_records import Edge, Named, Node

NOTE = (
    "Outlines: Natural Earth, which draws who holds a land on the ground, not who claims it. Lines in dispute are dashed: "
    "Western Sahara (its northern boundary and the berm), Kosovo, Cyprus, Crimea, Kashmir and others."
)


def placed(nodes: Iterable[Node | Named]) -> list[Node | Named]:
    """Those of the entities that the map knows a place for."""
    return [node for node in nodes if node.id in load_positions()]


def payload(
    nodes: Sequence[Node | Named],
    edges: Sequence[Edge],
    *,
    height: int,
    selected: str | None = None,
    said: str = "",
) -> dict[str, Any]:
    """Everything the map needs, as JSON. Entities without a place, and edges with such an end, are counted, not drawn.

    `said` is put before what the map says of itself.
    """
    shown = placed(nodes)
    ids = {node.id for node in shown}
    arcs = [edge for edge in edges if edge.source in ids and edge.target in ids and edge.source != edge.target]
    busy = Counter(end for edge in arcs for end in (edge.source, edge.target) for _claim in range(edge.claims))
    missing = len({node.id for node in nodes}) - len(ids)
    without = f"{text.plural(missing, 'drawn entity', 'drawn entities')} {'has' if missing == 1 else 'have'} no place on the map"
    return {
        "nodes": [_node(node, busy[node.id]) for node in shown],
        "arcs": [_arc(edge) for edge in arcs],
        "themes": {name: look.model_dump() for name, look in load_looks().themes.items()},
        "types": {name: style["colour"] for name, style in theme.type_styles().items()},
        "modalities": theme.modality_styles(),
        "selected": selected,
        "status": " · ".join(part for part in (said, without if missing else "") if part),
        "note": NOTE,
        "height": height,
    }


def _node(node: Node | Named, claims: int) -> dict[str, Any]:
    x, y = project(*load_positions()[node.id])
    size = round(4 + min(9.0, 1.5 * math.sqrt(claims)), 1)
    return {
        "id": node.id,
        "label": text.short(node.name, 40),
        "type": node.type,
        "x": round(x, 1),
        "y": round(y, 1),
        "size": size,
        "claims": claims,
    }


def _arc(edge: Edge) -> dict[str, Any]:
    relation = load_schema().relations.get(edge.relation)
    return {
        "id": make_key(edge.source, edge.relation, edge.target),
        "source": edge.source,
        "target": edge.target,
        "phrase": relation.phrase if relation else text.short(edge.relation, 30),
        "theme": group_of(edge.relation, "theme"),
        "modality": edge.modality.value,
        "symmetric": bool(relation and relation.symmetric),
        "width": round(min(5.0, 1.2 + 0.6 * math.sqrt(max(0, edge.documents - 1))), 2),
        "told": acts.told(edge),
        "claims": edge.claims,
    }
