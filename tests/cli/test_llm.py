"""`--engine llm` as a user runs it: real processes, a stand-in for the language model on loopback."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.llm.endpoint import Endpoint, Fault, named, said, serving

PROGRAM = "from graph.cli.main import main; main()"
KEY = "sk-very-secret-1234"
CLAIM = said(
    "Finland has sanctioned Rosoboronexport.", "SANCTIONS", named("Finland", "State"), named("Rosoboronexport", "Firm"),
    "sanctioned",
)  # fmt: skip
INVENTED = said("Finland attacked Norway.", "ATTACKS", named("Finland", "State"), named("Norway", "State"), "attacked")


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving() as endpoint:
        endpoint.says, endpoint.always_says = [CLAIM, INVENTED], True
        yield endpoint


@pytest.fixture
def llm(endpoint: Endpoint, tmp_path: Path) -> dict[str, str]:
    """The environment of a user with a language model."""
    return {
        "ENTENTE_LLM_URL": endpoint.url,
        "ENTENTE_LLM_MODEL": "parrot",
        "ENTENTE_LLM_KEY": KEY,
        "ENTENTE_LLM_PRICES": "2/10",
        "ENTENTE_LLM_RETRIES": "0",
        "ENTENTE_DATA": str(tmp_path / "data"),
    }


@pytest.fixture
def stored(llm: dict[str, str], environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The same with the suite's store, whose data folder other tests use too: answers are told apart by the model."""
    return {**llm, **environment, "ENTENTE_LLM_MODEL": f"parrot-{tmp_path.name}"}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Finland has sanctioned Rosoboronexport. That is article {number}.\n")
    return folder


