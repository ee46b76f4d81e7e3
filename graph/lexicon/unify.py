"""Which entries of the lexicon's files are one, because two files, or two rows, spell the same name."""

from collections.abc import Iterable, Mapping

from graph.lexicon.keys import make_key
from graph.lexicon.spelling import load_spellings

Named = tuple[str, str, str]  # an entry's id, its type and one of its names


def same_entries(named: Iterable[Named]) -> Mapping[str, str]:
    """By the id of each entry that is another's duplicate: the id of that one.

    Of two the one that a row of spellings names first is kept, else the one that is read first.
    """
    owner: dict[tuple[str, str], str] = {}
    kept: dict[str, str] = {}
    for id, type_, name in named:
        first = owner.setdefault((type_, make_key(type_, name)), id)
        _join(kept, first, id)
    for type_, rows in load_spellings().names.items():
        for row in rows:
            found = [owner[key] for name in row if (key := (type_, make_key(type_, name))) in owner]
            for other in found[1:]:
                _join(kept, found[0], other)
    return {id: _root(kept, id) for id in kept}


def _join(kept: dict[str, str], first: str, other: str) -> None:
    first, other = _root(kept, first), _root(kept, other)
    if first != other:
        kept[other] = first


def _root(kept: Mapping[str, str], id: str) -> str:
    while id in kept:
        id = kept[id]
    return id
