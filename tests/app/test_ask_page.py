"""Questions without Cypher, in a real browser."""

import pytest
import worlds
from pages import doors_heard
from playwright.sync_api import Page, expect
from test_explore_page import wait_drawn
from test_paths_page import pick

from graph.store.store import Store


@pytest.fixture
def maghreb(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    return page


def rows(page: Page) -> str:
    return page.locator("[data-testid=stCaptionContainer]").filter(has_text=" · ").first.inner_text().split(" · ")[0]


def test_a_question_is_put_together_answered_and_shown_with_its_cypher(maghreb: Page) -> None:
    maghreb.goto("/ask")
    expect(maghreb.get_by_text("Say who, to whom, or which relation")).to_be_visible()
    pick(maghreb, "Who", "rabat")
    expect(maghreb.get_by_test_id("question")).to_have_text("Morocco has to do with anybody or anything")
    maghreb.wait_for_url("**who=MAR**")
    maghreb.get_by_role("radio", name="Sentences").click()
    expect(maghreb.locator("article.claim").first).to_contain_text("Morocco")
    expect(maghreb.locator("h3.says").first).to_contain_text("Morocco")
    maghreb.get_by_text("The Cypher of this question").click()
    code = maghreb.get_by_test_id("stCode")
    expect(code).to_contain_text("who.id = 'MAR'")
    expect(code).to_contain_text("// Morocco has to do with")
    link, said = maghreb.url, maghreb.locator("article.claim").first.inner_text()
    maghreb.goto("about:blank")
    maghreb.goto(link)
    expect(maghreb.locator("article.claim").first).to_have_text(said, use_inner_text=True)
    maghreb.get_by_role("button", name="Open in the console").click()
    maghreb.wait_for_url("**/cypher**")


def test_a_month_leads_to_its_sentences_and_an_answer_to_the_canvas(maghreb: Page) -> None:
    maghreb.goto("/ask?who=MAR&shape=months")
    bar = maghreb.get_by_test_id("timeline").locator("button").last
    doors_heard(maghreb)
    told = int(bar.inner_text().rpartition(": ")[2].split()[0])
    bar.click()
    maghreb.wait_for_url("**since=**")
    expect(maghreb.locator("article.claim")).to_have_count(told)
    maghreb.goto("/ask?who=MAR&relations=PROCURES")
    expect(maghreb.get_by_test_id("question")).to_have_text("Morocco procures anybody or anything")
    maghreb.get_by_role("button", name="on the canvas").click()
    wait_drawn(maghreb)
    assert "/explore" in maghreb.url


def test_what_no_claim_fits_and_whom_the_store_lacks_is_said(maghreb: Page) -> None:
    maghreb.goto("/ask?who=MAR&relations=ATTACKS&said=possible")
    expect(maghreb.get_by_text("No claim fits.")).to_be_visible()
    maghreb.goto("/ask?who=nobody")
    expect(maghreb.get_by_text("The store has no entity “nobody”.")).to_be_visible()
