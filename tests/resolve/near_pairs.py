"""Pairs of names that are or aren't one thing, as the lists beside this file give them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.resolve.linker import Linker


@dataclass(frozen=True)
class Pair:
    """Two typed names and whether they name one thing."""

    left: tuple[str, str]
    right: tuple[str, str]
    same: bool


def read_pairs(name: str) -> Iterator[Pair]:
    """The pairs of a list."""
    content = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    for verdict in ("same", "different"):
        for type_, rows in content.get(verdict, {}).items():
            for left, right, *_ in rows:
                yield Pair((type_, left), (type_, right), verdict == "same")
    for first, left, second, right, *_ in content.get("mixed", ()):
        yield Pair((first, left), (second, right), False)


def wrong_pairs(linker: Linker, pairs: list[Pair], same: bool) -> list[Pair]:
    """The pairs with that verdict that the linker decides otherwise."""
    return [
        pair
        for pair in pairs
        if pair.same == same and (linker.link(*pair.left).id == linker.link(*pair.right).id) != same
    ]
