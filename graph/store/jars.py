"""The jars of the local Neo4j: which ones, and how they come from Maven Central into the cache folder, once."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import requests
from filelock import FileLock

from graph.errors import StoreError
from graph.network import open_session

VERSION = "5.26.30"
MAVEN_CENTRAL = "https://repo1.maven.org/maven2"
CONNECTIONS = 8
RETRIES = 3
TIMEOUT = (10, 60)  # seconds to connect, and between two pieces
PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the lock: where it lies on Maven Central, and what its bytes must be."""

    path: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """Its file name, unique among the jars of the lock."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download has come; as text, a line for the user."""

    files: int
    of_files: int
    size: int
    of_size: int

    def __str__(self) -> str:
        done, total = self.size / 1e6, self.of_size / 1e6
        return f"Downloading Neo4j {VERSION}: {self.files} of {self.of_files} files, {done:.0f} of {total:.0f} MB"


def load_jars(lock: Path | None = None) -> tuple[Jar, ...]:
    """Read the lock file: the jars of Neo4j and its Browser, by sha256."""
    lines = (lock or Path(__file__).with_name("jars.lock")).read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(Jar(path=path, size=int(size), sha256=sha256) for sha256, size, path in rows)


def jar_folder(cache: Path) -> Path:
    """Where the jars of this version lie in the cache folder."""
    return cache / f"neo4j-{VERSION}" / "lib"


def find_missing(folder: Path, jars: Sequence[Jar], *, thorough: bool = False) -> list[Jar]:
    """List the jars that are absent or cut short; `thorough` reads every byte and finds altered ones too."""
    return [jar for jar in jars if not _is_whole(folder / jar.name, jar, thorough)]


def fetch_jars(
    folder: Path,
    jars: Sequence[Jar],
    on_progress: Callable[[Progress], None],
    *,
    source: str = MAVEN_CENTRAL,
    thorough: bool = False,
) -> None:
    """Download what `folder` lacks, each file checked by its sha256 and put in place whole.

    What an interrupted download got is kept. Nothing missing: the network is not touched.
    Two processes at once: one downloads, the other waits and finds it done.
    Errors: StoreError where the source can't be reached, sends other bytes, or the folder can't be written.
    """
    try:
        if not find_missing(folder, jars, thorough=thorough):
            return
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "download.lock"):
            _download(folder, jars, find_missing(folder, jars, thorough=thorough), on_progress, source)
    except requests.RequestException as err:
        raise StoreError(_offline(source, err)) from err
    except OSError as err:
        raise StoreError(f"Neo4j can't be downloaded into {folder}: {err.strerror or err} (see ENTENTE_CACHE)") from err


def _is_whole(file: Path, jar: Jar, thorough: bool) -> bool:
    try:
        if file.stat().st_size != jar.size:
            return False
    except FileNotFoundError:
        return False
    return not thorough or hashlib.sha256(file.read_bytes()).hexdigest() == jar.sha256


def _download(
    folder: Path, jars: Sequence[Jar], missing: list[Jar], on_progress: Callable[[Progress], None], source: str
) -> None:
    of_size = sum(jar.size for jar in jars)
    files, size = len(jars) - len(missing), of_size - sum(jar.size for jar in missing)
    on_progress(Progress(files, len(jars), size, of_size))
    for jar in _fetch_each(folder, missing, source):
        files, size = files + 1, size + jar.size
        on_progress(Progress(files, len(jars), size, of_size))


def _fetch_each(folder: Path, missing: list[Jar], source: str) -> Iterator[Jar]:
    with open_session(CONNECTIONS, RETRIES) as session, ThreadPoolExecutor(CONNECTIONS) as pool:
        largest_first = sorted(missing, key=lambda jar: -jar.size)
        futures = [pool.submit(_fetch, session, source, jar, folder) for jar in largest_first]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _fetch(session: requests.Session, source: str, jar: Jar, folder: Path) -> Jar:
    part = folder / f"{jar.name}.part"
    digest = hashlib.sha256()
    with session.get(f"{source}/{jar.path}", stream=True, timeout=TIMEOUT) as answer, part.open("wb") as file:
        answer.raise_for_status()
        for piece in answer.iter_content(PIECE):
            digest.update(piece)
            file.write(piece)
    if digest.hexdigest() != jar.sha256:
        part.unlink()
        raise StoreError(f"{source}/{jar.path} is not the file that was pinned (its sha256 differs): it is not used")
    os.replace(part, folder / jar.name)
    return jar


def _offline(source: str, err: requests.RequestException) -> str:
    host = source.partition("://")[2].partition("/")[0]
    return (
        f"Neo4j isn't downloaded yet and {host} can't be reached: {_innermost(err)}. "
        "Connect to the network once (proxies: HTTPS_PROXY), or set NEO4J_URI to a Neo4j of your own"
    )


def _innermost(err: BaseException) -> str:
    text = " ".join(str(err).split())
    found = re.search(r"\[Errno -?\d+\] ([\w ]+)", text)
    return found[1] if found else text
