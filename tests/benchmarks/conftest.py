"""What the benchmarks share: a server for each contender, and tables printed at the end of each."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from graph.store.connection import Address
from tests.benchmarks.servers import running_server

Show = Callable[[str, Sequence[str], Sequence[Sequence[str]]], None]


@pytest.fixture(scope="session")
def our_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with running_server(_folder(tmp_path_factory, "ours")) as address:
        yield address


@pytest.fixture(scope="session")
def langchain_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    pytest.importorskip("langchain_neo4j", reason="needs the dependency group bench")
    with running_server(_folder(tmp_path_factory, "langchain")) as address:
        yield address


@pytest.fixture(scope="session")
def graphrag_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    pytest.importorskip("neo4j_graphrag", reason="needs the dependency group bench")
    with running_server(_folder(tmp_path_factory, "graphrag")) as address:
        yield address


@pytest.fixture
def show() -> Show:
    """Print a small table: its title, its columns, its rows."""

    def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = Table(title=title, title_justify="left")
        for number, column in enumerate(columns):
            table.add_column(column, justify="right" if number else "left")
        for row in rows:
            table.add_row(*row)
        console = Console(width=120)
        console.print()
        console.print(table)

    return print_table


def _folder(factory: pytest.TempPathFactory, name: str) -> Path:
    return factory.mktemp(name)
