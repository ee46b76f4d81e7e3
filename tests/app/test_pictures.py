"""Every page as it looks, light and dark, in a usual window and a wide one: README's pictures come from here.

Where ENTENTE_PICTURES names a folder all places are drawn from the sample articles and put there, to be looked at; else a few
are drawn from a small store, to know that it can be done and that no page is wider than its window.
"""

import os
from pathlib import Path
from typing import Any

import pytest
import worlds
from pages import PLACES, Place, visit
from playwright.sync_api import Browser, Page

from graph.extract.extractor import Extractor
from graph.sample import load_sample
from graph.store.store import Store

FOLDER = os.environ.get("ENTENTE_PICTURES")
DRAWN = [place for place in PLACES if FOLDER or place.name in ("home", "an edge")]
WIDER = "() => Math.max(...['html', '[data-testid=stMain]'].map(it => document.querySelector(it)).map(it => it.scrollWidth - it.clientWidth))"


@pytest.mark.parametrize("width", [1280, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_its_window(browser: Browser, app: str, store: Store, scheme: Any, width: int) -> None:
    document = fill(store)
    for place in DRAWN:
        page = browser.new_page(
            base_url=app,
            viewport={"width": width, "height": width * 11 // 16},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        visit(page, place, entity="MAR", other="USA", edge="ISR~CO_PRODUCES~MAR", document=document)
        assert page.evaluate(WIDER) <= 0, place.name
        assert len(picture(page, place, f"{scheme}-{width}")) > 20_000
        page.close()


def fill(store: Store) -> str:
    """Put articles into the store, and give the id of one that says much."""
    if FOLDER:
        load_sample(Extractor(), store)
    else:
        store.writer.write(worlds.maghreb())
    query = (
        "MATCH (it:Document)<-[:IN]-(claim) RETURN it.id AS id, count(claim) AS claims ORDER BY claims DESC, id LIMIT 1"
    )
    return str(store.console.run(query).rows[0][0])


def picture(page: Page, place: Place, how: str) -> bytes:
    """What the window shows, kept in the folder where there is one."""
    name = place.name.replace(",", "").replace(" ", "-")
    return page.screenshot(path=Path(FOLDER) / f"{name}-{how}.png" if FOLDER else None)
