"""What is done on the canvas with several entities, by hand and by key: choosing, expanding by choice, looking around."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from test_canvas import heard, places, serve, where

BAYKAR = "firm:baykar"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("canvas-acts"))


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.locator("[data-testid=kg-graph][data-rendered='1']").wait_for()
    yield page
    context.close()


def chosen(page: Page) -> set[str]:
    return set(page.evaluate("() => document.querySelector('.kg').kg.cy.nodes('.chosen').map(node => node.id())"))


def corners(page: Page, ids: set[str]) -> tuple[float, float, float, float]:
    at = [where(page, id) for id in ids]
    across, down = [x for x, _y in at], [y for _x, y in at]
    return min(across) - 30, min(down) - 30, max(across) + 30, max(down) + 30


def inside(page: Page, box: tuple[float, float, float, float]) -> set[str]:
    left, top, right, bottom = box
    found = {id: where(page, id) for id in places(page)}
    return {id for id, (x, y) in found.items() if left < x < right and top < y < bottom}


def draw(page: Page, box: tuple[float, float, float, float], *, corners_only: bool) -> None:
    left, top, right, bottom = box
    way = [(right, bottom)] if corners_only else [(right, top), (right, bottom), (left, bottom), (left, top)]
    page.mouse.move(left, top)
    page.mouse.down()
    for x, y in way:
        page.mouse.move(x, y, steps=5)
    page.mouse.up()


def test_several_are_chosen_with_shift_with_a_box_and_with_a_lasso_and_acted_on(page: Page) -> None:
    bar = page.get_by_role("toolbar", name="What is selected")
    before = places(page)
    page.mouse.click(*where(page, "RUS"))
    expect(bar).to_contain_text("Russia")
    page.keyboard.down("Shift")
    page.mouse.click(*where(page, BAYKAR))
    page.keyboard.up("Shift")
    expect(bar).to_contain_text("2 chosen")
    assert set(heard(page, "choose")["ids"]) == {"RUS", BAYKAR} == chosen(page)
    bar.get_by_role("button", name="Pin").click()
    assert set(heard(page, "pin")["ids"]) == {"RUS", BAYKAR}
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    heard(page, "clear")

    box = corners(page, {"RUS", "DZA"})
    wanted = inside(page, box)
    assert 2 <= len(wanted) < len(before)
    page.keyboard.down("Shift")
    draw(page, box, corners_only=True)
    page.keyboard.up("Shift")
    expect(bar).to_contain_text(f"{len(wanted)} chosen")
    assert chosen(page) == wanted
    page.get_by_role("application").focus()
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()

    lasso = page.get_by_role("button", name="Lasso")
    lasso.click()
    expect(lasso).to_have_attribute("aria-pressed", "true")
    draw(page, box, corners_only=False)
    expect(lasso).to_have_attribute("aria-pressed", "false")
    expect(bar).to_contain_text(f"{len(wanted)} chosen")
    assert chosen(page) == wanted
    page.keyboard.press("g")
    assert set(heard(page, "bundle")["ids"]) == wanted
    page.keyboard.press("k")
    assert set(heard(page, "keep")["ids"]) == wanted
    assert places(page) == before


def test_an_expansion_is_chosen_with_the_counts_in_sight_by_mouse_and_by_key(page: Page) -> None:
    page.mouse.click(*where(page, BAYKAR))
    page.get_by_role("toolbar", name="What is selected").get_by_role("button", name="Choose").click()
    question = page.get_by_role("dialog", name="Expand Baykar")
    expect(question).to_contain_text("7 neighbours are hidden")
    expect(question.get_by_role("checkbox")).to_have_count(4)
    expect(question.get_by_text("→ 5")).to_be_visible()
    question.get_by_role("radio", name="incoming").check()
    expect(question.get_by_role("checkbox")).to_have_count(2)
    question.get_by_role("checkbox", name="co-produces").uncheck()
    question.get_by_label("How many, of 7").fill("3")
    question.get_by_role("button", name="Draw").click()
    expect(question).to_be_hidden()
    assert heard(page, "expand")["wish"] == {"relations": ["OWNS"], "direction": "in", "limit": 3}
    page.keyboard.press("Shift+E")
    expect(question).to_be_visible()
    expect(question.get_by_role("checkbox").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(page.get_by_role("application")).to_be_focused()


def test_number_keys_fade_what_is_farther_away_and_move_nothing(page: Page) -> None:
    before = places(page)
    far = "() => document.querySelector('.kg').kg.cy.nodes('.far').map(node => node.id())"
    page.mouse.click(*where(page, "RUS"))
    page.keyboard.press("1")
    around = set(
        page.evaluate(
            "() => document.querySelector('.kg').kg.cy.getElementById('RUS').closedNeighborhood().nodes().map(n => n.id())"
        )
    )
    assert set(page.evaluate(far)) == set(before) - around
    expect(page.locator(".kg-focus")).to_contain_text(f"1 step around Russia: {len(around)} of {len(before)}")
    page.keyboard.press("2")
    assert len(page.evaluate(far)) < len(before) - len(around)
    page.keyboard.press("k")
    assert set(heard(page, "keep")["ids"]) > around
    page.keyboard.press("3")
    page.keyboard.press("Escape")
    assert page.evaluate(far) == []
    assert places(page) == before


def test_undo_holds_anywhere_and_the_help_lists_every_key(page: Page) -> None:
    page.locator("body").press("Control+z")
    heard(page, "undo")
    page.locator("body").press("Control+Shift+z")
    heard(page, "redo")
    page.get_by_role("application").focus()
    page.keyboard.press("?")
    help = page.get_by_role("dialog", name="Keys and pointer")
    for words in ("Expand; open a group", "Lasso", "Undo, anywhere", "Choose all in a box"):
        expect(help).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(help).to_be_hidden()
    page.get_by_role("button", name="Group", exact=True).click()
    page.get_by_role("menuitem", name="By community").click()
    assert heard(page, "bundle_by")["id"] == "community"
    page.get_by_role("button", name="Arrange anew").click()
    heard(page, "arrange")
    page.keyboard.press("Control+a")


def test_far_out_the_names_that_are_written_can_be_read_and_do_not_overlap(page: Page) -> None:
    for _ in range(8):
        page.get_by_role("button", name="Zoom out").click()
    read = "(() => { const cy = document.querySelector('.kg').kg.cy; return cy.nodes('.landmark').map(n => [n.id(), n.data('font') * cy.zoom()]) })()"
    page.wait_for_function(f"() => {read}.every(([id, size]) => size > 9)")  # written anew once the view stands still
    named: list[Any] = page.evaluate(f"() => {read}")
    assert named
    assert len(named) < len(places(page))
