"""A user's own names, from the setting to the claims."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.engines import EngineName, open_engine
from graph.errors import EntenteError
from graph.extract.extractor import Extractor
from graph.extract.version import PARTS, engine_name
from graph.extract.workers import Workers
from graph.records import Document, Extraction
from graph.settings import DEFAULT_NLP_MODEL, Settings

TEXT = (
    "Morocco ordered 12 Falconet drones from Zelta Karo Motors. ZKM will deliver them in April. Algeria backs the ZLF."
)
TABLE = """type,name,aliases,country,id,same_as
Firm,Zelta Karo Motors,ZKM,TR,,Q123456
System,QK-72 Falconet,Falconet,,,
Group,Zaran Liberation Front,ZLF,,group:zlf,
Person,Walid Zaran,,,person:w-zaran,
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dictionary") / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def ends(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {(claim.source, claim.relation, claim.target) for claim in extraction.claims}


def test_own_names_are_recognised_and_linked_like_built_in_ones(table: Path) -> None:
    extraction = Extractor(dictionary=table).extract(Document("own", TEXT))
    entities = {entity.id: entity for entity in extraction.entities}
    firm = entities["firm:zelta-karo-motors"]
    assert firm.known
    assert firm.same_as == ("http://www.wikidata.org/entity/Q123456",)
    assert [TEXT[start:end] for start, end in firm.mentions][:2] == ["Zelta Karo Motors", "ZKM"]
    assert ("MAR", "PROCURES", "system:qk-72-falconet") in ends(extraction)
    assert ("DZA", "SUPPORTS", "group:zlf") in ends(extraction)


def test_a_person_of_the_dictionary_keeps_the_id_that_it_gives(table: Path) -> None:
    extraction = Extractor(dictionary=table).extract(Document("p", "General Walid Zaran visited Rabat on Monday."))
    assert "person:w-zaran" in {entity.id for entity in extraction.entities}


def test_worker_processes_know_them_too(table: Path) -> None:
    settings = Settings.from_env({"ENTENTE_DICTIONARY": str(table)})
    with open_engine(EngineName.BUILTIN, settings, workers=2) as opened:
        (found,) = opened.engine.extract_many([Document("own", TEXT)])
        assert isinstance(found, Extraction)
        assert "firm:zelta-karo-motors" in {entity.id for entity in found.entities}
        assert found.engine == opened.engine.name


def test_fingerprints_change_with_the_dictionary_and_not_by_themselves(table: Path, tmp_path: Path) -> None:
    plain, own = engine_name(DEFAULT_NLP_MODEL), engine_name(DEFAULT_NLP_MODEL, table)
    assert re.fullmatch(r"builtin:[0-9a-f]{16}", plain)
    assert len({plain, own, engine_name("another_parser")}) == 3
    copy = tmp_path / "copy.csv"
    copy.write_text(TABLE, encoding="utf-8")
    assert engine_name(DEFAULT_NLP_MODEL, copy) == own
    copy.write_text(TABLE + "Firm,Karavel,,,,\n", encoding="utf-8")
    assert engine_name(DEFAULT_NLP_MODEL, copy) != own
    assert Workers(DEFAULT_NLP_MODEL, 2, table).name == own


def test_whatever_the_extractor_runs_is_in_its_version() -> None:
    program = "import sys, graph.extract.extractor; print(*(name for name in sys.modules if name.startswith('graph.')))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    around = {"errors", "records", "settings", "resolve", "wording"}
    run = {name.removeprefix("graph.").replace(".", "/") for name in told.stdout.split()}
    parts = tuple(part.removesuffix(".py") for part in PARTS)
    assert {name for name in run - around if not name.startswith(parts)} == set()


def test_a_dictionary_that_is_not_there_is_told_when_it_is_needed(tmp_path: Path) -> None:
    settings = Settings.from_env({"ENTENTE_DICTIONARY": str(tmp_path / "none.csv")})
    for workers in (1, 2):
        with pytest.raises(EntenteError, match=r"the dictionary .*none\.csv can't be read"):
            open_engine(EngineName.BUILTIN, settings, workers).__enter__()
