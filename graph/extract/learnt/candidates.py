"""Pairs of things named in one sentence between which the schema allows a relation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.annotation import Annotation
from graph.extract.arguments import Argument
from graph.extract.sentences import Sentence, Word
from graph.schema.schema import load_schema

MOST = 40  # things named in one sentence: a longer list is a table, and pairs grow with its square
OVERLAP = 5  # words added to the way between mentions that overlap: "US" and "US Army" are poor company


@dataclass(frozen=True, slots=True)
class Place:
    """One mention in its sentence: the argument it makes, and its first and last word, counted within the sentence."""

    argument: Argument
    first: int
    last: int

    @property
    def head(self) -> Word:
        """The word by which the mention hangs in the sentence."""
        return self.argument.word


@dataclass(frozen=True, slots=True)
class Way:
    """How two words hang together: from the one up to their common governor `top`, and down to the other."""

    up: tuple[Word, ...]
    top: Word
    down: tuple[Word, ...]

    @property
    def inner(self) -> list[Word]:
        """The words between the two ends, in order of the way."""
        return [*self.up[1:], self.top, *self.down[:-1]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source and a target in the sentence, and the way between them; None where the parse leaves them apart."""

    sentence: Sentence
    source: Place
    target: Place
    way: Way | None

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of both entities."""
        return self.source.argument.entity.id, self.target.argument.entity.id

    @property
    def types(self) -> tuple[str, str]:
        """The types of both entities."""
        return self.source.argument.entity.type, self.target.argument.entity.type


class Pairs:
    """The candidates of one document, sentence by sentence."""

    def __init__(self, annotation: Annotation, sentences: Sequence[Sentence]) -> None:
        self._relations, self._symmetric = _by_types(), _symmetric()
        self._places = _places(annotation, sentences)

    def places(self, sentence: Sentence) -> Sequence[Place]:
        """What the sentence names, in text order; nothing where it names too much to be prose."""
        found = self._places.get(sentence.index, [])
        return found if len({place.argument.entity.id for place in found}) <= MOST else ()

    def relations_of(self, candidate: Candidate) -> list[str]:
        """The relations that may hold from source to target; symmetric ones only in the order of the text."""
        in_order = candidate.source.first <= candidate.target.first
        return [name for name in self._relations[candidate.types] if in_order or name not in self._symmetric]

    def of(self, sentence: Sentence) -> Iterator[Candidate]:
        """For each ordered pair of entities that a relation may join, their nearest mentions."""
        mentioned: dict[str, list[Place]] = defaultdict(list)
        for place in self.places(sentence):
            mentioned[place.argument.entity.id].append(place)
        for source, sources in mentioned.items():
            for target, targets in mentioned.items():
                types = sources[0].argument.entity.type, targets[0].argument.entity.type
                if source != target and types in self._relations:
                    yield _nearest(sentence, sources, targets)


@cache
def _symmetric() -> frozenset[str]:
    return frozenset(name for name, relation in load_schema().relations.items() if relation.symmetric)


@cache
def _by_types() -> Mapping[tuple[str, str], Sequence[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, relation in load_schema().relations.items():
        for source in relation.source:
            for target in relation.target:
                found[source, target].append(name)
    return dict(found)


def _places(annotation: Annotation, sentences: Sequence[Sentence]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = defaultdict(list)
    ahead = iter(sentences)
    sentence = next(ahead, None)
    for mention in annotation.mentions:
        while sentence is not None and sentence.words[-1].end <= mention.start:
            sentence = next(ahead, None)
        if sentence is None:
            break
        inside = [(n, word) for n, word in enumerate(sentence.words) if word.start < mention.end > word.end - 1]
        inside = [(n, word) for n, word in inside if word.end > mention.start]
        if inside:
            words = [word for _, word in inside]
            head = next((word for word in words if word.head is None or word.head not in words), words[-1])
            argument = Argument(mention, annotation.entities[mention.entity], head)
            found[sentence.index].append(Place(argument, inside[0][0], inside[-1][0]))
    return found


def _nearest(sentence: Sentence, sources: Sequence[Place], targets: Sequence[Place]) -> Candidate:
    best: tuple[float, Place, Place, Way | None] | None = None
    for source in sources:
        for target in targets:
            way = _way(source.head, target.head)
            length = len(way.up) + len(way.down) if way else len(sentence.words)
            apart = source.last < target.first or target.last < source.first
            cost = length + (0 if apart else OVERLAP) + abs(source.first - target.first) / 20
            if best is None or cost < best[0]:
                best = cost, source, target, way
    assert best is not None, "entities are listed with their mentions"
    return Candidate(sentence, *best[1:])


def _way(one: Word, other: Word) -> Way | None:
    up = [one, *one.ancestors()]
    down = [other, *other.ancestors()]
    for n, word in enumerate(up):
        if word in down:
            return Way(tuple(up[:n]), word, tuple(reversed(down[: down.index(word)])))
    return None
