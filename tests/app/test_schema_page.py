"""The Schema page in a real browser: what is pressed is described, and its questions open in the console."""

import worlds
from playwright.sync_api import Page, expect
from test_explore_page import click, wait_drawn

from graph.store.store import Store


def test_what_is_chosen_is_described_and_asked_for_in_the_console(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/schema")
    wait_drawn(page)
    expect(page.get_by_test_id("schema-card")).to_contain_text("(:Claim)")
    expect(page.get_by_test_id("properties")).to_contain_text("the sentence, as the document says it")
    expect(page.get_by_role("button", name="Hide", exact=True)).to_have_count(0)
    page.goto("/schema?of=PROCURES")
    expect(page.get_by_test_id("schema-card")).to_contain_text("[:PROCURES]")
    expect(page.get_by_test_id("schema-card")).to_contain_text("State PROCURES System")
    page.get_by_role("combobox", name="Look at").click()
    page.get_by_role("option", name="Firm", exact=True).click()
    expect(page.get_by_test_id("schema-card")).to_contain_text("(:Entity:Firm)")
    page.wait_for_url("**of=Firm")
    page.goto("/schema?of=nothing")
    expect(page.get_by_test_id("schema-card")).to_contain_text("(:Claim)")
    page.get_by_role("button", name="Open in the console").first.click()
    page.wait_for_url("**/cypher**")


def test_a_node_or_a_tie_that_is_pressed_is_described(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/schema")
    wait_drawn(page)
    click(page, "Document")
    expect(page.get_by_test_id("schema-card")).to_contain_text("(:Document)")
    click(page, "State to System")
    expect(page.get_by_test_id("schema-pair")).to_have_text("From State to System")
    page.get_by_role("button", name="procures", exact=True).click()
    expect(page.get_by_test_id("schema-card")).to_contain_text("[:PROCURES]")
    click(page, "Claim to Document")
    expect(page.get_by_test_id("schema-pair")).to_have_text("From Claim to Document")
