"""Analysis, as a visitor does it in a real browser: on the page, in the panel, and as the picture of communities."""

from typing import Any

import pytest
import worlds
from playwright.sync_api import Browser, Page, expect

from graph.store.store import Store

GRAPH = ".st-key-the-canvas [data-testid=kg-graph]"


def wait_drawn(page: Page, after: str | None = None, graph: str = GRAPH) -> str:
    page.wait_for_function(
        "([graph, after]) => { const it = document.querySelector(graph); return it?.dataset.rendered && it.dataset.rendered !== after }",
        arg=[graph, after],
    )
    return str(page.locator(graph).get_attribute("data-rendered"))


def drawn(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "graph => Object.fromEntries(document.querySelector(graph).kg.cy.nodes().map(node => [node.id(), node.data()]))",
        GRAPH,
    )
    return found


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    return page


def test_a_visitor_asks_who_stands_in_the_middle_and_goes_there(maghreb: Page) -> None:
    maghreb.goto("/analysis")
    lead = maghreb.get_by_test_id("lead")
    expect(lead).to_contain_text("Morocco ranks 1st: tied to")
    expect(maghreb.get_by_text("The whole store, as filtered")).to_be_visible()
    maghreb.get_by_role("radio", name="Go-between").click()
    expect(lead).to_contain_text("shortest paths run over it")
    maghreb.get_by_text("As a table").click()
    expect(maghreb.get_by_test_id("stDataFrame")).to_be_visible()
    maghreb.locator(".st-key-findings-between button").first.click()
    maghreb.wait_for_url("**/explore**")
    wait_drawn(maghreb)
    assert {"MAR", "ISR"} <= drawn(maghreb).keys()
    expect(maghreb.get_by_test_id("entity-card")).to_contain_text("Morocco")


def test_communities_colour_the_canvas_and_the_legend_says_so(maghreb: Page) -> None:
    maghreb.goto("/explore?focus=MAR")
    before = wait_drawn(maghreb)
    maghreb.get_by_role("link", name="Analysis").click()
    maghreb.get_by_role("radio", name="Who belongs together?").click()
    expect(maghreb.get_by_test_id("lead")).to_contain_text("the largest is")
    expect(maghreb.get_by_text("are drawn.")).to_be_visible()
    maghreb.get_by_role("button", name="Colour the canvas by community").click()
    wait_drawn(maghreb, before)
    nodes = drawn(maghreb)
    letters = {node["label"].rpartition(" · ")[2] for node in nodes.values() if node["tint"]}
    assert {"A", "B"} <= letters
    expect(maghreb.locator(".kg-painted", has_text="Colour: community")).to_be_visible()
    maghreb.get_by_role("radio", name="Analysis").click()
    drew = wait_drawn(maghreb)
    maghreb.get_by_role("button", name="Claims", exact=True).click()
    drew = wait_drawn(maghreb, drew)
    expect(maghreb.locator(".kg-painted", has_text="Larger: more claims")).to_be_visible()
    expect(maghreb.get_by_text("ranks 1st: at one end of")).to_be_visible()
    assert drawn(maghreb)["MAR"]["size"] > nodes["MAR"]["size"]
    maghreb.get_by_role("button", name="Undo").click()
    wait_drawn(maghreb, drew)
    assert drawn(maghreb)["MAR"]["size"] == nodes["MAR"]["size"]


def test_what_holds_it_together_and_what_changed_is_told_in_sentences(maghreb: Page) -> None:
    maghreb.goto("/analysis")
    maghreb.get_by_role("radio", name="What holds it together?").click()
    expect(maghreb.get_by_test_id("lead")).to_contain_text("would be cut off from the rest")
    expect(maghreb.get_by_role("heading", name="Brokers")).to_be_visible()
    maghreb.get_by_role("radio", name="What changed?").click()
    expect(maghreb.get_by_test_id("lead")).to_contain_text("Between 2021-12-04 and 2022-06-02")
    expect(maghreb.locator(".finding").first).to_contain_text("claim")


def test_more_than_can_be_drawn_opens_as_communities(maghreb: Page) -> None:
    maghreb.goto("/explore?focus=MAR")
    wait_drawn(maghreb)
    maghreb.get_by_role("radio", name="Overview").click()
    canvas = ".st-key-overview-canvas [data-testid=kg-graph]"
    wait_drawn(maghreb, graph=canvas)
    expect(maghreb.locator(canvas)).to_contain_text("in the whole store, as")
    choice = maghreb.get_by_role("combobox", name="Community")
    choice.click()
    maghreb.get_by_role("option").first.click()
    expect(maghreb.get_by_text("claims among them")).to_be_visible()
    maghreb.get_by_role("button", name="Draw all").click()
    expect(maghreb.locator(canvas)).to_have_count(0)
    expect(maghreb.get_by_text("of a community, those with most claims in it")).to_be_visible()
    assert 1 < len(drawn(maghreb)) < len(worlds.NAMES)


def test_a_community_opens_into_its_own_and_another_filter_begins_anew(maghreb: Page) -> None:
    maghreb.goto("/explore?focus=MAR")
    wait_drawn(maghreb)
    maghreb.get_by_role("radio", name="Overview").click()
    canvas = ".st-key-overview-canvas [data-testid=kg-graph]"
    drew = wait_drawn(maghreb, graph=canvas)
    maghreb.locator(canvas).scroll_into_view_if_needed()
    where = maghreb.evaluate("canvas => document.querySelector(canvas).kg.at('community:0')", canvas)
    maghreb.mouse.dblclick(where["x"], where["y"])
    expect(maghreb.get_by_role("button", name="All communities")).to_be_visible()
    wait_drawn(maghreb, drew, graph=canvas)
    expect(maghreb.locator(canvas)).to_contain_text("in this community")
    maghreb.locator(".st-key-explore-panel").get_by_text("Filter", exact=True).click()
    maghreb.get_by_role("checkbox", name="Systems").uncheck()
    expect(maghreb.locator(canvas)).to_contain_text("in the whole store")
    expect(maghreb.get_by_role("button", name="All communities")).to_have_count(0)


def test_visitors_at_once_each_have_a_picture_of_their_own(browser: Browser, app: str, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    places = ("MAR", "TUR", "DZA")
    visitors = {id: browser.new_context(base_url=app).new_page() for id in places}
    for id, visitor in visitors.items():
        visitor.goto(f"/explore?focus={id}")
    first = {id: (wait_drawn(visitor), drawn(visitor).keys()) for id, visitor in visitors.items()}
    assert len({frozenset(ids) for _revision, ids in first.values()}) == len(places)
    moroccan = visitors["MAR"]
    moroccan.locator(".kg-key[data-key=System]").click()
    wait_drawn(moroccan, first["MAR"][0])
    assert all(node["type"] != "System" for node in drawn(moroccan).values())
    for id in ("TUR", "DZA"):
        visitors[id].get_by_role("radio", name="History").click()
        expect(visitors[id].locator(".st-key-beside")).to_contain_text("Opened")
        expect(visitors[id].locator(".st-key-beside")).not_to_contain_text("Filtered")
        assert drawn(visitors[id]).keys() == first[id][1]
        assert visitors[id].locator(".kg-key[data-key=State]").get_attribute("aria-pressed") == "true"
    for visitor in visitors.values():
        visitor.context.close()
