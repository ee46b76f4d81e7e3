import numpy as np
import pytest
from hypothesis import given

from graph.analysis.centrality import Measure, rank, rank_web
from graph.analysis.network import make_net, tie_together
from graph.analysis.web import gather, make_web
from tests.analysis.nets import LINES, Line, law


@law
@given(LINES)
def test_a_web_holds_the_same_ties_as_a_net(lines: list[Line]) -> None:
    web, ties = make_web(lines), tie_together(lines)
    assert [(web.ids[left], web.ids[right]) for left, right in zip(web.left, web.right, strict=True)] == [
        (tie.left, tie.right) for tie in ties
    ]
    assert web.claims.tolist() == [tie.claims for tie in ties]


@law
@given(LINES)
def test_a_web_and_a_net_rank_alike(lines: list[Line]) -> None:
    web, ties = make_web(lines), tie_together(lines)
    for measure in set(Measure) - {Measure.BETWEEN}:
        assert rank_web(web, measure) == rank(make_net(web.ids, ties), measure)


@law
@given(LINES)
def test_every_entity_is_in_a_listed_community_or_counted_beside(lines: list[Line]) -> None:
    web = make_web(lines)
    for most in (1, 99):
        found = gather(web, most)
        members = [id for crowd in found.crowds for id in crowd.members]
        assert len(members) == len(set(members))
        assert len(members) + found.rest_members + found.alone == found.entities == len(web.ids)
    assert (found.rest, found.rest_members) == (0, 0)
    assert sum(each.ties for each in (*found.crowds, *found.links)) <= found.ties == len(web.left)
    if not found.alone:
        assert sum(each.claims for each in (*found.crowds, *found.links)) == web.claims.sum()


@law
@given(LINES)
def test_the_order_in_which_edges_come_changes_nothing(lines: list[Line]) -> None:
    assert gather(make_web(lines), 9) == gather(make_web(lines[::-1]), 9)


def test_around_a_hub_are_its_neighbours_and_their_ties_without_it() -> None:
    web = make_web([Line("h", id) for id in "abcd"] + [Line("a", "b", 3), Line("d", "x"), Line("b", "c")])
    around = web.around("h")
    assert around.ids == ("a", "b", "c", "d")
    assert list(zip(around.left.tolist(), around.right.tolist(), around.claims.tolist(), strict=True)) == [
        (0, 1, 3.0),
        (1, 2, 1.0),
    ]
    assert web.around("nobody").ids == ()


def test_the_first_of_a_ranking_can_be_asked_for() -> None:
    web = make_web([Line("h", id) for id in "abcd"])
    assert rank_web(web, Measure.CLAIMS, most=2).ranks[0].id == "h"
    assert len(rank_web(web, Measure.CLAIMS, most=2).ranks) == 2


@pytest.mark.parametrize("lines", [[], [Line("a", "a")]])
def test_an_empty_web_has_no_communities(lines: list[Line]) -> None:
    found = gather(make_web(lines), 5)
    assert (found.crowds, found.links, found.entities, found.alone) == ((), (), 0, 0)
    assert rank_web(make_web(lines), Measure.VISITED).ranks == ()
    assert np.array_equal(make_web(lines).within(np.array([], dtype=np.int64)).claims, [])
