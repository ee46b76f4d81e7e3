"""Sharing, saving and taking along a picture, as a visitor does it in a real browser."""

import re
from base64 import b64decode
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
import worlds
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, expect
from test_explore_page import click, wait_drawn

from graph.store.store import Store

MODEL = "() => Object.fromEntries(document.querySelector('.kg').kg.cy.nodes().map(n => [n.id(), n.position()]))"


@pytest.fixture
def drawn(page: Page, store: Store) -> Page:
    store.writer.write(worlds.maghreb())
    page.goto("/explore?focus=MAR")
    wait_drawn(page)
    return page


def open_panel(page: Page, name: str) -> None:
    page.get_by_role("radiogroup", name="Beside the picture").get_by_role("radio", name=name).click()


def share(page: Page) -> str:
    open_panel(page, "Share")
    page.get_by_role("button", name="Make a link").click()
    page.wait_for_url("**v=*")
    code = page.locator(".st-key-share-link code")
    expect(code).to_contain_text("/explore?v=")
    address = code.inner_text().strip()
    page.wait_for_url(address)
    return address


def picture(page: Page) -> Image.Image:
    """All that is painted, as the browser paints it."""
    painted: str = page.evaluate("() => document.querySelector('.kg').kg.cy.png({ full: true, scale: 2 })")
    return Image.open(BytesIO(b64decode(painted.partition(",")[2]))).convert("L")


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of points that are clearly lighter or darker in one than in the other; 1 where the sizes differ."""
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[32:]) / sum(counts)


def test_a_link_opens_the_same_picture_pixel_for_pixel_elsewhere(drawn: Page, browser: Browser, store: Store) -> None:
    before = wait_drawn(drawn)
    drawn.locator(".kg-key[data-key=System]").click()
    before = wait_drawn(drawn, before)
    drawn.locator(".kg-key[data-key=System]").click()
    before = wait_drawn(drawn, before)
    drawn.locator(".kg-key[data-key=Firm]").click()
    wait_drawn(drawn, before)
    where = drawn.evaluate("id => document.querySelector('.kg').kg.at(id)", "ISR")
    drawn.mouse.move(where["x"], where["y"])
    drawn.mouse.down()
    drawn.mouse.move(where["x"] + 40, where["y"] + 25, steps=5)
    drawn.mouse.up()
    click(drawn, "ISR~CO_PRODUCES~MAR")
    expect(drawn.get_by_test_id("edge-card")).to_be_visible()
    assert store.console.run("MATCH (view:KeptView) RETURN count(view)").rows == ((0,),)
    address = share(drawn)
    store.wipe()
    store.writer.write(worlds.maghreb())
    other = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    other.goto(address)
    wait_drawn(other)
    expect(other.get_by_test_id("edge-card")).to_contain_text("co-produces with")
    other.wait_for_url(address)
    assert other.evaluate(MODEL) == drawn.evaluate(MODEL)
    assert other.locator(".kg-key[data-key=Firm]").get_attribute("aria-pressed") == "false"
    drawn.mouse.move(5, 5)  # what the pointer is over is lit
    drawn.wait_for_function("() => document.querySelector('.kg').kg.cy.$('.over').empty()")
    assert differing(picture(other), picture(drawn)) < 0.001
    assert store.console.run("MATCH (view:KeptView) RETURN count(view)").rows == ((1,),)
    click(other, "MAR")
    other.wait_for_url(lambda url: "v=" not in url)
    other.close()


@pytest.mark.parametrize(
    "wrong", ["0123456789abcdef", "%3Cscript%3Ealert(1)%3C/script%3E", "x" * 3000, "..%2F..%2Fetc"]
)
def test_a_link_that_leads_nowhere_is_answered_in_one_line(page: Page, store: Store, wrong: str) -> None:
    store.writer.write(worlds.maghreb())
    page.goto(f"/explore?v={wrong}")
    expect(page.get_by_text("This store has no view")).to_be_visible()
    wait_drawn(page)


def test_what_is_gone_from_a_shared_picture_is_named(drawn: Page, browser: Browser, store: Store) -> None:
    address = share(drawn)
    store.wipe()
    store.writer.write([each for each in worlds.maghreb() if each.document.id == "rabat-drones"])
    other = browser.new_page(viewport={"width": 1280, "height": 900})
    other.goto(address)
    wait_drawn(other)
    expect(other.get_by_text(re.compile("(is|are) no longer in the store"))).to_be_visible()
    other.close()


def test_views_are_saved_opened_renamed_overwritten_and_deleted(drawn: Page, store: Store) -> None:
    open_panel(drawn, "Share")
    drawn.get_by_label("Name", exact=True).fill("Drones of <b>Rabat</b>")
    drawn.get_by_label("Note", exact=True).fill("for *Monday*")
    drawn.keyboard.press("Tab")
    drawn.get_by_role("button", name="Save").click()
    expect(drawn.get_by_text("Saved as “Drones of <b>Rabat</b>”")).to_be_visible()
    first = drawn.evaluate(MODEL)
    revision = wait_drawn(drawn)
    drawn.get_by_role("button", name="Start over").click()
    wait_drawn(drawn, revision)
    drawn.get_by_label("Name", exact=True).fill("drones of <b>rabat</b>")
    drawn.keyboard.press("Tab")
    drawn.get_by_role("button", name="Save").click()
    expect(drawn.get_by_text("is saved already")).to_be_visible()
    revision = wait_drawn(drawn)
    drawn.get_by_role("button", name="Drones of <b>Rabat</b>").click()
    wait_drawn(drawn, revision)
    assert drawn.evaluate(MODEL) == first
    drawn.get_by_role("button", name="Change").click()
    drawn.get_by_label("New name").fill("Rabat")
    drawn.keyboard.press("Tab")
    drawn.get_by_role("button", name="Keep", exact=True).click()
    expect(drawn.get_by_role("button", name="Rabat", exact=True)).to_be_visible()
    named = store.views.find("rabat")
    assert named is not None
    store.views.change(named, note="changed by another")
    drawn.get_by_role("button", name="Change").click()
    drawn.get_by_text("Delete this name").click()
    drawn.get_by_role("button", name="Delete").click()
    expect(drawn.get_by_text("Deleted “Rabat”").or_(drawn.get_by_text("somebody changed or deleted"))).to_be_visible()


def taken(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return download.value.path().read_bytes()


def test_the_picture_can_be_taken_along_as_every_kind_of_file(drawn: Page) -> None:
    open_panel(drawn, "Share")
    assert taken(drawn, "SVG").startswith(b"<svg")
    assert b"<gexf" in taken(drawn, "GEXF")
    assert worlds.DEAL in taken(drawn, "Markdown").decode()
    page = taken(drawn, "HTML")
    assert b"Content-Security-Policy" in page
    assert worlds.DEAL.encode() in page
    with ZipFile(BytesIO(taken(drawn, "CSV"))) as archive:
        assert archive.namelist() == ["nodes.csv", "edges.csv", "claims.csv"]
    words: Any = docx.Document(BytesIO(taken(drawn, "Word")))
    assert worlds.DEAL in "\n".join(each.text for each in words.paragraphs)
    small, large = (Image.open(BytesIO(taken(drawn, name))) for name in ("PNG", "PNG at 2×"))
    assert large.width == pytest.approx(2 * small.width, abs=4)
