from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given

from graph.analysis import centrality
from graph.analysis.centrality import Measure, rank
from tests.analysis.nets import IDS, NETS, law, net_of


def values(net: "nx.Graph[str]", measure: Measure) -> dict[str, float]:
    return {each.id: each.value for each in rank(net, measure).ranks}


def pairs_run_over(net: "nx.Graph[str]") -> dict[str, float]:
    """By hand: of the shortest ways between each pair, which share runs over each entity between them."""
    found = dict.fromkeys(net, 0.0)
    for left, right in combinations(net, 2):
        if nx.has_path(net, left, right):
            ways = list(nx.all_shortest_paths(net, left, right))
            for way in ways:
                for id in way[1:-1]:
                    found[id] += 1 / len(ways)
    return found


@law
@given(NETS)
def test_between_is_the_share_of_shortest_ways_counted_by_hand(net: "nx.Graph[str]") -> None:
    assert values(net, Measure.BETWEEN) == pytest.approx(pairs_run_over(net))


@law
@given(NETS)
def test_between_is_a_part_of_the_pairs_of_others_that_are_linked(net: "nx.Graph[str]") -> None:
    for each in rank(net, Measure.BETWEEN).ranks:
        others = [pair for pair in combinations(net, 2) if each.id not in pair and nx.has_path(net, *pair)]
        assert each.of == len(others)
        assert 0 <= each.value <= each.of


@law
@given(NETS)
def test_a_walker_is_always_somewhere(net: "nx.Graph[str]") -> None:
    if net.number_of_edges():
        assert sum(values(net, Measure.VISITED).values()) == pytest.approx(1)


@law
@given(NETS)
def test_a_walker_is_where_claims_lead(net: "nx.Graph[str]") -> None:
    times, total = values(net, Measure.VISITED), len(net)
    for here in net if net.number_of_edges() else ():
        comes = sum(
            times[there] * net.edges[there, here]["claims"] / net.degree(there, weight="claims") for there in net[here]
        )
        lost = sum(times[id] for id in net if not net[id])
        assert times[here] == pytest.approx(0.85 * (comes + lost / total) + 0.15 / total, abs=1e-6)


def test_each_measure_says_what_it_counts() -> None:
    net = net_of("ab:9 bc bd cd", alone="e")
    neighbours, claims = rank(net, Measure.NEIGHBOURS), rank(net, Measure.CLAIMS)
    assert [(each.id, each.value, each.place, each.of) for each in neighbours.ranks] == [
        ("b", 3, 1, 4),
        ("c", 2, 2, 4),
        ("d", 2, 2, 4),
        ("a", 1, 4, 4),
        ("e", 0, 5, 4),
    ]
    assert [(each.id, each.value, each.of) for each in claims.ranks][:2] == [("b", 11, 12), ("a", 9, 12)]
    assert rank(net, Measure.VISITED).ranks[0].id == "b"


@pytest.mark.parametrize("measure", Measure)
def test_empty_and_lonely_views_have_rankings_too(measure: Measure) -> None:
    assert rank(net_of(""), measure).ranks == ()
    assert [each.value for each in rank(net_of("", alone="ab"), measure).ranks] == [0, 0]


def test_in_a_large_view_shortest_ways_are_followed_from_some_entities_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    net = net_of("ab bc cd de ef fg gh")
    monkeypatch.setattr(centrality, "EXACT", 5)
    monkeypatch.setattr(centrality, "STARTS", 4)
    heard: list[float] = []
    ranking = rank(net, Measure.BETWEEN, heard.append)
    assert ranking.starts == 4
    assert heard == [0]
    assert ranking == rank(net, Measure.BETWEEN)
    monkeypatch.setattr(centrality, "EXACT", len(IDS))
    assert rank(net, Measure.BETWEEN).starts is None
