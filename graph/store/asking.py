"""What somebody types into the search box, read as a question: which names, which relation, which way round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from graph.lexicon.relation_words import Part, load_relation_words, split_words

Way = Literal["out", "in"]
BOTH: tuple[Way, ...] = ("in", "out")
WORDS = 12  # of what was typed are read


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    questions: frozenset[str]
    helpers: frozenset[str]
    fillers: frozenset[str]
    before_source: frozenset[str]
    before_target: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked. `relations` are those that the words may mean, none where they name no relation.

    `names` are the ways in which the rest may be one name or two; `ways` says for one name whether the relation is looked
    for from it ("out"), to it ("in") or both, the likelier first.
    """

    relations: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    ways: tuple[Way, ...] = BOTH


def read_question(text: str) -> Question:
    """The question in a text; one without any relation and name is an empty one."""
    words = split_words(text)[:WORDS]
    found = _find_relation(words)
    if found is None:
        return Question((), tuple(dict.fromkeys(_names(words, joined=False))))
    start, end, means = found
    before, after = words[:start], words[end:]
    relations = tuple(dict.fromkeys(relation for relation, _part in means))
    names = _around(_stripped(before), _stripped(after))
    return Question(relations, names, _ways(before, after, means[0][1]))


def _find_relation(words: Sequence[str]) -> tuple[int, int, tuple[tuple[str, Part], ...]] | None:
    """The longest phrase that means a relation, the first of those; a verb before a noun."""
    known = load_relation_words()
    spans = [(i, j) for i in range(len(words)) for j in range(i + 1, min(i + 4, len(words)) + 1)]
    found = [(i, j, known[tuple(words[i:j])]) for i, j in spans if tuple(words[i:j]) in known]
    return min(found, key=lambda each: (each[0] - each[1], each[0]), default=None)


def _around(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    if before and after:
        return ((" ".join(before), " ".join(after)),)
    return tuple(dict.fromkeys(_names(before or after, joined=True)))


def _names(words: Sequence[str], *, joined: bool) -> Iterator[tuple[str, ...]]:
    """The words as one name (where `joined`) and as two, however they can be parted."""
    if joined and words:
        yield (" ".join(words),)
    for cut in range(1, len(words)):
        left, right = _stripped(words[:cut]), _stripped(words[cut:])
        if left and right:
            yield (" ".join(left), " ".join(right))


def _stripped(words: Sequence[str]) -> tuple[str, ...]:
    """The words without those at both ends that name nothing."""
    shape = _shape()
    empty = shape.questions | shape.helpers | shape.fillers
    kept = [place for place, word in enumerate(words) if word not in empty]
    return tuple(words[kept[0] : kept[-1] + 1]) if kept else ()


def _ways(before: Sequence[str], after: Sequence[str], part: Part) -> tuple[Way, ...]:
    """Which way round is meant for a single name; both where the words leave it open."""
    shape, named_before = _shape(), bool(_stripped(before))
    last = next(iter(after), "")
    if part in ("doer", "done"):
        return ("in",) if part == "doer" else ("out",)
    if last in shape.before_source:
        return ("out",) if _stripped(after) else ("in",)
    asks_who = part == "verb" and not named_before and bool(shape.questions & set(before))
    if last in shape.before_target or asks_who:
        return ("in",)
    if named_before:
        return ("out",) if shape.questions & set(before) else ("out", "in")
    return BOTH


@cache
def _shape() -> _Shape:
    text = (files("graph.lexicon") / "asking_words.yml").read_text(encoding="utf-8")
    return _Shape.model_validate(yaml.safe_load(text))
