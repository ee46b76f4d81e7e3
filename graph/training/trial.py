"""How the regressions do on outlets that they haven't seen, scored like `entente score` does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp

from graph.extract.learnt.weights import Learnt
from graph.records import Extraction
from graph.schema.schema import Schema
from graph.score.compare import Outcome, compare
from graph.score.figures import Count
from graph.score.passages import Answer, Found, Pair, Said
from graph.training.examples import Example
from graph.training.fit import Regressions
from graph.training.lessons import Lesson

RULE, ALONE = "rule", "alone"
FLOOR = 0.05  # scores below this are not worth a trial


@dataclass(frozen=True, slots=True)
class Scored:
    """A relation of an example with its score from 0 to 1, and whether a rule claims it too."""

    example: Example
    relation: str
    score: float
    ruled: bool


def score_examples(examples: Iterable[Example], regressions: Regressions) -> list[Scored]:
    """The score of each relation that an example might have."""
    return [
        Scored(example, relation, _score(example, regressions[relation]), relation in example.ruled)
        for example in examples
        for relation in example.possible
    ]


def _score(example: Example, learnt: Learnt) -> float:
    total = learnt.bias + sum(learnt.weights.get(feature, 0.0) for feature in example.features)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def outcomes(
    lessons: Sequence[Lesson],
    extractions: Sequence[Extraction],
    scored: Iterable[Scored],
    accept: Callable[[Scored], bool],
    schema: Schema,
) -> list[Outcome]:
    """What the accepted ones come to, for the lessons that can be scored; each claim's rule is `rule` or `alone`."""
    claims: dict[int, list[Said]] = {n: [] for n in range(len(lessons))}
    for one in sorted(scored, key=lambda one: -one.score):
        if accept(one):
            claims[one.example.lesson].append(_said(one))
    return [
        compare(Pair(lesson.gold, Answer(id=lesson.id, entities=_found(extraction), claims=tuple(claims[n]))), schema)
        for n, (lesson, extraction) in enumerate(zip(lessons, extractions, strict=True))
        if lesson.gold is not None
    ]


def _said(one: Scored) -> Said:
    source, target = one.example.ends
    rule = RULE if one.ruled else ALONE
    return Said(relation=one.relation, source=source, target=target, confidence=one.score, rule=rule)


def _found(extraction: Extraction) -> tuple[Found, ...]:
    return tuple(
        Found(id=entity.id, type=entity.type, name=entity.name, aliases=entity.aliases)
        for entity in extraction.entities
    )


def count(found: Iterable[Outcome]) -> Count:
    """All outcomes in one count."""
    right, wrong, missed = (sum(part) for part in zip(*(outcome.counts for outcome in found), strict=True))
    return Count(right, wrong, missed)


def proven(found: Iterable[Outcome], rule: str) -> list[tuple[float, bool]]:
    """The score of each claim of that kind, and whether it was right."""
    return [
        (said.confidence or 0.0, right)
        for outcome in found
        for right, several in ((True, [said for _, said in outcome.right]), (False, outcome.wrong))
        for said in several
        if said.rule == rule
    ]
