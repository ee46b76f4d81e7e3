"""The store's constraints and indexes, in numbered steps, each applied once."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from graph.errors import StoreError
from graph.schema.schema import Schema
from graph.store.database import Database, run
from graph.store.rebuild import rebuild_edges
from graph.store.statements import STORE, fill, link_names, load_statement

OURS = ("Entity", "Claim", "Document", "Rejection", "Judgement", "Judged", "Tally", "KeptView", "NamedView")
MADE = re.compile(r"^CREATE [A-Z ]*(?:INDEX|CONSTRAINT) (\w+) IF NOT EXISTS", re.MULTILINE)
MOST_SECONDS, SECONDS_BETWEEN = 600.0, 0.1  # that indexes are waited for
EDGES_ANEW = frozenset({4})  # versions with which edges say something new


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the version that the store has after it, and its statements."""

    version: int
    statements: tuple[str, ...]


def migrate(database: Database, schema: Schema) -> int:
    """Bring the store to the newest version and return that version.

    Raises StoreError where a newer Entente made the store, or where somebody else's data is in its place.
    """
    newest = newest_version()
    version = stored_version(database)
    if version > newest:
        raise StoreError(
            f"this store was made by a newer Entente (its version is {version}, this one knows {newest}); "
            "update Entente, or name another database in NEO4J_DATABASE"
        )
    if version == 0:
        _check_empty(database)
    for migration in load_migrations(schema):
        if migration.version > version:
            _apply(database, migration, schema)
    return newest


def stored_version(database: Database) -> int:
    """The version of the store, 0 before the first migration."""
    rows = database.read(load_statement("version"))
    return int(rows[0]["version"]) if rows else 0


@cache
def newest_version() -> int:
    """The version that this Entente brings a store to."""
    return max(int(name.split("_")[0]) for name in _migration_names())


def load_migrations(schema: Schema) -> tuple[Migration, ...]:
    """All steps in order, from the files `migrations/<number>_<name>.cypher`."""
    return tuple(
        Migration(int(name.split("_")[0]), tuple(_iter_statements(name, schema))) for name in _migration_names()
    )


def own_indexes(schema: Schema) -> frozenset[str]:
    """The names of all indexes and constraints that migrations make, also of those that a later one drops."""
    statements = "\n".join(statement for each in load_migrations(schema) for statement in each.statements)
    return frozenset(MADE.findall(statements))


def _migration_names() -> list[str]:
    return sorted(file.name for file in (STORE / "migrations").iterdir() if file.name.endswith(".cypher"))


def _iter_statements(name: str, schema: Schema) -> Iterator[str]:
    text = (STORE / "migrations" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("//")]
    for statement in "\n".join(lines).split(";"):
        if "__TYPE__" in statement:
            yield from (fill(statement.strip(), TYPE=type_) for type_ in schema.entities)
        elif "__LINK__" in statement:
            yield from (fill(statement.strip(), LINK=link) for link in link_names(schema))
        elif statement.strip():
            yield statement.strip()


def _apply(database: Database, migration: Migration, schema: Schema) -> None:
    # in transactions that are tried again: two that open a new store at once may stand in each other's way
    for statement in migration.statements:
        database.write(partial(run, statement=statement))
    _await_indexes(database)
    if migration.version in EDGES_ANEW:
        rebuild_edges(database, schema)
    database.write(partial(run, statement=load_statement("set_version"), version=migration.version))


def _await_indexes(database: Database) -> None:
    # Looked at again and again: the server's own way to wait holds a transaction open, for whose end a constraint waits
    # that another process is making; and this one would wait for that.
    late = time.monotonic() + MOST_SECONDS
    while unready := database.read(load_statement("unready_indexes")):
        broken = [row["name"] for row in unready if row["state"] == "FAILED"]
        if broken or time.monotonic() > late:
            names = ", ".join(broken or [row["name"] for row in unready])
            raise StoreError(f"Neo4j could not build the indexes {names}; its debug.log says why. Start it again")
        time.sleep(SECONDS_BETWEEN)


def _check_empty(database: Database) -> None:
    held = [row["label"] for row in database.read(load_statement("labels")) if row["label"] in OURS]
    if held:
        raise StoreError(
            f"the database {database.name!r} already holds {', '.join(held)} nodes that Entente did not make; "
            "name an empty one in NEO4J_DATABASE"
        )
