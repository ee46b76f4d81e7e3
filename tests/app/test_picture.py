import json
from itertools import combinations

import pytest

from app import theme
from app.canvas import picture
from app.canvas.picture import Edge, Node, arrange, payload, split_key
from graph.schema.schema import load_schema

NODES = [Node("MAR", "State", "Morocco", 3), Node("ISR", "State", "Israel", 1), Node("firm:b", "Firm", "Baykar", 9)]
EDGES = [
    Edge("MAR", "CO_PRODUCES", "ISR", "expected", 3, 2),
    Edge("MAR", "NORMALIZES", "ISR"),
    Edge("firm:b", "BASED_IN", "MAR", "denied"),
]


def drawn(**more: object) -> dict:
    return payload(NODES, EDGES, arrange(NODES, EDGES), revision=4, **more)


def test_all_that_the_canvas_gets_can_be_sent() -> None:
    assert json.loads(json.dumps(drawn())) == drawn()


def test_neighbours_that_are_not_drawn_are_counted_once_each() -> None:
    assert {node["id"]: node["hidden"] for node in drawn()["nodes"]} == {"MAR": 1, "ISR": 0, "firm:b": 8}


def test_an_edge_reads_as_the_schema_phrases_it() -> None:
    edges = {edge["relation"]: edge for edge in drawn()["edges"]}
    assert edges["CO_PRODUCES"]["label"] == load_schema().phrase("CO_PRODUCES")
    assert edges["CO_PRODUCES"]["symmetric"]
    assert not edges["BASED_IN"]["symmetric"]
    assert edges["CO_PRODUCES"]["width"] > edges["NORMALIZES"]["width"]


def test_the_legend_counts_what_is_drawn_and_keeps_what_is_hidden() -> None:
    data = drawn(off=["SUPPLIES"])
    assert (data["types"]["State"]["count"], data["types"]["Firm"]["count"]) == (2, 1)
    assert data["modalities"]["expected"]["count"] == 1
    assert {row["name"]: row["count"] for row in data["relations"]} == {
        "SUPPLIES": 0, "CO_PRODUCES": 1, "NORMALIZES": 1, "BASED_IN": 1,
    }  # fmt: skip


def test_a_name_of_ten_thousand_letters_is_short_on_the_canvas() -> None:
    node = Node("x", "Firm", "Long " * 2000)
    assert len(payload([node], [], arrange([node], []), revision=1)["nodes"][0]["label"]) <= 40


@pytest.mark.parametrize("key", ["", "MAR", "MAR~X", "~X~ISR", "MAR~X~ISR~Y"])
def test_what_is_no_edge_s_key_is_not_taken_for_one(key: str) -> None:
    assert split_key(key) is None


def test_an_edge_s_key_leads_back_to_it() -> None:
    assert split_key(EDGES[0].key) == ("MAR", "CO_PRODUCES", "ISR")


def test_every_type_and_modality_has_an_icon_of_its_own_kind() -> None:
    assert all(style["path"] for style in theme.type_styles().values())
    shapes = [style["shape"] for style in theme.type_styles().values()]
    assert len(set(shapes)) == len(shapes)
    assert {style.icon for style in load_schema().modalities.values()} <= set(theme.load_icons())


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_type_colours_stand_out_from_the_page(ground: str) -> None:
    page = {"light": "#ffffff", "dark": "#10151f"}[ground]
    faint = [name for name, style in theme.type_styles().items() if _contrast(style["colour"][ground], page) < 3]
    assert faint == []


def test_two_hundred_names_are_placed_apart() -> None:
    nodes = [Node(f"n{i}", "Firm", f"Company number {i}", 1) for i in range(200)]
    places = arrange(nodes, [Edge(f"n{i}", "OWNS", f"n{i * 7 % 40}") for i in range(200)])
    half = picture.LABEL_WIDTH / 2
    close = [
        pair
        for pair in combinations(places.values(), 2)
        if abs(pair[0][0] - pair[1][0]) < half and abs(pair[0][1] - pair[1][1]) < picture.LINE
    ]
    assert close == []


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
