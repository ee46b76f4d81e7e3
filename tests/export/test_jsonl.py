import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from graph.export.jsonl import extraction_to_json, to_line
from graph.records import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    Evidence,
    Extraction,
    Modality,
    Rejection,
    When,
)
from graph.score.passages import to_answer

TEXT = "The ministry says Norway bought 12 Giraffe radars for $1.5 billion in May. It may buy more."
SENTENCE = (0, 74)
SAY = {
    "relation": "PROCURES",
    "source": "NOR",
    "target": "system:giraffe",
    "modality": "asserted",
    "reported": True,
    "attributed_to": {"text": "The ministry", "entity": None},
    "roles": {"counterpart": "SWE", "under": "agreement:x"},
    "quantity": {"text": "12", "number": 12},
    "value": {"text": "$1.5 billion", "number": 1_500_000_000, "currency": "USD"},
    "date": {"text": "May", "iso": "2023-05"},
    "reported_on": "2023-06-01",
    "sentence": TEXT[:74],
    "start": 0,
    "end": 74,
    "cue": "bought",
    "rule": "buy",
    "confidence": 0.82,
    "reasons": ["cue bought", "path dobj"],
}
ISSUE_KEYS = {
    "": {"id", "title", "published", "entities", "claims", "rejections"},
    "entities": {"id", "type", "name", "aliases", "mentions"},
    "claims": set(SAY),
    "rejections": {"reason", "cue", "sentence"},
}


def scorer() -> str:
    """The scorer that reads these lines lies beside the checkout; it is no part of the project."""
    beside = Path(__file__).resolve().parents[3] / "shared"
    path = Path(os.environ.get("ENTENTE_SHARED", beside)) / "gold" / "score.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}; set ENTENTE_SHARED to the folder that holds gold/score.py")
    return str(path)


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def extraction() -> Extraction:
    document = Document(id="g-7", text=TEXT, title="Radars", published=date(2023, 6, 1))
    entities = (
        Entity("NOR", "State", "Norway", ("Kingdom of Norway",), (span("Norway"),), known=True),
        Entity("system:giraffe", "System", "Giraffe radar", (), (span("Giraffe radars"),)),
    )
    claim = Claim(
        id="c1",
        document="g-7",
        relation="PROCURES",
        source="NOR",
        target="system:giraffe",
        modality=Modality.ASSERTED,
        evidence=Evidence(TEXT[:74], *SENTENCE, span("bought"), span("Norway"), span("Giraffe radars")),
        rule="buy",
        reported=True,
        attributed_to=Attribution("The ministry"),
        roles={"under": "agreement:x", "counterpart": "SWE"},
        quantity=Amount("12", 12.0),
        value=Amount("$1.5 billion", 1.5e9, "USD"),
        when=When("May", date(2023, 5, 1), date(2023, 5, 31)),
        reported_on=date(2023, 6, 1),
        confidence=0.82,
        reasons=("cue bought", "path dobj"),
    )
    rejection = Rejection("no object", "buy", TEXT[75:], 75, len(TEXT), "PROCURES")
    return Extraction(document, entities, (claim,), (rejection,))


def test_a_claim_reads_as_the_records_say(extraction: Extraction) -> None:
    (claim,) = extraction_to_json(extraction)["claims"]  # type: ignore[misc]
    assert {key: claim[key] for key in SAY} == SAY


def test_scoring_reads_how_sure_a_claim_is(extraction: Extraction) -> None:
    assert [claim.confidence for claim in to_answer(extraction).claims] == [0.82]


def test_nothing_that_readers_count_on_is_missing(extraction: Extraction) -> None:
    line = json.loads(to_line(extraction))
    for where, keys in ISSUE_KEYS.items():
        assert keys <= set(line[where][0] if where else line)
    assert (line["id"], line["title"], line["published"]) == ("g-7", "Radars", "2023-06-01")


def test_offsets_count_in_the_text_beside_them(extraction: Extraction) -> None:
    line = json.loads(to_line(extraction))
    words = [line["text"][start:end] for entity in line["entities"] for start, end in entity["mentions"]]
    assert words == ["Norway", "Giraffe radars"]
    (claim,) = line["claims"]
    assert line["text"][claim["cue_start"] : claim["cue_end"]] == claim["cue"]
    assert line["text"][claim["start"] : claim["end"]] == claim["sentence"]


def test_what_is_not_said_is_null(extraction: Extraction) -> None:
    bare = Claim("c2", "g-7", "JOINS", "NOR", "NOR", Modality.DENIED, extraction.claims[0].evidence, "join")
    line = extraction_to_json(Extraction(Document("d", TEXT), (), (bare,), ()))
    (claim,) = line["claims"]  # type: ignore[misc]
    assert [claim[key] for key in ("attributed_to", "quantity", "value", "date", "reported_on", "confidence")] == [
        None
    ] * 6
    assert (claim["roles"], claim["reasons"], line["published"], line["title"]) == ({}, [], None, None)


def test_a_line_is_one_line_and_the_same_each_time(extraction: Extraction) -> None:
    line = to_line(Extraction(Document("d", "One.\n\nTwo “é”."), *(((),) * 3)))
    assert len(line.splitlines()) == 1
    assert to_line(extraction) == to_line(extraction)


def test_the_scorer_reads_it(extraction: Extraction, tmp_path: Path) -> None:
    gold = {
        "id": "g-7",
        "text": TEXT,
        "entities": [{"id": "Norway", "type": "State"}, {"id": "Giraffe radar", "type": "System"}],
        "relations": [{"type": "PROCURES", "source": "Norway", "target": "Giraffe radar", "modality": "reported"}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold))
    (tmp_path / "found.jsonl").write_text(to_line(extraction))
    command = [sys.executable, scorer(), "gold.jsonl", "found.jsonl", "--json"]
    score = json.loads(subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout)
    assert score["precision_recall_f1"] == [1.0, 1.0, 1.0]
    assert score["modality_accuracy"] == 1.0
