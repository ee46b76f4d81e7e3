"""The Cypher of an action, as a visitor finds it beside what it gave and takes it on into the console."""

import pytest
import worlds
from playwright.sync_api import Page, expect
from test_explore_page import places, wait_drawn

from graph.store.store import Store

EDGE = "MAR~PROCURES~system:bayraktar-tb2"
ASKED = "[role=dialog] .st-key-asked-queries"


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    return page


def ask(page: Page, key: str, *parts: str) -> None:
    """Press the button for an action's Cypher, which is then there under these titles."""
    page.locator(f".st-key-asked-{key} button").first.click()
    expect(page.locator(f"{ASKED} .asked-part")).to_have_text(list(parts))
    expect(page.locator(f"{ASKED} code").first).to_be_visible()


def close(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_evidence_of_an_edge_is_asked_again_in_the_console(maghreb: Page) -> None:
    maghreb.goto(f"/explore?focus=MAR&sel={EDGE}")
    wait_drawn(maghreb)
    expect(maghreb.get_by_test_id("edge-card")).to_be_visible()
    claims = maghreb.locator(".st-key-evidence .claim").count()
    assert claims
    ask(maghreb, "evidence", "The edge itself", "All claims behind it, and those that are shown")
    last = maghreb.locator(f"{ASKED} code").last.inner_text()
    maghreb.locator(ASKED).get_by_role("button", name="Open in the console").last.click()
    maghreb.wait_for_url("**/cypher*")
    expect(maghreb.get_by_label("Query")).to_have_text(last, use_inner_text=True)
    maghreb.get_by_role("button", name="Run").click()
    expect(maghreb.get_by_text(f"{claims} row{'s' * (claims > 1)}", exact=True)).to_be_visible()
    expect(maghreb.get_by_test_id("stDataFrame")).to_be_visible()


def test_each_action_on_the_canvas_shows_what_it_asks_and_nothing_moves(maghreb: Page) -> None:
    maghreb.goto("/explore?focus=MAR&sel=MAR")
    wait_drawn(maghreb)
    before = places(maghreb)
    expect(maghreb.locator(".st-key-asked-search button").first).to_be_disabled()  # nothing was typed yet
    field = maghreb.get_by_role("combobox").first
    field.fill("algeria")
    expect(maghreb.locator('[data-testid=search-box][data-answered="algeria"]')).to_have_count(1)
    field.press("Escape")
    ask(maghreb, "search", "What fits the words in the search box")
    expect(maghreb.locator(ASKED)).to_contain_text("algeria")
    close(maghreb)
    ask(
        maghreb,
        "entity",
        "The entity, and what is listed of it",
        "What an expand brings",
        "By which relations it can be expanded",
    )
    close(maghreb)
    ask(
        maghreb,
        "picture",
        "The entities that are drawn, and the edges between them",
        "How many neighbours of each are hidden",
    )
    close(maghreb)
    ask(maghreb, "timebrush", "How many claims there are of each day")
    close(maghreb)
    assert places(maghreb) == before


def test_a_document_over_the_canvas_unfolds_its_cypher_in_its_own_dialog(maghreb: Page) -> None:
    maghreb.goto(f"/explore?focus=MAR&sel={EDGE}")
    wait_drawn(maghreb)
    maghreb.locator(".st-key-evidence").get_by_text("read the document").first.click()
    dialog = maghreb.get_by_role("dialog")
    dialog.get_by_text("Show its Cypher").click()
    expect(dialog.locator(".asked-part")).to_have_text("The document, and all that was found in it")
    dialog.get_by_role("button", name="Open in the console").first.click()
    maghreb.wait_for_url("**/cypher*")
    expect(maghreb.get_by_label("Query")).not_to_have_text("")


def test_all_about_an_entity_is_asked_part_by_part(maghreb: Page) -> None:
    maghreb.goto("/entity?id=MAR")
    ask(
        maghreb, "dossier",
        "Who it is", "Deals", "Relations and neighbours", "When it was told of", "Similar entities", "Documents",
    )  # fmt: skip
