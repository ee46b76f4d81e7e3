"""The figures are those of the annotators' own scorer, and say what they mean."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.extract.extractor import Extractor
from graph.score.figures import Count, Figures, Share, score
from graph.score.passages import Answer, Passage, read_answers, read_passages, to_answer
from graph.score.report import to_json
from graph.sources import iter_documents
from tests.score.gold import answer, passage, shared

BOUGHT = ("Norway", "PROCURES", "Gripen", "asserted")
JOINED = ("Finland", "MEMBER_OF", "NATO", "asserted")
LED = ("John Doe", "LEADS", "Saab AB", "asserted")


def figures(passages: list[Passage], answers: list[Answer]) -> Figures:
    return score(passages, answers)[0]


def test_what_was_not_handed_in_counts_as_missed() -> None:
    found = figures([passage(BOUGHT, id="a"), passage(JOINED, id="b")], [answer(BOUGHT, id="a")])
    assert (found.passages, found.answered, found.overall) == (2, 1, Count(1, 0, 1))
    assert found.relations == {"MEMBER_OF": Count(0, 0, 1), "PROCURES": Count(1, 0, 0)}


def test_shares_of_nothing_are_nothing() -> None:
    found = figures([passage()], [])
    assert (found.overall.precision, found.overall.recall, found.overall.f1) == (0, 0, 0)
    assert (found.interval, found.modality.value, found.ends.value, found.empty) == ((0, 0), 0, 0, (0, 1))


def test_claims_on_passages_without_relations_are_told() -> None:
    assert figures([passage(), passage(BOUGHT, id="b")], [answer(LED, JOINED), answer(LED, id="b")]).empty == (2, 1)


def test_f1_weighs_both() -> None:
    assert (Count(3, 1, 2).precision, Count(3, 1, 2).recall, Count(3, 1, 2).f1) == (0.75, 0.6, 0.667)


def test_the_interval_holds_the_score_and_is_the_same_each_time() -> None:
    passages = [passage(BOUGHT, JOINED, id=str(number)) for number in range(30)]
    answers = [answer(*((BOUGHT, LED) if number % 3 else (JOINED, BOUGHT)), id=str(number)) for number in range(30)]
    found = figures(passages, answers)
    assert found.interval[0] < found.overall.f1 < found.interval[1]
    assert figures(passages, answers) == found


def test_modality_is_counted_on_right_claims_by_what_was_wanted() -> None:
    expected = (*JOINED[:3], "expected")
    found = figures([passage(BOUGHT, expected)], [answer(BOUGHT, JOINED, LED)])
    assert found.modality == Share(1, 2)
    assert found.modalities == {"asserted": Share(1, 1), "expected": Share(0, 1)}


@pytest.mark.parametrize("file", ["dev.jsonl", "train.jsonl"])
def test_they_are_those_of_the_annotators_scorer(file: str, tmp_path: Path) -> None:
    gold, found = shared(file), tmp_path / "found.jsonl"
    found.write_text("".join(_mangled(gold)), encoding="utf-8")
    assert _ours(gold, found) == _theirs(gold, found)


def test_they_are_those_of_the_annotators_scorer_for_what_is_extracted(tmp_path: Path) -> None:
    gold, found = shared("dev.jsonl"), tmp_path / "found.jsonl"
    extractions = Extractor().extract_many(iter_documents([str(gold)]))  # type: ignore[arg-type]
    found.write_text("".join(to_answer(one).model_dump_json() + "\n" for one in extractions), encoding="utf-8")
    assert _ours(gold, found) == _theirs(gold, found)


def _mangled(gold: Path) -> list[str]:
    """Answers that are right, wrong, turned round, doubled, in another modality or not there at all, each in turn."""
    return [
        json.dumps(_answer(json.loads(line), number)) + "\n"
        for number, line in enumerate(gold.read_text(encoding="utf-8").splitlines())
        if number % 11
    ]


def _answer(row: dict, number: int) -> dict:  # type: ignore[type-arg]
    entities = [
        {"id": f"e{place}", "type": one["type"] if place % 7 else "Place", "name": f"The {one['id']}", "aliases": []}
        for place, one in enumerate(row["entities"])
    ]
    ids = {one["id"]: f"e{place}" for place, one in enumerate(row["entities"])}
    claims = []
    for place, relation in enumerate(row["relations"], number):
        source, target = ids[relation["source"]], ids[relation["target"]]
        claim = {"relation": relation["type"], "source": source, "target": target, "modality": "asserted"}
        kinds = [
            claim,
            claim | {"reported": True},
            claim | {"source": target, "target": source},
            claim | {"modality": relation["modality"]},
        ]
        claims += [kinds[place % 4]] * (1 + place % 3) + ([claim | {"relation": "VISITS"}] if place % 5 == 0 else [])
    return {"id": row["id"], "entities": entities, "claims": claims}


def _ours(gold: Path, found: Path) -> dict[str, object]:
    written = json.loads(json.dumps(to_json(figures(read_passages(gold), read_answers(found)))))
    return {name: value for name, value in written.items() if name not in ("per_modality", "calibration")}


def _theirs(gold: Path, found: Path) -> dict[str, object]:
    command = [sys.executable, str(shared("score.py")), str(gold), str(found), "--json"]
    told: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return told
