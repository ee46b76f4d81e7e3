"""What each feature counts for, as learnt from annotated news: one logistic regression a relation, few weights each."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError

Step = tuple[float, float]


class Learnt(BaseModel):
    """One relation's regression: its bias and the features that count, by name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bias: float
    weights: Mapping[str, float]


class Weights(BaseModel):
    """weights.json: the regressions, from which score on they are trusted, and how often each score proved right.

    A rule's claim is kept from `keep` on; without a rule a claim is made from `claim` on: graph/training/fit.py
    says how these are chosen. `rule` and `alone` are the
    steps of both calibrations: from this score on, this share of the claims was right in passages of outlets that the
    regression had not seen.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    relations: Mapping[str, Learnt]
    keep: float
    claim: float
    rule: Sequence[Step]
    alone: Sequence[Step]

    def confidence(self, score: float, by_rule: bool) -> float:
        """How often claims with this score are right, by a rule or by the regression alone."""
        steps = self.rule if by_rule else self.alone
        return steps[max(0, bisect_right(steps, score, key=lambda step: step[0]) - 1)][1]


@cache
def load_weights() -> Weights:
    """The weights that come with the package. Raises SchemaError where the file isn't as it should be."""
    raw = (files("graph.extract.learnt") / "weights.json").read_text(encoding="utf-8")
    try:
        return Weights.model_validate_json(raw)
    except ValidationError as error:
        raise SchemaError(f"weights.json: {error}; `python -m graph.training` makes it anew") from error
