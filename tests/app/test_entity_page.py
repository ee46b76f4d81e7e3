"""An entity's page, and the doors on it."""

import worlds
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from test_explore_page import wait_drawn

from graph.store.store import Store


def test_all_that_is_known_of_an_entity_and_on_to_the_canvas(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/entity?id=MAR")
    expect(page.get_by_test_id("entity-head")).to_contain_text("Kingdom of Morocco")
    relations = page.get_by_test_id("relations")
    expect(relations.locator("section[data-relation=PROCURES] .line")).to_have_count(2)
    expect(relations.locator("section[data-relation=OPPOSES][data-way=in]")).to_contain_text("Algeria opposes Morocco")
    expect(page.get_by_test_id("documents").locator("li")).to_have_count(5)
    expect(page.get_by_test_id("similar")).to_contain_text("each ")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    assert Axe().run(page).response["violations"] == []

    page.get_by_test_id("timeline").get_by_role("button", name="June 2022").press("Enter")
    expect(page.get_by_test_id("told").locator("li")).to_have_count(2)
    expect(page.get_by_text("Reported in June 2022")).to_be_visible()
    page.get_by_role("button", name="All times").click()
    expect(page.get_by_text("Newest claims")).to_be_visible()

    page.get_by_test_id("neighbours").get_by_role("button", name="Bayraktar TB2").click()
    expect(page.get_by_test_id("entity-head")).to_contain_text("Bayraktar TB2")
    page.wait_for_url("**/entity?id=system*")
    page.get_by_role("button", name="Show on canvas").click()
    wait_drawn(page)
    expect(page.get_by_test_id("entity-card")).to_contain_text("Bayraktar TB2")


def test_an_id_that_is_another_entity_now_and_one_that_nobody_has(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb() + worlds.doubles())
    store.ledger.judge("same", "firm:kestrel-optronics", "firm:kestrel-optronix", by="Ada")
    page.goto("/entity?id=firm:kestrel-optronix")
    head = page.get_by_test_id("entity-head")
    expect(head).to_contain_text("Kestrel Optronics")
    expect(head).to_contain_text("made one with")
    expect(page.get_by_test_id("relations")).to_contain_text("2 reports")
    page.goto("/entity?id=firm:bykar")
    expect(page.get_by_text("The store has no entity")).to_be_visible()
    page.get_by_role("button", name="Baykar").click()
    expect(head).to_contain_text("Baykar")


def test_hostile_names_are_words_here_too(page: Page, store: Store) -> None:
    store.writer.write(worlds.hostile())
    page.goto("/entity?id=firm:evil")
    expect(page.get_by_test_id("entity-head")).to_contain_text("<script>window.hacked=1</script>")
    page.goto("/document?id=hostile")
    expect(page.get_by_test_id("document")).to_contain_text("procures <b>F-16</b> & $x^2$ :red[fighters] `now`.")
    page.goto("/entity?id=firm:very-long")
    expect(page.get_by_test_id("entity-head")).to_contain_text("Very Long Industries")
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("a[href^='javascript']").count() == 0
