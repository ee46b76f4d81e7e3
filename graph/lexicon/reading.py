"""The lexicon's files, read and checked."""

from collections.abc import Mapping
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from graph.errors import SchemaError
from graph.lexicon.entries import System

_Shape = TypeVar("_Shape")
# libyaml's loader reads the same safe subset ten times faster; it is missing where PyYAML was built without it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_file(name: str, shape: type[_Shape]) -> _Shape:
    """What a file of the lexicon says. Raises SchemaError naming the file and what is wrong in it."""
    raw = yaml.load((files("graph.lexicon") / name).read_text(encoding="utf-8"), Loader=_Loader)
    try:
        return TypeAdapter(shape).validate_python(raw)
    except ValidationError as error:
        raise SchemaError(f"lexicon file {name} is not as it should be: {error}") from error


def read_systems() -> dict[str, tuple[System, ...]]:
    """Systems by class; each class is a file of its own."""
    names = sorted(path.name for path in (files("graph.lexicon") / "systems").iterdir() if path.name.endswith(".yml"))
    return {
        name.removesuffix(".yml").replace("_", " "): read_file(f"systems/{name}", tuple[System, ...]) for name in names
    }


def check_system(system: System, makers: set[str], names: set[str]) -> None:
    """Raises SchemaError for a maker or a family that nothing is named."""
    if system.maker and system.maker not in makers:
        raise SchemaError(
            f"lexicon file systems/: {system.name} is made by {system.maker!r}, which firms.yml and states.yml lack"
        )
    if system.family and system.family not in names:
        raise SchemaError(
            f"lexicon file systems/: {system.name} is of the family {system.family!r}, which no entry is named"
        )


def phrases_by_word(by_type: Mapping[str, tuple[str, ...]], key: int) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """By the first (0) or last (-1) word of each phrase: its type and words, the longest first."""
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for type_, phrases in by_type.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[key], []).append((type_, words))
    return {word: sorted(found, key=lambda one: -len(one[1])) for word, found in index.items()}
