"""The drawing in a real browser, by itself: what is painted, and what each click, key and drag says."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from serving import free_port, serving

from app.launch import OPTIONS
from graph.schema.schema import load_schema

PAGE = Path(__file__).with_name("canvas_page.py")
CANVAS = "[data-testid=kg-graph]"
DEAL = "MAR~CO_PRODUCES~ISR"


def serve(folder: Path, *words: str) -> Iterator[str]:
    port = free_port()
    flags = [f"--{name}={value}" for name, value in OPTIONS.items()]
    line = [sys.executable, "-m", "streamlit", "run", str(PAGE), f"--server.port={port}", *flags, "--", *words]
    with serving(line, port, folder / "canvas.log", {"PYTHONPATH": str(PAGE.parent)}) as address:
        yield address


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("canvas"))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_page(address: str, **choices: Any) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", **choices)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        page.locator(f"{CANVAS}[data-rendered='1']").wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit: Callable[..., Page], address: str) -> Page:
    return visit(address)


def where(page: Page, id: str) -> tuple[float, float]:
    point = page.evaluate("id => document.querySelector('.kg').kg.at(id)", id)
    return point["x"], point["y"]


def places(page: Page) -> dict[str, list[float]]:
    found: dict[str, list[float]] = page.evaluate(
        "() => Object.fromEntries(document.querySelector('.kg').kg.cy.nodes()"
        ".map(node => [node.id(), [node.position('x'), node.position('y')]]))"
    )
    return found


def heard(page: Page, kind: str) -> dict[str, Any]:
    """The last event of that kind, once Python has it."""
    said = page.get_by_test_id("stCode")
    expect(said).to_contain_text(f'"kind": "{kind}"')
    return next(event for event in reversed(json.loads(said.inner_text())) if event["kind"] == kind)


def test_everything_is_drawn_and_in_view(page: Page) -> None:
    assert int(page.locator(CANVAS).get_attribute("data-nodes") or 0) == len(places(page)) > 20
    box = page.locator(".kg-canvas").bounding_box()
    assert box
    for id in places(page):
        x, y = where(page, id)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


def test_the_names_of_entities_never_lie_on_one_another(page: Page) -> None:
    boxes = page.evaluate(
        "() => document.querySelector('.kg').kg.cy.nodes().map(node => [node.id(), node.boundingBox("
        "{includeNodes: false, includeLabels: true, includeOverlays: false})])"
    )
    slack = 34  # Cytoscape counts the room for the badge into every box, on both sides
    overlapping = [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a["x2"], b["x2"]) - max(a["x1"], b["x1"]) > slack
        and min(a["y2"], b["y2"]) - max(a["y1"], b["y1"]) > slack
    ]
    assert overlapping == []


def test_a_node_is_painted_in_its_type_s_colour_where_the_model_says(page: Page) -> None:
    colour = load_schema().entities["Firm"].colour.light
    wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    x, y = where(page, "firm:baykar")
    near = [shot.getpixel((int(x + dx), int(y + dy))) for dx in range(-14, 15, 2) for dy in range(-14, 15, 2)]
    assert sum(max(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) < 12 for pixel in near) > 20


def test_a_click_on_an_edge_says_which(page: Page) -> None:
    page.mouse.click(*where(page, DEAL))
    assert heard(page, "select") | {"moved": {}} == {"kind": "select", "what": "edge", "id": DEAL, "moved": {}}


def test_a_double_click_selects_and_expands_and_moves_nothing(page: Page) -> None:
    before, view = places(page), page.evaluate("() => document.querySelector('.kg').kg.cy.pan()")
    page.mouse.dblclick(*where(page, "ISR"))
    assert heard(page, "expand")["id"] == "ISR"
    assert heard(page, "select")["id"] == "ISR"
    assert page.get_by_test_id("stCode").inner_text().count('"expand"') == 1
    assert places(page) == before
    assert page.evaluate("() => document.querySelector('.kg').kg.cy.pan()") == view


def test_a_dragged_entity_stays_and_says_where(page: Page) -> None:
    x, y = where(page, "RUS")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 40, steps=6)
    page.mouse.up()
    moved = heard(page, "move")["moved"]["RUS"]
    assert moved == pytest.approx(places(page)["RUS"], abs=0.1)
    assert where(page, "RUS") == pytest.approx((x - 60, y + 40), abs=3)


def test_a_click_beside_everything_clears_the_selection(page: Page) -> None:
    page.mouse.click(*where(page, "RUS"))
    heard(page, "select")
    box = page.locator(".kg-canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + 8, box["y"] + 8)
    assert heard(page, "clear")["id"] is None


def test_all_can_be_done_by_key(page: Page) -> None:
    canvas, live = page.get_by_role("application"), page.locator(".kg-live")
    canvas.focus()
    page.keyboard.press("ArrowRight")
    expect(live).to_contain_text("State Morocco")
    page.keyboard.press(".")
    expect(live).to_contain_text("Morocco")
    page.keyboard.press("Enter")
    assert heard(page, "select")["what"] == "edge"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("e")
    expanded = heard(page, "expand")["id"]
    assert expanded in places(page)
    page.keyboard.press("h")
    assert heard(page, "hide")["id"] == expanded
    page.keyboard.press("Escape")
    heard(page, "clear")


def test_the_legend_names_what_is_drawn_and_filters_it(page: Page) -> None:
    legend = page.get_by_role("group", name=re.compile("Legend"))
    firms = legend.get_by_role("button", name="Firms 4")
    expect(firms).to_have_attribute("aria-pressed", "true")
    firms.click()
    assert heard(page, "toggle")["id"] == "Firm"
    legend.get_by_role("button", name=re.compile("expected")).click()
    expect(page.get_by_test_id("stCode")).to_contain_text('"id": "expected"')
    legend.get_by_text("Relations", exact=True).click()
    legend.get_by_role("button", name=re.compile("normalizes relations with")).click()
    expect(page.get_by_test_id("stCode")).to_contain_text('"id": "NORMALIZES"')


def test_zoom_and_fit(page: Page) -> None:
    zoom = "() => document.querySelector('.kg').kg.cy.zoom()"
    fitted = page.evaluate(zoom)
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(zoom) > 2 * fitted
    outside = page.get_by_role("button", name=re.compile("outside the view"))
    outside.click()
    assert page.evaluate(zoom) == pytest.approx(fitted)
    expect(outside).to_be_hidden()


def test_the_picture_can_be_downloaded(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PNG").click()
    download.value.save_as(tmp_path / "picture.png")
    with Image.open(tmp_path / "picture.png") as picture:
        assert picture.width > 800
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 50


def test_the_canvas_follows_the_page_into_the_dark(visit: Callable[..., Page], address: str) -> None:
    page = visit(address, color_scheme="dark")
    shot = Image.open(io.BytesIO(page.locator(".kg-canvas").screenshot())).convert("L")
    pixels = shot.histogram()
    assert sum(pixels[:64]) > 0.8 * sum(pixels)
    assert sum(pixels[160:]) > 500


@pytest.mark.browser
def test_it_draws_the_same_where_files_can_only_be_sent_inline(
    visit: Callable[..., Page], page: Page, tmp_path: Path
) -> None:
    for address in serve(tmp_path, "inline"):
        inline = visit(address)
        assert places(inline) == places(page)
        inline.mouse.click(*where(inline, DEAL))
        assert heard(inline, "select")["id"] == DEAL
