"""Which version of the extractor reads: it changes with its rules, names, weights, code, parser and the user's dictionary."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graph.lexicon.dictionary import stamp
from graph.records import content_hash

# What says what is found in a text. The rest of resolve says what people and counts make of it later.
PARTS = ("schema", "lexicon", "resolve/linker.py", "extract")


def engine_name(model: str, dictionary: Path | None = None, reader: str = "builtin") -> str:
    """The name of what reads, with a hash of all that decides what it finds: after an upgrade, articles are read anew.

    The same on every machine with the same files. Raises EntenteError where the dictionary can't be read.
    """
    parts = (_package(), model, _parser(model), stamp(dictionary) if dictionary else "")
    return f"{reader}:{content_hash(*parts)}"


@cache
def _package() -> str:
    digest = hashlib.sha256()
    for part in PARTS:
        for path, content in sorted(_contents(files("graph").joinpath(part), part)):
            digest.update(f"{path}\x1f{len(content)}\x1f".encode())
            digest.update(content)
    return digest.hexdigest()


def _contents(entry: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """The files that count below a folder, or the file itself, each with its path."""
    if not entry.is_dir():
        yield from [(path, entry.read_bytes())] if path.endswith((".py", ".yml", ".json")) else []
    elif entry.name != "__pycache__":
        for inner in entry.iterdir():
            yield from _contents(inner, f"{path}/{inner.name}")


@cache
def _parser(model: str) -> str:
    """The versions of the parser's package and of spaCy."""
    named = ((each.name.replace("-", "_").lower(), each.version) for each in distributions())
    return " ".join(sorted(f"{name} {version}" for name, version in named if name == "spacy" or name.startswith(model)))
