from dataclasses import replace
from datetime import date

from app import colouring, drawing
from app.canvas import picture
from app.colouring import Colouring, colour_by, dated, name_basis, size_by
from app.scene import Drawn, Scene, sift
from graph.store.filter import EVERYTHING, Filter

NODES = [
    picture.Node("MAR", "State", "Morocco", 9),
    picture.Node("ISR", "State", "Israel"),
    picture.Node("X", "Firm", "X"),
]
PLACES = {node.id: (0.0, 0.0) for node in NODES}


def payload(painted: Colouring | None):
    drawn = picture.payload(NODES, [], PLACES, revision=1, colouring=painted)
    return {node["id"]: node for node in drawn["nodes"]}, drawn["colouring"]


def test_nothing_is_painted_unless_asked() -> None:
    nodes, legend = payload(None)
    assert legend is None
    assert nodes == payload(Colouring())[0]
    assert {node["tint"] for node in nodes.values()} == {None}


def test_sizes_follow_the_values_and_the_legend_says_what_they_are() -> None:
    nodes, legend = payload(size_by("more claims", {"MAR": 4.0, "ISR": 1.0}))
    assert nodes["MAR"]["size"] > nodes["ISR"]["size"] > nodes["X"]["size"]
    assert legend == {"sized_by": "more claims", "coloured_by": "", "groups": []}


def test_each_group_has_a_colour_and_a_letter_that_says_the_same() -> None:
    nodes, legend = payload(colour_by("community", [["MAR", "other"], ["ISR"]], ["Morocco", "Israel"]))
    assert (nodes["MAR"]["label"], nodes["ISR"]["label"], nodes["X"]["label"]) == ("Morocco · A", "Israel · B", "X")
    assert nodes["MAR"]["tint"]["light"] != nodes["ISR"]["tint"]["light"]
    assert [(each["letter"], each["name"], each["count"]) for each in legend["groups"]] == [
        ("A", "Morocco", 1),
        ("B", "Israel", 1),
    ]


def test_sizes_stay_when_colours_come_and_the_other_way_round() -> None:
    both = colour_by("community", [["MAR"]], ["Morocco"], size_by("more claims", {"MAR": 1.0}))
    assert (both.sizes, both.groups) == ({"MAR": 1.0}, {"MAR": 0})
    assert size_by("more ties", {"ISR": 2.0}, both).groups == {"MAR": 0}


def test_a_view_from_elsewhere_that_names_groups_that_are_not_there_is_drawn_plainly() -> None:
    nodes, legend = payload(Colouring("", {}, "community", {"MAR": 7, "ISR": -1}, ("Morocco",)))
    assert nodes["MAR"]["tint"] is nodes["ISR"]["tint"] is None
    assert legend["groups"] == []


def test_values_that_are_all_nothing_make_no_difference() -> None:
    nodes, _legend = payload(size_by("more paths", {"MAR": 0.0, "ISR": 0.0}))
    assert nodes["MAR"]["size"] == nodes["ISR"]["size"]


def test_letters_go_on_after_z() -> None:
    assert [colouring.letter(number) for number in (0, 25, 26)] == ["A", "Z", "27"]
    assert colouring.colour(0) == colouring.colour(len(colouring.PALETTE))


def test_the_legend_says_where_sizes_or_colours_are_of_another_filter_or_picture() -> None:
    now, later = name_basis(EVERYTHING, ["MAR", "ISR"]), name_basis(Filter(known_by=date(2015, 1, 1)), ["MAR", "ISR"])
    wider = name_basis(EVERYTHING, ["X", "MAR", "ISR"])
    sized = size_by("more claims", {"MAR": 4.0}, on=now)
    both = colour_by("community", [["MAR"]], ["Morocco"], sized, on=later)

    def said(basis: str) -> tuple[str, str]:
        legend = payload(dated(both, basis))[1]
        return legend["sized_by"], legend["coloured_by"]

    assert payload(dated(sized, name_basis(EVERYTHING, ["ISR", "MAR"])))[1]["sized_by"] == "more claims"
    assert said(later) == ("more claims, computed before the filter changed", "community")
    assert said(wider)[0] == "more claims, computed before other entities were drawn"
    assert said(now) == ("more claims", "community, computed before the filter changed")
    assert dated(size_by("more claims", {"MAR": 4.0}), now) == size_by("more claims", {"MAR": 4.0})


def test_a_filter_makes_what_is_painted_on_a_canvas_old() -> None:
    scene = Scene(ids=("MAR",), places=PLACES)
    painted = size_by("more claims", {"MAR": 1.0}, on=name_basis(scene.filter, scene.ids))
    scene = sift(replace(scene, colouring=painted), Filter(known_by=date(2015, 1, 1)))
    sent = drawing.payload(scene, Drawn((), (), {}), total=1, height=100)
    assert sent["colouring"]["sized_by"] == "more claims, computed before the filter changed"
