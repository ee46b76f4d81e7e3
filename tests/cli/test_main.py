"""The command line as a user runs it: real processes, a real store."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Morocco ordered 13 Bayraktar TB2 drones in April. Finland joined NATO.\n"
SIDECAR = "title: Drones for Rabat\npublisher: Sample Wire\npublished: 2021-11-22\n"


def entente(*words: str, environment: dict[str, str], stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from graph.cli.main import main; main()", *words],
        env={**os.environ, **environment, "COLUMNS": "200"},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "drones.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    path.with_suffix(".yml").write_text(SIDECAR, encoding="utf-8")
    return path


def rows(answer: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert answer.returncode == 0, answer.stderr
    found: list[dict[str, object]] = json.loads(answer.stdout)
    return found


PURCHASE = "MATCH (:State {id: 'MAR'})-[p:PROCURES]->(w:System) RETURN w.name AS system, p.quantity AS quantity"


def test_what_an_article_says_can_be_asked_in_cypher(article: Path, environment: dict[str, str]) -> None:
    done = entente("ingest", str(article), environment=environment)
    assert done.returncode == 0, done.stderr
    assert "1 new document," in done.stdout
    answer = entente("cypher", PURCHASE, "--format", "json", environment=environment)
    assert rows(answer) == [{"system": "Bayraktar TB2", "quantity": 13}]


def test_ingesting_twice_changes_nothing(article: Path, environment: dict[str, str]) -> None:
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), properties(r), m.id ORDER BY labels(n), n.id, type(r), m.id"
    entente("ingest", str(article), environment=environment)
    before = rows(entente("cypher", everything, "--format", "json", environment=environment))
    again = entente("ingest", str(article), environment=environment)
    assert "0 new documents, 1 unchanged" in again.stdout
    assert rows(entente("cypher", everything, "--format", "json", environment=environment)) == before


def test_what_the_lexicon_knows_comes_and_goes_on_wish(article: Path, environment: dict[str, str]) -> None:
    article.write_text("Baykar delivered 13 Bayraktar TB2 drones to Morocco.", encoding="utf-8")
    entente("ingest", str(article), environment=environment)
    known = "MATCH (f:Firm)-[k:KNOWN]->(s:System) RETURN k.relation AS relation, k.source AS source, k.sentence AS says"
    assert rows(entente("cypher", known, "--format", "json", environment=environment)) == []
    assert "KNOWN edges drawn" in entente("lexicon", "--add", environment=environment).stdout
    assert rows(entente("cypher", known, "--format", "json", environment=environment)) == [
        {"relation": "MANUFACTURES", "source": "lexicon", "says": "Baykar makes the Bayraktar TB2."}
    ]
    assert "taken out" in entente("lexicon", "--remove", environment=environment).stdout
    assert entente("lexicon", environment=environment).stdout.startswith("0 KNOWN edges are drawn")


def test_bad_input_is_named_and_the_rest_is_ingested(article: Path, environment: dict[str, str]) -> None:
    empty = article.with_name("empty.txt")
    empty.touch()
    done = entente("ingest", str(empty), str(article), str(article.with_name("absent.txt")), environment=environment)
    assert done.returncode == 1
    assert "1 new document," in done.stdout
    complaints = [line for line in done.stderr.splitlines() if line.startswith("error:")]
    assert len(complaints) == 2
    assert "empty.txt" in complaints[0]
    assert "absent.txt" in complaints[1]
    assert "Traceback" not in done.stderr


def test_an_undated_article_is_told(article: Path, environment: dict[str, str]) -> None:
    article.with_suffix(".yml").unlink()
    assert "no date:" in entente("ingest", str(article), environment=environment).stderr


def test_a_query_that_writes_needs_write_and_somebody_who_agrees(environment: dict[str, str]) -> None:
    def notes() -> list[dict[str, int]]:
        count = "MATCH (n:Note) RETURN count(n) AS n"
        return rows(entente("cypher", count, "--format", "json", environment=environment))

    query = "CREATE (n:Note {id: 'x'}) RETURN n.id"
    refused = entente("cypher", query, environment=environment)
    assert refused.returncode == 1
    assert "--write" in refused.stderr
    asked = entente("cypher", query, "--write", environment=environment)
    assert asked.returncode == 1
    assert "this would change the graph: labels added: 1, nodes created: 1" in asked.stderr
    assert "--yes" in asked.stderr
    assert notes() == [{"n": 0}]
    allowed = entente("cypher", query, "--write", "--yes", environment=environment)
    assert allowed.returncode == 0, allowed.stderr
    assert "nodes created: 1" in allowed.stderr
    assert "holds no document yet" in allowed.stderr
    assert notes() == [{"n": 1}]


def test_parameters_are_read_as_json_or_as_text(environment: dict[str, str]) -> None:
    answer = entente(
        "cypher", "RETURN $name AS name, $n + 1 AS n, $ids AS ids",
        "-p", "name=Morocco = kingdom", "-p", "n=2", "-p", "ids=[1, 2]",
        "--format", "csv", environment=environment,
    )  # fmt: skip
    assert list(csv.DictReader(io.StringIO(answer.stdout))) == [
        {"name": "Morocco = kingdom", "n": "3", "ids": "[1, 2]"}
    ]


def test_a_row_cap_is_said(environment: dict[str, str]) -> None:
    answer = entente(
        "cypher", "UNWIND range(1, 50) AS n RETURN n", "--limit", "10", "--format", "json", environment=environment
    )
    assert len(rows(answer)) == 10
    assert "only the first 10 rows" in answer.stderr


@pytest.mark.parametrize("query", ["MATCH (n RETURN n", "RETURN $missing", "FOO"])
def test_a_wrong_query_is_one_clear_line(query: str, environment: dict[str, str]) -> None:
    answer = entente("cypher", query, environment=environment)
    assert answer.returncode == 1
    assert answer.stderr.startswith("error:")
    assert "Traceback" not in answer.stderr


def test_extract_needs_no_store_and_keeps_an_own_id(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text(json.dumps({"id": "a7", "text": ARTICLE, "published": "2021-11-22"}) + "\n", encoding="utf-8")
    nowhere = {"NEO4J_URI": "bolt://127.0.0.1:1"}
    answer = entente("extract", str(lines), "--format", "jsonl", environment=nowhere)
    assert answer.returncode == 0, answer.stderr
    (line,) = answer.stdout.splitlines()
    found = json.loads(line)
    assert (found["id"], found["published"]) == ("a7", "2021-11-22")
    purchase = next(claim for claim in found["claims"] if claim["relation"] == "PROCURES")
    assert (purchase["source"], purchase["target"]) == ("MAR", "system:bayraktar-tb2")
    assert ARTICLE[purchase["start"] : purchase["end"]] == purchase["sentence"]
    for entity in found["entities"]:
        assert all(ARTICLE[start:end] for start, end in entity["mentions"])


def test_extract_reads_standard_input(tmp_path: Path) -> None:
    answer = entente("extract", "-", environment={"ENTENTE_DATA": str(tmp_path)}, stdin=ARTICLE)
    assert "Finland is a member of NATO" in answer.stdout


def test_help_comes_at_once_without_the_parser_or_the_driver() -> None:
    slow = "import sys, graph.cli.main; print({'spacy', 'neo4j', 'streamlit'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", slow], capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.strip() == "set()"


def test_a_reader_of_the_output_may_have_enough(article: Path) -> None:
    command = '"$0" -c "from graph.cli.main import main; main()" extract "$@" | head -n 1'
    files = [str(article)] * 300
    told = subprocess.run(["sh", "-c", command, sys.executable, *files], capture_output=True, text=True, timeout=120)
    assert "Drones for Rabat" in told.stdout
    assert told.stderr == ""


def test_status_tells_where_the_store_is_and_what_it_holds(article: Path, environment: dict[str, str]) -> None:
    entente("ingest", str(article), environment=environment)
    told = entente("status", environment=environment).stdout
    assert "bolt://127.0.0.1:" in told
    assert "/browser" in told
    assert "1 document," in told


def test_status_without_a_store_fails_and_says_how_to_start_it(tmp_path: Path) -> None:
    told = entente("status", environment={"NEO4J_URI": "", "ENTENTE_DATA": str(tmp_path)})
    assert told.returncode == 1
    assert "entente up" in told.stdout


def test_a_store_that_does_not_answer_is_one_clear_line() -> None:
    told = entente("status", environment={"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "x"})
    assert told.returncode == 1
    assert told.stderr.startswith("error: No Neo4j answers at bolt://127.0.0.1:1")
