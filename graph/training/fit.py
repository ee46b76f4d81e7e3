"""One sparse logistic regression a relation (L1: of a hundred thousand features a few thousand count, and can be read)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from graph.extract.learnt.weights import Learnt, Step
from graph.training.examples import Example

SEEN = 4  # examples in which a feature must occur to be learnt from
STRENGTH = 0.5  # liblinear's C: the larger, the more features count
DIGITS = 3
HALF = 0.5  # without a rule, what is more likely wrong than right is not claimed
DOUBT = 0.4  # a rule's claim, which a reader can look up, falls only where it is wrong clearly more often than right
NEVER = -10.0  # the bias of a relation of which no example was seen

Regressions = Mapping[str, Learnt]


def fit(examples: Sequence[Example], relations: Iterable[str]) -> Regressions:
    """The regression of each relation. The same examples in the same order always give the same numbers."""
    counts = Counter(feature for example in examples for feature in example.features)
    names = sorted(feature for feature, count in counts.items() if count >= SEEN)
    matrix = _matrix(examples, {feature: n for n, feature in enumerate(names)})
    return {relation: _fit_one(relation, examples, matrix, names) for relation in sorted(relations)}


def _matrix(examples: Sequence[Example], columns: Mapping[str, int]) -> csr_matrix:
    rows = [sorted(columns[feature] for feature in example.features if feature in columns) for example in examples]
    starts = np.cumsum([0, *map(len, rows)])
    indices = np.fromiter((column for row in rows for column in row), dtype=np.int32, count=int(starts[-1]))
    return csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(rows), len(columns)))


def _fit_one(relation: str, examples: Sequence[Example], matrix: csr_matrix, names: Sequence[str]) -> Learnt:
    rows = [n for n, example in enumerate(examples) if relation in example.possible and relation not in example.unsure]
    answers = np.array([relation in examples[n].told for n in rows], dtype=bool)
    if answers.all() or not answers.any():
        return Learnt(bias=NEVER, weights={})  # nothing to tell apart: rules only
    model = LogisticRegression(C=STRENGTH, l1_ratio=1.0, solver="liblinear", random_state=0, max_iter=300)
    model.fit(matrix[rows], answers)
    weights = {names[n]: round(float(model.coef_[0, n]), DIGITS) for n in np.flatnonzero(model.coef_[0]).tolist()}
    return Learnt(bias=round(float(model.intercept_[0]), DIGITS), weights={k: w for k, w in weights.items() if w})


def folds_by_outlet(outlets: Sequence[str], folds: int) -> list[int]:
    """Which fold each lesson is in: all of an outlet in one, the largest outlets dealt out first."""
    sizes = [0] * folds
    dealt: dict[str, int] = {}
    for outlet, count in sorted(Counter(outlets).items(), key=lambda one: (-one[1], one[0])):
        dealt[outlet] = sizes.index(min(sizes))
        sizes[dealt[outlet]] += count
    return [dealt[outlet] for outlet in outlets]


def calibrate(scored: Sequence[tuple[float, bool]]) -> tuple[Step, ...]:
    """Steps from score to the share that was right, never falling (isotonic regression), two decimals."""
    model = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip")
    scores = np.array([score for score, _ in scored])
    shares = model.fit_transform(scores, np.array([right for _, right in scored], dtype=float))
    steps: list[Step] = []
    for score, share in sorted(zip(scores.tolist(), np.round(shares, 2).tolist(), strict=True)):
        if not steps or share > steps[-1][1]:
            steps.append((round(score, DIGITS), share))
    return tuple(steps)


def reaching(share: float, steps: Sequence[Step]) -> float:
    """The score from which on at least this share of the claims was right; 1 where it never is."""
    return next((score for score, right in steps if right >= share), 1.0)
