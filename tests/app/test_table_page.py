"""The drawn picture as tables: sorted, searched and worked with by keyboard, in step with the graph."""

import csv
import io

import pytest
import worlds
from pages import CANVAS, segment
from playwright.sync_api import Page, expect

from graph.store.store import Store

TABLE = "[data-testid=table]"
OPEN = segment("Table", f"{TABLE} table")


@pytest.fixture
def tables(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    page.goto("/explore?focus=MAR")
    page.wait_for_selector(CANVAS)
    OPEN(page)
    return page


def names(page: Page) -> list[str]:
    return page.locator(f"{TABLE} tbody th").all_inner_texts()


def focused(page: Page) -> str:
    said: str = page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText.trim()"
    )
    return said


def test_rows_are_sorted_found_and_saved_as_they_are_seen(tables: Page) -> None:
    assert "Morocco" in names(tables)
    tables.get_by_role("button", name="Name", exact=True).click()
    assert names(tables) == sorted(names(tables), key=str.casefold)
    expect(tables.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    tables.get_by_role("button", name="Name", exact=True).click()
    assert names(tables) == sorted(names(tables), key=str.casefold, reverse=True)

    drawn = len(names(tables))
    tables.get_by_label("Find in the table").fill("isr")
    assert names(tables) == ["Israel"]
    expect(tables.locator(f"{TABLE} [role=status]")).to_have_text(f"1 of {drawn} rows")
    with tables.expect_download() as download:
        tables.get_by_role("button", name="CSV").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert [row[:3] for row in rows] == [["id", "Name", "Type"], ["ISR", "Israel", "State"]]


def test_what_is_chosen_in_the_table_is_chosen_in_the_graph_and_the_other_way_round(tables: Page) -> None:
    tables.locator(TABLE).get_by_role("button", name="Israel", exact=True).click()
    expect(tables.get_by_test_id("entity-card")).to_contain_text("Israel")
    expect(tables.get_by_role("row", selected=True)).to_contain_text("Israel")
    assert tables.evaluate("document.querySelector('.kg').kg.cy.nodes(':selected').map(n => n.id())") == ["ISR"]

    tables.get_by_role("tab", name="Edges").click()
    row = tables.get_by_role("row", name="Israel co-produces with Morocco")
    row.get_by_role("button").click()
    expect(tables.get_by_test_id("edge-card")).to_contain_text("co-produces with")
    tables.locator(".st-key-edge-ends").get_by_role("button", name="Morocco").click()
    expect(tables.get_by_role("tab", name="Entities")).to_have_attribute("aria-selected", "true")
    expect(tables.get_by_role("row", selected=True)).to_contain_text("Morocco")


def test_every_act_of_the_canvas_is_done_from_a_row_by_keyboard(tables: Page) -> None:
    before = len(names(tables))
    tables.locator(TABLE).get_by_role("button", name="Israel", exact=True).focus()
    tables.keyboard.press("p")
    expect(tables.get_by_role("button", name="Unpin Israel")).to_have_attribute("aria-pressed", "true")
    # The keyboard stays where it was.
    expect(tables.locator(TABLE).get_by_role("button", name="Israel", exact=True)).to_be_focused()
    tables.keyboard.press("h")
    expect(tables.get_by_role("button", name="Hide Israel")).to_have_count(0)
    expect(tables.locator(f"{TABLE} tbody tr")).to_have_count(before - 1)
    tables.locator(TABLE).get_by_role("button", name="Algeria", exact=True).focus()
    tables.keyboard.press("e")
    expect(tables.get_by_role("button", name="Hide Russia")).to_be_visible()
    tables.get_by_role("checkbox", name="Tick Algeria").check()
    tables.get_by_role("checkbox", name="Tick Russia").check()
    tables.get_by_role("group", name="Ticked entities").get_by_role("button", name="Keep only").click()
    expect(tables.locator(f"{TABLE} tbody tr")).to_have_count(2)
    tables.get_by_role("button", name="All about Algeria").click()
    tables.wait_for_url("**/entity?id=DZA")


def test_arrows_walk_the_grid_and_tab_leaves_it(tables: Page) -> None:
    first = names(tables)[0]
    tables.locator(TABLE).get_by_role("button", name=first, exact=True).focus()
    assert tables.locator(f"{TABLE} table [tabindex='0']").count() == 1
    tables.keyboard.press("ArrowLeft")
    assert focused(tables) == f"Tick {first}"
    tables.keyboard.press("End")
    assert focused(tables) == f"All about {first}"
    tables.keyboard.press("Control+Home")
    tables.keyboard.press("ArrowRight")
    assert focused(tables) == "Name"
    tables.keyboard.press("Tab")
    assert not tables.evaluate("at => !!document.activeElement.closest(at)", f"{TABLE} table")
