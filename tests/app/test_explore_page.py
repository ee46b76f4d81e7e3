"""Browsing, as a visitor does it in a real browser."""

from typing import Any

import pytest
import worlds
from playwright.sync_api import Browser, Page, expect

from graph.store.store import Store

GRAPH = "[data-testid=kg-graph]"


def wait_drawn(page: Page, after: str | None = None) -> str:
    """Wait until the canvas has drawn, and drawn anew if `after` is what it had drawn; gives its revision."""
    page.wait_for_function(
        f"after => {{ const it = document.querySelector('{GRAPH}'); return it?.dataset.rendered && it.dataset.rendered !== after }}",
        arg=after,
    )
    return str(page.locator(GRAPH).get_attribute("data-rendered"))


def search(page: Page, words: str) -> None:
    before = wait_drawn(page)
    page.get_by_role("combobox", name="Search states").fill(words)
    page.keyboard.press("Enter")
    wait_drawn(page, before)


def on_page(page: Page, id: str) -> dict[str, float]:
    found: dict[str, float] = page.evaluate("id => document.querySelector('.kg').kg.at(id)", id)
    return found


def places(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "() => Object.fromEntries(document.querySelector('.kg').kg.cy.nodes().map(n => [n.id(), n.renderedPosition()]))"
    )
    return found


def click(page: Page, id: str, *, twice: bool = False) -> None:
    where = on_page(page, id)
    (page.mouse.dblclick if twice else page.mouse.click)(where["x"], where["y"])


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    page.goto("/explore")
    wait_drawn(page)
    return page


def test_search_expand_and_read_the_sentence_behind_an_edge(maghreb: Page) -> None:
    search(maghreb, "Morocco")
    expect(maghreb.get_by_test_id("entity-card")).to_contain_text("Morocco")
    before, drawn = places(maghreb), wait_drawn(maghreb)
    click(maghreb, "ISR", twice=True)
    wait_drawn(maghreb, drawn)
    after = places(maghreb)
    assert set(before) < set(after)
    assert {id: after[id] for id in before} == before
    click(maghreb, "ISR~CO_PRODUCES~MAR")
    card = maghreb.get_by_test_id("edge-card")
    expect(card).to_contain_text("co-produces with")
    expect(maghreb.locator(".claim")).to_have_count(2)
    newest = maghreb.locator(".claim .from").all_inner_texts()
    assert [words.split(" · ")[-1].split("\n")[0] for words in newest] == ["2022-06-02", "2021-11-22"]
    claim = maghreb.locator(".claim", has_text=worlds.DEAL)
    expect(claim.locator("mark.sentence").first).to_be_visible()
    expect(claim.get_by_test_id("passage")).to_contain_text(worlds.DEAL)
    expect(claim).to_contain_text("expected")
    expect(claim).to_contain_text("says a retired colonel")
    expect(claim).to_contain_text("Maghreb Defence Review")
    expect(claim).to_contain_text("2021-11-22")
    assert claim.locator("mark.source").first.inner_text() in ("Morocco", "Israel")
    assert claim.locator("mark.cue").first.inner_text() == "build"


def test_the_address_opens_the_same_picture_elsewhere(maghreb: Page, browser: Browser, app: str) -> None:
    search(maghreb, "Morocco")
    click(maghreb, "ISR~CO_PRODUCES~MAR")
    expect(maghreb.get_by_test_id("edge-card")).to_be_visible()
    maghreb.wait_for_url("**sel=ISR*")
    other = browser.new_page(viewport={"width": 1280, "height": 900})
    other.goto(maghreb.url)
    wait_drawn(other)
    expect(other.get_by_test_id("edge-card")).to_contain_text("co-produces with")
    model = "() => Object.fromEntries(document.querySelector('.kg').kg.cy.nodes().map(n => [n.id(), n.position()]))"
    assert other.evaluate(model) == maghreb.evaluate(model)
    other.close()


def test_a_typing_error_still_finds_it(maghreb: Page) -> None:
    search(maghreb, "Moroco")
    expect(maghreb.get_by_test_id("entity-card")).to_contain_text("Morocco")


