"""Whether claims are as sure as they say: how many of those said to be 0.9 sure are right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from graph.score.compare import Outcome

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Band:
    """The claims whose confidence lies from `low` to below `high`, or at 1 in the last band; both None: those without any.

    `said` is their mean confidence to three places, None where there are no such claims.
    """

    low: float | None
    high: float | None
    claims: int
    right: int
    said: float | None

    @property
    def share(self) -> float | None:
        """How many of them are right, to three places; None where there are none."""
        return round(self.right / self.claims, 3) if self.claims else None


def calibrate(outcomes: Sequence[Outcome]) -> tuple[Band, ...]:
    """The claims by their confidence, in bands; those without one last."""
    claims = [(said.confidence, True) for outcome in outcomes for _wanted, said in outcome.right]
    claims += [(said.confidence, False) for outcome in outcomes for said in outcome.wrong]
    sure = [(confidence, right) for confidence, right in claims if confidence is not None]
    unsure = [right for confidence, right in claims if confidence is None]
    bands = [
        _band(low, high, [claim for claim in sure if _lies(claim[0], low, high)]) for low, high in pairwise(BOUNDS)
    ]
    return (*bands, Band(None, None, len(unsure), sum(unsure), None))


def _lies(confidence: float, low: float, high: float) -> bool:
    return low <= confidence < high or confidence == high == BOUNDS[-1]


def _band(low: float, high: float, claims: Sequence[tuple[float, bool]]) -> Band:
    said = round(mean(confidence for confidence, _right in claims), 3) if claims else None
    return Band(low, high, len(claims), sum(right for _confidence, right in claims), said)
