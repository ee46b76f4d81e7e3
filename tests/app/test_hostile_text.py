"""Text from articles is shown as text on every page, in every view and in every file: nothing runs, nothing is pushed aside."""

from collections.abc import Iterator

import hostile_world
import pytest
from conftest import HERE
from pages import CANVAS, PLACES, Place, segment, visit
from playwright.sync_api import Browser, Page

from graph.store.store import Store

NAMES = {"entity": "MAR", "other": "agreement:quotes", "edge": "ISR~CO_PRODUCES~MAR", "document": "evil-one"}
HEAD = "[data-testid=entity-head]"
ENDLESS = (
    Place("a document with an endless title", "/document?id=evil-two", "[data-testid=document]"),
    Place("an endless entity", "/entity?id=firm:endless", HEAD),
    Place("an entity of rockets", "/entity?id=firm:rockets", HEAD),
    Place("an endless entity in the picture", "/explore?focus=firm:endless&sel=firm:endless", CANVAS),
    Place("endless names side by side", "/compare?from=firm:endless&to=firm:rockets", "[data-testid=overlap]"),
    Place("claims to judge", "/review", "[data-testid=stMain] button", segment("Claims", "text=Accept")),
)
# What the words would have become: elements, styles and pictures that only markup of an article could have made.
BECAME = """() => {
  const main = document.querySelector('[data-testid=stApp]');
  const made = [...main.querySelectorAll('img[src="x"], svg[onload], [onerror], a[href^="javascript:"], .katex, mark mark mark script')];
  const scripts = [...main.querySelectorAll('script')].filter(script => script.textContent.includes('hacked'));
  const bold = [...main.querySelectorAll('strong, em, del, h1 > i')].filter(each => /^(bold|gone|Evil)$/.test(each.textContent));
  const coloured = [...main.querySelectorAll('.stMarkdownColoredText, .stMarkdownColoredBackground')];
  const pictured = [...main.querySelectorAll('[data-testid=stMarkdownContainer] img')];
  const told = main.innerText.includes('🎉') ? ['a shortcode became an emoji'] : [];
  return [...[...made, ...scripts, ...bold, ...coloured, ...pictured].map(each => each.outerHTML.slice(0, 200)), ...told];
}"""
# Words that stick out of the window or over what is beside them, where no scrolling box holds them.
WIDE = """() => {
  const held = at => at && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX) || held(at.parentElement));
  const main = document.querySelector('[data-testid=stMain]');
  const out = [...main.querySelectorAll('p, h1, h2, h3, span, button, td, dd, li, blockquote, div')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && box.right > innerWidth + 1 && !held(each.parentElement);
  });
  return [main.scrollWidth - main.clientWidth, out.slice(0, 3).map(each => each.outerHTML.slice(0, 200))];
}"""


@pytest.fixture(scope="module")
def filled(opened_store: Store) -> Store:
    """One hostile world for all pages: they are only looked at."""
    opened_store.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")
    opened_store.writer.write(hostile_world.hostile())
    hostile_world.people(opened_store)
    return opened_store


@pytest.fixture
def visitor(browser: Browser, app: str, filled: Store) -> Iterator[Page]:
    context = browser.new_context(base_url=app, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    page, wrong = context.new_page(), list[str]()
    context.on("request", lambda request: None if request.url.startswith(HERE) else wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    yield page
    assert page.evaluate("window.hacked") is None
    context.close()
    assert wrong == []


@pytest.mark.parametrize("place", [*PLACES, *ENDLESS], ids=lambda place: place.name)
def test_hostile_words_are_words(visitor: Page, place: Place) -> None:
    visit(visitor, place, **NAMES)
    assert visitor.evaluate(BECAME) == []
    assert visitor.evaluate(WIDE) == [0, []]
