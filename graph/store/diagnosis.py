"""What the local Neo4j's log tells: that it has started, or the line that says why it died."""

import re
from pathlib import Path

from graph.errors import StoreError
from graph.store.home import Home

STARTED = "INFO  Started."
CAUSE = re.compile(r"^Caused by: (?:[\w$]+\.)*(.+)$", re.MULTILINE)
HINTS = {
    "newer version of neo4j": "a newer Neo4j wrote this folder: set ENTENTE_DATA to another one",
    "locked by another process": "another Neo4j uses this folder: end it, or set ENTENTE_DATA to another one",
    "No space left": "its disk is full",
}
ERROR = re.compile(r"^\S+ \S+ ERROR (.+)$", re.MULTILINE)


class ServerDied(StoreError):  # noqa: N818 - named like its siblings in graph.errors
    """Neo4j ended by itself while we waited for it."""


class PortTaken(ServerDied):
    """Somebody took the port between our choosing it and Neo4j's opening it."""


def log_size(home: Home) -> int:
    """How much the log holds by now, so that a later look sees what came after."""
    return home.log.stat().st_size if home.log.exists() else 0


def has_started(home: Home, log_start: int) -> bool:
    """Whether the log says, after its first `log_start` bytes, that all of Neo4j is up."""
    return STARTED in _read_from(home.log, log_start)


def explain_death(home: Home, log_start: int) -> ServerDied:
    """Make the error for a server that ended by itself, from what it logged after the first `log_start` bytes."""
    logged = _read_from(home.log, log_start)
    line = find_telling_line(logged, _read_from(home.console, 0))
    kind = PortTaken if "already in use" in logged else ServerDied
    hint = "".join(f"{hint}; " for sign, hint in HINTS.items() if sign in logged)
    return kind(f"Neo4j ended while starting: {hint}{line} (its log: {home.log if logged else home.console})")


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
