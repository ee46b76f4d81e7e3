"""The local Neo4j: one server for all of a user's Entente processes, started when needed, found again, stopped."""

from collections.abc import Callable

from graph.settings import Settings
from graph.store import java
from graph.store.connection import Address, StoreBroken
from graph.store.diagnosis import ServerDied
from graph.store.home import Home, Running
from graph.store.startup import make_address, start, wait_until_ready

Report = Callable[[str], None]


def ensure_running(settings: Settings, report: Report | None = None) -> Address:
    """Return the address of the local Neo4j, which is downloaded and started first where need be.

    Called twice, even by two processes at once, there is still one server. `report` is told what takes time.
    Errors: StoreError with one line that says why it can't run.
    """
    tell = report or _say_nothing
    home = Home.of(settings)
    with home.locked(tell):
        address = _join(home, tell)
        if address is None:
            # One that gave up, or that no state file tells of because its starter was killed too early.
            _end_servers(home)
            address = start(home, settings.cache, tell)
        return address


def status(settings: Settings) -> Address | None:
    """Return the address of the local Neo4j that runs now and can be used; None where none does."""
    home = Home.of(settings)
    with home.explained():
        running = _find_running(home)
        return make_address(home, running) if running is not None and running.ready else None


def stop(settings: Settings) -> bool:
    """Stop the local Neo4j; what was written stays. False where none was running."""
    home = Home.of(settings)
    with home.explained():
        if not home.root.exists():
            return False
    with home.locked(_say_nothing):
        return _end_servers(home)


def _join(home: Home, tell: Report) -> Address | None:
    running = _find_running(home)
    if running is None:
        return None
    try:
        return wait_until_ready(home, running, tell)
    except ServerDied:
        return None
    except StoreBroken as err:
        tell(f"{err}: restarting it")
        return None


def _find_running(home: Home) -> Running | None:
    running = home.load_running()
    return running if running is not None and java.is_server(running.pid, home) else None


def _end_servers(home: Home) -> bool:
    servers = java.find_servers(home)
    for pid in servers:
        java.end(pid)
    home.forget_running()
    return bool(servers)


def _say_nothing(_message: str) -> None:
    return None
