"""Why the local Neo4j died at its start: the telling line of its log."""

import re
from pathlib import Path

from graph.errors import StoreError
from graph.store.home import Home

CAUSE = re.compile(r"^Caused by: (?:[\w$]+\.)*(.+)$", re.MULTILINE)
ERROR = re.compile(r"^\S+ \S+ ERROR (.+)$", re.MULTILINE)


class PortTaken(StoreError):  # noqa: N818 - it is the port that is taken, not a failure of ours
    """Somebody took the port between our choosing it and Neo4j's opening it."""


def log_size(home: Home) -> int:
    """How much the log holds by now, so that a later look sees what came after."""
    return home.log.stat().st_size if home.log.exists() else 0


def explain_death(home: Home, seen: int) -> StoreError:
    """Make the error for a server that ended by itself, from what it logged after the first `seen` bytes."""
    logged = _read_from(home.log, seen)
    line = find_telling_line(logged, _read_from(home.console, 0))
    kind = PortTaken if "already in use" in logged else StoreError
    return kind(f"Neo4j ended while starting: {line} (its log: {home.log if logged else home.console})")


def find_telling_line(logged: str, console: str) -> str:
    """Pick the innermost cause, else the first error, else what Java itself said."""
    found = CAUSE.findall(logged)[-1:] or ERROR.findall(logged)[:1] or console.strip().splitlines()[:1]
    return str(found[0]) if found else "it gave no reason"


def _read_from(file: Path, position: int) -> str:
    try:
        with file.open("rb") as stream:
            stream.seek(position)
            return stream.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return ""
