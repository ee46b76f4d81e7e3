"""Reading on from an edge: its claims, the whole document over the canvas, and back."""

import worlds
from pages import doors_heard
from playwright.sync_api import Page, expect
from test_explore_page import drawn_edges, wait_drawn

from graph.store.store import Store

EDGE = "ISR~CO_PRODUCES~MAR"


def drawn(page: Page) -> dict[str, object]:
    found: dict[str, object] = page.evaluate(
        "() => Object.fromEntries(document.querySelector('.kg').kg.cy.nodes().map(n => [n.id(), n.position()]))"
    )
    return found


def in_view(page: Page, element: str) -> bool:
    found: bool = page.evaluate(
        "css => { const at = document.querySelector(css)?.getBoundingClientRect(); return !!at && at.top >= 0 && at.bottom <= innerHeight }",
        element,
    )
    return found


def test_a_document_opens_over_the_canvas_at_its_sentence_and_its_mentions_are_doors(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto(f"/explore?focus=MAR&sel={EDGE}")
    wait_drawn(page)
    claim = page.locator(".claim", has_text=worlds.DEAL)
    expect(page.get_by_test_id("marks")).to_contain_text("who does what to whom or what")
    expect(claim.locator("dl")).to_contain_text("2021-11-22")
    before = drawn(page)
    id = claim.get_attribute("data-claim")
    claim.get_by_role("button", name="read the document").click()
    document = page.get_by_test_id("document")
    expect(document.locator(f"[id=read-{id}]")).to_be_visible()
    assert in_view(page, f"[id=read-{id}]")
    expect(document.locator(".note")).to_have_count(9)
    expect(document.locator("mark.cue").first).to_have_text("build")
    document.locator(".note", has_text="Elbit Systems manufactures Hermes 900").get_by_role("button").first.click()
    expect(document.locator("mark.sentence.cue")).to_have_text("builds")
    document.locator("mark[data-id='firm:elbit-systems']").first.press("Enter")
    expect(page.get_by_text("Elbit Systems is on the canvas now")).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    page.wait_for_function(
        "() => document.querySelector('.kg')?.kg.cy.getElementById('firm:elbit-systems').length === 1"
    )
    after = drawn(page)
    assert {name: after[name] for name in before} == before
    expect(page.get_by_test_id("entity-card")).to_contain_text("Elbit Systems")


def test_a_doubted_claim_is_judged_without_losing_the_canvas(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    page.goto(f"/explore?focus=MAR&sel={EDGE}")
    wait_drawn(page)
    before = (drawn(page), drawn_edges(page))
    page.locator(".claim", has_text=worlds.DEAL).get_by_role("button", name="wrong?").click()
    expect(page.get_by_test_id("to-judge")).to_contain_text("co-produces with")
    page.get_by_role("link", name="Explore").click()
    wait_drawn(page)
    assert (drawn(page), drawn_edges(page)) == before
    expect(page.get_by_test_id("edge-card")).to_contain_text("co-produces with")


def test_many_claims_come_in_pages_and_a_document_has_a_page_of_its_own(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb() + worlds.often(45))
    page.goto("/explore?focus=MAR&sel=FRA~SUPPLIES~MAR")
    wait_drawn(page)
    expect(page.get_by_text("Claims 1 to 20 of 46.")).to_be_visible()
    expect(page.locator(".claim")).to_have_count(20)
    expect(page.get_by_test_id("others").first).to_contain_text("other documents say the same")
    page.get_by_role("button", name="Page 3").click()
    expect(page.get_by_text("Claims 41 to 46 of 46.")).to_be_visible()
    expect(page.locator(".claim")).to_have_count(6)
    page.goto("/document?id=sahara-quarrel")
    expect(page.get_by_test_id("document-head")).to_contain_text("Algiers and Rabat trade accusations")
    doors_heard(page)
    page.locator("mark[data-id='DZA']").first.click()
    expect(page.get_by_test_id("entity-head")).to_contain_text("Algeria")
    page.goto("/document?id=nowhere")
    expect(page.get_by_text("The store has no document nowhere")).to_be_visible()
