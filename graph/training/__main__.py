"""Learn the weights anew: reads annotated passages, tries them outlet by outlet, writes weights.json."""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.extract.learnt.weights import Step, Weights
from graph.records import Extraction
from graph.schema.schema import load_schema
from graph.score.figures import by_relation
from graph.training.examples import Example, read_examples
from graph.training.fit import DOUBT, HALF, Regressions, calibrate, fit, folds_by_outlet, reaching
from graph.training.lessons import Lesson, read_annotations, read_gold
from graph.training.trial import ALONE, FLOOR, RULE, Scored, count, outcomes, proven, score_examples

OUT = Path("graph/extract/learnt/weights.json")
FOLDS = 5
KEEP = (0.0, 0.02, 0.05, 0.1, 0.2)
CLAIM = (0.4, 0.5, 0.6, 0.65, 0.7, 0.8)


def main() -> None:
    """Read, try, fit, write; what is going on is said as it goes."""
    chosen = _arguments()
    lessons = [lesson for path in chosen.gold for lesson in read_gold(path)]
    lessons += list(read_annotations(chosen.corpus)) if chosen.corpus else []
    print(f"{len(lessons)} passages, {sum(len(lesson.told) for lesson in lessons)} relations")
    extractions, examples = _read(lessons)
    print(f"{len(examples)} examples; trying {FOLDS} times on outlets that weren't learnt from")
    scored = _cross_validated(lessons, examples)
    rule, alone = _try(lessons, extractions, scored)
    weights = Weights(
        relations=_fit(examples), keep=reaching(DOUBT, rule), claim=reaching(HALF, alone), rule=rule, alone=alone
    )
    _tell_relations(lessons, extractions, scored, weights)
    chosen.out.write_text(json.dumps(weights.model_dump(), ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    print(f"{sum(len(learnt.weights) for learnt in weights.relations.values())} weights -> {chosen.out}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m graph.training", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="annotated passages with their text, JSON lines")
    parser.add_argument("--corpus", type=Path, help="articles in which annotations.jsonl marks passages, news.jsonl.gz")
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args()


def _read(lessons: Sequence[Lesson]) -> tuple[list[Extraction], list[Example]]:
    extractions: list[Extraction] = []
    examples: list[Example] = []
    for extraction, found in read_examples(lessons):
        extractions.append(extraction)
        examples += found
        if len(extractions) % 1000 == 0:
            print(f"  {len(extractions)} read", flush=True)
    return extractions, examples


def _fit(examples: Sequence[Example]) -> Regressions:
    return fit(examples, load_schema().relations)


def _cross_validated(lessons: Sequence[Lesson], examples: Sequence[Example]) -> list[Scored]:
    """Each example's scores by regressions that saw nothing of its outlet."""
    folds = folds_by_outlet([lesson.outlet for lesson in lessons], FOLDS)
    scored: list[Scored] = []
    for fold in range(FOLDS):
        regressions = _fit([example for example in examples if folds[example.lesson] != fold])
        scored += score_examples((example for example in examples if folds[example.lesson] == fold), regressions)
        print(f"  fold {fold + 1} of {FOLDS}", flush=True)
    return scored


def _try(
    lessons: Sequence[Lesson], extractions: Sequence[Extraction], scored: list[Scored]
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Print what each way of joining rules and regressions comes to; the calibration of both kinds of claims."""

    def tell(name: str, accept: Callable[[Scored], bool]) -> None:
        total = count(outcomes(lessons, extractions, scored, accept, load_schema()))
        print(f"  {name:34} P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}", flush=True)

    tell("rules alone", lambda one: one.ruled)
    tell("regressions alone", lambda one: one.score >= HALF)
    for low in KEEP:
        for high in CLAIM:
            tell(f"rules from {low}, others from {high}", _joined(low, high))
    likely = outcomes(lessons, extractions, scored, lambda one: one.ruled or one.score >= FLOOR, load_schema())
    return calibrate(proven(likely, RULE)), calibrate(proven(likely, ALONE))


def _tell_relations(
    lessons: Sequence[Lesson], extractions: Sequence[Extraction], scored: list[Scored], weights: Weights
) -> None:
    accept = _joined(weights.keep, weights.claim)
    chosen = outcomes(lessons, extractions, scored, accept, load_schema())
    total = count(chosen)
    print(f"rules from {weights.keep}, others from {weights.claim}: P {total.precision} R {total.recall} F1 {total.f1}")
    for name, one in by_relation(chosen).items():
        print(f"  {name:14} {one.wanted:4}  P {one.precision:.2f} R {one.recall:.2f} F1 {one.f1:.2f}")


def _joined(low: float, high: float) -> Callable[[Scored], bool]:
    return lambda one: one.score >= (low if one.ruled else high)


if __name__ == "__main__":
    main()
