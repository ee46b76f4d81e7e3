"""All pages for all people: axe finds nothing, in light and dark; every page has a name; nothing is lost at 200 % zoom."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import worlds
import yaml
from axe_playwright_python.sync_playwright import Axe
from pages import PLACES, Place, visit
from playwright.sync_api import Browser, Page, expect

from graph.store.store import Store

ACCEPTED = yaml.safe_load(Path(__file__).with_name("accepted.yml").read_text(encoding="utf-8"))
NAMES = {"entity": "MAR", "other": "DZA", "edge": "ISR~CO_PRODUCES~MAR", "document": "rabat-drones"}
PATIENCE = 60_000
MOVING = """() => document.getAnimations().filter(it => it.playState === 'running' && it.effect.getComputedTiming().duration > 1)
  .map(it => it.effect.target.outerHTML.slice(0, 200))"""
COUNT_ANIMATED = """() => {
  const all = Object.getPrototypeOf(document.querySelector('.kg').kg.cy.collection()), animate = all.animate;
  window.animated = 0;
  all.animate = function (...how) { window.animated += this.length; return animate.apply(this, how); };
}"""


@pytest.fixture(scope="module")
def filled(opened_store: Store) -> Store:
    """One world for all pages: they are only looked at."""
    opened_store.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")
    opened_store.writer.write(worlds.maghreb())
    return opened_store


@pytest.fixture(params=["light", "dark"])
def visitor(browser: Browser, app: str, filled: Store, request: pytest.FixtureRequest) -> Iterator[Page]:
    size: Any = {"width": 1280, "height": 900}
    context = browser.new_context(base_url=app, viewport=size, reduced_motion="reduce", color_scheme=request.param)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds on a page and isn't accepted, a line for each element."""
    found = Axe().run(page).response["violations"]
    lines = [(rule["id"], node) for rule in found for node in rule["nodes"]]
    return [f"{rule}: {node['html'][:200]}" for rule, node in lines if not accepted(page, rule, node["target"])]


def accepted(page: Page, rule: str, target: list[str]) -> bool:
    within = [each["within"] for each in ACCEPTED if each["rule"] == rule]
    return any(page.locator(str(target[0])).first.evaluate("(e, at) => !!e.closest(at)", at) for at in within)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_axe_finds_nothing(visitor: Page, place: Place) -> None:
    visit(visitor, place, **NAMES)
    assert violations(visitor) == []
    assert visitor.title().endswith(" · Entente")
    assert visitor.locator("h1").count() == 1 or "unknown" in place.name
    assert visitor.evaluate("document.documentElement.lang") == "en"
    assert visitor.evaluate(MOVING) == []  # the visitor asked for reduced motion


@pytest.mark.parametrize(
    "place",
    [place for place in PLACES if place.name in ("home", "table", "entity", "document", "ingest")],
    ids=lambda place: place.name,
)
def test_nothing_is_lost_at_twice_the_size(browser: Browser, app: str, filled: Store, place: Place) -> None:
    context = browser.new_context(base_url=app, viewport={"width": 640, "height": 450}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    visit(page, place, **NAMES)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 640
    context.close()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_newcomers_fade_in_only_for_those_who_like_motion(
    browser: Browser, app: str, filled: Store, motion: Any
) -> None:
    context = browser.new_context(base_url=app, reduced_motion=motion)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/explore?focus=MAR&sel=DZA")
    drawn = page.wait_for_selector("[data-testid=kg-graph][data-rendered]").get_attribute("data-rendered")
    page.evaluate(COUNT_ANIMATED)
    page.get_by_role("toolbar", name="What is selected").get_by_role("button", name="Expand").click()
    page.wait_for_function(
        "drawn => document.querySelector('[data-testid=kg-graph]').dataset.rendered !== drawn", arg=drawn
    )
    assert (page.evaluate("window.animated") > 0) == (motion == "no-preference")
    context.close()


def test_axe_finds_nothing_in_an_empty_store(page: Page) -> None:
    for address in ("/", "/explore", "/review", "/analysis"):
        page.goto(address)
        page.wait_for_selector("[data-testid=stMain] :is(button, [data-testid=stAlert], input)")
        assert violations(page) == [], address


def test_search_an_edge_its_sentence_and_back_by_keyboard_alone(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/explore")
    page.wait_for_selector("[data-testid=kg-graph][data-rendered]")
    _tab_to(page, ".sb-input")
    page.keyboard.type("Morocco")
    expect(page.get_by_role("option", name="Morocco").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("entity-card")).to_contain_text("Morocco")
    _tab_to(page, "[class*=st-key-edge-] button, .st-key-relations button")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("edge-card")).to_be_visible()
    expect(page.locator("mark.sentence").first).to_be_visible()
    _tab_to(page, "[class*=st-key-end-] button", back=True)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("entity-card").or_(page.get_by_test_id("entity-head"))).to_be_visible()


def _tab_to(page: Page, wanted: str, *, back: bool = False) -> None:
    """Press Tab until the focus is there; wherever it comes by, it can be seen."""
    for _ in range(120):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here, seen = page.evaluate(SEEN, wanted)
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 300)")
        if here:
            return
    raise AssertionError(f"Tab never comes to {wanted}")


SEEN = """wanted => {
  const at = document.activeElement, style = getComputedStyle(at), shown = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.borderColor !== style.backgroundColor;
  };
  return [at.matches(wanted), at === document.body || shown(at) || shown(at.parentElement)];
}"""
