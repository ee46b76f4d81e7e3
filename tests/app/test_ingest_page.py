"""Reading articles in, as a visitor does it in a real browser."""

from pathlib import Path

from playwright.sync_api import Page, expect

from graph.store.store import Store

ARTICLE = "Morocco ordered 13 Bayraktar TB2 drones in April, the ministry said. Finland joined NATO last year."
HOSTILE = (
    "<script>window.hurt = 1</script> <img src=x onerror='window.hurt = 2'> **bold** \u202egnirts Finland joined NATO."
)


def paste(page: Page, words: str, title: str) -> None:
    page.goto("/ingest")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Text", exact=True).fill(words)
    page.get_by_role("button", name="Read", exact=True).click()


def test_a_pasted_article_shows_its_claims_and_enters_the_graph_once(page: Page, store: Store) -> None:
    paste(page, ARTICLE, "Drones for Rabat")
    expect(page.get_by_text("Morocco procures Bayraktar TB2")).to_be_visible()
    expect(page.locator("mark.cue", has_text="ordered").first).to_be_visible()
    assert store.empty()
    page.get_by_role("button", name="Add to the graph").click()
    expect(page.get_by_text("1 new, 0 unchanged, 0 replaced")).to_be_visible()
    assert store.view.edge("MAR", "PROCURES", "system:bayraktar-tb2") is not None
    expect(page.get_by_role("link", name="See it in Explore")).to_be_visible()

    paste(page, ARTICLE, "Drones for Rabat")
    page.get_by_role("button", name="Add to the graph").click()
    expect(page.get_by_text("0 new, 1 unchanged, 0 replaced")).to_be_visible()


def test_what_was_refused_is_shown_with_its_reason(page: Page) -> None:
    paste(page, "The court ordered a recount of the votes. Finland joined NATO.", "A recount")
    expect(page.get_by_text("seen, and not taken for a claim")).to_be_visible()


def test_an_article_in_another_language_is_said_not_to_be_read(page: Page) -> None:
    paste(page, "Der Minister erklärte am Montag, die Regierung wolle neue Panzer beschaffen.", "Panzer")
    expect(page.get_by_text("part of it is written in German (de), read only in English")).to_be_visible()
    expect(page.get_by_text("0 claims found in 1 article")).to_be_visible()


def test_a_file_that_can_not_be_read_is_named_and_the_others_are_read(page: Page, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "empty.txt").touch()
    page.goto("/ingest")
    page.get_by_role("tab", name="Upload").click()
    page.locator("input[type=file]").set_input_files([tmp_path / "empty.txt", tmp_path / "good.txt"])
    page.get_by_role("button", name="Read the files").click()
    expect(page.get_by_text("empty.txt: ")).to_be_visible()
    expect(page.get_by_text("Morocco procures Bayraktar TB2")).to_be_visible()


def test_a_path_is_no_web_address(page: Page) -> None:
    page.goto("/ingest")
    page.get_by_role("tab", name="Web address").click()
    page.get_by_role("textbox", name="Address").fill("/etc/passwd")
    page.get_by_role("button", name="Fetch and read").click()
    expect(page.get_by_text("not a web address")).to_be_visible()


def test_hostile_text_is_shown_as_text(page: Page) -> None:
    paste(page, HOSTILE, "<script>window.hurt = 3</script>")
    expect(page.get_by_text("Finland is a member of NATO")).to_be_visible()
    expect(page.get_by_test_id("passage").first).to_contain_text("<script>window.hurt = 1</script>")
    assert page.evaluate("() => window.hurt") is None


def test_an_article_that_claims_nothing_is_shown_as_well(page: Page, store: Store) -> None:
    paste(page, "The weather over the coast was mild for the season.", "Weather")
    expect(page.get_by_text("0 claims found in 1 article")).to_be_visible()
    page.get_by_role("button", name="Add to the graph").click()
    expect(page.get_by_text("1 new, 0 unchanged, 0 replaced")).to_be_visible()
    assert store.view.counts().documents == 1
