"""What a browser without a GPU draws of 1,000 nodes, and what twenty visitors at once cost each other.

The store is that of test_explorer.py. Frames are counted while a real mouse zooms and pans; Chromium runs without a GPU, and on
a machine that has other work to do it gets fewer of them: a page that only counts its frames is measured beside it.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from serving import free_port, serving

from app.launch import OPTIONS, command
from graph.store.store import Store
from tests.benchmarks.bulk import open_filled, settings_of
from tests.benchmarks.conftest import Show
from tests.benchmarks.test_explorer import FOLDER
from tests.benchmarks.visitors import visit_at_once

CHROMIUM = os.environ.get("ENTENTE_CHROMIUM", "/usr/bin/chromium")
NODES, SECONDS, VISITORS = 1000, 4, 20
LEAST_FRAMES, MOST_SLOWER = 30, 2.0
THINKING = 60.0  # seconds in which each of them asks for one page
COUNT_FRAMES = """seconds => new Promise(done => {
  let frames = 0; const began = performance.now();
  const count = now => { frames += 1; now - began < 1000 * seconds ? requestAnimationFrame(count) : done(1000 * frames / (now - began)); };
  requestAnimationFrame(count);
})"""
# a point of the canvas with no node near: there a drag moves the view
FREE = """() => {
  const { cy } = document.querySelector('.kg').kg, box = cy.container().getBoundingClientRect();
  const nodes = cy.nodes().map(node => node.renderedPosition());
  const far = (x, y) => Math.min(...nodes.map(node => Math.hypot(node.x - x, node.y - y)));
  const points = Array.from({ length: 400 }, (_, i) => [box.width * (0.2 + 0.02 * (i % 20)), box.height * (0.2 + 0.02 * Math.floor(i / 20))]);
  const [x, y] = points.sort((a, b) => far(...b) - far(...a))[0];
  return [box.left + x, box.top + y];
}"""
# from the canvas's element in the page to its first drawing
FIRST_PAINT = """() => {
  const seen = { };
  new MutationObserver(() => {
    const it = document.querySelector('[data-testid=kg-graph]');
    if (it && !seen.there) seen.there = performance.now();
    if (it?.dataset.rendered && !seen.drawn) seen.drawn = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-rendered'] });
  window.paint = seen;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


def test_a_thousand_drawn_nodes_pan_and_zoom(browser: Browser, tmp_path: Path, show: Show) -> None:
    flags = [f"--{name}={value}" for name, value in OPTIONS.items()]
    port, script = free_port(), Path(__file__).with_name("large_canvas.py")
    line = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", *flags, "--", str(NODES)]
    root = str(script.parents[2])
    with serving(line, port, tmp_path / "log", {"PYTHONPATH": root}) as address:
        _open(browser, address).close()  # the server's first page loads its modules
        page = _open(browser, address)
        painted = page.evaluate("() => (window.paint.drawn - window.paint.there) / 1000")
        idle = _frames(page, lambda step: None)
        zoom = _frames(page, lambda step: page.mouse.wheel(0, 120 if step % 12 < 6 else -120))
        x, y = page.evaluate(FREE)
        page.mouse.move(x, y)
        page.mouse.down()
        pan = _frames(page, lambda step: page.mouse.move(x + 12 * (step % 20), y + 6 * (step % 20)))
        page.mouse.up()
        page.close()
    rows = [(f"{NODES:,}", f"{painted:.2f}", f"{idle:.0f}", f"{zoom:.0f}", f"{pan:.0f}")]
    show("Drawn nodes, on the CPU alone", ("nodes", "first paint s", "fps idle", "fps zooming", "fps panning"), rows)
    least = min(1.0, idle / 60) * LEAST_FRAMES  # a busy machine gives even an idle page fewer
    assert min(zoom, pan) >= least


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    page.set_default_timeout(180_000)
    page.add_init_script(f"({FIRST_PAINT})()")
    page.goto(address)
    page.wait_for_function("() => window.paint.drawn")
    page.mouse.move(600, 420)
    return page


def _frames(page: Page, act) -> float:  # type: ignore[no-untyped-def]
    """Frames a second while something is done over and over."""
    page.evaluate(f"() => {{ window.frames_seen = ({COUNT_FRAMES})({SECONDS}); window.frames_done = false; window.frames_seen.then(() => {{ window.frames_done = true; }}); }}")  # fmt: skip
    step = 0
    while not page.evaluate("() => window.frames_done"):
        act(step)
        step += 1
    return float(page.evaluate("() => window.frames_seen"))


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_filled(FOLDER) as opened:
        yield opened


def test_twenty_visitors_at_once_wait_at_most_twice_as_long_each(store: Store, tmp_path: Path, show: Show) -> None:
    """Twenty who each ask for a page every THINKING seconds, beside one alone; and all of them at the very same moment."""
    settings = settings_of(FOLDER)
    environment = {"NEO4J_URI": "", "ENTENTE_DATA": str(settings.data), "ENTENTE_CACHE": str(settings.cache)}
    hubs = [node.id for node in store.view.most_connected(VISITORS)]
    port, rows = free_port(), []
    with serving(command(port), port, tmp_path / "log", environment) as address:
        for page, queries in (("explore", [f"focus={id}" for id in hubs]), ("", [""] * VISITORS)):
            visit_at_once(address, page, queries[:1])  # what is read once for all
            alone = median(visit_at_once(address, page, [query])[0].milliseconds for query in queries[:5])
            among = median(each.milliseconds for each in visit_at_once(address, page, queries, within=THINKING))
            crowd = [each.milliseconds for each in visit_at_once(address, page, queries)]
            rows.append((page or "home", f"{alone:.0f}", f"{among:.0f}", f"{among / alone:.2f}", f"{median(crowd):.0f}", f"{max(crowd):.0f}"))  # fmt: skip
    columns = ("page", "alone ms", f"among {VISITORS} ms", "beside alone", "same moment: median", "slowest")
    show(f"{VISITORS} visitors, a page each in {THINKING} s; {os.cpu_count()} cores", columns, rows)
    assert all(float(row[3]) <= MOST_SLOWER for row in rows)
