import networkx as nx
import numpy as np
from hypothesis import given

from graph.analysis.crowds import find_crowds
from graph.analysis.network import list_ties
from tests.analysis.nets import IDS, NETS, law


def crowds_of(net: "nx.Graph[str]") -> dict[str, int]:
    place = {id: number for number, id in enumerate(net)}
    ties = list_ties(net)
    left, right, claims = ([f(tie) for tie in ties] for f in (lambda t: place[t.left], lambda t: place[t.right], lambda t: t.claims))  # fmt: skip
    found = find_crowds(len(net), np.array(left, dtype=np.int64), np.array(right, dtype=np.int64), np.array(claims, dtype=float))  # fmt: skip
    return dict(zip(net, found.tolist(), strict=True))


def groups(crowds: dict[str, int]) -> list[set[str]]:
    return [{id for id in crowds if crowds[id] == number} for number in sorted(set(crowds.values()))]


def planted(of: int, size: int, seed: int) -> "nx.Graph[str]":
    net = nx.planted_partition_graph(of, size, 0.5, 0.01, seed=seed)
    net = nx.relabel_nodes(net, {node: f"{node:04}" for node in net})
    nx.set_edge_attributes(net, 1, "claims")
    return net


@law
@given(NETS)
def test_the_same_net_gives_the_same_communities_numbered_in_order(net: "nx.Graph[str]") -> None:
    crowds = crowds_of(net)
    assert crowds == crowds_of(net)
    first = list(dict.fromkeys(crowds[id] for id in IDS))
    assert first == list(range(len(first)))


@law
@given(NETS)
def test_communities_are_better_than_none_and_leave_out_who_has_no_tie(net: "nx.Graph[str]") -> None:
    found = groups(crowds_of(net))
    assert all(len(group) == 1 or all(net[id] for id in group) for group in found)
    if net.number_of_edges():
        alone = nx.community.modularity(net, [{id} for id in net], weight="claims")
        assert nx.community.modularity(net, found, weight="claims") >= alone - 1e-9


def test_it_finds_what_was_planted_about_as_well_as_louvain() -> None:
    for seed in range(3):
        net = planted(12, 30, seed)
        ours = nx.community.modularity(net, groups(crowds_of(net)), weight="claims")
        theirs = nx.community.modularity(net, nx.community.louvain_communities(net, seed=1), weight="claims")
        assert ours >= 0.97 * theirs


def test_two_worlds_without_a_tie_between_them_are_not_mixed() -> None:
    net = nx.disjoint_union(planted(1, 20, 1), planted(1, 20, 2))
    net = nx.relabel_nodes(net, {node: f"{node:04}" for node in net})
    parts = list(nx.connected_components(net))
    assert all(any(group <= part for part in parts) for group in groups(crowds_of(net)))


def test_progress_is_told_and_never_goes_back() -> None:
    net = planted(5, 20, 1)
    place = {id: number for number, id in enumerate(net)}
    ends = np.array([(place[left], place[right]) for left, right in net.edges])
    heard: list[float] = []
    find_crowds(len(net), ends[:, 0], ends[:, 1], np.ones(len(ends)), heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= heard[-1] <= 1
