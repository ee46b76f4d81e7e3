import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from graph.export.labels import lines
from graph.export.look import Look, colours
from graph.export.svg import to_svg
from graph.schema.schema import load_schema
from tests.export.drawings import HOSTILE, drawing, hostile

SVG = "{http://www.w3.org/2000/svg}"


def groups(svg: str, kind: str) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(svg)
    return {each.get("data-id", ""): each for each in root.iter(f"{SVG}g") if each.get("class") == kind}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_that_is_drawn_is_in_it_in_the_schemas_colours(scheme: str) -> None:
    whole = drawing()
    svg = to_svg(whole, scheme)
    nodes, edges = groups(svg, "node"), groups(svg, "edge")
    assert set(nodes) == {node.id for node in whole.nodes}
    assert set(edges) == {edge.id for edge in whole.edges}
    morocco = nodes["MAR"].find(f"{SVG}path")
    assert morocco is not None
    assert morocco.get("fill") == getattr(load_schema().entities["State"].colour, scheme)
    assert f'fill="{Look(scheme).colour("paper")}"' in svg
    coloured = nodes["firm:baykar"].find(f"{SVG}path")
    assert coloured is not None
    assert coloured.get("fill") == {"light": "#123456", "dark": "#abcdef"}[scheme]
    words = "".join(ElementTree.fromstring(svg).itertext())
    for said in (
        "Bayraktar TB2",
        "co-produces with",
        "Morocco and its arms",
        "at least 80 % sure",
        "+7",
        "Systems",
        "denied",
        "7 more claims between these entities not drawn",
    ):
        assert said in words


def test_modalities_differ_by_line_and_not_by_colour_alone() -> None:
    edges = groups(to_svg(drawing()), "edge")

    def line(id: str) -> tuple[str | None, int]:
        path = edges[id].findall(f"{SVG}path")[-1]
        return path.get("stroke-dasharray"), len(edges[id].findall(f"{SVG}polygon"))

    assert line("MAR~SIGNS~agreement:abraham-accords") == (None, 1)
    assert line("ISR~CO_PRODUCES~MAR") == ("7 4", 0)
    assert line("MAR~MANUFACTURES~system:drones") == ("2 2", 1)
    assert line("person:a-minister~VISITS~MAR") == ("7 4", 1)


def test_parallel_relations_run_apart() -> None:
    edges = groups(to_svg(drawing()), "edge")
    one, other = (
        edges[f"ISR~{relation}~MAR"].findall(f"{SVG}path")[-1].get("d") for relation in ("CO_PRODUCES", "SUPPLIES")
    )
    assert one != other


def test_hostile_words_are_words() -> None:
    whole, _claims = hostile()
    svg = to_svg(whole)
    root = ElementTree.fromstring(svg)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("svg", "title", "rect", "g", "path", "polygon", "text", "tspan", "line"),
    }
    assert "onerror" not in {name for each in root.iter() for name in each.attrib}
    assert "\u202e" not in svg.split("</title>", 1)[0].replace(HOSTILE, "")
    assert "nowhere" not in svg


def test_an_empty_picture_is_a_picture() -> None:
    whole = drawing()
    svg = to_svg(replace(whole, nodes=(), edges=()))
    assert "0 entities" in svg
    ElementTree.fromstring(svg)


def test_nothing_is_asked_of_a_network() -> None:
    svg = to_svg(drawing())
    assert set(re.findall(r"https?://[^\"<]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert "url(" not in svg


def test_the_grounds_are_those_of_the_app() -> None:
    from app.launch import OPTIONS

    names = {"ink": "textColor", "paper": "backgroundColor", "rule": "borderColor", "accent": "primaryColor"}
    for name, option in names.items():
        assert (colours()[name].light, colours()[name].dark) == (
            OPTIONS[f"theme.light.{option}"],
            OPTIONS[f"theme.dark.{option}"],
        )


def test_a_word_that_is_longer_than_a_line_is_broken() -> None:
    assert lines("W" * 30) == ("W" * 20, "W" * 10)
    assert lines("a " + "i" * 23) == ("a " + "i" * 20, "iii")
    assert lines("") == ("",)
