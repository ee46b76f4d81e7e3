"""The strip of time in a real browser: days are dragged, walked, typed and played, and no node moves."""

from datetime import date
from typing import Any

import pytest
import worlds
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from graph.store.filter import Filter
from graph.store.store import Store


@pytest.fixture
def strip(page: Page, store: Store) -> Locator:
    """The strip below a picture of Morocco."""
    store.writer.write(worlds.maghreb())
    page.goto("/explore?focus=MAR")
    page.wait_for_function(
        "document.querySelector('.kg')?.dataset.rendered && document.querySelector('.tb')?.dataset.rendered"
    )
    return page.get_by_test_id("timebrush")


def places(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "Object.fromEntries(document.querySelector('.kg').kg.cy.nodes().map(n => [n.id(), n.position()]))"
    )
    return found


def wait_edges(page: Page, store: Store, filter: Filter) -> None:
    """Wait until exactly the edges of that filter are drawn, each as firm as it is by then."""
    edges = store.view.edges_among(list(places(page)), filter)
    expected = sorted([f"{edge.source}~{edge.relation}~{edge.target}", str(edge.modality)] for edge in edges)
    page.wait_for_function(
        "expected => JSON.stringify(document.querySelector('.kg').kg.cy.edges().map(e => [e.id(), e.data('modality')]).sort((a, b) => a[0] < b[0] ? -1 : 1)) === JSON.stringify(expected)",
        arg=expected,
    )


def chosen(strip: Locator) -> tuple[str, str]:
    return strip.get_by_label("From day").input_value(), strip.get_by_label("To day").input_value()


def test_days_are_typed_walked_and_dragged(strip: Locator, store: Store) -> None:
    page, before = strip.page, places(strip.page)
    first, last = chosen(strip)
    strip.get_by_label("To day").fill("2021-11-30")
    wait_edges(page, store, Filter(known_by=date(2021, 11, 30)))
    expect(strip.locator(".tb-words")).to_contain_text(" of ")

    strip.get_by_label("as known on one day").check()
    expect(strip.get_by_role("slider", name="First day")).to_be_hidden()
    expect(strip.get_by_text("as known on", exact=True)).to_be_visible()

    handle = strip.get_by_role("slider", name="Last day")
    handle.press("ArrowLeft")
    expect(handle).to_have_attribute("aria-valuetext", "2021-11-29")
    handle.press("Shift+ArrowLeft")
    expect(handle).to_have_attribute("aria-valuetext", "2021-10-29")
    wait_edges(page, store, Filter(known_by=date(2021, 10, 29)))
    handle.press("End")
    expect(handle).to_have_attribute("aria-valuetext", last)
    wait_edges(page, store, Filter())

    strip.get_by_label("as known on one day").uncheck()
    left = strip.get_by_role("slider", name="First day")
    box, whole = left.bounding_box(), strip.locator(".tb-strip").bounding_box()
    assert box
    assert whole
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(whole["x"] + whole["width"] / 2, box["y"] + 20, steps=12)
    page.mouse.up()
    day = date.fromisoformat(strip.get_by_label("From day").input_value())
    assert date.fromisoformat(first) < day < date.fromisoformat(last)
    wait_edges(page, store, Filter(known_from=day))
    page.get_by_role("button", name="Undo").click()
    wait_edges(page, store, Filter())
    page.get_by_role("button", name="Redo").click()
    wait_edges(page, store, Filter(known_from=day))
    strip.get_by_role("button", name="all days").click()
    wait_edges(page, store, Filter())
    assert places(page) == before
    page.locator(".st-key-explore-panel").get_by_text("History", exact=True).click()
    expect(page.get_by_text("Filtered: reported since")).to_have_count(1)  # a drag is one step, however long


def test_time_is_played_step_by_step_by_either_clock(strip: Locator, store: Store) -> None:
    page, before = strip.page, places(strip.page)
    strip.get_by_label("as known on one day").check()
    strip.get_by_label("Step").select_option("quarter")
    page.evaluate(
        """() => { const seen = window.seen = new Set(), tb = document.querySelector('.tb');
        new MutationObserver(() => seen.add(tb.dataset.rendered)).observe(tb, {attributes: true}); }"""
    )
    play = strip.locator(".tb-play")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("window.seen.size >= 3")
    assert places(page) == before
    expect(play).to_have_attribute("aria-pressed", "false")  # it stops at the last day
    wait_edges(page, store, Filter())

    strip.get_by_role("radio", name="happened").check()
    expect(strip.get_by_label("as known on one day")).to_be_hidden()
    expect(strip.locator(".tb-words")).to_contain_text("without a day")
    found = Axe().run(page, context=".tb")
    assert found.violations_count == 0, found.generate_report()
