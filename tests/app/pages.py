"""Every page and state of the app that the tests of all pages visit: a new page is covered by adding its address here."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Page

Step = Callable[[Page], None]

# What is still being drawn: by Streamlit, or by a component whose data haven't come yet.
UNFINISHED = "[data-stale=true], [data-testid=stStatusWidget], .sb-input:not([id]), [role=slider]:not([aria-valuenow])"
CANVAS = "[data-testid=kg-graph][data-rendered]"
EDITOR = "[data-testid=query-editor][data-ready]"


def _nothing(page: Page) -> None:
    pass


def doors_heard(page: Page) -> None:
    """Wait until a press on any door of the page is heard."""
    page.wait_for_function(
        "() => { const all = [...document.querySelectorAll('[class*=\"st-key-doorway-\"]')];"
        " return all.length && all.every(each => each.closest('[data-doors]')); }"
    )


def segment(name: str, ready: str) -> Step:
    """Choose a view of the picture or a panel beside it, and wait for what it shows."""

    def choose(page: Page) -> None:
        page.get_by_role("radio", name=name, exact=True).or_(
            page.get_by_role("button", name=name, exact=True)
        ).last.click()
        page.wait_for_selector(ready)

    return choose


def press(name: str, ready: str) -> Step:
    """Press a button, and wait for what it shows."""

    def do(page: Page) -> None:
        page.get_by_role("button", name=name).first.click()
        page.wait_for_selector(ready)

    return do


@dataclass(frozen=True, slots=True)
class Place:
    """A state of a page: its address with `{entity}`, `{other}`, `{edge}`, `{document}` to fill in, and what to do there."""

    name: str
    address: str
    ready: str
    step: Step = _nothing


def _asked(page: Page) -> None:
    page.locator(".st-key-asked-picture button").first.click()
    page.wait_for_selector("[role=dialog] code")


EXPLORE = "/explore?focus={entity}"
RESULT = "/cypher?q=MATCH (a:Entity)-[r]->(b:Entity) RETURN a, r, b LIMIT 9"
PLACES = (
    Place("home", "/", "[data-testid=worldmap][data-rendered]"),
    Place("explore", EXPLORE, CANVAS),
    Place("an edge", EXPLORE + "&sel={edge}", "[data-testid=edge-card]"),
    Place("table", EXPLORE, CANVAS, segment("Table", "[data-testid=table] table")),
    Place("matrix", EXPLORE, CANVAS, segment("Matrix", "[data-testid=matrix] table")),
    Place("map", EXPLORE, CANVAS, segment("Map", "[data-testid=worldmap][data-rendered]")),
    Place("filters", EXPLORE, CANVAS, segment("Filter", "[data-testid=sieve]")),
    Place("history", EXPLORE, CANVAS, segment("History", ".st-key-beside button")),
    Place("share", EXPLORE, CANVAS, segment("Share", "text=A link to this picture")),
    Place("analysis of the picture", EXPLORE, CANVAS, segment("Analysis", ".st-key-beside button")),
    Place("entity", "/entity?id={entity}", "[data-testid=entity-head]"),
    Place("entity, unknown", "/entity?id=nobody", ".sb-input[id]"),
    Place("document", "/document?id={document}", "[data-testid=document]"),
    Place("paths", "/paths?from={entity}&to={other}", "[data-testid=chain]"),
    Place("compare", "/compare?from={entity}&to={other}", "[data-testid=overlap]"),
    Place("analysis", "/analysis", "[data-testid=stMain] button"),
    Place("ask", "/ask?who={entity}", "[data-testid=question]"),
    Place("ask, sentences", "/ask?who={entity}&shape=sentences", "article.claim"),
    Place("ask, months", "/ask?who={entity}&shape=months", "[data-testid=timeline]"),
    Place("console", "/cypher", EDITOR),
    Place("console, a result", RESULT, EDITOR, press("Run", CANVAS)),
    Place("console, refused", "/cypher?q=MATCH (n) DETACH DELETE n", EDITOR, press("Run", "[data-testid=stAlert]")),
    Place("console, in error", "/cypher?q=RETURN missing", EDITOR, press("Run", ".cm-lintRange-error")),
    Place("schema", "/schema?of=PROCURES", "[data-testid=schema-card]"),
    Place("review", "/review", "[data-testid=stMain] button"),
    Place("ingest", "/ingest", "textarea"),
    Place("explore, unknown entity", "/explore?focus=nobody", "[data-testid=stAlert]"),
    Place("what was asked", EXPLORE, CANVAS, _asked),
)


def visit(page: Page, place: Place, **names: str) -> None:
    """Go there, and wait until nothing is being drawn any more."""
    address = place.address
    for name, value in names.items():
        address = address.replace(f"{{{name}}}", quote(value, safe=""))
    page.goto(address)
    page.wait_for_selector(place.ready)
    place.step(page)
    page.wait_for_load_state("networkidle")  # the components' own files have come
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_function(f"!document.querySelector('{UNFINISHED}')")
