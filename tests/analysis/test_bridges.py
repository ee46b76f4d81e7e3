import networkx as nx
from hypothesis import given

from graph.analysis.bridges import FIRST, Bridge, CutPoint, Part, bridges, brokers, cut_points
from graph.analysis.communities import find_communities
from tests.analysis.nets import NETS, law, net_of


def parts_without(net: "nx.Graph[str]", id: str) -> list[set[str]]:
    home = nx.node_connected_component(net, id) - {id}
    return sorted(nx.connected_components(net.subgraph(home)), key=len, reverse=True)


@law
@given(NETS)
def test_without_a_cut_point_just_its_parts_are_cut_off(net: "nx.Graph[str]") -> None:
    found = {point.id: point for point in cut_points(net)}
    assert set(found) == set(nx.articulation_points(net))
    for id, point in found.items():
        parts = parts_without(net, id)
        assert [part.size for part in point.parts] == [len(part) for part in parts[1:]]
        for part in point.parts:
            assert len(set(part.first)) == min(FIRST, part.size)
            assert any(set(part.first) <= whole and len(whole) == part.size for whole in parts)


@law
@given(NETS)
def test_without_a_bridge_its_two_sides_have_no_way_to_each_other(net: "nx.Graph[str]") -> None:
    found = bridges(net, few=1)
    assert {frozenset((each.outer, each.inner)) for each in found} == set(map(frozenset, nx.bridges(net)))
    for each in found:
        whole = nx.node_connected_component(net, each.inner)
        cut = net.copy()
        cut.remove_edge(each.outer, each.inner)
        assert nx.node_connected_component(cut, each.inner) >= set(each.side.first)
        assert each.side.size == len(nx.node_connected_component(cut, each.inner))
        assert len(set(each.side.first)) == min(FIRST, each.side.size)
        assert 2 * each.side.size <= len(whole)


def test_a_tie_of_somebody_with_no_other_is_no_bridge() -> None:
    net = net_of("ab bc ca cd de ef fd dg")
    assert bridges(net) == (Bridge("d", "c", Part(3, ("a", "b", "c"))),)
    assert cut_points(net)[0] == CutPoint("d", (Part(2, ("e", "f")), Part(1, ("g",))))


def test_brokers_are_tied_to_other_communities() -> None:
    net = net_of("ab:9 bc:9 ac:9 de:9 ef:9 df:9 gh:9 cd cg")
    first = brokers(net, find_communities(net))[0]
    assert first.id == "c"
    assert (first.outside, len(first.abroad), first.neighbours) == (2, 2, 4)
    assert brokers(net_of("ab bc"), find_communities(net_of("ab bc"))) == ()


def test_a_long_chain_is_walked_without_running_out_of_stack() -> None:
    net = nx.path_graph([f"{number:05}" for number in range(5000)])
    assert len(bridges(net)) == 4997
    assert cut_points(net)[0].cut_off == 2499


def test_of_a_part_its_size_is_kept_and_only_the_first_of_its_members() -> None:
    net = nx.path_graph([f"{number:06}" for number in range(60_000)])  # all members of all parts would be 900 million
    assert all(len(part.first) <= FIRST for point in cut_points(net) for part in point.parts)
    assert all(len(each.side.first) <= FIRST for each in bridges(net))
