"""Downloads go over a real HTTP server on loopback, with small files in place of Neo4j's."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.jars import VERSION, Jar, Progress, fetch_jars, find_missing, load_jars

CONTENTS = {"org/a/1/a-1.jar": b"first" * 1000, "org/b/1/b-1.jar": b"second" * 50, "org/c/1/c-1.jar": b"third"}
JARS = tuple(Jar(path, len(data), hashlib.sha256(data).hexdigest()) for path, data in CONTENTS.items())
NOWHERE = "http://127.0.0.1:9/maven2"


@dataclass
class Source:
    """A small Maven repository: its folder, its address, and what was asked of it."""

    folder: Path
    address: str = ""
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Source]:
    source = Source(tmp_path / "maven")
    for path, data in CONTENTS.items():
        file = source.folder / path
        file.parent.mkdir(parents=True)
        file.write_bytes(data)

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(source.folder))  # type: ignore[arg-type]

        def log_message(self, *_args: object) -> None:
            source.asked.append(self.path.lstrip("/"))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    source.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield source
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def lib(tmp_path: Path) -> Path:
    return tmp_path / "lib"


def fetch(lib: Path, source: str, *, thorough: bool = False) -> list[Progress]:
    seen: list[Progress] = []
    fetch_jars(lib, JARS, seen.append, source=source, thorough=thorough)
    return seen


def test_all_jars_arrive_and_progress_ends_at_the_whole(lib: Path, source: Source) -> None:
    progress = fetch(lib, source.address)
    assert {jar.name: (lib / jar.name).read_bytes() for jar in JARS} == {
        path.rpartition("/")[2]: data for path, data in CONTENTS.items()
    }
    assert [step.files for step in progress] == [0, 1, 2, 3]
    assert progress[-1].size == progress[-1].of_size == sum(map(len, CONTENTS.values()))


def test_progress_reads_as_a_line_for_the_user() -> None:
    assert str(Progress(37, 222, 21_400_000, 145_000_000)) == (
        f"Downloading Neo4j {VERSION}: 37 of 222 files, 21 of 145 MB"
    )


def test_nothing_missing_needs_no_network(lib: Path, source: Source) -> None:
    fetch(lib, source.address)
    assert fetch(lib, NOWHERE) == []
    assert fetch(lib, NOWHERE, thorough=True) == []


def test_an_interrupted_download_goes_on_where_it_was(lib: Path, source: Source) -> None:
    lib.mkdir()
    (lib / "a-1.jar").write_bytes(CONTENTS["org/a/1/a-1.jar"])
    (lib / "b-1.jar.part").write_bytes(b"sec")
    progress = fetch(lib, source.address)
    assert sorted(source.asked) == ["org/b/1/b-1.jar", "org/c/1/c-1.jar"]
    assert progress[0] == Progress(1, 3, 5000, 5305)
    assert sorted(file.name for file in lib.glob("*.jar*")) == ["a-1.jar", "b-1.jar", "c-1.jar"]


def test_a_file_cut_short_is_fetched_again(lib: Path, source: Source) -> None:
    fetch(lib, source.address)
    (lib / "a-1.jar").write_bytes(b"first")
    assert [jar.name for jar in find_missing(lib, JARS)] == ["a-1.jar"]
    fetch(lib, source.address)
    assert find_missing(lib, JARS, thorough=True) == []


def test_an_altered_file_of_the_same_size_is_found_by_a_thorough_look(lib: Path, source: Source) -> None:
    fetch(lib, source.address)
    (lib / "c-1.jar").write_bytes(b"THIRD")
    assert find_missing(lib, JARS) == []
    assert [jar.name for jar in find_missing(lib, JARS, thorough=True)] == ["c-1.jar"]
    fetch(lib, source.address, thorough=True)
    assert (lib / "c-1.jar").read_bytes() == b"third"


def test_other_bytes_than_the_pinned_ones_are_never_used(lib: Path, source: Source) -> None:
    (source.folder / "org/c/1/c-1.jar").write_bytes(b"evil!")
    with pytest.raises(StoreError, match=r"c-1\.jar is not the file that was pinned"):
        fetch(lib, source.address)
    assert not (lib / "c-1.jar").exists()


def test_a_file_the_source_lacks_is_named(lib: Path, source: Source) -> None:
    (source.folder / "org/b/1/b-1.jar").unlink()
    with pytest.raises(StoreError, match=r"404 .*b-1\.jar"):
        fetch(lib, source.address)


def test_offline_says_what_is_missing_and_what_to_do(lib: Path) -> None:
    with pytest.raises(StoreError) as caught:
        fetch(lib, NOWHERE)
    assert str(caught.value) == (
        "Neo4j isn't downloaded yet and 127.0.0.1:9 can't be reached: Connection refused. "
        "Connect to the network once (proxies: HTTPS_PROXY), or set NEO4J_URI to a Neo4j of your own"
    )


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match=r"can't be downloaded into .*file/lib: Not a directory .*ENTENTE_CACHE"):
        fetch(tmp_path / "file" / "lib", NOWHERE)


def test_the_lock_pins_each_jar_once() -> None:
    jars = load_jars()
    assert len({jar.name for jar in jars}) == len(jars) > 200
    assert all(len(jar.sha256) == 64 and jar.size > 0 and jar.path.endswith(".jar") for jar in jars)
    wanted = {f"neo4j-{VERSION}.jar", f"neo4j-server-{VERSION}.jar", f"cypher-shell-{VERSION}.jar"}
    assert wanted <= {jar.name for jar in jars}
    assert any(jar.name.startswith("neo4j-browser-") for jar in jars)
