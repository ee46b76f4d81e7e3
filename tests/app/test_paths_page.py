"""Paths between two entities, and two entities side by side, in a real browser."""

import pytest
import worlds
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from test_explore_page import drawn_edges, places, wait_drawn

from graph.store.store import Store


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    return page


def pick(page: Page, label: str, words: str) -> None:
    field = page.get_by_role("combobox", name=label, exact=True)
    field.fill(words)
    expect(page.locator(f'[data-testid=search-box][data-answered="{words.lower()}"]')).to_have_count(1)
    field.press("Enter")


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(broken["id"], broken["nodes"][0]["html"][:200]) for broken in found]


def test_paths_are_picked_by_keyboard_read_as_sentences_and_put_on_the_canvas(maghreb: Page) -> None:
    maghreb.goto("/paths")
    pick(maghreb, "From", "rabat")
    pick(maghreb, "To", "baykar")
    expect(maghreb.get_by_test_id("apart")).to_contain_text(
        "Morocco and Baykar are 2 steps apart: 1 path of that length"
    )
    maghreb.wait_for_url("**from=MAR&to=firm*")
    card = maghreb.locator(".st-key-path-0")
    expect(card.locator(".step")).to_have_count(2)
    expect(card.locator(".step").first).to_contain_text("The first TB2 drones reached Morocco in September.")
    expect(card.locator(".step").first).to_contain_text("Maghreb Defence Review · 2022-06-02")
    expect(card.locator(".step").first).to_contain_text("asserted")
    assert violations(maghreb) == []
    card.get_by_role("button", name="Show on canvas").click()
    wait_drawn(maghreb)
    assert set(places(maghreb)) == {"MAR", "system:bayraktar-tb2", "firm:baykar"}
    assert "MAR~PROCURES~system:bayraktar-tb2" in drawn_edges(maghreb)


def test_no_path_says_what_the_constraints_removed(maghreb: Page) -> None:
    maghreb.goto("/paths?from=MAR&to=firm:baykar")
    expect(maghreb.get_by_test_id("apart")).to_be_visible()
    maghreb.get_by_test_id("stCheckbox").filter(has_text="Along arrows").locator("label").click()
    expect(maghreb.get_by_text("Without the direction there is one of 2 steps.")).to_be_visible()
    maghreb.goto("/paths?from=nobody&to=MAR")
    expect(maghreb.get_by_text("The store has no entity “nobody”.")).to_be_visible()


def test_what_is_asked_of_paths_is_in_the_address_and_opens_the_same_elsewhere(maghreb: Page) -> None:
    maghreb.goto(
        "/paths?from=MAR&to=firm:baykar&clock=reported&until=2030-12-31&said=any&steps=3&hubs=no&relations=PROCURES"
    )
    maghreb.wait_for_selector("[data-testid=stAlert]")
    expect(maghreb.get_by_text("Without the relations there is one of 2 steps.")).to_be_visible()
    expect(maghreb.get_by_role("radio", name="reported")).to_be_checked()
    expect(maghreb.get_by_role("spinbutton", name="year, Until")).to_have_text("2030")
    maghreb.get_by_role("radio", name="5").click()
    maghreb.wait_for_url("**steps=5**")
    maghreb.get_by_test_id("stMultiSelect").first.get_by_role("button", name="Remove").first.click()
    expect(maghreb.get_by_test_id("apart")).to_contain_text("2 steps apart")
    maghreb.wait_for_url(lambda url: "relations" not in url)
    link, said = maghreb.url, maghreb.get_by_test_id("apart").inner_text()
    for part in ("from=MAR", "to=firm", "clock=reported", "until=2030-12-31", "said=any", "steps=5", "hubs=no"):
        assert part in link
    maghreb.get_by_role("link", name="Home").click()
    maghreb.get_by_role("link", name="Paths").click()
    expect(maghreb.get_by_test_id("apart")).to_have_text(said)  # who comes back finds what was left
    maghreb.goto("about:blank")
    maghreb.goto(link)
    expect(maghreb.get_by_test_id("apart")).to_have_text(said)
    assert maghreb.url == link


def test_two_entities_are_compared_and_put_on_the_canvas_with_what_they_share(maghreb: Page) -> None:
    maghreb.goto("/compare?a=ISR&b=MAR")
    expect(maghreb.get_by_test_id("overlap")).to_contain_text("Israel and Morocco have")
    maghreb.get_by_text("In numbers").click()
    expect(maghreb.get_by_test_id("times-in-numbers").locator("tbody tr").first).to_be_visible()
    both = maghreb.get_by_test_id("side-both")
    expect(both).to_contain_text("both: signs")
    expect(both).to_contain_text("Abraham Accords")
    expect(maghreb.get_by_test_id("side-left")).to_contain_text("Bahrain")
    expect(maghreb.get_by_test_id("side-right")).to_contain_text("Bayraktar TB2")
    expect(maghreb.locator(".between li")).not_to_have_count(0)
    expect(maghreb.locator(".times")).to_have_count(2)
    assert violations(maghreb) == []
    maghreb.get_by_role("button", name="Swap").click()
    maghreb.wait_for_url("**a=MAR&b=ISR*")
    expect(maghreb.get_by_test_id("overlap")).to_contain_text("Morocco and Israel have")
    maghreb.get_by_role("button", name="on the canvas").click()
    wait_drawn(maghreb)
    assert {"MAR", "ISR", "agreement:abraham-accords"} <= set(places(maghreb))
