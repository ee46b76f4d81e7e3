from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import networkx as nx

from graph.export.gexf import to_gexf
from graph.records import Modality
from tests.export.drawings import drawing, hostile

VIZ = "{http://www.gexf.net/1.2draft/viz}"


def read_back(file: bytes) -> Any:
    return nx.read_gexf(BytesIO(file))


def test_the_graph_comes_back_as_it_was_drawn() -> None:
    whole = drawing()
    net = read_back(to_gexf(whole))
    assert net.is_directed()
    assert net.is_multigraph()
    assert list(net) == [node.id for node in whole.nodes]
    for node in whole.nodes:
        back = net.nodes[node.id]
        assert (back["label"], back["type"], back["generic"], back["claims_in_store"]) == (
            node.name,
            node.type,
            node.generic,
            node.claims,
        )
        place = back["viz"]["position"]
        assert (place["x"], -place["y"], back["viz"]["size"]) == (node.x, node.y, node.size / 2)
    edges = {key: (source, target, data) for source, target, key, data in net.edges(keys=True, data=True)}
    assert set(edges) == {edge.id for edge in whole.edges}
    for edge in whole.edges:
        source, target, data = edges[edge.id]
        assert (source, target) == (edge.source, edge.target)
        for name in ("relation", "symmetric", "claims", "documents", "confidence", "quantity", "value", "currency"):
            assert data.get(name) == getattr(edge, name), name
        assert data["modality"] == edge.modality.value
        assert data["label"] == edge.phrase
        assert {modality: data[modality.value] for modality in Modality if data[modality.value]} == dict(edge.counts)
        for name in ("first", "last", "event_start", "event_end"):
            assert data.get(name) == (str(getattr(edge, name)) if getattr(edge, name) else None)


def test_colours_are_written_for_nodes_and_edges() -> None:
    root = ElementTree.fromstring(to_gexf(drawing()))
    colours = [each.attrib for each in root.iter(f"{VIZ}color")]
    assert len(colours) == len(drawing().nodes) + len(drawing().edges)
    assert {"r": "18", "g": "52", "b": "86", "a": "1.0"} in colours


def test_hostile_names_are_words() -> None:
    whole, _claims = hostile()
    net = read_back(to_gexf(replace(whole, edges=whole.edges[:2])))
    assert "</script><script>" in net.nodes['evil"><x']["label"]
    assert "\x07" not in net.nodes['evil"><x']["label"]


def test_an_empty_picture_is_a_graph() -> None:
    assert len(read_back(to_gexf(replace(drawing(), nodes=(), edges=())))) == 0
