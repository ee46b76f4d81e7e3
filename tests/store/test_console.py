import json
import time

import pytest

from graph.errors import QueryFailed, QueryRefused, QueryTimeout, StoreError
from graph.store.store import Store
from tests.store.saying import article, dump, says

TB2 = "system:bayraktar-tb2"


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer.write([article("a", says("MAR", "PROCURES", TB2), says("MAR", "NORMALIZES", "ISR"))])
    return store


def test_a_query_gives_columns_and_rows(filled: Store) -> None:
    result = filled.console.run(
        "MATCH (s:State)-[p:PROCURES]->(w:System) WHERE s.id = $id RETURN s.name AS state, w.name, p.claims",
        {"id": "MAR"},
    )
    assert result.columns == ("state", "w.name", "p.claims")
    assert result.rows == (("Morocco", "Bayraktar TB2", 1),)
    assert not result.truncated
    assert result.ms > 0


@pytest.mark.parametrize(
    ("expression", "plain"),
    [
        ("date('2021-04-01')", "2021-04-01"),
        ("datetime('2021-04-01T10:00:00Z')", "2021-04-01T10:00:00.000000000+00:00"),
        ("duration({days: 3})", "P3D"),
        ("point({x: 1, y: 2})", {"srid": 7203, "coordinates": [1.0, 2.0]}),
        ("[1, 2.5, null, true, {a: 'b'}]", [1, 2.5, None, True, {"a": "b"}]),
        ("0.0 / 0.0", "nan"),
    ],
)
def test_every_value_can_be_said_in_json(store: Store, expression: str, plain: object) -> None:
    [[value]] = store.console.run(f"RETURN {expression} AS value").rows
    assert json.loads(json.dumps(value, allow_nan=False)) == plain


def test_nodes_and_edges_in_the_rows_can_be_drawn(filled: Store) -> None:
    result = filled.console.run("MATCH path = (:State {id: 'MAR'})-[:PROCURES]->() RETURN collect(path) AS paths")
    assert {(node.id, node.type, node.name) for node in result.nodes} == {
        ("MAR", "State", "Morocco"),
        (TB2, "System", "Bayraktar TB2"),
    }
    assert [(edge.source, edge.relation, edge.target) for edge in result.edges] == [("MAR", "PROCURES", TB2)]
    json.dumps(result.rows)


def test_an_edge_without_its_ends_is_drawn_with_them(filled: Store) -> None:
    result = filled.console.run("MATCH ()-[p:PROCURES]->() RETURN p")
    assert {node.name for node in result.nodes} == {"Morocco", "Bayraktar TB2"}
    assert len(result.edges) == 1


def test_more_rows_than_the_limit_are_left_out_and_that_is_said(store: Store) -> None:
    result = store.console.run("UNWIND range(1, 1000000) AS n RETURN n", limit=3)
    assert (result.rows, result.truncated) == (((1,), (2,), (3,)), True)
    assert not store.console.run("UNWIND range(1, 3) AS n RETURN n", limit=3).truncated


def test_a_long_query_is_stopped(store: Store) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match="stopped after"):
        store.console.run("UNWIND range(1, 1000000000) AS n WITH n % 7 AS m RETURN sum(m)", timeout=0.5)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("MATCH (n) RETRUN n", r"Invalid input.*\(line 1, column 11\)"),
        ("MATCH (n)\nRETURN m", r"`m` not defined \(line 2, column 8\)"),
        ("RETURN $missing", "missing"),
        ("RETURN 1 / 0", "zero"),
        ("  \n ", "there is no query"),
        ("RETURN 1; RETURN 2", "one statement"),
    ],
)
def test_a_wrong_query_is_explained_in_one_line(store: Store, query: str, says: str) -> None:
    with pytest.raises(QueryFailed, match=says) as caught:
        store.console.run(query)
    assert "\n" not in str(caught.value)


