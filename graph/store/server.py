"""The local Neo4j: one server for all of a user's Entente processes, started when needed, found again, stopped."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import StoreError
from graph.settings import DEFAULT_DATABASE, DEFAULT_USERNAME, Settings
from graph.store import java, ports
from graph.store.connection import Address, StoreUnreachable, open_driver
from graph.store.diagnosis import PortTaken, explain_death, log_size
from graph.store.home import Home, Running
from graph.store.jars import VERSION, Jar, fetch_jars, find_missing, jar_folder, load_jars

__all__ = ["Address", "ensure_running", "status", "stop"]

Report = Callable[[str], None]
START_SECONDS = 120
TELL_EVERY = 5
POLL_SECONDS = 0.1
PORT_TRIES = 3


def ensure_running(settings: Settings, report: Report | None = None) -> Address:
    """Return the address of the local Neo4j, which is downloaded and started first where need be.

    Called twice, even by two processes at once, there is still one server. `report` is told what takes time.
    Errors: StoreError with one line that says why it can't run.
    """
    tell = report or _say_nothing
    home = Home.of(settings)
    with home.locked(tell):
        running = _find_running(home)
        if running is None:
            return _start(home, settings.cache, tell)
        return _wait_until_ready(home, running, tell, log_size(home))


def status(settings: Settings) -> Address | None:
    """Return the address of the local Neo4j that runs now; None where none does."""
    home = Home.of(settings)
    running = _find_running(home)
    return None if running is None else _address(home, running)


def stop(settings: Settings) -> bool:
    """Stop the local Neo4j; what was written stays. False where none was running."""
    home = Home.of(settings)
    if not home.root.exists():
        return False
    with home.locked(_say_nothing):
        return _end_servers(home)


def _find_running(home: Home) -> Running | None:
    running = home.load_running()
    return running if running is not None and java.is_server(running.pid, home) else None


def _address(home: Home, running: Running) -> Address:
    return Address(
        uri=running.uri,
        username=DEFAULT_USERNAME,
        password=home.load_password(),
        database=DEFAULT_DATABASE,
        browser=running.browser,
        pid=running.pid,
        password_file=home.password_file,
    )


def _end_servers(home: Home) -> bool:
    servers = java.find_servers(home)
    for pid in servers:
        java.end(pid)
    home.forget_running()
    return bool(servers)


def _start(home: Home, cache: Path, tell: Report) -> Address:
    folder, jars = jar_folder(cache), load_jars()
    fetch_jars(folder, jars, lambda progress: tell(str(progress)))
    try:
        return _launch(home, folder, jars, tell)
    except StoreError:
        if not find_missing(folder, jars, thorough=True):
            raise
    tell("Some of the downloaded files are damaged: fetching them again")
    fetch_jars(folder, jars, lambda progress: tell(str(progress)), thorough=True)
    return _launch(home, folder, jars, tell)


def _launch(home: Home, folder: Path, jars: Sequence[Jar], tell: Report) -> Address:
    class_path = [folder / jar.name for jar in jars]
    tell(f"Starting Neo4j {VERSION}")
    # One that was started by a process killed before it could write the state file.
    _end_servers(home)
    home.load_password()
    tries_left = PORT_TRIES
    while True:
        bolt, http = ports.choose_port(ports.BOLT), ports.choose_port(ports.HTTP)
        java.write_configuration(home, bolt, http)
        if not home.has_data:
            java.set_password(home, class_path)
        try:
            return _launch_on(home, class_path, bolt, http, tell)
        except PortTaken:
            tries_left -= 1
            if not tries_left:
                raise


def _launch_on(home: Home, class_path: Sequence[Path], bolt: int, http: int, tell: Report) -> Address:
    seen = log_size(home)
    try:
        running = Running(
            pid=java.launch(home, class_path),
            uri=f"bolt://{ports.LOOPBACK}:{bolt}",
            browser=f"http://{ports.LOOPBACK}:{http}/browser/",
            started=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        home.save_running(running)
        return _wait_until_ready(home, running, tell, seen)
    except BaseException:
        # Ctrl-C included: no half-started server stays behind.
        _end_servers(home)
        raise


def _wait_until_ready(home: Home, running: Running, tell: Report, seen: int) -> Address:
    address = _address(home, running)
    began = told = time.monotonic()
    while not _answers(address):
        now = time.monotonic()
        if not java.is_server(running.pid, home):
            raise explain_death(home, seen)
        if now - began > START_SECONDS:
            raise StoreError(f"Neo4j doesn't answer within {START_SECONDS} s: try `entente stop` (its log: {home.log})")
        if now - told > TELL_EVERY:
            told = now
            tell(f"Waiting for Neo4j: {now - began:.0f} s")
        time.sleep(POLL_SECONDS)
    return address


def _answers(address: Address) -> bool:
    try:
        open_driver(address).close()
    except StoreUnreachable:
        return False
    return True


def _say_nothing(_message: str) -> None:
    return None
