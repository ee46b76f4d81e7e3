"""The real thing, beside the suite's own server, so that this one can be stopped and killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

import psutil
import pytest
import requests

from graph.errors import StoreError
from graph.settings import Settings
from graph.store import ports
from graph.store.connection import Address, explained, open_driver
from graph.store.diagnosis import PortTaken, explain_death, find_telling_line, log_size
from graph.store.home import Home, Running
from graph.store.java import find_servers
from graph.store.server import ensure_running, status, stop

START = "from graph.settings import Settings; from graph.store.server import ensure_running; "
TELL_PID = START + "print(ensure_running(Settings.from_env()).pid)"

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def own(server_settings: Settings) -> Iterator[Settings]:
    """Settings of a second server, for this file alone."""
    data = Path(tempfile.mkdtemp(prefix="entente tests, données "))
    yield replace(server_settings, data=data)
    stop(replace(server_settings, data=data))
    shutil.rmtree(data)


@pytest.fixture
def running(own: Settings) -> Address:
    return ensure_running(own)


def begin(own: Settings, code: str) -> "subprocess.Popen[str]":
    """Run a line of Python in another process, on the same store."""
    # The poorest locale, and Java settings of the user's own that must not matter.
    foreign = {"LC_ALL": "C", "CLASSPATH": "/nowhere", "JAVA_TOOL_OPTIONS": "-Xmx1k", "NEO4J_HOME": "/nowhere"}
    ours = {"NEO4J_URI": "", "ENTENTE_DATA": str(own.data), "ENTENTE_CACHE": str(own.cache)}
    environment = os.environ | foreign | ours
    # Tests that a shell runs in the background ignore Ctrl-C, and so would what they start.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True, preexec_fn=heed
    )


def begin_and_wait_for_java(own: Settings) -> "tuple[subprocess.Popen[str], int]":
    """Begin to start the server in another process; return it and Neo4j's pid while both are at work."""
    starter = begin(own, TELL_PID)
    limit = time.monotonic() + 60
    while not (found := find_servers(Home.of(own))):
        assert starter.poll() is None
        assert time.monotonic() < limit
        time.sleep(0.05)
    return starter, found[0]


def test_two_processes_at_once_get_one_server_and_taken_ports_are_stepped_over(own: Settings) -> None:
    with ExitStack() as stack:
        taken = [ports.choose_port(port) for port in (ports.BOLT, ports.HTTP)]
        for port in taken:
            stack.enter_context(socket.create_server((ports.LOOPBACK, port)))
        both = [begin(own, TELL_PID), begin(own, TELL_PID)]
        pids = {process.communicate(timeout=120)[0].strip() for process in both}
    address = status(own)
    assert address is not None
    assert pids == {str(address.pid)}
    assert find_servers(Home.of(own)) == [address.pid]
    assert not any(f":{port}" in f"{address.uri} {address.browser}" for port in taken)


def test_started_twice_it_is_one(own: Settings, running: Address) -> None:
    assert ensure_running(own) == running == status(own)


def test_it_listens_on_loopback_only(running: Address) -> None:
    connections = psutil.Process(running.pid).net_connections("inet")
    listening = {c.laddr.ip for c in connections if c.status == psutil.CONN_LISTEN}
    assert listening
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1"}


def test_the_password_is_random_and_only_its_owner_can_read_it(own: Settings, running: Address) -> None:
    home = Home.of(own)
    assert running.password_file == home.password_file
    assert len(running.password) >= 24
    assert home.root.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in (home.password_file, home.state_file)} == {0o600}
    assert running.password not in " ".join(psutil.Process(running.pid).cmdline())


def test_nobody_gets_in_without_the_password(running: Address) -> None:
    with pytest.raises(StoreError, match="refuses"):
        open_driver(replace(running, username="stranger", password=""))


def test_neo4j_browser_is_served(running: Address) -> None:
    assert running.browser is not None
    page = requests.get(running.browser, timeout=30)
    assert page.status_code == 200
    assert "Neo4j Browser" in page.text


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://127.0.0.1:9/x.csv", "https://example.org/x.csv"])
def test_no_query_reads_files_or_addresses(running: Address, target: str) -> None:
    with open_driver(running) as driver, pytest.raises(StoreError, match=r"LOAD|load|block"), explained(running):
        driver.execute_query("LOAD CSV FROM $target AS line RETURN line", target=target)


def test_killed_it_comes_back_with_all_that_was_written(own: Settings, running: Address) -> None:
    with open_driver(running) as driver:
        driver.execute_query("MERGE (:Kept {id: 'a'})")
    os.kill(running.pid or 0, signal.SIGKILL)
    again = ensure_running(own)
    assert again.pid != running.pid
    assert again.password == running.password
    with open_driver(again) as driver:
        assert driver.execute_query("MATCH (n:Kept) RETURN count(n) AS n").records[0]["n"] == 1


