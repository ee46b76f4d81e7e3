"""A page with nothing on it but the canvas: for the tests of the drawing that need no store."""

import streamlit as st
import worlds

from app import theme
from app.canvas.canvas import draw
from app.canvas.picture import Edge, Node, arrange, drawn_neighbours, payload

st.set_page_config("canvas", layout="wide")
st.html(theme.page_style())
claims = [claim for extraction in worlds.maghreb() for claim in extraction.claims]
edges = {}
for claim in claims:
    edge = Edge(claim.source, claim.relation, claim.target, claim.modality)
    edges.setdefault(edge.key, edge)
seen = drawn_neighbours(edges.values())
nodes = [Node(name, kind, words, seen.get(name, 0) + (7 if kind == "Firm" else 0), name in worlds.GENERIC) for name, (kind, words, _) in worlds.NAMES.items() if name in seen]
st.session_state.setdefault("log", [])


def heard() -> None:
    st.session_state.log.append(st.session_state.canvas.event)


draw(payload(nodes, list(edges.values()), arrange(nodes, edges.values()), revision=1, status=f"{len(nodes)} drawn", height=760), key="canvas", on_event=heard)
st.json(st.session_state.log)
