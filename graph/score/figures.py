"""The figures of a score: precision, recall, F1 and what else says how far claims can be trusted."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.schema.schema import load_schema
from graph.score.calibration import Band, calibrate
from graph.score.compare import Outcome, compare, count_ends
from graph.score.passages import Answer, Passage, pair

SAMPLES = 1000  # of the passages, with replacement: their F1 scores give the interval
LOW, HIGH = 25, 974  # the samples that 95 % of them lie between
SEED = 7


@dataclass(frozen=True, slots=True)
class Count:
    """Right and wrong claims and missed relations, and the shares that follow, to three places; 0 where there are none."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """How many of the claims are right."""
        return round(_share(self.right, self.right + self.wrong), 3)

    @property
    def recall(self) -> float:
        """How many of the relations were found."""
        return round(_share(self.right, self.right + self.missed), 3)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        precision, recall = _share(self.right, self.right + self.wrong), _share(self.right, self.right + self.missed)
        return round(_share(2 * precision * recall, precision + recall), 3)

    @property
    def wanted(self) -> int:
        """How many relations there are to find."""
        return self.right + self.missed


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """The share to three places; 0 of nothing."""
        return round(_share(self.part, self.whole), 3)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that a score says. `interval` is where F1 lies with 95 % certainty, other passages being drawn.

    `modality` counts right claims with the right modality, `modalities` the same by the modality that was wanted;
    `reversed` the claims that have their ends swapped; `empty` the claims on passages that hold no relation, and how
    many such passages there are; `ends` the entities at the ends of relations that were found. `bands` tells how often
    claims of each confidence are right.
    """

    passages: int
    answered: int
    overall: Count
    interval: tuple[float, float]
    relations: dict[str, Count]
    modality: Share
    modalities: dict[str, Share]
    reversed: int
    empty: tuple[int, int]
    ends: Share
    bands: tuple[Band, ...]


def score(passages: list[Passage], answers: list[Answer]) -> tuple[Figures, list[Outcome]]:
    """The figures of what was extracted from annotated passages, and how each passage came out."""
    schema = load_schema()
    outcomes = [compare(each, schema) for each in pair(passages, answers)]
    return _figures(outcomes), outcomes


def _figures(outcomes: list[Outcome]) -> Figures:
    empty = [len(outcome.wrong) for outcome in outcomes if not outcome.pair.passage.relations]
    ends = [count_ends(outcome.pair) for outcome in outcomes]
    return Figures(
        passages=len(outcomes),
        answered=sum(outcome.pair.answered for outcome in outcomes),
        overall=_total(outcome.counts for outcome in outcomes),
        interval=_interval([outcome.counts for outcome in outcomes]),
        relations=by_relation(outcomes),
        modality=_modality(outcomes),
        modalities=_by_modality(outcomes),
        reversed=sum(outcome.reversed for outcome in outcomes),
        empty=(sum(empty), len(empty)),
        ends=Share(sum(found for found, _wanted in ends), sum(wanted for _found, wanted in ends)),
        bands=calibrate(outcomes),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _total(counts: Iterable[tuple[int, int, int]]) -> Count:
    return Count(*(sum(column) for column in zip(*counts, strict=True)))


def _interval(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float]:
    rng = random.Random(SEED)
    scores = sorted(_total(rng.choices(counts, k=len(counts))).f1 for _ in range(SAMPLES))
    return scores[LOW], scores[HIGH]


def by_relation(outcomes: Sequence[Outcome]) -> dict[str, Count]:
    """The count of each relation that was wanted or said."""
    right = Counter(wanted.type for outcome in outcomes for wanted, _said in outcome.right)
    wrong = Counter(said.relation for outcome in outcomes for said in outcome.wrong)
    missed = Counter(wanted.type for outcome in outcomes for wanted in outcome.missed)
    return {name: Count(right[name], wrong[name], missed[name]) for name in sorted(right | wrong | missed)}


def _modality(outcomes: list[Outcome]) -> Share:
    right = sum(len(outcome.right) for outcome in outcomes)
    return Share(right - sum(len(outcome.misread) for outcome in outcomes), right)


def _by_modality(outcomes: list[Outcome]) -> dict[str, Share]:
    whole = Counter(wanted.modality for outcome in outcomes for wanted, _said in outcome.right)
    misread = Counter(wanted.modality for outcome in outcomes for wanted, _said in outcome.misread)
    return {name: Share(number - misread[name], number) for name, number in sorted(whole.items())}
