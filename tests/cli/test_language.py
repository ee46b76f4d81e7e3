"""An article that is not in English, as a user meets it on the command line."""

from pathlib import Path

import pytest

from tests.cli.test_main import entente

WORDS = "Der Minister erklärte am Montag, die Regierung wolle neue Panzer beschaffen.\n\nNorwegen wolle sie gemeinsam bauen."
SAID = "written in German (de), read only in English"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "panzer.txt"
    path.write_text(WORDS, encoding="utf-8")
    return str(path)


def test_extract_says_that_it_was_not_read(article: str) -> None:
    told = entente("extract", article, environment={})
    assert told.returncode == 0, told.stderr
    assert f"not read, {SAID}: Der Minister erklärte" in told.stdout
    assert "0 claims, 1 rejection" in told.stdout


def test_ingest_says_so_in_its_report(article: str, environment: dict[str, str]) -> None:
    told = entente("ingest", article, environment=environment)
    assert told.returncode == 0, told.stderr
    assert f"rejected, {SAID}: 1" in told.stdout
