import threading
from collections.abc import Iterator

import pytest

from graph.errors import StoreError
from graph.schema.schema import load_schema
from graph.store.conditions import load_counted, load_sifted
from graph.store.database import Database
from graph.store.filter import EVERYTHING
from graph.store.migrate import load_migrations, migrate, newest_version, stored_version
from graph.store.statements import STORE, any_relation, any_role, load_statement
from graph.store.store import Store
from tests.store.saying import article, dump, says

SCHEMA = load_schema()
STATEMENTS = sorted(file.name.removesuffix(".cypher") for file in (STORE / "cypher").iterdir())
BLANKS = {
    "RELATIONS": any_relation(SCHEMA),
    "ROLES": any_role(SCHEMA),
    "RELATION": "PROCURES",
    "ROLE": "SYSTEM",
    "TYPE": "State",
    "LABEL": "Claim",
    "LINK": "SOURCE",
}
WHOLE_STORE = {
    "counts",
    "wipe",
    "forget_own",
    "profiles",
    "claims_to_review",
    "count_to_review",
    "ledger",
    "labels",
    "holds_documents",
    "most_connected",
    "remove_known",
    "set_version",
    "edges_claimed",
    "version",
    "named_views",
    "count_named_views",
    # the home page at a glance, and analyses of the whole store: read once a revision
    "between_states",
    "leaders",
    "months",
    "procured_from",
    "published",
    "supplied",
    "facet_types",
    "ids_of_types",
    "whole_claims",
    "whole_edges",
    # before and after a write by hand: all that it may not touch
    "held_claims",
    "held_edges",
    "held_entities",
    "held_ledger",
    "paths_hubs",  # only where hubs are to be left out
    "count_pairs",  # once a revision
    "search_edges",  # the edges of one relation, best first
}
COUNTED = {"facets", "days"}
BY_SIZE = {"similar"}  # in an empty store a scan looks cheapest; with a million edges none is planned
IN_ORDER = {"recent_claims", "judgements"}  # read an index from its end, up to a limit


@pytest.fixture
def database(store: Store) -> Iterator[Database]:
    database = Database(store.driver, store.database)
    yield database
    database.run("MATCH (node) DETACH DELETE node")
    migrate(database, SCHEMA)


def shown(database: Database, what: str) -> dict[str, tuple[list[str], list[str]]]:
    rows = database.read(f"SHOW {what} YIELD name, labelsOrTypes, properties")
    return {row["name"]: (row["labelsOrTypes"], row["properties"]) for row in rows}


def test_a_new_store_gets_its_constraints_and_indexes(database: Database) -> None:
    assert stored_version(database) == newest_version()
    assert sorted(labels for labels, _properties in shown(database, "CONSTRAINTS").values()) == [
        ["Claim"],
        ["Document"],
        ["Entity"],
        ["Judged"],
        ["Judgement"],
        ["Judgement"],
        ["KeptView"],
        ["NamedView"],
        ["Schema"],
        ["Tally"],
    ]
    indexes = shown(database, "INDEXES")
    assert indexes["entity_names"] == (["Entity"], ["name", "aliases"])
    assert indexes["claim_sentences"] == (["Claim"], ["sentence"])
    assert {f"name_of_{type_}" for type_ in SCHEMA.entities} <= set(indexes)
    assert {"entity_name", "document_published", "claim_event_start", "claim_reported_on"} <= set(indexes)


def test_migrating_again_changes_nothing(database: Database) -> None:
    before = shown(database, "INDEXES")
    assert migrate(database, SCHEMA) == newest_version()
    assert shown(database, "INDEXES") == before


def test_two_that_open_a_new_store_at_once_both_get_it(database: Database) -> None:
    for name in shown(database, "CONSTRAINTS"):
        database.run(f"DROP CONSTRAINT {name}")
    database.run("MATCH (node) DETACH DELETE node")
    versions: list[int] = []
    threads = [threading.Thread(target=lambda: versions.append(migrate(database, SCHEMA))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert versions == [newest_version()] * 3
    assert len(database.read("MATCH (schema:Schema) RETURN schema")) == 1
    assert len(shown(database, "CONSTRAINTS")) == 10


def test_a_store_from_a_newer_entente_is_left_alone(database: Database) -> None:
    database.run(load_statement("set_version"), version=newest_version() + 1)
    with pytest.raises(StoreError, match="made by a newer Entente"):
        migrate(database, SCHEMA)


def test_somebody_elses_data_is_left_alone(database: Database) -> None:
    database.run("MATCH (schema:Schema) DELETE schema")
    database.run("CREATE (:Document {id: 'theirs'})")
    with pytest.raises(StoreError, match=r"already holds Document nodes .*NEO4J_DATABASE"):
        migrate(database, SCHEMA)


def test_a_store_from_before_acts_gets_them(store: Store) -> None:
    sayings = [says("MAR", "NORMALIZES", "ISR"), says("MAR", "PROCURES", "system:bayraktar-tb2")]
    store.writer.write([article(f"{number}", *sayings) for number in range(15)])
    after = dump(store)
    database = Database(store.driver, store.database)
    database.run("MATCH (tally:Tally) DELETE tally")
    database.run("MATCH (claim:Claim) REMOVE claim.act")
    database.run("MATCH (:Entity)-[edge]->(:Entity) REMOVE edge.acts")
    database.run(load_statement("set_version"), version=3)
    assert dump(store) != after
    migrate(database, SCHEMA)
    assert dump(store) == after


def test_a_store_emptied_by_hand_goes_on_working(store: Store) -> None:
    store.driver.execute_query("MATCH (node) DETACH DELETE node")
    assert store.view.revision() == 0
    store.writer.write([article("a", says("MAR", "NORMALIZES", "ISR"))])
    assert stored_version(Database(store.driver, store.database)) == newest_version()


def test_wiping_leaves_an_empty_store_and_what_others_keep_in_it(store: Store) -> None:
    store.writer.write([article("a", says("MAR", "NORMALIZES", "ISR"))])
    store.driver.execute_query("CREATE (:Note)")
    assert not store.empty()
    store.wipe()
    assert store.empty()
    assert store.view.counts().total_entities == 0
    assert len(store.driver.execute_query("MATCH (note:Note) RETURN note").records) == 1


def test_migrations_are_numbered_without_gaps() -> None:
    assert [step.version for step in load_migrations(SCHEMA)] == list(range(1, newest_version() + 1))


def filled(name: str) -> str:
    """The statement as it runs where nothing is filtered out."""
    if name in COUNTED:
        return load_counted(name, EVERYTHING, drawn=True, **BLANKS)
    return load_sifted(name, EVERYTHING, **BLANKS).replace("__STEP_PASSES__", "true").replace("__LONGEST__", "4")


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_has_a_title_and_no_blank_left(name: str) -> None:
    statement = filled(name)
    assert load_statement(name).startswith("// ")
    assert "__" not in statement


@pytest.mark.parametrize("name", sorted(set(STATEMENTS) - WHOLE_STORE - IN_ORDER - BY_SIZE))
def test_no_statement_scans_the_whole_store(database: Database, name: str) -> None:
    def operators(plan: dict[str, object]) -> list[str]:
        children = plan.get("children") or []
        return [str(plan["operatorType"]), *(each for child in children for each in operators(child))]  # type: ignore[attr-defined]

    with database.driver.session(database=database.name) as session, session.begin_transaction() as transaction:
        plan = transaction.run("EXPLAIN " + filled(name)).consume().plan
    assert not [operator for operator in operators(plan) if "Scan" in operator]
