"""Filtering as a visitor does it in a real browser: the panel with its counts and chips, and the legend beside it."""

from typing import Any

import pytest
import worlds
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from graph.records import Modality
from graph.store.facets import Choice
from graph.store.filter import Filter
from graph.store.store import Store


@pytest.fixture
def panel(page: Page, store: Store) -> Locator:
    """The filter panel beside a picture of Morocco."""
    store.writer.write(worlds.maghreb())
    page.goto("/explore?focus=MAR")
    page.wait_for_function("document.querySelector('.kg')?.dataset.rendered")
    page.locator(".st-key-explore-panel").get_by_text("Filter", exact=True).click()
    expect(page.locator(".sv-row").first).to_be_visible()
    return page.get_by_test_id("sieve")


def elements(page: Page, kind: str) -> dict[str, Any]:
    """What the canvas has of nodes or edges: by id, their type or their modality."""
    script = "kind => Object.fromEntries(document.querySelector('.kg').kg.cy[kind]().map(e => [e.id(), e.data(kind === 'nodes' ? 'type' : 'modality')]))"
    found: dict[str, Any] = page.evaluate(script, kind)
    return found


def places(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "Object.fromEntries(document.querySelector('.kg').kg.cy.nodes().map(n => [n.id(), n.position()]))"
    )
    return found


def count(panel: Locator, field: str, name: str) -> int:
    row = panel.locator(f"[data-field={field}] .sv-row", has=panel.page.get_by_text(name, exact=True))
    return int(row.locator(".sv-count").inner_text())


def test_every_choice_tells_what_it_shows_and_shows_it(panel: Locator, store: Store) -> None:
    page = panel.page
    nodes, edges, before = elements(page, "nodes"), elements(page, "edges"), places(page)
    assert count(panel, "types", "States") == list(nodes.values()).count("State")
    expect(panel.get_by_text("Nothing is filtered out.")).to_be_visible()

    panel.get_by_role("checkbox", name="Systems").uncheck()
    expect(panel.locator(".sv-chip")).to_have_text(["without systems×"])
    page.wait_for_function("!document.querySelector('.kg').kg.cy.nodes('[type=\"System\"]').length")
    legend = page.locator(".kg-key[data-key=System]")
    expect(legend).to_have_attribute("aria-pressed", "false")
    legend.click()
    expect(panel.get_by_role("checkbox", name="Systems")).to_be_checked()
    expect(panel.locator(".sv-chip")).to_have_count(0)

    expected = count(panel, "modalities", "expected")
    row = panel.locator("[data-field=modalities] .sv-row", has=page.get_by_text("expected", exact=True))
    row.hover()
    row.get_by_role("button", name="Only expected").click()
    expect(panel.locator(".sv-chip")).to_have_text(["only expected×"])
    page.wait_for_function("n => document.querySelector('.kg').kg.cy.edges().length === n", arg=expected)
    assert set(elements(page, "edges").values()) == {"expected"}
    only = store.view.edges_among(list(nodes), Filter(modalities=frozenset({Modality.EXPECTED})))
    assert len(only) == expected < len(edges)
    assert places(page) == before
    assert page.evaluate("document.querySelector('.kg').kg.cy.nodes('[?faint]').length") > 0
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()

    panel.get_by_role("button", name="Clear all").press("Enter")
    page.wait_for_function("n => document.querySelector('.kg').kg.cy.edges().length === n", arg=len(edges))
    assert (elements(page, "edges"), places(page)) == (edges, before)


def test_the_panel_is_used_by_keyboard_and_counts_what_it_is_asked_to(panel: Locator, store: Store) -> None:
    page = panel.page
    paper = panel.get_by_role("checkbox", name="Maghreb Defence Review")
    paper.focus()
    paper.press("Space")
    expect(panel.locator(".sv-chip")).to_have_text(["published by Maghreb Defence Review×"])
    expect(panel.get_by_role("checkbox", name="Maghreb Defence Review")).to_be_focused()
    panel.get_by_role("radio", name="at least 90 % sure").check()
    expect(panel.locator(".sv-chip")).to_have_count(2)
    expect(panel.get_by_role("radio", name="at least 90 % sure")).to_be_focused()

    none = panel.locator(".sv-row.is-none")
    expect(none.first).to_be_visible()
    expect(none.locator("input").first).to_be_enabled()
    panel.get_by_role("button", name="Count the whole store").click()
    expect(panel.get_by_text("Counts are of the whole store.")).to_be_visible()
    asked = Filter(publishers=frozenset({"Maghreb Defence Review"}), min_confidence=0.9)
    facets = store.view.facets(None, asked)
    assert count(panel, "modalities", "asserted") == shown(facets.modalities, "asserted")

    panel.locator(".sv-more", has_text="show all").first.click()
    expect(panel.locator(".sv-more", has_text="show fewer")).to_be_focused()
    found = Axe().run(page, context=".sv")
    assert found.violations_count == 0, found.generate_report()


def shown(choices: tuple[Choice, ...], value: str) -> int:
    return next(choice.edges for choice in choices if choice.value == value)
