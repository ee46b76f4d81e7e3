"""A dictionary of one's own, as a user checks and uses it."""

import json
from pathlib import Path

import pytest

from tests.cli.test_main import entente

TABLE = """type,name,aliases,country,id,same_as
Firm,Zelta Karo Motors,ZKM,TR,,Q123456
Firm,Baykar,,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("Morocco ordered 12 drones from ZKM.", encoding="utf-8")
    return path


def test_checking_tells_each_line_that_can_not_be_taken(table: Path) -> None:
    told = entente("lexicon", "--check", str(table), environment={})
    assert told.stdout.splitlines() == [
        "line 3: the id firm:baykar is Baykar's already",
        "own.csv: 1 entry with 2 names taken, 1 line not",
    ]
    assert told.returncode == 1
    table.write_text(TABLE.replace("Firm,Baykar,,,,\n", ""), encoding="utf-8")
    assert entente("lexicon", "--check", str(table), environment={}).returncode == 0


def test_extracting_uses_it_says_how_much_was_taken_and_gives_addresses(table: Path, article: Path) -> None:
    told = entente("extract", str(article), "--format", "jsonl", environment={"ENTENTE_DICTIONARY": str(table)})
    assert told.returncode == 0, told.stderr
    assert "1 entry with 2 names taken, 1 line not (why: entente lexicon --check" in told.stderr
    entities = {entity["id"]: entity for entity in json.loads(told.stdout)["entities"]}
    assert entities["firm:zelta-karo-motors"]["sameAs"] == ["http://www.wikidata.org/entity/Q123456"]
    assert entities["MAR"]["iso"] == ["MA", "MAR"]
    assert entities["MAR"]["sameAs"] == ["http://www.wikidata.org/entity/Q1028"]


def test_articles_are_read_anew_when_the_dictionary_changes(
    table: Path, article: Path, environment: dict[str, str]
) -> None:
    def ingest(**more: str) -> str:
        return entente("ingest", str(article), environment={**environment, **more}).stdout.split(";")[0]

    own = {"ENTENTE_DICTIONARY": str(table)}
    assert ingest() == "1 new document, 0 unchanged, 0 replaced"
    assert ingest(**own) == "0 new documents, 0 unchanged, 1 replaced"
    assert ingest(**own) == "0 new documents, 1 unchanged, 0 replaced"
    table.write_text(TABLE + "Firm,Karavel,,,,\n", encoding="utf-8")
    assert ingest(**own) == "0 new documents, 0 unchanged, 1 replaced"


@pytest.mark.parametrize("words", [("lexicon", "--check"), ("extract", "-")])
def test_a_missing_dictionary_is_one_line(words: tuple[str, str], tmp_path: Path) -> None:
    missing = str(tmp_path / "none.csv")
    command = (*words, missing) if "--check" in words else words
    told = entente(*command, environment={"ENTENTE_DICTIONARY": missing}, stdin="Finland joined NATO.")
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "none.csv" in line
