"""The other ways to the same store: Neo4j's own shell, and what other programs must be told to connect."""

import json
import signal
import subprocess
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from graph.cli.telling import telling
from graph.settings import Settings

if TYPE_CHECKING:  # as in main: the driver is slow to import
    from graph.store.connection import Address

LATER = {"ignore_unknown_options": True, "allow_extra_args": True, "allow_interspersed_args": False}


class ConnectFormat(StrEnum):
    """How `entente connect` says it."""

    TEXT = "text"
    JSON = "json"


def shell(
    context: typer.Context,
    write: Annotated[bool, typer.Option("--write", help="allow it to change the graph")] = False,
) -> None:
    """Open Neo4j's own cypher-shell on the store; whatever follows is handed to it: `entente shell --format plain "…"`.

    It only reads unless --write is given. `:help` lists its own commands, `:exit` leaves it.
    """
    from graph.store.shell import fetch_shell, invoke
    from graph.store.store import open_store

    settings = Settings.from_env()
    with telling() as tell:
        fetch_shell(settings.cache, tell)
        store = open_store(settings, tell)
    with store:
        call = invoke(store.address, settings.cache, context.args, write=write)
        # Ctrl-C belongs to the shell: there it ends a query, not the shell.
        previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            status = subprocess.Popen(call.command, env=dict(call.environment)).wait()
        finally:
            signal.signal(signal.SIGINT, previous)
            if write:
                store.announce()
    raise typer.Exit(status)


def connect(
    show_password: Annotated[
        bool, typer.Option("--show-password", help="print the password instead of where it lies")
    ] = False,
    output: Annotated[
        ConnectFormat, typer.Option("--format", help="lines to read, or one JSON object")
    ] = ConnectFormat.TEXT,
) -> None:
    """Say what Neo4j Browser, Bloom, cypher-shell, Jupyter, BI tools and the drivers must be told to reach the store."""
    from graph.store.store import open_store

    with telling() as tell, open_store(Settings.from_env(), tell) as store:
        address = store.address
    if output is ConnectFormat.JSON:
        print(json.dumps(_settings(address, show_password), ensure_ascii=False, indent=1))
    else:
        print(_told(address, show_password))


def _settings(address: "Address", show_password: bool) -> dict[str, str | None]:
    return {
        "uri": address.uri,
        "database": address.database,
        "username": address.username,
        "password": address.password if show_password else None,
        "password_file": str(address.password_file) if address.password_file else None,
        "browser": address.browser,
        "jdbc": _jdbc(address),
    }


def _jdbc(address: "Address") -> str:
    where = urlsplit(address.uri)
    tls = where.scheme.partition("+")[2]  # "s" checks the certificate, "ssc" takes any
    return f"jdbc:neo4j{f'+{tls}' if tls else ''}://{where.netloc}/{address.database}"


def _told(address: "Address", show_password: bool) -> str:
    if show_password:
        password = address.password
    elif address.password_file:
        password = f"in {address.password_file} (or: entente connect --show-password)"
    else:
        password = "the one in NEO4J_PASSWORD"
    secret = (
        f"open({str(address.password_file)!r}).read().strip()"
        if address.password_file
        else 'os.environ["NEO4J_PASSWORD"]'
    )
    imports = "" if address.password_file else "import os; "
    return f"""\
Address    {address.uri}
Database   {address.database}
User       {address.username}
Password   {password}

Neo4j Browser   {address.browser or "open the Browser of your own Neo4j, and connect to the address above"}
Bloom           in Neo4j Desktop: Connect to remote, with the address above; categories are the labels (State, System, …)
cypher-shell    entente shell
BI over JDBC    {_jdbc(address)}   (driver: org.neo4j:neo4j-jdbc-full-bundle)
Python, Jupyter (pip install neo4j):
    {imports}from neo4j import GraphDatabase, RoutingControl
    driver = GraphDatabase.driver("{address.uri}", auth=("{address.username}", {secret}))
    driver.execute_query("MATCH (n:State) RETURN n.name LIMIT 5", routing_=RoutingControl.READ, database_="{address.database}")
Python with Entente: records, pandas and networkx from a query that only reads: see graph/store/results.py
These programs can change the graph: what they write isn't undone by Entente, and shows in the app when it is loaded anew."""
