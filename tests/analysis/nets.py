"""Small nets for the tests of analysis, and a strategy that makes them."""

from dataclasses import dataclass

import networkx as nx
from hypothesis import settings
from hypothesis import strategies as st

from graph.analysis.network import make_net, tie_together


@dataclass(frozen=True)
class Line:
    """An edge as the analysis asks for it."""

    source: str
    target: str
    claims: int = 1


def net_of(words: str, alone: str = "") -> "nx.Graph[str]":
    """The net of ties written "ab bc:3", where a number says how many claims."""
    lines = [Line(each[0], each[1], int(each[3:] or 1)) for each in words.split()]
    return make_net({*alone, *(end for line in lines for end in (line.source, line.target))}, tie_together(lines))


law = settings(deadline=None, max_examples=60)  # a busy machine is no failure
IDS = "abcdefgh"
LINES = st.lists(st.builds(Line, st.sampled_from(IDS), st.sampled_from(IDS), st.integers(1, 5)), max_size=14)
NETS = LINES.map(lambda lines: make_net(IDS, tie_together(lines)))
