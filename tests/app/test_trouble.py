"""A store that can't be used: a helpful page, never a traceback."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from serving import free_port, serving

from app.launch import command
from graph.store.connection import Address


@pytest.mark.parametrize("wrong", ["nobody answers", "wrong password"])
def test_a_store_that_can_not_be_used_is_explained(
    wrong: str, browser: Browser, server: Address, tmp_path: Path
) -> None:
    uri, said = {
        "nobody answers": ("bolt://127.0.0.1:1", "No Neo4j answers at"),
        "wrong password": (server.uri, "refuses the user name"),
    }[wrong]
    environment = {"NEO4J_URI": uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "not-the-password"}
    port = free_port()
    with serving(command(port), port, tmp_path / "app.log", environment) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_text("The store can't be reached")).to_be_visible(timeout=20_000)
        expect(page.get_by_text(said)).to_be_visible()
        expect(page.get_by_role("button", name="Try again")).to_be_visible()
        assert "Traceback" not in page.inner_text("body")
        page.close()
