"""Waiting for long work, on a page that Streamlit draws without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from app import state
from app.screens import waiting


def failing(file: str) -> None:
    from types import SimpleNamespace
    from typing import Any

    from app.screens import waiting
    from tests.app import jobs

    store: Any = SimpleNamespace(address=SimpleNamespace(uri="a"), view=SimpleNamespace(revision=lambda: 1))
    waiting.result(store, "Ranking", jobs.refuse_in_a_while, file)


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


def test_what_is_given_up_can_be_begun_again(tmp_path: Path) -> None:
    page = AppTest.from_function(failing, args=(str(tmp_path / "begun"),), default_timeout=60).run()
    page.button[0].click().run()
    assert "given up" in page.info[0].value
    page.button[0].click().run()
    assert [button.label for button in page.button] == ["Give up"]
    assert waiting.GIVEN_UP not in page.session_state
