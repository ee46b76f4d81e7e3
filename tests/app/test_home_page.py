"""The first page: what is in here, and the doors from there into the graph."""

from datetime import date
from pathlib import Path

import worlds
from playwright.sync_api import Page, expect
from test_explore_page import wait_drawn

from graph.store.store import Store

MAP = "[data-testid=worldmap]"


def glance(page: Page, kind: str) -> str:
    """The list of that kind, once it is drawn."""
    where = f"[data-testid=glance][data-kind={kind}]"
    page.wait_for_selector(where)
    return where


def open_home(page: Page) -> None:
    """Go home the way a visitor does, within the session."""
    page.get_by_role("link", name="Home").click()
    page.wait_for_selector(f"{MAP}[data-rendered]")


def drawn_edges(page: Page) -> set[str]:
    return set(page.evaluate("() => document.querySelector('.kg').kg.cy.edges().map(edge => edge.id())"))


def test_it_says_what_is_in_here_and_each_part_is_a_door(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/")
    numbers = page.get_by_test_id("numbers")
    expect(numbers).to_contain_text("5 documents")
    expect(numbers).to_contain_text("from 4 publishers")
    expect(numbers).to_contain_text("2018–2022")
    expect(numbers).to_contain_text("2018-10-26 to 2022-06-02")
    expect(numbers).to_contain_text("10 States")

    newest = page.locator(glance(page, "claims")).locator("li", has_text="Morocco co-produces with Israel").first
    expect(newest).to_contain_text("says the ministry")
    expect(newest).to_contain_text("asserted")
    expect(newest).to_contain_text("Maghreb Defence Review · 2022-06-02")
    newest.get_by_role("button").click()
    expect(page.get_by_test_id("edge-card")).to_contain_text("co-produces with")
    wait_drawn(page)

    open_home(page)
    page.locator(glance(page, "ranks")).get_by_role("button", name="Algeria").click()
    expect(page.get_by_test_id("entity-card")).to_contain_text("Algeria")
    wait_drawn(page)
    assert "ISR~CO_PRODUCES~MAR" in drawn_edges(page)  # what was on the canvas stays there

    open_home(page)
    cell = page.get_by_role("button", name="Israel → Morocco: 1 claim (1 asserted)")
    cell.focus()
    expect(page.locator(".mx-tip")).to_contain_text("supplies · asserted · 1 transfer, 1 report")
    cell.press("Enter")
    expect(page.get_by_test_id("edge-card")).to_contain_text("Israel supplies Morocco")

    open_home(page)
    page.wait_for_load_state("networkidle")  # what comes later would push the map away from under the pointer
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    at = page.evaluate(f"() => document.querySelector('{MAP}').worldmap.at('MAR~ALLIES_WITH~USA')")
    page.mouse.click(at["x"], at["y"])
    expect(page.get_by_test_id("edge-card")).to_contain_text("is allied with")


def test_a_bar_of_the_timeline_opens_what_was_reported_then(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/")
    times = page.locator(glance(page, "timeline"))
    bar = times.get_by_role("button", name="Jun 2022: 2 claims (2 deal)")
    page.get_by_text("theme", exact=True).click()
    expect(times.get_by_role("button", name="Jun 2022: 2 claims (1 procurement, 1 industry)")).to_be_visible()
    page.get_by_text("nature", exact=True).click()
    bar.click()
    wait_drawn(page)
    assert drawn_edges(page) == {"ISR~CO_PRODUCES~MAR", "MAR~PROCURES~system:bayraktar-tb2"}


def test_an_old_address_still_leads_to_its_picture(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/?focus=MAR&sel=ISR~CO_PRODUCES~MAR")
    page.wait_for_url("**/explore?focus=MAR&sel=*")
    wait_drawn(page)
    expect(page.get_by_test_id("edge-card")).to_contain_text("co-produces with")


def test_articles_can_be_dropped_into_an_empty_store_and_new_ones_show_at_once(
    page: Page, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "order.txt").write_text(
        "---\npublished: 2021-05-04\n---\nMorocco ordered 13 Bayraktar TB2 drones in April, the ministry said."
    )
    (tmp_path / "empty.txt").touch()
    page.goto("/")
    expect(page.get_by_text("The store is empty")).to_be_visible()
    expect(page.get_by_role("button", name="Load the sample articles")).to_be_visible()
    page.get_by_role("button", name="Read them in").click()
    expect(page.get_by_text("There was nothing to read")).to_be_visible()
    page.locator("input[type=file]").set_input_files([tmp_path / "empty.txt", tmp_path / "order.txt"])
    page.get_by_role("button", name="Read them in").click()
    expect(page.get_by_text("empty.txt: ")).to_be_visible()
    page.get_by_role("button", name="Go on with the 1 article").click()
    expect(page.get_by_test_id("numbers")).to_contain_text("1 documents")
    expect(page.locator(glance(page, "claims"))).to_contain_text("Morocco procures Bayraktar TB2")

    said = worlds.Said("Algeria flies the Su-30.", "DZA", "Algeria", "OPERATES", "flies", "system:su-30", "Su-30")
    store.writer.write([worlds.article("later", "Later", "Wire", date(2022, 1, 2), [said])])
    page.reload()
    expect(page.get_by_test_id("numbers")).to_contain_text("2 documents")
    expect(page.locator(glance(page, "claims")).locator("li").first).to_contain_text("Algeria operates Su-30")


def test_hostile_names_and_sentences_are_shown_as_text(page: Page, store: Store) -> None:
    store.writer.write(worlds.hostile())
    page.goto("/")
    expect(page.locator(glance(page, "claims"))).to_contain_text("<script>window.hacked=1</script>")
    page.locator(glance(page, "ranks")).get_by_role("button", name="Very Long Industries").click()
    expect(page.get_by_test_id("entity-card")).to_contain_text("Very Long Industries")
    assert page.evaluate("() => window.hacked") is None
