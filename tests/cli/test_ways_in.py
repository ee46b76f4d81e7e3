"""The other ways to the store, as a user takes them: Neo4j's own shell, and what a program of their own is told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.store.connection import Address
from graph.store.shell import invoke
from graph.store.store import Store
from tests.cli.test_main import entente

FIRST = "MATCH (schema:Schema) RETURN schema.id AS id;"
REVISION = "MATCH (schema:Schema) RETURN schema.revision"


def test_the_shell_reads_the_store(environment: dict[str, str], store: Store) -> None:
    asked = entente("shell", "--format", "plain", FIRST, environment=environment)
    assert (asked.returncode, asked.stdout) == (0, 'id\n"entente"\n'), asked.stderr
    piped = entente("shell", "--format", "plain", environment=environment, stdin=FIRST)
    assert (piped.returncode, piped.stdout) == (0, 'id\n"entente"\n'), piped.stderr


def test_the_shell_changes_the_graph_only_when_told_to(environment: dict[str, str], store: Store) -> None:
    refused = entente("shell", "CREATE (:Note {id: 'n'});", environment=environment)
    assert refused.returncode == 1
    assert "read access mode" in refused.stderr
    before = store.console.run(REVISION).rows
    written = entente("shell", "--write", "CREATE (:Note {id: 'n'});", environment=environment)
    assert written.returncode == 0, written.stderr
    assert store.console.run("MATCH (note:Note) RETURN note.id").rows == (("n",),)
    assert store.console.run(REVISION).rows > before  # the app sees that what it read is old
    store.by_hand.write("MATCH (note:Note) DELETE note")


def test_the_shell_fails_as_its_query_fails(environment: dict[str, str], store: Store) -> None:
    wrong = entente("shell", "RETURN nothing;", environment=environment)
    assert wrong.returncode == 1
    assert "nothing" in wrong.stderr


def test_the_password_is_on_no_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "another's")
    call = invoke(Address("bolt://127.0.0.1:1", "neo4j", "secret", "neo4j"), tmp_path, ["RETURN 1;"])
    assert "secret" not in " ".join(call.command)
    assert call.environment["NEO4J_PASSWORD"] == "secret"


def test_what_programs_are_told_lets_them_in(environment: dict[str, str], store: Store) -> None:
    told = entente("connect", environment=environment)
    assert told.returncode == 0, told.stderr
    assert store.address.password not in told.stdout
    lines = [line.strip() for line in told.stdout.splitlines() if line.startswith("    ")]
    program = "\n".join([*lines[:-1], f"print({lines[-1]}.summary.database)"])
    ran = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ}, capture_output=True, text=True, timeout=60
    )
    assert (ran.returncode, ran.stdout) == (0, "neo4j\n"), ran.stderr


def test_what_programs_are_told_can_be_read_by_a_program(environment: dict[str, str], store: Store) -> None:
    told = json.loads(entente("connect", "--format", "json", environment=environment).stdout)
    assert told["uri"] == store.address.uri
    assert told["password"] is None
    assert Path(told["password_file"]).read_text().strip() == store.address.password
    assert told["jdbc"] == store.address.uri.replace("bolt:", "jdbc:neo4j:") + "/neo4j"
    shown = json.loads(entente("connect", "--format", "json", "--show-password", environment=environment).stdout)
    assert shown["password"] == store.address.password
