"""Judging from the command line: real processes, a real store."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.store.store import Store
from tests.store.saying import article, says

TB2, BAYKAR, ATLAS, ATLAS_LTD = "system:bayraktar-tb2", "firm:baykar", "firm:atlas-works", "firm:atlas-works-ltd"


def review(*words: str, environment: dict[str, str], stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from graph.cli.main import main; main()", "review", *words],
        env={**os.environ, **environment, "COLUMNS": "200"},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def doubled(store: Store) -> Store:
    """A store with two firms that may be one, and two claims."""
    store.writer.write(
        [
            article(
                "a",
                says(ATLAS, "MANUFACTURES", TB2, confidence=0.9),
                says(ATLAS_LTD, "MANUFACTURES", TB2, confidence=0.4),
            )
        ]
    )
    return store


def test_a_walk_asks_takes_reasons_undoes_and_ends_with_its_input(doubled: Store, environment: dict[str, str]) -> None:
    done = review("--by", "Ada", environment=environment, stdin="what\nx\nsame one trade register\n")
    assert done.returncode == 0, done.stderr
    assert "0 of 1 judged today" in done.stdout
    assert f"Atlas Works (Firm, {ATLAS}) (this name is kept)" in done.stdout
    assert f"Atlas Works Ltd (Firm, {ATLAS_LTD}) (this name is kept)" in done.stdout
    assert "is manufactured by" not in done.stdout
    assert "manufactures: Bayraktar TB2 (both)" in done.stdout
    assert "No suggested pair is left. 1 judgement made." in done.stdout
    assert "'what' is no answer here" in done.stderr
    [judgement] = doubled.ledger.judgements()
    assert (judgement.subject, judgement.by, judgement.why) == ((ATLAS_LTD, ATLAS), "Ada", "one trade register")
    doubled.ledger.undo(judgement.id, by="Ada")
    again = review("--by", "Ada", environment=environment, stdin="u\nz\nn\n")
    assert "Taken back." not in again.stdout  # the only pair was judged: nothing is left to ask
    assert "No suggested pair is left. 1 judgement made." in again.stdout


def test_a_walk_can_take_back_what_it_just_judged(doubled: Store, environment: dict[str, str]) -> None:
    done = review("--claims", "--by", "Ada", environment=environment, stdin="r\nz\na sure\nskip\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("40 % sure") < done.stdout.index("90 % sure")
    assert "1 of 2 judged today" in done.stdout
    assert "Taken back." in done.stdout
    assert "No claim is left but 1 skipped. 1 judgement made." in done.stdout
    verdicts = [each.verdict.value for each in doubled.ledger.judgements()]
    assert verdicts == ["accepted", "undone", "rejected"]


def test_one_pair_is_judged_listed_and_taken_back(doubled: Store, environment: dict[str, str]) -> None:
    made = review(
        "--pair", ATLAS, ATLAS_LTD, "--verdict", "same", "--why", "one firm", "--by", "Ada", environment=environment
    )
    assert made.returncode == 0, made.stderr
    assert "Atlas Works and Atlas Works Ltd are the same  one firm" in made.stdout
    assert doubled.view.counts().entities["Firm"] == 1
    id = made.stdout.split()[0]
    assert "taken back: Atlas Works and Atlas Works Ltd" in review("--undo", id, environment=environment).stdout
    assert doubled.view.counts().entities["Firm"] == 2
    newest, first = review("--list", environment=environment).stdout.splitlines()
    assert newest.split()[0] == doubled.ledger.judgements()[0].id
    assert first.startswith(id)
    assert first.endswith("taken back")


def test_an_entity_is_split_off_in_one_document_listed_and_taken_back(
    doubled: Store, environment: dict[str, str]
) -> None:
    doubled.writer.write([article("b", says(ATLAS, "MANUFACTURES", TB2))])
    other = "firm:atlas-elektronik"
    made = review("--split", ATLAS, "b", other, "--why", "a namesake", "--by", "Ada", environment=environment)
    assert made.returncode == 0, made.stderr
    assert "Ada  Atlas Works is Atlas Elektronik in “" in made.stdout
    assert [claim.document.id for claim in doubled.view.evidence(other, "MANUFACTURES", TB2)] == ["b"]
    assert [claim.document.id for claim in doubled.view.evidence(ATLAS, "MANUFACTURES", TB2)] == ["a"]
    (listed,) = review("--list", environment=environment).stdout.splitlines()
    assert "Atlas Works is Atlas Elektronik in “" in listed
    assert listed.endswith("a namesake")
    assert review("--undo", listed.split()[0], environment=environment).returncode == 0
    assert len(doubled.view.evidence(ATLAS, "MANUFACTURES", TB2)) == 2


@pytest.mark.parametrize(
    ("split", "says"),
    [
        ((ATLAS, "absent", "firm:x"), "the store has no document 'absent'"),
        ((BAYKAR, "a", "firm:x"), f"document a doesn't name '{BAYKAR}'; as it was read, it names {ATLAS}, {ATLAS_LTD}"),
        ((ATLAS, "a", "Saab"), "'Saab' is no entity's id"),
        ((ATLAS, "a", "firm:Saab AB"), "take firm:saab-ab"),
        ((ATLAS, "a", "ZZZ"), "'ZZZ' is no state's code"),
        ((ATLAS, "a", ATLAS), "is one"),
    ],
)
def test_a_split_that_could_mean_nothing_is_one_line(
    doubled: Store, split: tuple[str, str, str], says: str, environment: dict[str, str]
) -> None:
    done = review("--split", *split, environment=environment)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("error:")
    assert says in line
    assert doubled.ledger.judgements() == ()


def test_a_claim_is_rejected_or_corrected_by_its_id(doubled: Store, environment: dict[str, str]) -> None:
    [claim] = doubled.view.evidence(ATLAS, "MANUFACTURES", TB2)
    assert (
        "rejected: Atlas Works manufactures"
        in review("--claim", claim.id, "--verdict", "rejected", environment=environment).stdout
    )
    assert doubled.view.edge(ATLAS, "MANUFACTURES", TB2) is None
    corrected = review("--claim", claim.id, "--verdict", "corrected", "--relation", "DEVELOPS", environment=environment)
    assert corrected.returncode == 0, corrected.stderr
    assert doubled.view.edge(ATLAS, "DEVELOPS", TB2)


def test_a_ledger_travels_to_another_store(doubled: Store, environment: dict[str, str], tmp_path: Path) -> None:
    doubled.ledger.judge("same", ATLAS, ATLAS_LTD, by="Ada", why="one firm")
    doubled.ledger.undo(doubled.ledger.judge("different", ATLAS, BAYKAR, by="Bo").id, by="Bo")
    path = tmp_path / "ledger.jsonl"
    assert f"3 judgements written to {path}" in review("--export", str(path), environment=environment).stdout
    piped = review("--export", "-", environment=environment).stdout
    assert piped == path.read_text(encoding="utf-8")
    ledger = list(doubled.ledger.export())
    doubled.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")
    doubled.writer.write([article("a", says(ATLAS_LTD, "MANUFACTURES", TB2))])
    assert "3 judgements applied" in review("--import", "-", environment=environment, stdin=piped).stdout
    assert list(doubled.ledger.export()) == ledger
    assert doubled.view.edge(ATLAS, "MANUFACTURES", TB2)
    again = review("--import", str(path), environment=environment)
    assert "0 judgements applied, 3 known already, 0 refused" in again.stdout


def test_what_cannot_stand_or_be_read_is_refused_line_by_line(doubled: Store, environment: dict[str, str]) -> None:
    apart = doubled.ledger.judge("different", ATLAS, ATLAS_LTD, by="Ada")
    same = {
        "id": "0" * 16, "verdict": "same", "subject": [ATLAS, ATLAS_LTD], "by": "Bo", "at": "2026-01-01T00:00:00+00:00"
    }  # fmt: skip
    done = review("--import", "-", environment=environment, stdin=f"{json.dumps(same)}\n{{bad\n")
    assert done.returncode == 1
    assert "2 refused" in done.stdout
    assert apart.id in done.stderr
    assert "line 2 is no judgement" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--verdict", "same"], "needs --pair LEFT RIGHT or --claim ID"),
        (["--pair", "MAR", "DZA"], "needs --verdict"),
        (["--list", "--undo", "x"], "one thing at a time"),
        (["--claim", "x", "--verdict", "same"], "two entity ids"),
        (["--claim", "x", "--verdict", "rejected", "--source", "MAR"], "--verdict corrected"),
        (["--undo", "nothing"], "no judgement nothing"),
        (["--import", "absent.jsonl"], "absent.jsonl"),
        (["--pair", "MAR", "DZA", "--verdict", "unsure", "--by", " "], "who judges?"),
        (["--pair", "MAR", "firm:x", "--verdict", "same"], "can't be the same"),
        (["--pair", "MAR", "DZA", "--verdict", "same"], "each is the code of a state of its own"),
    ],
)
def test_a_wrong_wish_is_one_line(words: list[str], says: str, environment: dict[str, str]) -> None:
    done = review(*words, environment=environment)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("error:")
    assert says in line
