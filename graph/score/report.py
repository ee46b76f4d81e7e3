"""A score as people and programs read it: tables, a page of errors, one JSON object."""

from collections.abc import Iterable, Iterator, Sequence

from graph.score.calibration import Band
from graph.score.compare import Outcome
from graph.score.figures import Count, Figures, Share
from graph.score.passages import Said, Wanted
from graph.wording import plural

Json = dict[str, object]


def to_json(figures: Figures) -> Json:
    """Everything that a score says, under the names that the annotators' own scorer gives it, and the bands besides."""
    return {
        "passages": figures.passages,
        "answered": figures.answered,
        "gold": figures.overall.wanted,
        "claims": figures.overall.right + figures.overall.wrong,
        "precision_recall_f1": _three(figures.overall),
        "f1_95ci": list(figures.interval),
        "modality_accuracy": figures.modality.value,
        "reversed": figures.reversed,
        "claims_on_empty_passages": "{} on {}".format(*figures.empty),
        "entity_recall_of_ends": figures.ends.value,
        "per_relation": {
            name: {"gold": count.wanted, "p_r_f1": _three(count)} for name, count in figures.relations.items()
        },
        "per_modality": {
            name: {"right_claims": share.whole, "accuracy": share.value} for name, share in figures.modalities.items()
        },
        "calibration": [_band_json(band) for band in figures.bands],
    }


def lines(figures: Figures) -> Iterator[str]:
    """The score as tables of plain text."""
    overall = figures.overall
    claims, empty = overall.right + overall.wrong, figures.empty
    read = f"{plural(figures.passages, 'passage')}, {figures.answered:,} answered"
    yield f"{read}; {plural(overall.wanted, 'relation')}, {plural(claims, 'claim')}"
    yield ""
    yield f"precision             {overall.precision:.3f}"
    yield f"recall                {overall.recall:.3f}"
    yield f"F1                    {overall.f1:.3f}  ({figures.interval[0]:.3f} to {figures.interval[1]:.3f} with 95 % certainty)"
    yield f"modality right        {_of(figures.modality)} right claims"
    yield f"reversed ends         {figures.reversed} of {claims} claims"
    yield f"on empty passages     {empty[0]} claims on {empty[1]} passages"
    yield f"ends of relations     {_of(figures.ends)} entities found with their type"
    yield ""
    yield f"{'relation':14} {'wanted':>6} {'claims':>6}  {'P':>5} {'R':>5} {'F1':>5}"
    for name, count in figures.relations.items():
        made = count.right + count.wrong
        yield f"{name:14} {count.wanted:6} {made:6}  {count.precision:5.2f} {count.recall:5.2f} {count.f1:5.2f}"
    yield ""
    yield "modality       of right claims"
    for name, share in figures.modalities.items():
        yield f"{name:14} {_of(share)}"
    yield ""
    yield f"{'confidence':14} {'claims':>6}  {'said':>5} {'right':>5}"
    for band in filter(lambda band: band.claims, figures.bands):
        yield f"{_range(band):14} {band.claims:6}  {_two(band.said)} {_two(band.share)}"


def error_lines(outcomes: Iterable[Outcome], most: int) -> Iterator[str]:
    """The first passages with errors, so many at most: what was missed, wrong, or right in another modality."""
    shown = 0
    for outcome in outcomes:
        if shown >= most:
            return
        if outcome.missed or outcome.wrong or outcome.misread:
            shown += 1
            yield from ("", f"{outcome.pair.passage.id}: {outcome.pair.passage.text}", *_errors(outcome))


def _errors(outcome: Outcome) -> Iterator[str]:
    for missed in outcome.missed:
        yield f"  missed    {_wanted(missed)}" + (f": {missed.evidence}" if missed.evidence else "")
    for wrong in outcome.wrong:
        yield f"  wrong     {_said(wrong, outcome)}: {wrong.sentence}"
    for missed, misread in outcome.misread:
        yield f"  modality  {_said(misread, outcome)}, wanted {missed.modality}: {misread.sentence}"


def _wanted(wanted: Wanted) -> str:
    return f"{wanted.source} {wanted.type} {wanted.target} [{wanted.modality}]"


def _said(said: Said, outcome: Outcome) -> str:
    names = {found.id: found.names[0] for found in outcome.pair.answer.entities}
    source, target = (names.get(end, end) for end in (said.source, said.target))
    sure = "" if said.confidence is None else f", {said.confidence:.2f} sure"
    return f"{source} {said.relation} {target} [{said.voice}] by {said.rule or 'no rule'}{sure}"


def _three(count: Count) -> list[float]:
    return [count.precision, count.recall, count.f1]


def _of(share: Share) -> str:
    return f"{share.value:.3f}  {share.part:,} of {share.whole:,}"


def _band_json(band: Band) -> Json:
    return {"from": band.low, "to": band.high, "claims": band.claims, "said": band.said, "right": band.share}


def _range(band: Band) -> str:
    return "not given" if band.low is None else f"{band.low:g} to {band.high:g}"


def _two(number: float | None) -> str:
    return "    -" if number is None else f"{number:5.2f}"


def page(figures: Figures, outcomes: Sequence[Outcome], errors: int) -> str:
    """The whole score with a page of so many passages with errors."""
    return "\n".join([*lines(figures), *error_lines(outcomes, errors)])
