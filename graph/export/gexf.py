"""A drawn part of the graph as GEXF 1.2, which Gephi and most programs for networks open."""

from datetime import date
from io import BytesIO
from typing import Any

import networkx as nx

from graph.export.drawing import Drawing, PlacedEdge, PlacedNode
from graph.export.look import Look, colours
from graph.export.xml import writable
from graph.records import Modality

SCALE = 0.5  # a node's size in Gephi is a radius


def to_gexf(drawing: Drawing) -> bytes:
    """The picture as a GEXF file: types, modalities, counts and dates as attributes; places, sizes and colours as drawn.

    A symmetric relation is one directed edge with `symmetric` true: most readers take no graph that mixes both kinds.
    """
    net = to_network(drawing)
    file = BytesIO()
    nx.write_gexf(net, file, encoding="utf-8", version="1.2draft")
    return file.getvalue()


def to_network(drawing: Drawing) -> "nx.MultiDiGraph[str]":
    """The picture as a networkx graph, ready to be written: an edge's key is the id of the drawn edge."""
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=writable(drawing.about.title))
    for node in drawing.nodes:
        net.add_node(writable(node.id), **_node(node))
    for edge in drawing.edges:
        net.add_edge(writable(edge.source), writable(edge.target), key=writable(edge.id), **_edge(edge))
    return net


def _node(node: PlacedNode) -> dict[str, Any]:
    colour = node.colour.light if node.colour else Look("light").colour(node.type)
    return {
        "label": writable(node.name),
        "type": writable(node.type),
        "generic": node.generic,
        # all of them, whatever the filters leave out
        "claims_in_store": node.claims,
        "documents_in_store": node.documents,
        "neighbours_in_store": node.neighbours,
        # Gephi's second axis points up, the canvas's down
        "viz": {
            "color": _rgb(colour),
            "size": node.size * SCALE,
            "position": {"x": node.x, "y": -node.y, "z": 0.0},
        },
    }


def _edge(edge: PlacedEdge) -> dict[str, Any]:
    said = {
        "id": writable(edge.id),
        "label": writable(edge.phrase),
        "weight": float(edge.claims),
        "relation": writable(edge.relation),
        "modality": edge.modality.value,
        "symmetric": edge.symmetric,
        "claims": edge.claims,
        "documents": edge.documents,
        "reported": edge.reported,
        **{modality.value: edge.counts.get(modality, 0) for modality in Modality},
        "confidence": edge.confidence,
        "quantity": None if edge.quantity is None else float(edge.quantity),
        "value": None if edge.value is None else float(edge.value),
        "currency": writable(edge.currency) if edge.currency else None,
        "first": _day(edge.first),
        "last": _day(edge.last),
        "event_start": _day(edge.event_start),
        "event_end": _day(edge.event_end),
    }
    colour = "neutral" if edge.modality is Modality.ASSERTED else edge.modality.value
    viz = {"color": _rgb(colours()[colour].light), "thickness": edge.width}
    return {**{name: value for name, value in said.items() if value is not None}, "viz": viz}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _rgb(colour: str) -> dict[str, Any]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
