"""What keeps the console to reading: a look at the plan of a query before it runs, and refusals in our words."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import QueryFailed, QueryRefused, QueryTimeout
from graph.store.calls import check_procedure
from graph.store.database import first_line, store_errors

EXPLAIN = "EXPLAIN\n"  # on a line of its own, so that the columns in messages stay right

REFUSED_OPERATORS = {
    "LoadCSV": "LOAD CSV reads files and web addresses; only the graph may be read here",
    "TerminateTransactions": "TERMINATE TRANSACTIONS ends what others do; only reading is allowed here",
}
# A subquery inside an expression has no operators of its own: the plan holds its text, as a detail of another operator.
NESTED_LOAD = re.compile(r"\bLOAD CSV\b", re.IGNORECASE)
NESTED_CALL = re.compile(r"\b(?:ResolvedCall\(|UnresolvedCall\(|CALL\s+)([A-Za-z_][\w.]*)\s*\(")
POSITION = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")
ON_PURPOSE = "to change the graph on purpose, use: entente cypher --write"

Plan = Mapping[str, Any]


def check_reads_only(query_type: str | None, plan: Plan | None) -> None:
    """Let a query pass that only reads the graph. Raises QueryRefused saying what it would do."""
    for operator, details in _iter_operators(plan):
        if operator in REFUSED_OPERATORS:
            raise QueryRefused(REFUSED_OPERATORS[operator])
        if NESTED_LOAD.search(details) and operator != "ProduceResults":
            raise QueryRefused(REFUSED_OPERATORS["LoadCSV"])
        for procedure in _called(operator, details):
            check_procedure(procedure)
    if query_type != "r":
        raise QueryRefused(
            f"this query would change the graph or the server, and only reading is allowed; {ON_PURPOSE}"
        )


@contextmanager
def query_errors(timeout: float, lines_before: int) -> Iterator[None]:
    """Turn what the driver raises about a query into our errors; `lines_before` were put before the user's own."""
    with store_errors():
        try:
            yield
        except (AuthError, ServiceUnavailable, SessionExpired):
            raise
        except Neo4jError as error:
            _raise_ours(error, timeout, lines_before)
        except (DriverError, TypeError, ValueError, OverflowError) as error:
            raise QueryFailed(f"the query could not be sent: {first_line(error)}") from error


def _raise_ours(error: Neo4jError, timeout: float, lines_before: int) -> NoReturn:
    code = error.code or ""
    if "TransactionTimedOut" in code or code.endswith("Transaction.Terminated"):
        raise QueryTimeout(
            f"the query was stopped after {timeout:g} seconds; ask for less (a LIMIT, a label, an id) or allow more time"
        ) from error
    if code.endswith("AccessMode"):
        raise QueryRefused(f"this query would change the graph, and only reading is allowed; {ON_PURPOSE}") from error
    if "OutOfMemory" in code:
        raise QueryFailed(
            "the query needs more memory than one may have; ask for less, for instance with LIMIT"
        ) from error
    if "implicit transaction" in (error.message or ""):
        raise QueryRefused(
            "what makes its own transactions can't be rehearsed or taken back; run it in: entente shell --write"
        ) from error
    raise QueryFailed(_message(error, lines_before)) from error


def _message(error: Neo4jError, lines_before: int) -> str:
    text = error.message or str(error)
    if "conflicting values for execution mode" in text:
        return "PROFILE runs a query to measure it, which can't be done here; leave it out, or write EXPLAIN"
    place = POSITION.search(text)
    said = POSITION.sub("", first_line(error)).strip()
    line = int(place[1]) - lines_before if place else 0
    return f"{said} (line {line}, column {place[2]})" if place and line > 0 else said


def _iter_operators(plan: Plan | None) -> Iterator[tuple[str, str]]:
    if plan is None:
        return
    operator = str(plan.get("operatorType", "")).split("@")[0]
    yield operator, str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _iter_operators(child)


def _called(operator: str, details: str) -> list[str]:
    if operator == "ProcedureCall":
        return [details.split("(")[0].strip()]
    return [] if operator == "ProduceResults" else NESTED_CALL.findall(details)
