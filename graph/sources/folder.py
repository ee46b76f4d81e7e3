"""A folder of articles: which files in it are one, in an order that is the same everywhere."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from graph.errors import SourceError
from graph.sources.clean import one_line
from graph.sources.metadata import SIDECARS

# Files about the folder, not in it.
ABOUT = frozenset({"readme", "license", "licence", "copying", "notice", "changelog"})


def iter_files(folder: Path, kinds: Collection[str]) -> Iterator[Path | SourceError]:
    """Every article below a folder, by name; a SourceError for each file that is none of the kinds.

    Hidden files, YAML files (sidecars) and notes about the folder (README, LICENSE) are passed over in silence. A
    linked folder is entered once.
    """
    return _walk(folder, kinds, set())


def _walk(folder: Path, kinds: Collection[str], entered: set[str]) -> Iterator[Path | SourceError]:
    real = os.path.realpath(folder)
    if real in entered:
        return
    entered.add(real)
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield SourceError(f"{shown(folder)}: can't open this folder ({error.strerror or error})")
        return
    for entry in entries:
        if entry.is_dir():
            yield from _walk(entry, kinds, entered)
        elif not _is_about(entry):
            yield _judge(entry, kinds)


def _judge(entry: Path, kinds: Collection[str]) -> Path | SourceError:
    if entry.suffix.lower() not in kinds:
        return SourceError(f"{shown(entry)}: no reader for this kind of file; readable are {' '.join(sorted(kinds))}")
    # A pipe or a device would never end.
    if entry.exists() and not entry.is_file():
        return SourceError(f"{shown(entry)}: not a regular file")
    return entry


def _is_about(entry: Path) -> bool:
    """Whether a file describes an article (`article.yml`) or the folder (README) and is none itself."""
    return entry.suffix.lower() in SIDECARS or entry.stem.lower() in ABOUT


def shown(path: str | Path) -> str:
    """A path fit for a message and for the store: the name of a file may be no UTF-8, or hold line ends."""
    return one_line(str(path))
