"""Asking Cypher, as a visitor does it in a real browser."""

from urllib.parse import quote

import pytest
import worlds
from playwright.sync_api import Page, expect

from graph.store.store import Store

GRAPH = "[data-testid=kg-graph][data-rendered]"


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    return page


def ask(page: Page, query: str) -> None:
    page.goto(f"/cypher?q={quote(query)}")
    expect(page.get_by_label("Query")).to_have_text(query, use_inner_text=True)
    page.get_by_role("button", name="Run").click()


def test_a_query_gives_a_table_and_a_graph(maghreb: Page) -> None:
    ask(maghreb, "MATCH (s:State {id: 'MAR'})-[p:PROCURES]->(w) RETURN s, p, w, p.quantity AS quantity")
    maghreb.wait_for_selector(GRAPH)
    expect(maghreb.get_by_text("2 rows")).to_be_visible()
    assert maghreb.locator(GRAPH).get_attribute("data-nodes") == "3"
    expect(maghreb.get_by_test_id("stDataFrame")).to_be_visible()


def test_a_query_that_would_write_is_turned_away(maghreb: Page, store: Store) -> None:
    before = store.view.counts()
    ask(maghreb, "MATCH (n) DETACH DELETE n")
    expect(maghreb.get_by_text("only reading is allowed")).to_be_visible()
    assert store.view.counts() == before


def test_a_typing_error_is_named_with_its_place(maghreb: Page) -> None:
    ask(maghreb, "MATCH (n)\nRETURN missing.name")
    expect(maghreb.get_by_text("line 2, column 8")).to_be_visible()
    expect(maghreb.locator(".cm-lintRange-error")).to_have_text("missing")
    maghreb.get_by_label("Query").press("End")
    maghreb.get_by_label("Query").press("x")
    expect(maghreb.locator(".cm-lintRange-error")).to_have_count(0)


def test_the_editor_offers_what_may_come_next_runs_by_keys_and_can_be_left(maghreb: Page) -> None:
    maghreb.goto("/cypher?q=RETURN%201")
    field, offers = maghreb.get_by_label("Query"), maghreb.locator(".cm-tooltip-autocomplete li")
    expect(field).to_have_text("RETURN 1", use_inner_text=True)
    field.fill("")
    field.press_sequentially("MATCH (s:Sta")
    expect(offers.first).to_contain_text("State")
    field.press("Escape")
    field.fill("MATCH (s:State")
    field.press("End")
    field.press_sequentially(" {name: 'moro")
    expect(offers.first).to_contain_text("Morocco")
    maghreb.wait_for_timeout(100)  # CodeMirror takes no Enter right after a list came up
    field.press("Enter")
    expect(field).to_have_text("MATCH (s:State {name: 'Morocco'}", use_inner_text=True)
    field.press("End")
    field.press_sequentially(") RETURN s.id AS code")
    field.press("Control+Enter")
    expect(maghreb.get_by_text("1 row", exact=True)).to_be_visible()
    expect(maghreb.locator(".ed-keyword").first).to_have_text("MATCH")
    field.press("Escape")
    field.press("Tab")
    expect(maghreb.get_by_role("button", name="Run")).to_be_focused()


def test_what_is_typed_and_not_run_is_still_there_after_a_look_elsewhere(maghreb: Page) -> None:
    maghreb.goto("/cypher?q=RETURN%201")
    field = maghreb.get_by_label("Query")
    expect(field).to_have_text("RETURN 1", use_inner_text=True)
    field.fill("RETURN 'not yet run'")
    maghreb.get_by_role("link", name="Ingest").click()
    expect(maghreb.get_by_label("Text", exact=True)).to_be_visible()
    maghreb.get_by_role("link", name="Cypher").click()
    expect(field).to_have_text("RETURN 'not yet run'", use_inner_text=True)


def test_a_parameter_becomes_a_field(maghreb: Page) -> None:
    query = "MATCH (e:Entity {name: $name}) RETURN e.id AS id"
    maghreb.goto(f"/cypher?q={quote(query)}")
    maghreb.get_by_label("$name").fill("Türkiye")
    maghreb.get_by_role("button", name="Run").click()
    expect(maghreb.get_by_text("1 row", exact=True)).to_be_visible()


def test_a_missing_parameter_is_asked_for(maghreb: Page) -> None:
    ask(maghreb, "RETURN $name AS name")
    expect(maghreb.get_by_text("wants a value for")).to_be_visible()


def test_a_row_cap_is_said(maghreb: Page) -> None:
    ask(maghreb, "UNWIND range(1, 1500) AS n RETURN n, '=n' AS f")
    expect(maghreb.get_by_text("only the first 1,000 rows are shown")).to_be_visible()
    with maghreb.expect_download() as download:
        maghreb.get_by_role("button", name="CSV").click()
    lines = download.value.path().read_bytes().split(b"\r\n")
    assert (lines[:2], len(lines)) == ([b"\xef\xbb\xbfn,f", b"1,'=n"], 1502)


def test_the_query_is_in_the_address(maghreb: Page) -> None:
    ask(maghreb, "RETURN 42 AS answer")
    expect(maghreb.get_by_text("1 row", exact=True)).to_be_visible()
    assert "q=RETURN" in maghreb.url


def test_what_was_asked_is_still_there_after_a_look_elsewhere(maghreb: Page) -> None:
    query = "MATCH (e:Entity {name: $name}) RETURN e.id AS id"
    maghreb.goto(f"/cypher?q={quote(query)}")
    maghreb.get_by_label("$name").fill("Türkiye")
    maghreb.get_by_role("button", name="Run").click()
    expect(maghreb.get_by_text("1 row", exact=True)).to_be_visible()
    maghreb.get_by_role("link", name="Ingest").click()
    expect(maghreb.get_by_label("Text", exact=True)).to_be_visible()
    maghreb.get_by_role("link", name="Cypher").click()
    expect(maghreb.get_by_label("Query")).to_have_text(query, use_inner_text=True)
    expect(maghreb.get_by_label("$name")).to_have_value("Türkiye")
    expect(maghreb.get_by_text("1 row", exact=True)).to_be_visible()
