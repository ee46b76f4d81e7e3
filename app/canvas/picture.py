"""From nodes and edges to what the canvas draws: sizes, names that fit, places, the legend's counts."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import text, theme
from app.colouring import Colouring, legend, scaled, tint
from graph.analysis.layout import Box, Point, place
from graph.schema.schema import load_schema

LETTER, LINE, LABEL_WIDTH = 7.4, 17.0, 130.0  # of a node's name on the canvas, in its units


@dataclass(frozen=True, slots=True)
class Node:
    """An entity as it is drawn; `degree` counts its neighbours in the store, drawn or not.

    `members` is set where it stands for several entities; `faint` where the filter leaves it without a drawn edge.
    """

    id: str
    type: str
    name: str
    degree: int = 0
    generic: bool = False
    members: int = 0
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """The claims of one relation between two entities as they are drawn; `told` is in words how many there are.

    It may stand for several edges: `parts` is how many, and `label` then says what of.
    """

    source: str
    relation: str
    target: str
    modality: str = "asserted"
    claims: int = 1
    documents: int = 1
    id: str = ""
    told: str = ""
    parts: int = 1
    label: str = ""

    @property
    def key(self) -> str:
        """What names this edge on the canvas and in the URL."""
        return self.id or make_key(self.source, self.relation, self.target)


def make_key(source: str, relation: str, target: str) -> str:
    """The key of the edge between two entities, as `split_key` reads it."""
    return f"{source}~{relation}~{target}"


def split_key(key: str) -> tuple[str, str, str] | None:
    """Source, relation and target of an edge's key; None where it isn't one."""
    parts = key.split("~")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and all(parts) else None


def arrange(nodes: Sequence[Node], edges: Iterable[Edge], fixed: Mapping[str, Point] | None = None) -> dict[str, Point]:
    """A place for each node, with room for its name; nodes in `fixed` stay where they are."""
    pairs = [(edge.source, edge.target) for edge in edges]
    return place([node.id for node in nodes], pairs, fixed, boxes={node.id: _box(node) for node in nodes})


def payload(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    places: Mapping[str, Point],
    *,
    revision: int,
    status: str = "",
    off: Iterable[str] = (),
    levels: Sequence[float] = (),
    min_confidence: float | None = None,
    selected: str | None = None,
    neighbours: Mapping[str, int] | None = None,
    fit: bool = False,
    height: int = 640,
    colouring: Colouring | None = None,
    pins: Collection[str] = (),
    told: tuple[Sequence[Node], Sequence[Edge]] | None = None,
    still: bool = False,
) -> dict[str, Any]:
    """Everything the canvas needs, as JSON. `off` names the types, relations and modalities that are hidden.

    `levels` are the confidences that the reader may ask for, `min_confidence` the one asked for, None for any. The canvas redraws when `revision` changes. `neighbours` counts each node's drawn neighbours, to say how many are
    hidden; `fit` brings everything into view; `colouring` gives sizes and colours other than the types' own;
    nodes in `pins` have a mark; `told` is what the legend counts where it isn't just the nodes and edges themselves; a `still` picture is
    there to choose from: it has no legend, and nothing in it can be expanded, hidden or pinned.
    """
    seen = neighbours if neighbours is not None else drawn_neighbours(edges)
    hidden = sorted(set(off))
    shown, joined = told or (nodes, edges)
    return {
        "nodes": [
            _node(node, places[node.id], max(0, node.degree - seen.get(node.id, 0)), colouring)
            | {"pinned": node.id in pins}
            for node in nodes
        ],
        "edges": [_edge(edge) for edge in edges],
        "types": _counted(theme.type_styles(), Counter(node.type for node in shown)),
        "modalities": _counted(theme.modality_styles(), Counter(edge.modality for edge in joined)),
        "relations": _relations(joined, hidden),
        "off": hidden,
        "still": still,
        "confidence": {"levels": list(levels), "min": min_confidence},
        "selected": {"id": selected} if selected else None,
        "revision": revision,
        "status": status,
        "fit": fit,
        "height": height,
        "colouring": legend(colouring, [node.id for node in nodes]),
    }


def drawn_neighbours(edges: Iterable[Edge]) -> dict[str, int]:
    """How many different neighbours of each node are drawn."""
    pairs = {frozenset((edge.source, edge.target)) for edge in edges if edge.source != edge.target}
    return dict(Counter(end for pair in pairs for end in pair))


def _node(node: Node, where: Point, hidden: int, colouring: Colouring | None) -> dict[str, Any]:
    colour = tint(colouring, node.id)
    return {
        "id": node.id,
        "type": node.type,
        "label": _name(node) + (f" · {colour['letter']}" if colour else ""),
        "size": scaled(colouring, node.id, _size(node)),
        "tint": colour,
        "hidden": hidden,
        "generic": node.generic,
        "members": node.members,
        "faint": node.faint,
        "x": where[0],
        "y": where[1],
    }


def _edge(edge: Edge) -> dict[str, Any]:
    relation = load_schema().relations.get(edge.relation)
    label = edge.label or (relation.phrase if relation else text.short(edge.relation, 30))
    width = round(min(5.0, 1.3 + 0.7 * math.sqrt(max(0, edge.documents - 1))), 2)
    return {
        "id": edge.key,
        "source": edge.source,
        "target": edge.target,
        "relation": edge.relation,
        "label": label,
        "told": f"{label} · {edge.told}" if edge.told else label,
        "modality": edge.modality,
        "symmetric": bool(relation and relation.symmetric),
        "claims": edge.claims,
        "parts": edge.parts,
        "width": width,
        "strong": width + 2,
    }


def _name(node: Node) -> str:
    return text.short(node.name, 40) + (f" ({node.members})" if node.members else "")


def _size(node: Node) -> float:
    return round(30 + min(24.0, 4.5 * math.sqrt(max(0, node.degree))) + min(36.0, 7 * math.sqrt(node.members)), 1)


def _box(node: Node) -> Box:
    size, name = _size(node), _name(node)
    wide = LETTER * len(name)
    lines = math.ceil(wide / LABEL_WIDTH)
    return max(size, min(wide, LABEL_WIDTH)) + 14, size / 2 + 8, size / 2 + 8 + LINE * lines


def _counted(styles: dict[str, dict[str, Any]], counts: Counter[str]) -> dict[str, dict[str, Any]]:
    return {name: {**style, "count": counts[name]} for name, style in styles.items()}


def _relations(edges: Iterable[Edge], hidden: Sequence[str]) -> list[dict[str, Any]]:
    counts = Counter(edge.relation for edge in edges)
    schema = load_schema()
    return [
        {"name": name, "phrase": relation.phrase, "count": counts[name]}
        for name, relation in schema.relations.items()
        if counts[name] or name in hidden
    ]
