"""Judging, as a visitor does it in a real browser: with the keyboard alone, and with the mouse."""

import re

import pytest
import worlds
from playwright.sync_api import Locator, Page, expect

from graph.records import Verdict
from graph.store.store import Store

MERIDIAN = ("firm:meridian-aerostructure", "firm:meridian-aerostructures")
KESTREL = ("firm:kestrel-optronics", "firm:kestrel-optronix")


def opened(page: Page, address: str = "/review") -> Page:
    page.goto(address)
    expect(page.get_by_text("Judged so far")).to_be_visible()
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until the page has been drawn, and its keys are heard."""
    expect(page.locator("body[data-keys] [data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()


def dossiers(page: Page) -> Locator:
    return page.get_by_test_id("dossier")


def expect_pair(page: Page, left: str, right: str) -> None:
    expect(dossiers(page)).to_have_count(2)
    expect(dossiers(page).nth(0)).to_have_attribute("data-entity", left)
    expect(dossiers(page).nth(1)).to_have_attribute("data-entity", right)
    settled(page)


def expect_progress(page: Page, words: str) -> None:
    expect(page.get_by_text(words, exact=True)).to_be_visible()
    settled(page)


@pytest.fixture
def doubles(page: Page, store: Store) -> Page:
    store.writer.write(worlds.doubles())
    return opened(page)


def test_two_dossiers_stand_side_by_side_with_their_sentences(doubles: Page) -> None:
    expect_pair(doubles, *MERIDIAN)
    expect(doubles.get_by_test_id("reasons")).to_contain_text("same but for an s")
    left = dossiers(doubles).nth(0)
    expect(left).to_contain_text("this name is kept")
    expect(left.locator("dd").first).to_have_text("Meridian")
    expect(left.locator("mark.shared")).to_have_text(["Morocco", "MA-1"])
    expect(left.locator("li")).to_have_count(2)
    expect(left.locator("li").first).to_contain_text("Meridian Aerostructure Ltd develops the MA-1.")
    expect(left.locator("li").first).to_contain_text("Gulf Policy Notes · 2021-06-09")
    for words in ("Same S", "Different D", "Unsure U", "Swap X", "Skip N", "Undo Z"):
        expect(doubles.get_by_role("button", name=words, exact=True)).to_be_visible()


def test_one_key_judges_and_the_next_pair_comes(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    expect_progress(doubles, "0 of 2 judged today")
    doubles.keyboard.press("x")
    expect_pair(doubles, *reversed(MERIDIAN))
    expect(dossiers(doubles).nth(0)).to_contain_text("this name is kept")
    doubles.keyboard.press("s")
    expect_pair(doubles, *KESTREL)
    expect_progress(doubles, "1 of 2 judged today")
    [same] = store.ledger.judgements()
    assert (same.verdict, same.subject) == (Verdict.SAME, tuple(reversed(MERIDIAN)))
    assert [node.id for node in store.view.search("Meridian Aerostructures")] == [MERIDIAN[1]]
    doubles.keyboard.press("d")
    expect(doubles.get_by_text("No suggested pair is left")).to_be_visible()
    expect_progress(doubles, "2 of 2 judged today")
    assert store.ledger.judgements()[0].verdict is Verdict.DIFFERENT


def test_the_last_judgement_is_undone_by_its_key(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    doubles.keyboard.press("s")
    expect_pair(doubles, *KESTREL)
    doubles.keyboard.press("z")
    expect_pair(doubles, *MERIDIAN)
    expect(doubles.get_by_test_id("reasons")).to_contain_text("same but for an s")
    expect_progress(doubles, "0 of 2 judged today")
    assert len(store.view.search("Meridian Aerostructures")) == 2
    doubles.keyboard.press("u")
    expect_pair(doubles, *KESTREL)
    assert [each.verdict.value for each in store.ledger.judgements()] == ["unsure", "undone", "same"]


def test_any_judgement_of_the_ledger_can_be_taken_back(doubles: Page, store: Store) -> None:
    store.ledger.judge("different", "MAR", "DZA", by="Bo", why="two states")
    opened(doubles)
    line = doubles.get_by_test_id("judged")
    expect(line).to_contain_text("Morocco and DZA are different")
    expect(line).to_contain_text("Bo")
    expect(line).to_contain_text("two states")
    doubles.get_by_role("button", name="Take back").click()
    expect(line).to_contain_text("taken back")
    settled(doubles)
    assert store.ledger.judgements()[0].undoes is not None


def test_skipping_leaves_a_pair_for_later(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    doubles.keyboard.press("n")
    expect_pair(doubles, *KESTREL)
    doubles.keyboard.press("n")
    expect_pair(doubles, *MERIDIAN)
    assert store.ledger.judgements() == ()


def test_letters_in_a_field_are_words_and_the_reason_is_kept(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    doubles.get_by_label("You judge as").fill("Ada")
    doubles.keyboard.press("Enter")
    settled(doubles)
    field = doubles.get_by_label("Why (optional)")
    field.click()
    doubles.keyboard.type("used in stores, undone")
    expect(field).to_have_value("used in stores, undone")
    assert store.ledger.judgements() == ()
    doubles.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    settled(doubles)
    doubles.keyboard.press("d")
    expect_pair(doubles, *KESTREL)
    [judgement] = store.ledger.judgements()
    assert (judgement.by, judgement.why) == ("Ada", "used in stores, undone")
    expect(doubles.get_by_label("Why (optional)")).to_have_value("")


def test_a_conflict_is_one_sentence_beside_the_judgement_in_the_way(doubles: Page, store: Store) -> None:
    apart = store.ledger.judge("different", *MERIDIAN, by="Bo", why="two registers")
    expect_pair(doubles, *MERIDIAN)
    doubles.keyboard.press("s")
    refusal = doubles.locator(".st-key-refusal")
    expect(refusal).to_contain_text("Meridian Aerostructure Ltd and Meridian Aerostructures can't be the same")
    expect(refusal.get_by_test_id("judged")).to_have_attribute("data-judgement", apart.id)
    expect(refusal.get_by_test_id("judged")).to_contain_text("two registers")
    expect_pair(doubles, *MERIDIAN)
    refusal.get_by_role("button", name="Take back").click()
    expect(refusal).to_have_count(0)
    expect_pair(doubles, *MERIDIAN)
    doubles.keyboard.press("s")
    expect_pair(doubles, *KESTREL)
    assert store.ledger.judgements()[0].verdict is Verdict.SAME


def test_any_two_entities_can_be_picked_and_judged(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    doubles.get_by_text("Judge any two entities").click()
    for label, words in (("One entity", "Kestrel Optronics"), ("The other", "Meridian Aerostructures")):
        doubles.get_by_label(label, exact=True).fill(words)
        doubles.keyboard.press("Enter")
        settled(doubles)
    doubles.get_by_role("button", name="Compare").click()
    expect_pair(doubles, KESTREL[0], MERIDIAN[1])
    expect(doubles.get_by_test_id("reasons")).to_contain_text("you picked them")
    doubles.keyboard.press("d")
    expect_pair(doubles, *MERIDIAN)
    assert store.ledger.judgements()[0].subject == (KESTREL[0], MERIDIAN[1])


def split_off(page: Page, name: str) -> None:
    """Say by keyboard that the left entity is another one in the first of its articles."""
    control = page.locator(".st-key-split-firm-meridian-aerostructure")
    control.locator("summary").focus()
    page.keyboard.press("Enter")
    field = control.get_by_label("Who or what it is there", exact=True)
    expect(field).to_be_visible()
    expect(control.get_by_role("button", name="It is another one there")).to_be_disabled()
    field.focus()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    button = control.get_by_role("button", name="It is another one there")
    expect(button).to_be_enabled()
    settled(page)
    button.focus()
    page.keyboard.press("Enter")


def test_an_entity_can_be_a_new_one_in_one_article(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    split_off(doubles, "Meridian Marine")
    line = doubles.get_by_test_id("judged")
    expect(line).to_contain_text("Meridian Aerostructure Ltd is Meridian Marine in “Meridian again”")
    settled(doubles)
    [judgement] = store.ledger.judgements()
    assert judgement.subject == (MERIDIAN[0], "meridian-again", "firm:meridian-marine")
    assert [node.name for node in store.view.nodes(["firm:meridian-marine"])] == ["Meridian Marine"]
    assert store.view.edge("firm:meridian-marine", "DEVELOPS", "system:ma-1")
    doubles.get_by_role("button", name="Take back").click()
    expect(line).to_contain_text("taken back")
    settled(doubles)
    assert store.view.edge(MERIDIAN[0], "DEVELOPS", "system:ma-1")


def test_an_entity_can_be_one_that_the_store_has_in_one_article(doubles: Page, store: Store) -> None:
    expect_pair(doubles, *MERIDIAN)
    split_off(doubles, "Kestrel Optronics")
    expect(doubles.get_by_test_id("judged")).to_contain_text("is Kestrel Optronics in “Meridian again”")
    [judgement] = store.ledger.judgements()
    assert judgement.subject == (MERIDIAN[0], "meridian-again", KESTREL[0])
    assert store.view.edge(KESTREL[0], "DEVELOPS", "system:ma-1")


def test_an_empty_queue_says_so(page: Page, store: Store) -> None:
    store.writer.write(worlds.maghreb())
    opened(page)
    expect(page.get_by_text("No suggested pair is left")).to_be_visible()
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_text("No suggested pair is left")).to_be_visible()


def test_an_empty_store_says_so(page: Page) -> None:
    page.goto("/review")
    expect(page.get_by_text("The store is empty")).to_be_visible()


def expect_claim(page: Page, words: str) -> None:
    expect(page.get_by_test_id("to-judge")).to_have_text(words)
    settled(page)


@pytest.fixture
def claims(doubles: Page) -> Page:
    doubles.get_by_role("radio", name="Claims").or_(doubles.get_by_role("button", name="Claims")).first.click()
    expect_claim(doubles, "Kestrel Optronics supplies Morocco")
    return doubles


def test_the_least_sure_claim_comes_first_and_is_accepted_or_rejected_by_key(claims: Page, store: Store) -> None:
    expect_progress(claims, "0 of 6 judged today")
    expect(claims.get_by_test_id("passage").locator("mark.cue").first).to_have_text("supplies")
    claims.keyboard.press("a")
    expect_claim(claims, "Meridian Aerostructure Ltd develops MA-1")
    claims.keyboard.press("r")
    expect_claim(claims, "Meridian Aerostructures manufactures MA-1")
    expect_progress(claims, "2 of 6 judged today")
    assert [each.verdict.value for each in store.ledger.judgements()] == ["rejected", "accepted"]
    assert store.view.edge(MERIDIAN[0], "DEVELOPS", "system:ma-1") is None
    claims.keyboard.press("z")
    expect_claim(claims, "Meridian Aerostructure Ltd develops MA-1")
    assert store.view.edge(MERIDIAN[0], "DEVELOPS", "system:ma-1") is not None
    claims.keyboard.press("n")
    expect_claim(claims, "Meridian Aerostructures manufactures MA-1")


def test_a_claim_is_corrected(claims: Page, store: Store) -> None:
    claims.keyboard.press("c")
    form = claims.locator(".st-key-correction")
    expect(form.get_by_role("button", name="Save the correction")).to_be_disabled()
    form.get_by_text("The other way round").click()
    expect(form.get_by_test_id("corrected")).to_contain_text("Morocco supplies Kestrel Optronics")
    form.get_by_label("Instead of Morocco").fill("Meridian Aerostructures")
    claims.keyboard.press("Enter")
    expect(form.get_by_test_id("corrected")).to_contain_text("Meridian Aerostructures supplies Kestrel Optronics")
    settled(claims)
    form.get_by_role("button", name="Save the correction").scroll_into_view_if_needed()  # a list closes when it scrolls
    form.get_by_label("Relation").click()
    expect(claims.get_by_role("option")).to_have_text(["supplies", "co-produces with", "owns"])
    claims.get_by_role("option", name="owns").click()
    expect(form.get_by_test_id("corrected")).to_contain_text("Meridian Aerostructures owns Kestrel Optronics")
    settled(claims)
    form.get_by_role("button", name="Save the correction").click()
    expect_claim(claims, "Meridian Aerostructure Ltd develops MA-1")
    assert store.view.edge(MERIDIAN[1], "OWNS", KESTREL[0]) is not None
    assert store.view.edge(KESTREL[0], "SUPPLIES", "MAR") is None


def test_claims_are_chosen_by_document(claims: Page) -> None:
    claims.get_by_label("Document").fill("again")
    claims.keyboard.press("Enter")
    expect_claim(claims, "Meridian Aerostructure Ltd develops MA-1")
    expect_progress(claims, "0 of 3 judged today")


def test_a_claim_in_explore_leads_to_its_judgement(page: Page, store: Store) -> None:
    store.writer.write(worlds.doubles())
    page.goto("/explore?focus=MAR&sel=firm:kestrel-optronix~SUPPLIES~MAR")
    page.get_by_role("button", name="wrong?").click()
    page.wait_for_url(re.compile(r"/review\?claim="))
    expect_claim(page, "Kestrel Optronix supplies Morocco")
    page.keyboard.press("r")
    expect_claim(page, "Kestrel Optronics supplies Morocco")
    assert store.view.edge(KESTREL[1], "SUPPLIES", "MAR") is None
    [judgement] = store.ledger.judgements()
    opened(page, f"/review?claim={judgement.subject[0]}")
    expect(page.get_by_text("Judged already: rejected")).to_be_visible()


def test_hostile_names_are_shown_as_text(page: Page, store: Store) -> None:
    store.writer.write(worlds.hostile())
    store.ledger.judge(
        "unsure", "firm:evil", "firm:very-long", by="<b>Mallory</b> :red[x]", why="<img src=x onerror=1>"
    )
    opened(page, "/review?left=firm:evil&right=firm:very-long")
    expect_pair(page, "firm:evil", "firm:very-long")
    expect(dossiers(page).nth(0).locator("h2")).to_contain_text("<script>window.hacked=1</script>")
    expect(page.get_by_test_id("judged")).to_contain_text("<b>Mallory</b> :red[x]")
    settled(page)
    page.keyboard.press("s")
    expect(page.get_by_test_id("judged").nth(0)).not_to_contain_text("unsure whether", timeout=20_000)
    settled(page)
    page.goto(f"/review?claim={store.review.claims_to_review()[0].id}")
    page.get_by_role("button", name="Correct C").click()
    expect(page.get_by_text("Instead of <script>")).to_be_visible()
    opened(page, "/review?left=<b>x</b>&right=**y**")
    expect(page.get_by_text("The store doesn't have both <b>x</b> and **y**, as two.")).to_be_visible()
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("a[href^='javascript']").count() == 0
