"""Which names are worth comparing: those that share something rare. Never all with all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph.resolve.likeness import RARE, TYPO
from graph.resolve.names import Name, sounds

BLOCK = 40  # entities in a block that are all compared with each other
NEAREST = 4  # neighbours in alphabetical order that each is compared with in a bigger block
WORDS = 6  # words of a name by which it is looked for
CROWD = 8  # words one letter apart: more of them are no slips

Pair = tuple[int, int]


def find_pairs(kinds: Sequence[str], names: Sequence[Sequence[Name]], entries: Sequence[Iterable[str]]) -> set[Pair]:
    """The pairs of entities that share a key, each by its place in the lists, the lower first.

    `kinds` keeps apart what can't be one; `names` are each entity's names, `entries` the lexicon's entries so named.
    """
    slips = _find_slips(names)
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for place, (kind, parsed, known) in enumerate(zip(kinds, names, entries, strict=True)):
        keys = {key for name in parsed for key in _keys(name, slips)} | {f"entry {entry}" for entry in known}
        for key in keys:
            blocks[f"{kind} {key}"].append(place)
    return {pair for block in blocks.values() if len(block) > 1 for pair in _pairs(block, names)}


def _pairs(block: list[int], names: Sequence[Sequence[Name]]) -> Iterator[Pair]:
    if len(block) <= BLOCK:
        yield from combinations(block, 2)
        return
    block = sorted(block, key=lambda place: (names[place][0].flat, place))
    for at, place in enumerate(block):
        for near in block[at + 1 : at + 1 + NEAREST]:
            yield min(place, near), max(place, near)


def _keys(name: Name, slips: Mapping[str, list[str]]) -> Iterator[str]:
    yield f"flat {name.flat}"
    yield f"joined {sounds(''.join(name.words))} {name.designation}"
    yield f"sorted {' '.join(sorted(name.words))} {name.designation}"
    if name.designated:
        yield f"designation {name.designation}"
    for initials in {name.acronym, *name.initials} - {None}:
        yield f"initials {initials}"
    heard = sorted({sounds(word) for word in name.words[:WORDS] if len(word) > 2})
    yield from (f"word {word}" for word in heard)
    several = [*heard, *sorted({*name.fields, *name.marks}), name.designation]
    yield from (f"words {one} {other}" for one, other in combinations(several, 2))
    for word in name.words[:WORDS]:
        yield from (f"slip {key}" for key in slips.get(word, ()))


def _find_slips(names: Iterable[Iterable[Name]]) -> dict[str, list[str]]:
    """For each word that may be a slip of another, or the other: what both become where a letter is left out."""
    borne = count_words(names)
    shorter: defaultdict[str, list[str]] = defaultdict(list)
    for word in borne:
        if len(word) >= TYPO:
            for key in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                shorter[key].append(word)
    slips: defaultdict[str, list[str]] = defaultdict(list)
    for key, words in shorter.items():
        if 1 < len(words) <= CROWD and min(borne[word] for word in words) <= RARE:
            for word in words:
                slips[word].append(key)
    return slips


def count_words(names: Iterable[Iterable[Name]]) -> Counter[str]:
    """In how many entities' names each word stands."""
    return Counter(word for parsed in names for word in {word for name in parsed for word in name.words})
