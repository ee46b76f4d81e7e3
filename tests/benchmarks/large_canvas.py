"""A page with nothing on it but a canvas of very many nodes, for the benchmark of drawing: `streamlit run` it with how many."""

import random
import sys

import streamlit as st

from app import theme
from app.canvas.canvas import draw
from app.canvas.picture import Edge, Node, payload
from graph.schema.schema import load_schema

NUMBER = int(sys.argv[1]) if len(sys.argv) > 1 else 1000


@st.cache_data
def made_up(number: int):  # type: ignore[no-untyped-def]
    """Nodes, twice as many edges, a few of them hubs, and places on a spiral: layout is another matter."""
    chance, schema = random.Random(1), load_schema()
    types, relations = list(schema.entities), list(schema.relations)
    nodes = [Node(f"n{i}", types[i % len(types)], f"Entity Number {i}", 3) for i in range(number)]
    ends: list[int] = [0, 1]
    edges = {}
    for i in range(2, number):
        for other in {chance.choice(ends), chance.choice(ends)} - {i}:
            edge = Edge(f"n{i}", chance.choice(relations), f"n{other}", chance.choice(["asserted", "expected"]))
            edges[edge.key] = edge
            ends += [i, other]
    places = {node.id: (70 * i**0.5 * chance.uniform(-1, 1), 55 * i**0.5 * chance.uniform(-1, 1)) for i, node in enumerate(nodes)}  # fmt: skip
    return nodes, list(edges.values()), places


st.set_page_config("canvas", layout="wide")
st.html(theme.page_style())
nodes, edges, places = made_up(NUMBER)
draw(payload(nodes, edges, places, revision=1, fit=True, height=720), key="canvas", on_event=lambda: None)