def entente(*words: str, environment: dict[str, str], program: str = PROGRAM) -> subprocess.CompletedProcess[str]:
    told = subprocess.run(
        [sys.executable, "-c", program, *words],
        env={**os.environ, **environment, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in told.stderr
    assert KEY not in told.stdout + told.stderr
    return told


def extract(target: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return entente("extract", "--engine", "llm", "--format", "jsonl", str(target), environment=environment)


def test_claims_come_as_they_do_offline_and_the_cost_is_told(articles: Path, llm: dict[str, str]) -> None:
    told = extract(articles / "0.txt", llm)
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    (claim,) = found["claims"]
    assert (claim["source"], claim["relation"], claim["target"]) == ("FIN", "SANCTIONS", "firm:rosoboronexport")
    assert claim["rule"] == "llm:parrot"
    assert found["text"][claim["start"] : claim["end"]] == claim["sentence"]
    assert [(one["reason"], one["relation"]) for one in found["rejections"]] == [("not in text", "ATTACKS")]
    assert told.stderr.startswith("So far: Language model parrot: 1 answer")
    assert told.stderr.splitlines()[-1] == (
        "Language model parrot: 1 answer, 0 from the cache; 1,000 tokens in, 100 out; cost 0.0030"
    )


def test_a_second_run_costs_nothing_and_gives_the_same(articles: Path, llm: dict[str, str], endpoint: Endpoint) -> None:
    first, second = extract(articles, llm), extract(articles, llm)
    assert first.stdout == second.stdout
    assert len(endpoint.requests) == 4
    assert second.stderr.splitlines()[-1].endswith("0 answers, 4 from the cache; 0 tokens in, 0 out; cost 0.0000")


def test_a_run_that_was_killed_goes_on(articles: Path, llm: dict[str, str], endpoint: Endpoint) -> None:
    endpoint.faults.extend([Fault(), Fault(), Fault(pause=60)])
    command = [sys.executable, "-c", PROGRAM, "extract", "--engine", "llm", "--format", "jsonl", str(articles)]
    killed = subprocess.Popen(command, env={**os.environ, **llm}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for _ in range(3):
        assert endpoint.arrived.acquire(timeout=60)
    killed.kill()
    killed.communicate()
    told = extract(articles, llm)
    assert len(told.stdout.splitlines()) == 4
    assert "2 answers, 2 from the cache" in told.stderr
    assert len(endpoint.requests) == 5


def test_a_document_that_fails_is_one_line_and_the_rest_is_extracted(
    articles: Path, llm: dict[str, str], endpoint: Endpoint
) -> None:
    endpoint.faults.extend([Fault(), Fault(500)])
    told = extract(articles, llm)
    assert told.returncode == 1
    assert len(told.stdout.splitlines()) == 3
    (error,) = [line for line in told.stderr.splitlines() if line.startswith("error:")]
    assert "1.txt: " in error
    assert "answered 500: out of order" in error


def test_what_was_extracted_is_stored_and_what_failed_is_told(
    articles: Path, stored: dict[str, str], endpoint: Endpoint
) -> None:
    endpoint.faults.extend([Fault(500)])
    told = entente("ingest", "--engine", "llm", str(articles), environment=stored)
    assert told.returncode == 1
    assert "3 new documents, 0 unchanged, 0 replaced; 3 claims, 3 rejections; 1 could not be read" in told.stdout
    assert "rejected, not in text: 3" in told.stdout
    assert "cost 0.0090" in told.stderr
    again = entente("ingest", "--engine", "llm", str(articles), environment=stored)
    assert again.returncode == 0, again.stderr
    assert "1 new document, 3 unchanged" in again.stdout
    query = "MATCH (:State {id: 'FIN'})-[s:SANCTIONS]->(f:Firm) RETURN f.id AS firm, s.claims AS claims"
    rows = entente("cypher", query, "--format", "json", environment=stored)
    assert json.loads(rows.stdout) == [{"firm": "firm:rosoboronexport", "claims": 4}]


def test_what_another_engine_has_read_is_read_anew(articles: Path, stored: dict[str, str]) -> None:
    def ingest(*words: str) -> str:
        told = entente("ingest", *words, str(articles / "0.txt"), environment=stored)
        assert told.returncode == 0, told.stderr
        return told.stdout.split(";")[0]

    assert ingest() == "1 new document, 0 unchanged, 0 replaced"
    assert ingest("--engine", "llm") == "0 new documents, 0 unchanged, 1 replaced"
    assert ingest("--engine", "llm") == "0 new documents, 1 unchanged, 0 replaced"
    query = "MATCH (c:Claim) RETURN c.rule AS rule"
    rows = json.loads(entente("cypher", query, "--format", "json", environment=stored).stdout)
    assert rows == [{"rule": f"llm:{stored['ENTENTE_LLM_MODEL']}"}]
    assert ingest() == "0 new documents, 0 unchanged, 1 replaced"


@pytest.mark.parametrize("name", ["ENTENTE_LLM_URL", "ENTENTE_LLM_MODEL", "ENTENTE_LLM_PRICES", "ENTENTE_LLM_TIMEOUT"])
def test_a_setting_that_is_missing_or_wrong_is_named(articles: Path, llm: dict[str, str], name: str) -> None:
    told = extract(articles, {**llm, name: "cheap" if name.endswith(("PRICES", "TIMEOUT")) else ""})
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert line.startswith("error: ")
    assert name in line


def test_the_missing_client_is_told_with_how_to_install_it(articles: Path, llm: dict[str, str]) -> None:
    without = f"import sys; sys.modules['openai'] = None; {PROGRAM}"
    told = entente("extract", "--engine", "llm", str(articles), environment=llm, program=without)
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "uv sync --extra llm" in line


def test_the_default_engine_needs_neither_client_nor_endpoint(
    articles: Path, endpoint: Endpoint, llm: dict[str, str]
) -> None:
    without = f"import sys; sys.modules['openai'] = None; {PROGRAM}"
    told = entente("extract", str(articles), environment=llm, program=without)
    assert told.returncode == 0, told.stderr
    assert endpoint.requests == []
