"""Where the local Neo4j keeps its things: one folder, readable by its owner only."""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from graph.errors import StoreError
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Running:
    """What the state file says: the process that was started last, and where it listens.

    `ready`: it answered a query once. `log_start`: how many bytes its log held before it.
    """

    pid: int
    uri: str
    browser: str
    started: str
    log_start: int
    ready: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one local Neo4j: its data, configuration, logs, password and state file."""

    root: Path

    @classmethod
    def of(cls, settings: Settings) -> "Home":
        """The home inside the user's data folder."""
        return cls((settings.data / "neo4j").resolve())

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf."""
        return self.root / "conf"

    @property
    def log(self) -> Path:
        """What Neo4j says about itself."""
        return self.root / "logs" / "neo4j.log"

    @property
    def console(self) -> Path:
        """What Java prints where Neo4j doesn't get to say anything."""
        return self.root / "logs" / "console.log"

    @property
    def password_file(self) -> Path:
        """The password, on one line."""
        return self.root / "password"

    @property
    def state_file(self) -> Path:
        """Who runs, and where."""
        return self.root / "state.json"

    @property
    def has_data(self) -> bool:
        """Whether Neo4j has been started here before, with the password of that time."""
        return (self.root / "data" / "databases" / "system").exists()

    @contextmanager
    def locked(self, report: Callable[[str], None]) -> Iterator[None]:
        """Make the folder and hold its lock: one process at a time starts or stops the server.

        Errors: StoreError where the folder can't be made or written, or its disk is full.
        """
        with self.explained():
            self._prepare()
            lock = FileLock(self.root / "lock", mode=0o600)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                report("Another Entente is starting or stopping the store: waiting for it")
                lock.acquire()
            try:
                yield
            finally:
                lock.release()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Say in one line why the folder can't be used, where it can't."""
        try:
            yield
        except OSError as err:
            raise StoreError(
                f"The store's folder {self.root} can't be used: {err.strerror or err} (see ENTENTE_DATA)"
            ) from err

    def _prepare(self) -> None:
        self.root.parent.mkdir(parents=True, exist_ok=True)
        self.root.mkdir(mode=0o700, exist_ok=True)
        self.root.chmod(0o700)
        self.conf.mkdir(exist_ok=True)
        self.console.parent.mkdir(exist_ok=True)

    def check_space(self, needed: int) -> None:
        """Refuse a disk with fewer free bytes than `needed`."""
        free = shutil.disk_usage(self.root).free
        if free < needed:
            raise StoreError(
                f"The disk of {self.root} is full: {free / 1e6:.0f} MB free, {needed / 1e6:.0f} MB wanted "
                "(make room, or set ENTENTE_DATA to a folder on another disk)"
            )

    def load_password(self) -> str:
        """Read the password; made up at random the first time."""
        if not self.password_file.exists():
            if self.has_data:
                raise StoreError(
                    f"{self.password_file} is gone, and the store was made with the password in it: "
                    f"put it back, or remove {self.root} to begin with an empty store"
                )
            # Hex: Neo4j's tool would take a leading dash for an option.
            _write_private(self.password_file, secrets.token_hex(24) + "\n")
        return self.password_file.read_text(encoding="ascii").strip()

    def load_running(self) -> Running | None:
        """Read the state file; None where there is none, or it can't be made sense of. The process may be dead."""
        try:
            return Running(**json.loads(self.state_file.read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
            return None

    def save_running(self, running: Running) -> None:
        """Write the state file, whole or not at all."""
        _write_private(self.state_file, json.dumps(asdict(running)))

    def forget_running(self) -> None:
        """Remove the state file."""
        self.state_file.unlink(missing_ok=True)


def _write_private(file: Path, text: str) -> None:
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
