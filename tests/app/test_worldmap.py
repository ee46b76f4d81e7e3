"""The map's outline, places and payload: pure, without a browser."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.worldmap
from app.worldmap.picture import payload
from app.worldmap.projection import height, project, width
from graph.lexicon.positions import load_positions
from graph.records import Modality
from graph.store.view_records import Edge, Named

FOLDER = Path(app.worldmap.__file__).parent
OUTLINE = FOLDER / "frontend" / "outline.js"
NOTICE = (FOLDER / "NOTICE.md").read_text(encoding="utf-8")
MOROCCO, ISRAEL, TB2 = Named("MAR", "State", "Morocco"), Named("ISR", "State", "Israel"), Named("x", "System", "TB2")
LATITUDES, LONGITUDES = st.floats(-56, 83), st.floats(-180, 180)


def read_outline() -> dict[str, object]:
    found: dict[str, object] = json.loads(OUTLINE.read_text(encoding="utf-8").split("outline = ")[1].rstrip(";\n"))
    return found


def edge(source: str, relation: str, target: str, modality: Modality = Modality.ASSERTED) -> Edge:
    counts = {each: int(each is modality) for each in Modality}
    return Edge(source, relation, target, modality, 1, 1, counts, 0, last=date(2021, 1, 1))


def test_the_outline_is_the_one_that_its_notice_names_and_is_small() -> None:
    digest = hashlib.sha256(OUTLINE.read_bytes()).hexdigest()
    assert digest in NOTICE
    assert OUTLINE.stat().st_size < 150_000
    assert re.search(r"world-atlas.*2\.0\.2", NOTICE)
    assert "public domain" in NOTICE
    assert "Permission to use, copy, modify" in NOTICE


def test_the_outline_has_the_lands_that_a_map_of_states_needs_and_dashes_disputed_lines() -> None:
    outline = read_outline()
    lands = outline["lands"]
    assert isinstance(lands, dict)
    assert {"MAR", "ESH", "BHR", "SGP", "MLT", "XKX", "TWN", "PSE"} <= set(lands)
    assert outline["disputed"]


@given(LONGITUDES, LATITUDES)
def test_every_place_of_the_globe_lies_on_the_drawn_world(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert 0 <= x <= width()
    assert 0 <= y <= height()


@given(LATITUDES, LONGITUDES, LONGITUDES)
def test_east_is_right_and_north_is_up(latitude: float, one: float, other: float) -> None:
    if abs(one - other) > 0.01:
        assert (project(one, latitude)[0] < project(other, latitude)[0]) == (one < other)
    assert project(one, latitude)[1] >= project(one, min(83.0, latitude + 1))[1]


def test_what_has_no_place_is_said_and_its_edges_are_not_drawn() -> None:
    said = payload([MOROCCO, ISRAEL, TB2], [edge("MAR", "PROCURES", "x"), edge("ISR", "SUPPLIES", "MAR")], height=400)
    assert [node["id"] for node in said["nodes"]] == ["MAR", "ISR"]
    assert [arc["id"] for arc in said["arcs"]] == ["ISR~SUPPLIES~MAR"]
    assert said["status"] == "1 drawn entity has no place on the map"


@pytest.mark.parametrize(("relation", "theme"), [("SUPPLIES", "procurement"), ("OPPOSES", "conflict")])
def test_an_arc_says_its_theme_and_how_firmly_it_is_said(relation: str, theme: str) -> None:
    (arc,) = payload([MOROCCO, ISRAEL], [edge("ISR", relation, "MAR", Modality.EXPECTED)], height=400)["arcs"]
    assert (arc["theme"], arc["modality"], arc["symmetric"]) == (theme, "expected", False)


def test_states_stand_inside_the_drawn_world() -> None:
    places = [project(*at) for id, at in load_positions().items() if ":" not in id and at[1] > -56]
    assert all(0 < x < width() and 0 < y < height() for x, y in places)
