"""The exported HTML file, opened in a real browser that is offline."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.export.html import to_html
from tests.export.drawings import claims, drawing, hostile


def opened(browser: Browser, file: Path, html: str) -> Page:
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", name="What is drawn")).to_be_visible()
    assert asked == [file.as_uri()]
    assert wrong == []
    return page


def test_a_click_on_a_relation_shows_its_sentences(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path / "view.html", to_html(drawing(), claims()))
    panel = page.get_by_role("complementary")
    where = page.evaluate(
        """() => { const line = document.querySelector('[data-id="MAR~PROCURES~system:bayraktar-tb2"] .line');
                   const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
                   return { x: middle.x, y: middle.y }; }"""
    )
    page.mouse.click(where["x"], where["y"])
    expect(panel.get_by_role("heading")).to_have_text("Morocco procures Bayraktar TB2")
    expect(panel.locator("article")).to_have_count(1)
    expect(panel.locator("article")).to_contain_text("In April, Morocco ordered 13 Bayraktar TB2 drones")
    expect(panel).to_contain_text("1 of 2 claims")
    expect(panel).to_contain_text("92 % sure")
    expect(panel.get_by_role("link")).to_have_attribute("href", "https://example.org/rabat?a=1&b=2")
    page.keyboard.press("Escape")
    panel.get_by_label("Find in these relations").fill("israel")
    expect(panel.get_by_text("2 of 7 relations")).to_be_visible()
    panel.get_by_role("button", name="co-produces").press("Enter")
    expect(panel.locator("article")).to_have_count(2)
    expect(panel).to_contain_text("says a retired colonel")
    page.locator('[data-id="firm:baykar"]').focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("heading")).to_have_text("Baykar")
    expect(panel.get_by_role("button", name="Baykar makes Bayraktar TB2")).to_be_visible()
    page.context.close()


def test_the_picture_can_be_moved_and_seen_closer(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path / "view.html", to_html(drawing(), claims()))
    svg = page.locator(".picture svg")
    seen = svg.get_attribute("viewBox")
    page.get_by_role("button", name="Zoom in").click()
    closer = svg.get_attribute("viewBox")
    assert closer != seen
    page.mouse.move(600, 300)
    page.mouse.down()
    page.mouse.move(500, 250, steps=4)
    page.mouse.up()
    assert svg.get_attribute("viewBox") != closer
    expect(page.get_by_role("heading", name="What is drawn")).to_be_visible()
    page.keyboard.press("0")
    back = [float(each) for each in str(svg.get_attribute("viewBox")).split()]
    assert back == pytest.approx([float(each) for each in str(seen).split()], abs=0.01)
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate(ground) != light
    page.context.close()


@pytest.mark.parametrize("scheme", ["light"])
def test_hostile_words_stay_words(browser: Browser, tmp_path: Path, scheme: str) -> None:
    whole, said = hostile()
    page = opened(browser, tmp_path / "evil.html", to_html(whole, said))
    page.get_by_role("complementary").get_by_role("button").first.click()
    expect(page.locator("article")).to_contain_text("</script><script>window.hacked=1</script>")
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("article img, article script, article strong, a[href^='javascript']").count() == 0
    assert page.locator("article a").count() == 0
    page.context.close()