HOSTILE = [
    "CREATE (n:Entity {id: 'x'})",
    "INSERT (n:Entity {id: 'x'})",
    "MERGE (n:Entity {id: 'x'}) RETURN n",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) S\\u0045T n.name = 'x'",
    "MATCH (n) \\u0053ET n.name = 'x' RETURN n",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) REMOVE n:Entity",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Claim) NODETACH DELETE n",
    "MATCH (n) FOREACH (x IN [1] | SET n.name = 'x')",
    "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS",
    "CALL { CREATE (n) } IN TRANSACTIONS OF 1 ROWS",
    "UNWIND [1] AS x CALL (x) { CREATE (:Entity) } RETURN x",
    "MATCH (n) RETURN n UNION MATCH (n) DETACH DELETE n RETURN n",
    "EXPLAIN CREATE (n)",
    "PROFILE CREATE (n)",
    "/* EXPLAIN */ CREATE (n)",
    "// RETURN\nCREATE (n)",
    "CYPHER 5 CREATE (n)",
    "CYPHER runtime=slotted MATCH (n) DETACH DELETE n",
    "RETURN 1; MATCH (n) DETACH DELETE n",
    "CREATE INDEX sneaky FOR (n:Entity) ON (n.x)",
    "EXPLAIN CREATE INDEX sneaky FOR (n:Entity) ON (n.x)",
    "DROP INDEX entity_names",
    "DROP CONSTRAINT entity_id",
    "CREATE USER eve SET PASSWORD 'evildoer1'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "STOP DATABASE neo4j",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "CALL db.createLabel('Sneaky')",
    "CALL db.clearQueryCaches()",
    "CALL dbms.listConfig()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL tx.setMetaData({a: 1})",
    "CALL apoc.cypher.doIt('CREATE (n)', {})",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1/x' AS line RETURN line",
    "RETURN EXISTS { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } AS found",
    "RETURN [x IN ['passwd'] WHERE EXISTS { LOAD CSV FROM 'file:///etc/' + x AS line RETURN line } | x] AS found",
    "RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD value RETURN value + x }] AS found",
    "RETURN [x IN [1] | COLLECT { CALL `dbms`.`listConfig`() YIELD value RETURN value + x }] AS found",
    "RETURN CASE WHEN true THEN COLLECT { CALL dbms.components() YIELD name RETURN name } END AS found",
    "USE system SHOW USERS",
    "SHOW USERS",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_turned_away_and_leaves_the_store_as_it_was(filled: Store, query: str) -> None:
    def held() -> tuple[object, ...]:
        shown = ("SHOW INDEXES YIELD name", "SHOW CONSTRAINTS YIELD name", "CALL db.labels()", "SHOW USERS YIELD user")
        return (dump(filled), *(filled.driver.execute_query(each).records for each in shown))

    before = held()
    with pytest.raises(StoreError):
        filled.console.run(query)
    assert held() == before


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:Entity) RETURN count(n)",
        "MATCH (n) WHERE n.name = 'LOAD CSV' OR n.name = 'SET' RETURN n",
        "CALL db.labels() YIELD label RETURN label",
        "CALL db.index.fulltext.queryNodes('entity_names', 'morocco') YIELD node RETURN node",
        "SHOW INDEXES",
        "MATCH (n:State) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n.name, c",
        "MATCH p = shortestPath((a:State {id: 'ISR'})-[*..4]-(b:System)) RETURN p",
        "EXPLAIN MATCH (n) RETURN n",
        "MATCH (n:Entity) RETURN n.name AS name ORDER BY name SKIP 1 LIMIT 1;",
        "// everything\nMATCH (n:Document) RETURN n.title",
    ],
)
def test_a_query_that_only_reads_is_let_pass(filled: Store, query: str) -> None:
    filled.console.run(query)


def test_a_refusal_says_how_to_write_on_purpose(filled: Store) -> None:
    with pytest.raises(QueryRefused, match="entente cypher --write"):
        filled.console.run("MATCH (n) DETACH DELETE n")


def test_brackets_without_end_are_refused_before_the_server_chokes_on_them(store: Store) -> None:
    with pytest.raises(QueryFailed, match="nested more than"):
        store.console.run("RETURN " + "(" * 400 + "1" + ")" * 400)


def test_a_text_that_outgrows_the_memory_costs_its_own_query_only(store: Store) -> None:
    with pytest.raises(QueryFailed, match="more memory"):
        store.console.run("RETURN reduce(s = 'a', x IN range(1, 60) | s + s) AS s")
    assert store.console.run("RETURN 1 AS alive").rows == ((1,),)
