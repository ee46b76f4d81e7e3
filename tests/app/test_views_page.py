"""The same picture as a matrix and on the map, in step with the graph, as a visitor sees it in a real browser."""

import pytest
import worlds
from playwright.sync_api import Page, expect
from test_explore_page import wait_drawn

from graph.store.store import Store

MAP, MATRIX = "[data-testid=worldmap]", "[data-testid=matrix]"


@pytest.fixture
def morocco(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    page.goto("/explore?focus=MAR")
    wait_drawn(page)
    return page


def show(page: Page, view: str) -> None:
    page.get_by_role("radio", name=view).or_(page.get_by_role("button", name=view, exact=True)).first.click()


def test_the_map_shows_what_is_drawn_says_what_has_no_place_and_selects_in_step(morocco: Page) -> None:
    show(morocco, "Map")
    morocco.wait_for_selector(f"{MAP}[data-rendered]")
    expect(morocco.locator(".wm-status")).to_contain_text("drawn entities have no place on the map")
    expect(morocco.locator(".wm-note")).to_contain_text("Western Sahara")
    assert morocco.locator(".wm-disputed").count() == 1
    at = morocco.evaluate(f"() => document.querySelector('{MAP}').worldmap.at('ISR~SUPPLIES~MAR')")
    morocco.mouse.click(at["x"], at["y"])
    expect(morocco.get_by_test_id("edge-card")).to_contain_text("Israel supplies Morocco")

    the_map = morocco.get_by_role("application", name="Map.")
    the_map.focus()
    the_map.press("ArrowRight")
    expect(morocco.locator(f"{MAP} .wm-live")).not_to_be_empty()
    the_map.press(".")
    expect(morocco.locator(".wm-tip")).to_contain_text("·")

    morocco.get_by_text("The same as a table").click()
    rows = morocco.locator(".wm-rows tbody tr")
    before = rows.count()
    pressed = morocco.get_by_role("button", name="Israel supplies Morocco").and_(morocco.locator(".wm-rows button"))
    expect(pressed).to_have_attribute("aria-pressed", "true")
    morocco.locator(".wm-key[data-key=conflict]").click()
    expect(morocco.locator(".wm-key[data-key=conflict]")).to_have_attribute("aria-pressed", "false")
    assert 0 < rows.count() < before

    show(morocco, "Graph")
    selected = "() => document.querySelector('.kg').kg.cy.edges(':selected').map(edge => edge.id())"
    assert morocco.evaluate(selected) == ["ISR~SUPPLIES~MAR"]


def test_the_matrix_shows_what_is_drawn_sorts_and_is_walked_by_key(morocco: Page) -> None:
    show(morocco, "Matrix")
    morocco.wait_for_selector(f"{MATRIX}[data-rendered]")
    table = morocco.get_by_role("table", name="source by target")
    cell = table.get_by_role("button", name="Morocco → Bayraktar TB2: 2 claims (2 asserted)")
    cell.click()
    expect(morocco.get_by_test_id("edge-card")).to_contain_text("Morocco procures Bayraktar TB2")
    expect(cell).to_have_attribute("aria-pressed", "true")
    expect(cell).to_be_focused()

    morocco.get_by_label("Order", exact=True).select_option("by name")
    names = table.locator("tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    morocco.get_by_label("Relation", exact=True).select_option("supplies")
    expect(table.locator(".mx-cell")).to_have_count(2)
    first = table.get_by_role("button", name="France → Morocco: 1 claim (1 denied)")
    first.focus()
    first.press("ArrowDown")
    expect(table.get_by_role("button", name="Israel → Morocco: 1 claim (1 asserted)")).to_be_focused()
    morocco.keyboard.press("Enter")
    expect(morocco.get_by_test_id("edge-card")).to_contain_text("Israel supplies Morocco")
    table.get_by_role("rowheader", name="Israel").get_by_role("button").click()
    expect(morocco.get_by_test_id("entity-card")).to_contain_text("Israel")
