"""The first page: what is in here, and the doors from there into the graph."""

import worlds
from playwright.sync_api import Page, expect
from test_explore_page import wait_drawn

from graph.store.store import Store


def test_an_old_address_still_leads_to_its_picture(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto("/?focus=MAR&sel=ISR~CO_PRODUCES~MAR")
    page.wait_for_url("**/explore?focus=MAR&sel=*")
    wait_drawn(page)
    expect(page.get_by_test_id("edge-card")).to_contain_text("co-produces with")
