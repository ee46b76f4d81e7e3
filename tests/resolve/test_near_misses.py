"""Names that are one thing become one entity, and names that only look it never do.

A list is measured when it is new, then what it brings to light is mended by rules and names that hold for others as well;
the first scores stand at the head of each list.
"""

import pytest

from graph.lexicon.lexicon import load_lexicon
from graph.resolve.linker import Linker
from tests.resolve.near_pairs import Pair, read_pairs, wrong_pairs

LISTS = (
    "near_misses.yml",
    "near_misses_blind.yml",
    "near_misses_third.yml",
    "near_misses_fifth.yml",
    "near_misses_sixth.yml",
)


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(load_lexicon())


def told(pairs: list[Pair]) -> str:
    return "; ".join(f"{pair.left} - {pair.right}" for pair in pairs)


@pytest.mark.parametrize("name", LISTS)
def test_no_two_things_become_one(linker: Linker, name: str) -> None:
    merged = wrong_pairs(linker, list(read_pairs(name)), same=False)
    assert not merged, told(merged)


@pytest.mark.parametrize("name", LISTS)
def test_at_most_one_of_twenty_is_split(linker: Linker, name: str) -> None:
    pairs = list(read_pairs(name))
    split = wrong_pairs(linker, pairs, same=True)
    assert len(split) <= 0.05 * sum(pair.same for pair in pairs), told(split)


def test_the_list_is_long_and_balanced() -> None:
    pairs = [pair for name in LISTS for pair in read_pairs(name)]
    same = sum(pair.same for pair in pairs)
    assert len(pairs) >= 500
    assert 0.45 <= same / len(pairs) <= 0.55
    assert len(set(pairs)) == len(pairs)
