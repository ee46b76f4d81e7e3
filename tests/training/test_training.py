"""Learning from annotated passages: the reader's answer finds its example, and the same lessons give the same bytes."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.extract.learnt.weights import Weights
from graph.records import content_hash
from graph.training.examples import Example, read_examples
from graph.training.fit import calibrate, fit, folds_by_outlet
from graph.training.lessons import ANNOTATIONS, article_mark, read_annotations, read_gold

BUYERS = ("Poland", "Norway", "Chile", "Peru", "Japan", "Kenya", "Oman", "Egypt")
BOUGHT = "{} bought ten Leopard 2 tanks in May. The deal was praised by Canada."
SHOWN = "A museum in {} has a Leopard 2 tank. Canada has another one."


def row(number: int, buyer: str) -> dict[str, object]:
    bought = number % 2 == 0
    ends = [(buyer, "State"), ("Leopard 2", "System"), ("Canada", "State")]
    told = {
        "type": "PROCURES",
        "source": buyer,
        "target": "Leopard 2",
        "modality": "asserted",
        "evidence": "bought ten",
    }
    return {
        "id": f"p{number}",
        "url": f"https://outlet{number % 5}.example/a",
        "text": (BOUGHT if bought else SHOWN).format(buyer),
        "entities": [{"id": name, "type": type, "text": name} for name, type in ends],
        "relations": [told] if bought else [],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    rows = [row(number, buyer) for number, buyer in enumerate(BUYERS * 5)]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows))
    return path


def test_what_the_reader_said_is_noted_on_the_pair_in_its_sentence(gold: Path) -> None:
    lesson = next(read_gold(gold))
    [(extraction, examples)] = read_examples([lesson])
    told = {example.ends: example.told for example in examples if example.told}
    assert told == {("POL", "system:leopard-2"): {"PROCURES"}}
    assert any("PROCURES" in example.ruled for example in examples)
    assert [claim.confidence for claim in extraction.claims if claim.relation == "PROCURES"] == [None]


def test_an_outlet_is_never_in_two_folds() -> None:
    outlets = ["a"] * 7 + ["b"] * 3 + ["c"] * 3 + ["d"]
    folds = folds_by_outlet(outlets, 3)
    assert all(len({fold for fold, outlet in zip(folds, outlets, strict=True) if outlet == one}) == 1 for one in "abcd")
    assert set(folds) == {0, 1, 2}


def test_what_tells_buyers_from_others_is_learnt() -> None:
    def example(word: str, told: set[str]) -> Example:
        return Example(0, (0, 1), ("a", "b"), [f"on:{word}", "types:State>System"], ["PROCURES"], frozenset(), told)

    examples = [example("buy", {"PROCURES"}), example("see", set())] * 20
    learnt = fit(examples, ["PROCURES"])["PROCURES"]
    bought, saw = (learnt.bias + learnt.weights.get(f"on:{word}", 0) for word in ("buy", "see"))
    assert bought > 0 > saw
    assert "types:State>System" not in learnt.weights


def test_calibration_rises_with_the_score() -> None:
    steps = calibrate([(0.1, False), (0.2, False), (0.3, True), (0.4, False), (0.8, True), (0.9, True)])
    assert [share for _, share in steps] == sorted(share for _, share in steps)
    assert steps[-1][1] == 1.0


def test_the_command_writes_the_same_bytes_twice_and_weights_that_load(gold: Path, tmp_path: Path) -> None:
    made = []
    for number in (1, 2):
        out = tmp_path / f"weights{number}.json"
        command = [sys.executable, "-m", "graph.training", str(gold), "--out", str(out)]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=240, env={**os.environ, "PYTHONHASHSEED": str(number)}
        )
        assert done.returncode == 0, done.stderr
        assert "rules alone" in done.stdout
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert Weights.model_validate_json(made[0]).relations["PROCURES"].weights


def test_the_annotations_hold_offsets_and_no_news_text() -> None:
    rows = [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 6000
    assert {key for one in rows for key in one} == {"url", "article", "start", "end", "hash", "relations"}
    words = {field for one in rows for relation in one["relations"] for field in relation if isinstance(field, str)}
    assert len(words) <= 21 + 8 + 5  # relations, types, modalities


def test_annotations_find_their_words_in_the_corpus_or_say_so(tmp_path: Path) -> None:
    text = "Short. Poland bought ten Leopard 2 tanks."
    passage = text[7:]
    start = passage.index("Leopard 2")
    relation = ["PROCURES", "State", 0, 6, "System", start, start + 9, "asserted", 0, 13]
    marked = {
        "url": "u",
        "article": article_mark(text),
        "start": 7,
        "end": len(text),
        "hash": content_hash(passage),
        "relations": [relation],
    }
    corpus, annotations = tmp_path / "corpus.gz", tmp_path / "annotations.jsonl"
    annotations.write_text(json.dumps(marked))
    with gzip.open(corpus, "wt") as file:
        file.write(json.dumps({"url": "u", "text": text}) + "\n")
    [lesson] = read_annotations(corpus, annotations)
    assert [(told.source.spans, told.target.spans) for told in lesson.told] == [(((0, 6),), ((start, start + 9),))]
    with gzip.open(corpus, "wt") as file:
        file.write(json.dumps({"url": "u", "text": "Something else."}) + "\n")
    with pytest.raises(SourceError, match="found other words"):
        list(read_annotations(corpus, annotations))
