import networkx as nx
from hypothesis import given

from graph.analysis.communities import Bond, find_bonds, find_communities
from graph.analysis.network import list_ties, make_net, tie_together
from tests.analysis.nets import IDS, LINES, NETS, Line, law, net_of

TWO = "ab:3 bc:3 ac:4 ef:2 fg:2 eg cd de"


def test_those_who_are_told_of_together_belong_together() -> None:
    communities = find_communities(net_of(TWO, alone="h"))
    assert [set(each.members) for each in communities][-1] == {"h"}
    assert {frozenset("abc"), frozenset("efg")} <= {
        frozenset(each.members) - {"d"} for each in communities if each.size > 1
    }


def test_the_members_with_most_claims_inside_come_first() -> None:
    [community] = find_communities(net_of("ab:5 bc ac"))
    assert community.members == ("a", "b", "c")
    assert (community.claims, community.ties) == (7, 3)


@law
@given(NETS)
def test_each_entity_is_in_one_community(net: "nx.Graph[str]") -> None:
    communities = find_communities(net)
    assert sorted(id for each in communities for id in each.members) == list(net)


@law
@given(LINES)
def test_the_same_edges_give_the_same_communities_in_whatever_order(lines: list[Line]) -> None:
    one, other = (find_communities(make_net(IDS, tie_together(each))) for each in (lines, lines[::-1]))
    assert one == other


@law
@given(NETS)
def test_every_tie_is_inside_a_community_or_between_two(net: "nx.Graph[str]") -> None:
    communities, ties = find_communities(net), list_ties(net)
    bonds = find_bonds(communities, ties)
    assert sum(each.ties for each in communities) + sum(each.ties for each in bonds) == len(ties)
    assert sum(each.claims for each in communities) + sum(each.claims for each in bonds) == sum(t.claims for t in ties)


def test_ties_between_two_communities_are_one_bond() -> None:
    net = net_of("ab:9 cd:9 ac bd:2")
    assert find_bonds(find_communities(net), list_ties(net)) == (Bond(0, 1, ties=2, claims=3),)
