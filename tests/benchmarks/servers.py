"""A Neo4j for each contender: the version, settings and memory of Entente's own local store, and APOC for those who need it.

One each, because a contender's constraints, indexes and warmed-up query plans would help or hinder the others.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from graph.errors import StoreError
from graph.settings import DEFAULT_DATABASE, DEFAULT_USERNAME, Settings
from graph.store import java, ports
from graph.store.connection import Address, StoreUnreachable, open_driver
from graph.store.home import Home
from graph.store.jars import Jar, fetch_jars, jar_folder, load_jars

APOC_LOCK = Path(__file__).with_name("apoc.lock")
FIRST_PORT = 17687  # away from the ports that a user's own store takes
START_SECONDS = 180
APOC_SETTING = "dbms.security.procedures.unrestricted=apoc.*\n"  # as the peers' manuals say


@contextmanager
def running_server(data: Path) -> Iterator[Address]:
    """A new, empty Neo4j with APOC in that folder, stopped at the end."""
    settings = replace(Settings.from_env(), uri=None, database=DEFAULT_DATABASE, data=data)
    apoc = load_jars(APOC_LOCK)
    folder = _fetch(settings.cache, apoc)
    home = Home.of(settings)
    with home.locked(print):
        pid, address = _launch(home, [folder / jar.name for jar in (*load_jars(), *apoc)], folder, apoc)
    try:
        _wait_until_ready(address, home)
        yield address
    finally:
        java.end(pid)


def _fetch(cache: Path, apoc: tuple[Jar, ...]) -> Path:
    folder = jar_folder(cache)
    fetch_jars(folder, (*load_jars(), *apoc), lambda progress: print(progress, end="\r"))
    return folder


def _launch(home: Home, class_path: list[Path], folder: Path, apoc: tuple[Jar, ...]) -> tuple[int, Address]:
    bolt = ports.choose_port(FIRST_PORT)
    java.write_configuration(home, bolt, ports.choose_port(bolt + 1))
    with (home.conf / "neo4j.conf").open("a", encoding="utf-8") as configuration:
        configuration.write(APOC_SETTING)
    # APOC is found as a plugin, and finds its companions on the class path: it must lie on both.
    plugins = home.root / "plugins"
    plugins.mkdir()
    for jar in apoc:
        os.symlink(folder / jar.name, plugins / jar.name)
    password = home.load_password()
    java.set_password(home, class_path)
    pid = java.launch(home, class_path)
    return pid, Address(f"bolt://{ports.LOOPBACK}:{bolt}", DEFAULT_USERNAME, password, DEFAULT_DATABASE, pid=pid)


def _wait_until_ready(address: Address, home: Home) -> None:
    began = time.monotonic()
    while True:
        try:
            open_driver(address).close()
            return
        except StoreUnreachable:
            time.sleep(0.2)
            if address.pid is None or not java.is_server(address.pid, home):
                raise StoreError(f"the benchmark's Neo4j died: {home.console.read_text()[-2000:]}") from None
            if time.monotonic() - began > START_SECONDS:
                raise
