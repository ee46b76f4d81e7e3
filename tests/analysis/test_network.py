from hypothesis import given

from graph.analysis.network import Tie, make_net, tie_together
from tests.analysis.nets import IDS, LINES, Line, law


def test_edges_both_ways_round_are_one_tie_and_their_claims_add_up() -> None:
    lines = [Line("b", "a", 2), Line("a", "b", 3), Line("a", "a", 9)]
    assert tie_together(lines) == (Tie("a", "b", claims=5, edges=2),)


@law
@given(LINES)
def test_the_order_in_which_edges_come_changes_nothing(lines: list[Line]) -> None:
    one, other = (make_net(ids, tie_together(each)) for ids, each in ((IDS, lines), (IDS[::-1], lines[::-1])))
    assert list(one) == list(other)
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_ties_to_what_is_not_in_the_view_are_left_out() -> None:
    net = make_net("ab", [Tie("a", "b"), Tie("b", "c")])
    assert list(net.edges) == [("a", "b")]
