"""A hundred thousand hostile statements: all meet what looks at their text, and those that pass meet Neo4j itself.

A sample of these is sent, drawn by a fixed seed; `HOSTILE=100000` sends all of them, in some minutes.
"""

import os
import random
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import yaml

from graph.errors import EntenteError, QueryFailed, QueryRefused, StoreError
from graph.settings import Settings
from graph.store.calls import check_text
from graph.store.store import Store
from tests.store.hostile.wrapping import HERE, iter_hostile, read_statements
from tests.store.saying import article, dump, says

COUNT = 100_000
SENT = int(os.environ.get("HOSTILE", 1000))
CANARY = "canary-4711"
MOST_MEMORY = 3 * 2**30  # of the server: 1 GB heap, 512 MB pages, and what Java needs beside


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer.write([article("a", says("MAR", "PROCURES", "system:bayraktar-tb2"))])
    return store


@pytest.fixture
def visits() -> Iterator[tuple[str, list[object]]]:
    """An address on this machine, and who called on it."""
    seen: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    caller, address = listening.accept()
                except OSError:
                    return
                seen.append(address)
                caller.close()

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/x", seen
        listening.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def files(tmp_path: Path, settings: Settings) -> Iterator[tuple[str, ...]]:
    canaries = [tmp_path / "canary.csv", *(folder / "canary.csv" for folder in settings.data.rglob("import"))]
    for canary in canaries:
        canary.write_text(CANARY, encoding="utf-8")
    yield ("file:///canary.csv", canaries[0].as_uri())
    for canary in canaries:
        canary.unlink()


def _held(store: Store) -> list[object]:
    shown = ("SHOW INDEXES YIELD name", "SHOW CONSTRAINTS YIELD name", "SHOW USERS YIELD user", "SHOW PROCEDURES")
    names = ("CALL db.labels()", "CALL db.propertyKeys()", "CALL db.relationshipTypes()", "SHOW DATABASES YIELD name")
    records = [store.driver.execute_query(each).records for each in (*shown, *names)]
    return [dump(store), store.view.revision(), [sorted(map(repr, rows)) for rows in records]]


def _memory(settings: Settings) -> int:
    ours = [
        each for each in psutil.process_iter() if "java" in each.name() and str(settings.data) in str(each.cmdline())
    ]
    return sum(each.memory_info().rss for each in ours)


def _said(store: Store, statement: str, timeout: float) -> str:
    """What a visitor is told: the rows, or why there are none."""
    try:
        return repr(store.console.run(statement, limit=10, timeout=timeout).rows)
    except StoreError as error:
        return str(error)


def _refusal(statement: str) -> str | None:
    try:
        check_text(statement)
    except EntenteError as error:
        return str(error)
    return None


def test_no_hostile_statement_changes_reads_or_calls_anything(
    filled: Store, settings: Settings, visits: tuple[str, list[object]], files: tuple[str, ...]
) -> None:
    """All are looked at as text; of those let pass, a sample drawn from a seed is run as a visitor would run it."""
    refusals = {each: _refusal(each) for each in iter_hostile(read_statements(visits[0], files), COUNT)}
    assert len(refusals) == COUNT
    assert not any("\n" in refusal for refusal in refusals.values() if refusal)
    passed = [statement for statement, refusal in refusals.items() if refusal is None]
    before = _held(filled)
    for statement in passed if len(passed) <= SENT else random.Random(6).sample(passed, SENT):
        said = _said(filled, statement, timeout=5)
        assert CANARY not in said, statement
        assert "\n" not in said, statement
    assert _held(filled) == before
    assert visits[1] == []
    assert 0 < _memory(settings) < MOST_MEMORY


BOMBS = yaml.safe_load((HERE / "bombs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_costs_its_own_query_only(filled: Store, settings: Settings, bomb: str) -> None:
    started = time.monotonic()
    assert "\n" not in _said(filled, bomb, timeout=2)
    assert time.monotonic() - started < 20
    assert filled.console.run("MATCH (n:State) RETURN count(n) > 0").rows == ((True,),)
    assert 0 < _memory(settings) < MOST_MEMORY


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) " + "OPTIONAL MATCH (n)--(m) " * 400 + "RETURN n",
        "MATCH (n)" + "--()" * 2000 + " RETURN n",
        "RETURN '" + "x" * 300_000 + "'",
        "RETURN " + "[" * 5000 + "]" * 5000,
        "RETURN 'no end",
        "RETURN 1 /* no end",
    ],
)
def test_what_would_choke_the_planner_is_refused_before_it_gets_there(query: str) -> None:
    with pytest.raises(QueryFailed) as caught:
        check_text(query)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "RETURN apoc . load /* x */ . json ('x')",
        "RETURN \\u0061poc.load.json('x')",
        "RETURN `apoc`.`load`.`json`('x')",
        "MATCH (n) WHERE EXISTS { MATCH (n) WHERE x.y(n) } RETURN n",
        "RETURN '\\\\', unknown('\\'')",
        "RETURN \\u0027 x(1) \\u0027, y.z(1)",
        "RETURN {a: evil.call()}",
    ],
)
def test_a_function_that_is_not_known_is_found_wherever_it_hides(query: str) -> None:
    with pytest.raises((QueryRefused, QueryFailed)):
        check_text(query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) WHERE n.name = 'LOAD CSV apoc.load.json(1); // DROP' RETURN n",
        "MATCH p = SHORTEST 200 (a:State)-[*]-(b) RETURN p",
        "MATCH (n:State) USING INDEX n:State(id) WHERE n.id = 'MAR' RETURN n",
        "MATCH (`a (b`:State) RETURN `a (b`.name, COUNT { (`a (b`)--() } AS `ties (all)`",
        "MATCH (a) WHERE NOT (a)--() AND (a.x IN (['y']) OR a.use = 'load') RETURN DISTINCT (a) ORDER BY (a.id)",
        "CYPHER 5 MATCH (n) RETURN toUPPER (n.name) // it's `fine`",
        "CALL db.labels YIELD label RETURN label",
        "SHOW FULLTEXT INDEXES",
        "SHOW BUILT IN FUNCTIONS",
        "RETURN 'R\\u00e9publique \\ud83d\\ude00' AS name;",
    ],
)
def test_a_harmless_query_is_not_mistaken(query: str) -> None:
    check_text(query)


def test_what_is_shipped_to_be_read_passes() -> None:
    root = Path(__file__).parents[2]
    for path in (root / "app" / "examples").glob("*.cypher"):
        check_text(path.read_text(encoding="utf-8"))
    for path in (root / "graph" / "store" / "cypher").glob("*.cypher"):
        check_text(path.read_text(encoding="utf-8").replace("__", ""))


def test_parameters_of_hostile_kinds_are_told_in_one_line(store: Store) -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    for value in (deep, object(), 2**70, {"a": {1: 2}}, "\ud800"):
        with pytest.raises(StoreError) as caught:
            store.console.run("RETURN $x AS x", {"x": value})
        assert "\n" not in str(caught.value)
    assert store.console.run("RETURN $x AS x", {"x": float("nan")}).rows == (("nan",),)
