"""How many articles there are to read, so that long work can say how much is left."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import SourceError
from graph.sources.folder import iter_files
from graph.sources.kinds import READERS
from graph.sources.read import STDIN
from graph.sources.urls import is_url


def count_documents(targets: Sequence[str]) -> int | None:
    """The number of articles behind the targets, unreadable ones included; None where only reading would tell.

    Costs a listing of the folders and a pass over the bytes of .jsonl files; nothing is fetched or parsed.
    """
    if STDIN in targets:
        return None
    return sum(_count_file(path) for target in targets for path in _files(target))


def _files(target: str) -> Iterator[Path | None]:
    if is_url(target) or not _is_folder(target):
        yield None if is_url(target) else Path(target)
        return
    for found in iter_files(Path(target), READERS):
        yield None if isinstance(found, SourceError) else found


def _is_folder(target: str) -> bool:
    try:
        return Path(target).is_dir()
    except OSError:  # a name that no file can have, or a path that is barred: one article that can't be read
        return False


def _count_file(path: Path | None) -> int:
    if path is None or path.suffix.lower() != ".jsonl":
        return 1
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1