def test_nothing_found_is_said(maghreb: Page) -> None:
    maghreb.get_by_role("combobox", name="Search states").fill("xqzxqz")
    maghreb.keyboard.press("Enter")
    expect(maghreb.get_by_text("Nothing in the store has such a name").first).to_be_visible()


def test_the_legend_filters(maghreb: Page) -> None:
    search(maghreb, "Morocco")
    drawn = wait_drawn(maghreb)
    maghreb.locator(".kg-key[data-key=System]").click()
    wait_drawn(maghreb, drawn)
    assert not maghreb.evaluate("() => document.querySelector('.kg').kg.cy.nodes('[type=\"System\"]').length")
    assert maghreb.locator(".kg-key[data-key=System]").get_attribute("aria-pressed") == "false"


def drawn_edges(page: Page) -> set[str]:
    return set(page.evaluate("() => document.querySelector('.kg').kg.cy.edges().map(edge => edge.id())"))


def test_a_reader_can_ask_for_what_is_sure_and_see_why(maghreb: Page) -> None:
    search(maghreb, "Morocco")
    before, drawn = drawn_edges(maghreb), wait_drawn(maghreb)
    choice = maghreb.get_by_label("Confidence")
    choice.focus()
    choice.select_option("at least 90 % sure")
    drawn = wait_drawn(maghreb, drawn)
    assert drawn_edges(maghreb) == {"MAR~PROCURES~system:bayraktar-tb2"}
    expect(choice).to_be_focused()
    expect(maghreb.get_by_text("Only what is at least 90 % sure.")).to_be_visible()
    expect(maghreb.locator(".st-key-relations button")).to_have_count(1)
    maghreb.locator(".st-key-relations button").click()
    card = maghreb.locator(".claim", has_text=worlds.ORDER)
    expect(card.get_by_test_id("confidence")).to_have_text("92 % sure")
    expect(card.locator("dl")).to_contain_text("cue order, path <b>dobj</b>")
    choice.select_option("any confidence")
    wait_drawn(maghreb, drawn)
    assert drawn_edges(maghreb) == before
    click(maghreb, "ISR~CO_PRODUCES~MAR")
    expect(maghreb.locator(".claim", has_text=worlds.DEAL)).to_be_visible()
    expect(maghreb.get_by_test_id("confidence")).to_have_count(0)


def test_an_unknown_entity_in_the_address_gets_a_helpful_word(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/explore?focus=firm:bykar")
    expect(page.get_by_text("The store has no entity")).to_be_visible()
    wait_drawn(page)


def test_an_empty_store_offers_the_sample(page: Page) -> None:
    page.goto("/explore")
    expect(page.get_by_text("The store is empty")).to_be_visible()
    expect(page.get_by_role("button", name="Load the sample articles")).to_be_visible()


def test_the_panel_lists_relations_as_sentences_for_the_keyboard(maghreb: Page) -> None:
    search(maghreb, "Morocco")
    maghreb.get_by_role("button", name="Morocco procures Bayraktar TB2").press("Enter")
    expect(maghreb.get_by_test_id("edge-card")).to_contain_text("Bayraktar TB2")


def test_hostile_names_and_sentences_are_shown_as_text(page: Page, store: Store) -> None:
    store.writer.write(worlds.hostile())
    page.goto("/explore?focus=firm:evil&sel=firm:evil~PROCURES~system:f-16")
    wait_drawn(page)
    expect(page.get_by_test_id("passage")).to_contain_text("<b>F-16</b> & $x^2$ :red[fighters] `now`.")
    page.get_by_role("combobox", name="Search states").fill('<img src=x onerror=window.hacked=1> " ) OR *')
    page.keyboard.press("Enter")
    page.goto("/explore?focus=firm:very-long")
    expect(page.get_by_test_id("entity-card")).to_contain_text("Very Long Industries")
    wait_drawn(page)
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("a[href^='javascript']").count() == 0
