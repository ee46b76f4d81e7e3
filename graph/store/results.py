"""What a query gave, as Python programs take it further: records, a pandas table, a networkx graph.

from graph.settings import Settings
from graph.store.results import to_pandas
from graph.store.store import open_store

with open_store(Settings.from_env()) as store:
    table = to_pandas(store.console.run("MATCH (s:State)-[p:PROCURES]->(w) RETURN s.name, w.name, p.claims"))
"""

from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.store.console import Result

if TYPE_CHECKING:  # slow to import, and not everybody's need
    import pandas as pd


def to_records(result: Result) -> list[dict[str, Any]]:
    """The rows, each a dictionary by column; nodes and edges in them are dictionaries of plain values, dates are ISO text."""
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def to_pandas(result: Result) -> "pd.DataFrame":
    """The rows as a table, a column for each of the query's, in its order, also where there is no row."""
    import pandas as pd

    return pd.DataFrame(to_records(result), columns=list(result.columns))


def to_networkx(result: Result) -> "nx.MultiDiGraph[str]":
    """The nodes and edges among the rows as a graph: `type`, `name` and `labels` on nodes, `relation` on edges.

    Their properties lie beside these under their own names; where one is called like ours, ours is what is kept.
    An edge's key is its id, so that several relations between the same two stay apart.
    """
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in result.nodes:
        net.add_node(node.id, **{**node.properties, "type": node.type, "name": node.name, "labels": list(node.labels)})
    for edge in result.edges:
        net.add_edge(edge.source, edge.target, key=edge.id, **{**edge.properties, "relation": edge.relation})
    return net
