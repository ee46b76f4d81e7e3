"""Starting the local Neo4j: jars, password, ports, process, and the wait until it answers."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import StoreError
from graph.settings import DEFAULT_DATABASE, DEFAULT_USERNAME
from graph.store import java, ports
from graph.store.connection import Address, StoreUnreachable, open_driver
from graph.store.diagnosis import PortTaken, explain_death, has_started, log_size
from graph.store.home import Home, Running
from graph.store.jars import VERSION, Progress, fetch_jars, find_missing, jar_folder, load_jars

Report = Callable[[str], None]
START_SECONDS = 120
TELL_EVERY = 5
POLL_SECONDS = 0.1
PORT_TRIES = 3
# On a full disk Neo4j neither starts nor says why. A new store takes 70 MB.
NEEDED_BYTES = 200_000_000


def start(home: Home, cache: Path, tell: Report) -> Address:
    """Start Neo4j in `home`, where none runs, and wait until it answers; the caller holds the home's lock.

    Jars that are missing from the cache folder are downloaded first; damaged ones too, where it dies of them.
    Errors: StoreError; no process is left behind then, nor on Ctrl-C.
    """
    folder, jars = jar_folder(cache), load_jars()
    class_path = [folder / jar.name for jar in jars]
    fetch_jars(folder, jars, _each_second(tell))
    try:
        return _prepare_and_launch(home, class_path, tell)
    except StoreError:
        if not find_missing(folder, jars, thorough=True):
            raise
    tell("Some of the downloaded files are damaged: fetching them again")
    fetch_jars(folder, jars, _each_second(tell), thorough=True)
    return _prepare_and_launch(home, class_path, tell)


def wait_until_ready(home: Home, running: Running, tell: Report) -> Address:
    """Wait until a started server answers a query, and note that it does.

    Errors: ServerDied where it ends before; StoreBroken where its database gave up; StoreError after START_SECONDS.
    """
    address = make_address(home, running)
    began = told = time.monotonic()
    while not _answers(home, running, address):
        now = time.monotonic()
        if not java.is_server(running.pid, home):
            raise explain_death(home, running.log_start)
        if now - began > START_SECONDS:
            raise StoreError(f"Neo4j doesn't answer within {START_SECONDS} s: try `entente stop` (its log: {home.log})")
        if now - told > TELL_EVERY:
            told = now
            tell(f"Waiting for Neo4j: {now - began:.0f} s")
        time.sleep(POLL_SECONDS)
    if not running.ready:
        home.save_running(replace(running, ready=True))
    return address


def make_address(home: Home, running: Running) -> Address:
    """Say where a running server is and how to log in."""
    return Address(
        uri=running.uri,
        username=DEFAULT_USERNAME,
        password=home.load_password(),
        database=DEFAULT_DATABASE,
        browser=running.browser,
        pid=running.pid,
        password_file=home.password_file,
    )


def _prepare_and_launch(home: Home, class_path: Sequence[Path], tell: Report) -> Address:
    tell(f"Starting Neo4j {VERSION}")
    home.check_space(NEEDED_BYTES)
    home.load_password()
    for _ in range(PORT_TRIES - 1):
        try:
            return _launch(home, class_path, tell)
        except PortTaken:
            continue
    return _launch(home, class_path, tell)


def _launch(home: Home, class_path: Sequence[Path], tell: Report) -> Address:
    bolt, http = ports.choose_port(ports.BOLT), ports.choose_port(ports.HTTP)
    java.write_configuration(home, bolt, http)
    if not home.has_data:
        java.set_password(home, class_path)
    try:
        running = Running(
            log_start=log_size(home),
            pid=java.launch(home, class_path),
            uri=f"bolt://{ports.LOOPBACK}:{bolt}",
            browser=f"http://{ports.LOOPBACK}:{http}/browser/",
            started=datetime.now(UTC).isoformat(timespec="seconds"),
            ready=False,
        )
        home.save_running(running)
        return wait_until_ready(home, running, tell)
    except BaseException:
        # Ctrl-C included: no half-started server stays behind.
        for pid in java.find_servers(home):
            java.end(pid)
        home.forget_running()
        raise


def _answers(home: Home, running: Running, address: Address) -> bool:
    # Bolt opens before the users are known: a login in between is refused, and a few refusals lock the user out.
    if not running.ready and not has_started(home, running.log_start):
        return False
    try:
        open_driver(address).close()
    except StoreUnreachable:
        return False
    return True


def _each_second(tell: Report) -> Callable[[Progress], None]:
    told = -math.inf

    def on_progress(progress: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= 1 or progress.files == progress.of_files:
            told = time.monotonic()
            tell(str(progress))

    return on_progress
