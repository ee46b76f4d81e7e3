from pathlib import Path

import pytest

from app import state
from graph.records import Document

TABLE = "type,name\nFirm,Zelta Karo Motors\n"


def test_the_app_reads_with_a_user_s_own_names_and_anew_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv("ENTENTE_DICTIONARY", str(table))
    first = state.extractor()
    assert state.extractor() is first
    table.write_text(TABLE + "Firm,Karavel\n", encoding="utf-8")
    found = state.extractor().extract(Document("own", "Karavel sold drones to Morocco."))
    assert {entity.id: entity.known for entity in found.entities}["firm:karavel"]
