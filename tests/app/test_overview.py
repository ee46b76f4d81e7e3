"""A store as its communities: what is drawn of it and what is said."""

from itertools import combinations

from app import overview
from graph.analysis.web import Crowd, Gathering, Link
from graph.store.view_records import Named

NAMES = {id: Named(id, "State", name) for id, name in (("MAR", "Morocco"), ("ISR", "Israel"), ("TUR", "Türkiye"))}
FOUND = Gathering(
    crowds=(Crowd(("MAR", "ISR", *(f"x{n}" for n in range(210))), 900, 400), Crowd(("TUR", "y1"), 4, 1)),
    links=(Link(0, 1, ties=3, claims=7),),
    rest=12,
    rest_members=30,
    alone=5,
    entities=249,
    ties=404,
)


def sent(found: Gathering = FOUND):
    return overview.payload(found, NAMES, revision=1, selected=None, height=500, says="words")


def test_all_that_is_not_drawn_is_said() -> None:
    assert overview.says(FOUND, where="in the whole store") == (
        "249 entities and 404 ties in the whole store, as 2 communities; not drawn: 12 smaller communities with "
        "30 entities and 5 entities without a tie here."
    )


def test_a_community_is_called_by_who_leads_it_and_drawn_as_large_as_it_is() -> None:
    large, small = sent()["nodes"]
    assert (large["label"], small["label"]) == ("Morocco, Israel (212)", "Türkiye, y1 (2)")
    assert large["size"] > small["size"]
    assert overview.describe(FOUND, 0, NAMES).startswith("212 entities: Morocco, Israel, x0, x1, x2, x3 and 206 more.")


def test_links_say_how_many_claims_are_between_two() -> None:
    [edge] = sent()["edges"]
    assert (edge["label"], edge["symmetric"]) == ("7", True)
    assert overview.describe_link(FOUND, edge["id"], NAMES) == (
        "Between Morocco, Israel and 210 more on one side and Türkiye and y1 on the other: 3 ties, 7 claims."
    )
    assert overview.describe_link(FOUND, "nothing", NAMES) is None
    assert overview.describe_link(FOUND, "MAR~PROCURES~TUR", NAMES) is None


def test_only_so_many_links_are_drawn_and_that_is_said() -> None:
    crowds = tuple(Crowd((f"a{n}", f"b{n}"), 2, 1) for n in range(16))
    links = tuple(Link(left, right, 1, 1) for left, right in combinations(range(16), 2))
    drawn = sent(Gathering(crowds, links, 0, 0, 0, 32, 136))
    assert len(drawn["edges"]) == overview.LINKS
    assert f"the {overview.LINKS} strongest of 120 links" in drawn["status"]


def test_the_same_store_gives_the_same_picture() -> None:
    assert sent() == sent()


def test_what_is_no_community_has_no_number() -> None:
    assert overview.crowd_number("community:3") == 3
    assert [overview.crowd_number(id) for id in (None, "", "MAR", "community:", "community:x", "community:-1")] == [
        None
    ] * 6
