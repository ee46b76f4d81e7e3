"""Cypher on the command line: it reads; to change the graph it must be told so, and shows first what would change."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli import show
from graph.cli.telling import telling
from graph.errors import QueryRefused
from graph.settings import Settings
from graph.store.parameters import parse_parameters

if TYPE_CHECKING:  # as in main: the driver is slow to import
    from graph.store.by_hand import ByHand
    from graph.store.console import Result

MOST_ROWS = 1_000_000  # more than fits into memory or on a screen
LONGEST_SECONDS = 86_400


def cypher(
    query: Annotated[str, typer.Argument(help="a Cypher query, or - to read it from standard input")],
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--param", help="name=value; the value is read as JSON, else as text")
    ] = None,
    output: Annotated[
        show.TableFormat,
        typer.Option(
            "--format",
            help="how to print the rows. csv puts a ' before text that a spreadsheet would run as a formula; "
            "json gives every value as it is",
        ),
    ] = show.TableFormat.TABLE,
    write: Annotated[
        bool, typer.Option("--write", help="change the graph: shows what would change, and asks before it happens")
    ] = False,
    sure: Annotated[bool, typer.Option("--yes", help="with --write: change it without asking")] = False,
    limit: Annotated[int, typer.Option(min=1, max=MOST_ROWS, help="most rows to fetch")] = 1000,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=LONGEST_SECONDS, help="seconds after which the query is stopped")
    ] = 30.0,
) -> None:
    """Run Cypher on the graph; read-only unless --write is given.

    What --write changes keeps the store's rules: judgements stay as they were made, claims are borne out by their
    documents, and edges follow their claims.
    """
    from graph.store.store import open_store

    statement = sys.stdin.read() if query == "-" else query
    with telling() as tell:
        store = open_store(Settings.from_env(), tell)
    with store:
        params = parse_parameters(parameter or [])
        if write:
            result = _change(store.by_hand, statement, params, limit, timeout, sure)
        else:
            result = store.console.run(statement, params, limit=limit, timeout=timeout)
        show.emptiness(store)
    show.table(result, output)


def _change(
    by_hand: "ByHand", query: str, params: Mapping[str, Any], limit: int, timeout: float, sure: bool
) -> "Result":
    """Change the graph as it was agreed to. Raises QueryRefused where nobody agreed."""
    if sure:
        return by_hand.write(query, params, limit=limit, timeout=timeout)
    rehearsed = by_hand.rehearse(query, params, limit=limit, timeout=timeout)
    if not rehearsed.changes:
        return rehearsed
    show.rehearsal(rehearsed)
    if not sys.stdin.isatty():
        raise QueryRefused("nothing was changed, as nobody is there to be asked; --yes changes it without asking")
    if not typer.confirm("Change the graph so?", err=True):
        raise QueryRefused("nothing was changed")
    return by_hand.write(query, params, limit=limit, timeout=timeout, agreed=rehearsed.changes)
