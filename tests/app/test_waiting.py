"""Waiting for long work, on a page that Streamlit draws without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app import state

pytestmark = pytest.mark.usefixtures("without_browser")


def failing(*files: str) -> None:
    from types import SimpleNamespace
    from typing import Any

    from app.screens import waiting
    from tests.app import jobs

    store: Any = SimpleNamespace(address=SimpleNamespace(uri="a"), view=SimpleNamespace(revision=lambda: 1))
    for name, file in zip(("Ranking", "Communities"), files, strict=False):
        waiting.result(store, name, jobs.refuse_in_a_while, file)


def wait_for_all() -> None:
    for job in list(state.bench()._jobs.values()):
        assert job.finished.wait(60)


def test_a_job_that_fails_says_so_and_begins_anew_only_when_asked(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    page = AppTest.from_function(failing, args=(str(begun),), default_timeout=60).run()
    assert [button.label for button in page.button] == ["Give up"]
    for _look in range(2):
        wait_for_all()
        page.run()
        assert [error.value for error in page.error] == ["Ranking failed: the store is away"]
        assert begun.read_text().count("begun") == 1
    page.button[0].click().run()
    wait_for_all()
    assert begun.read_text().count("begun") == 2


def test_each_thing_given_up_stays_so_until_it_is_begun_again(tmp_path: Path) -> None:
    files = (str(tmp_path / "one"), str(tmp_path / "other"))
    page = AppTest.from_function(failing, args=files, default_timeout=60).run()
    for name in ("Ranking", "Communities"):
        page.button(key=f"give up {name}").click().run()
    assert [info.value.partition(":")[0] for info in page.info] == ["Ranking", "Communities"]
    page.button(key="again Ranking").click().run()
    assert [info.value.partition(":")[0] for info in page.info] == ["Communities"]
    assert page.button(key="give up Ranking").label == "Give up"
