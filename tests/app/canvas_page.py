"""A page with nothing on it but the canvas: for the tests of the drawing, which need no store.

With the argument "inline" it stands for a Streamlit that can't serve a component's files by address.
"""

import json
import sys

import streamlit as st
import worlds

if "inline" in sys.argv:
    sys.modules["streamlit.components.v2.manifest_scanner"] = None  # type: ignore[assignment]

from app import theme
from app.canvas.canvas import draw
from app.canvas.picture import Edge, Node, arrange, drawn_neighbours, payload

HIDDEN = 7  # neighbours that firms have and the picture doesn't

st.set_page_config("canvas", layout="wide")
st.html(theme.page_style())
said = [claim for extraction in worlds.maghreb() for claim in extraction.claims]
edges = list({edge.key: edge for edge in (Edge(c.source, c.relation, c.target, c.modality) for c in said)}.values())
seen = drawn_neighbours(edges)
nodes = [
    Node(id, kind, name, seen[id] + (HIDDEN if kind == "Firm" else 0), id in worlds.GENERIC)
    for id, (kind, name, _aliases) in worlds.NAMES.items()
    if id in seen
]
heard = st.session_state.setdefault("heard", [])


def listen() -> None:
    heard.append(st.session_state.canvas.event)


picture = payload(
    nodes, edges, arrange(nodes, edges), revision=1, status=f"{len(nodes)} of 240 entities drawn", height=680
)
told = next((event for event in reversed(heard) if event["kind"] in ("select", "choose", "clear")), {"kind": "clear"})
picture["selected"] = {"id": told["id"]} if told["kind"] == "select" else None
picture["chosen"] = told["ids"] if told["kind"] == "choose" else []
if heard and heard[-1]["kind"] == "ask":
    ways = [
        {"relation": "SUPPLIES", "phrase": "supplies", "direction": "out", "count": 5},
        {"relation": "BASED_IN", "phrase": "is based in", "direction": "out", "count": 1},
        {"relation": "OWNS", "phrase": "owns", "direction": "in", "count": 3},
        {"relation": "CO_PRODUCES", "phrase": "co-produces with", "direction": "both", "count": 2},
    ]
    picture["asked"] = {"id": heard[-1]["id"], "ways": ways}
draw(picture, key="canvas", on_event=listen)
st.code(json.dumps(heard), language=None)