def test_stop_leaves_no_process(own: Settings, running: Address) -> None:
    assert stop(own)
    assert not psutil.pid_exists(running.pid or 0)
    assert status(own) is None
    assert not stop(own)


def test_a_process_that_got_the_servers_number_later_is_not_taken_for_it(own: Settings) -> None:
    stop(own)
    home = Home.of(own)
    home.save_running(Running(os.getpid(), "bolt://x", "http://x", "2026-01-01", log_start=0, ready=True))
    assert status(own) is None
    assert not stop(own)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', "null"])
def test_a_state_file_that_makes_no_sense_is_like_none(own: Settings, content: str) -> None:
    stop(own)
    Home.of(own).state_file.write_text(content)
    assert status(own) is None


def test_ctrl_c_while_starting_leaves_no_process(own: Settings) -> None:
    stop(own)
    starter, _pid = begin_and_wait_for_java(own)
    starter.send_signal(signal.SIGINT)
    starter.communicate(timeout=60)
    assert find_servers(Home.of(own)) == []
    assert status(own) is None


def test_a_server_whose_starter_was_killed_is_joined_not_doubled(own: Settings) -> None:
    stop(own)
    home = Home.of(own)
    seen = log_size(home)
    starter, pid = begin_and_wait_for_java(own)
    limit = time.monotonic() + 10
    while not home.state_file.exists():
        assert time.monotonic() < limit
        time.sleep(0.02)
    starter.kill()
    starter.communicate()
    joined = ensure_running(own)
    assert find_servers(home) == [joined.pid]
    # Another program may have taken its port before Neo4j got to open it: then it died, and was replaced.
    logged = home.log.read_bytes()[seen:].decode()
    assert joined.pid == pid or "already in use" in logged, logged


def test_status_and_stop_leave_no_trace_where_nothing_was_started(own: Settings, tmp_path: Path) -> None:
    elsewhere = replace(own, data=tmp_path / "never")
    assert status(elsewhere) is None
    assert not stop(elsewhere)
    assert not elsewhere.data.exists()


def test_a_folder_that_cannot_be_used_is_named(own: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match=r"folder .*file/neo4j can't be used: File exists \(see ENTENTE_DATA\)"):
        ensure_running(replace(own, data=tmp_path / "file"))


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"The disk of .* is full: \d+ MB free, 1000000000000 MB wanted"):
        Home(tmp_path).check_space(10**18)


def test_a_lost_password_is_not_replaced_by_one_that_does_not_fit(own: Settings, tmp_path: Path) -> None:
    home = Home.of(replace(own, data=tmp_path))
    (home.root / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(StoreError, match="put it back, or remove"):
        ensure_running(replace(own, data=tmp_path))


def test_a_server_that_dies_while_starting_quotes_its_log_and_leaves_nothing(own: Settings, tmp_path: Path) -> None:
    broken = replace(own, data=tmp_path)
    home = Home.of(broken)
    (home.root / "data" / "databases" / "system").mkdir(parents=True)
    (home.root / "data" / "transactions").write_text("not a folder")
    home.password_file.write_text("a-password")
    with pytest.raises(StoreError, match=r"Neo4j ended while starting: .+ \(its log: .*neo4j\.log\)"):
        ensure_running(broken)
    assert find_servers(home) == []
    assert status(broken) is None


def test_a_port_taken_at_the_last_moment_is_told_from_other_deaths(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.log.parent.mkdir()
    earlier = "2026-01-01 10:00 ERROR Address 127.0.0.1:7475 is already in use, cannot bind to it.\n"
    home.log.write_text(earlier + "2026-01-01 11:00 ERROR Bad setting\n")
    assert isinstance(explain_death(home, 0), PortTaken)
    assert not isinstance(explain_death(home, len(earlier)), PortTaken)


def test_a_store_that_a_newer_neo4j_wrote_is_named_as_such(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.log.parent.mkdir()
    home.log.write_text("Caused by: a.LogVersion: the log originates from an newer version of neo4j\n")
    assert "a newer Neo4j wrote this folder: set ENTENTE_DATA to another one" in str(explain_death(home, 0))


@pytest.mark.parametrize(
    ("logged", "console", "line"),
    [
        (
            "2026-01-01 10:00 ERROR Failed.\nCaused by: a.b.C: outer\nCaused by: a.B$D: the reason\n",
            "",
            "B$D: the reason",
        ),
        ("2026-01-01 10:00 INFO Hello\n2026-01-01 10:00 ERROR Bad setting\n", "noise", "Bad setting"),
        ("", "\nError: insufficient memory\nmore", "Error: insufficient memory"),
        ("", "", "it gave no reason"),
    ],
)
def test_the_telling_line_of_a_log(logged: str, console: str, line: str) -> None:
    assert find_telling_line(logged, console) == line
