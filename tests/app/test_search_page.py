"""Searching, as a visitor does it in a real browser: with the keyboard, as they type."""

import pytest
import worlds
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from test_explore_page import drawn_edges, places, wait_drawn

from graph.store.store import Store

BOX = "[data-testid=search-box]"


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    page.goto("/explore")
    wait_drawn(page)
    return page


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search states")


def write(page: Page, words: str, delay: int = 0) -> Locator:
    """Type words and wait for the suggestions for all of them."""
    field(page).fill("")
    field(page).press_sequentially(words, delay=delay)
    expect(page.locator(f'{BOX}[data-answered="{words.lower()}"]')).to_have_count(1)
    return page.locator(".sb-option")


def test_suggestions_come_as_one_types_and_the_keyboard_puts_them_on_the_canvas(maghreb: Page) -> None:
    options = write(maghreb, "el", delay=40)
    expect(field(maghreb)).to_have_attribute("aria-expanded", "true")
    expect(options.first).to_contain_text("Elbit Systems")
    expect(options.first).to_contain_text("Firm")
    expect(options.first).to_contain_text("2 claims · 1 document")
    assert options.first.get_attribute("aria-selected") == "true"
    assert field(maghreb).get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    found = Axe().run(maghreb, context=BOX)
    assert [(broken["id"], broken["nodes"][0]["html"]) for broken in found.response["violations"]] == []
    drawn = wait_drawn(maghreb)
    maghreb.keyboard.press("Enter")
    wait_drawn(maghreb, drawn)
    expect(field(maghreb)).to_have_attribute("aria-expanded", "false")
    expect(maghreb.get_by_test_id("entity-card")).to_contain_text("Elbit Systems")
    # arrows choose another, Escape closes, and what was on the canvas stays
    options = write(maghreb, "morocco israel")
    texts = options.all_inner_texts()
    assert any("co-produces with" in text for text in texts)
    assert any("normalizes" in text for text in texts)
    maghreb.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    maghreb.keyboard.press("ArrowUp")
    maghreb.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    maghreb.keyboard.press("Escape")
    expect(maghreb.locator(".sb-list")).to_be_hidden()
    assert "firm:elbit-systems" in places(maghreb)


def test_a_question_with_a_relation_puts_its_edges_on_the_canvas_and_can_be_undone(maghreb: Page) -> None:
    options = write(maghreb, "who supplies moroco")
    expect(options.first).to_contain_text("… supplies Morocco")
    expect(options.first).to_contain_text("2 edges")
    drawn = wait_drawn(maghreb)
    maghreb.keyboard.press("Enter")
    drawn = wait_drawn(maghreb, drawn)
    assert set(places(maghreb)) == {"MAR", "ISR", "FRA"}
    assert {"ISR~SUPPLIES~MAR", "FRA~SUPPLIES~MAR"} <= drawn_edges(maghreb)
    maghreb.get_by_role("button", name="Undo").click()
    wait_drawn(maghreb, drawn)
    assert len(places(maghreb)) > 3


def test_nothing_found_says_what_was_looked_for_and_what_the_lexicon_knows(maghreb: Page) -> None:
    write(maghreb, "chad")
    expect(maghreb.locator(".sb-list")).to_contain_text("Nothing in the store has such a name: “chad”")
    expect(maghreb.locator(".sb-list")).to_contain_text("the store has nothing on Chad (state)")
    before = places(maghreb)
    maghreb.keyboard.press("Enter")
    expect(maghreb.locator(".sb-list")).to_be_visible()
    assert places(maghreb) == before


def test_hostile_names_are_suggested_as_text(page: Page, store: Store) -> None:
    store.writer.write(worlds.hostile())
    page.goto("/explore")
    wait_drawn(page)
    options = write(page, "window hacked")
    expect(options.first).to_contain_text("<script>window.hacked=1</script>")
    options = write(page, "very long")
    expect(options.first).to_contain_text("Very Long Industries")
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("() => window.hacked") is None
