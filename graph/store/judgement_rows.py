"""Judgements as rows of the store's ledger, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC
from typing import Any

from graph.records import Correction, Judgement, Modality, Verdict

CORRECTED = ("relation", "source", "target", "modality", "name")


def judgement_row(judgement: Judgement, place: int) -> dict[str, Any]:
    """A judgement's properties; `place` is its line in the ledger, from 1.

    Beside the subject stands what it is looked up by: `left` and `right` entity, `claim`, `document`.
    """
    corrected = asdict(judgement.correction) if judgement.correction else {}
    row = {
        "id": judgement.id,
        "place": place,
        "verdict": judgement.verdict.value,
        "subject": list(judgement.subject),
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "undoes": judgement.undoes,
        **_looked_up_by(judgement),
        **corrected,
        "modality": judgement.correction.modality.value
        if judgement.correction and judgement.correction.modality
        else None,
    }
    return {key: value for key, value in row.items() if value is not None}


def _looked_up_by(judgement: Judgement) -> dict[str, str | None]:
    subject, corrected = judgement.subject, judgement.correction
    if len(subject) == 2:
        return {"left": subject[0], "right": subject[1]}
    if len(subject) == 3:
        return {"left": subject[0], "document": subject[1], "right": subject[2]}
    ends = {"left": corrected.source, "right": corrected.target} if corrected else {}
    return ends | {"claim": subject[0]} if subject else ends


def read_judgement(row: Mapping[str, Any]) -> Judgement:
    """A judgement from its properties."""
    corrected = {key: row[key] for key in CORRECTED if key in row}
    if "modality" in corrected:
        corrected["modality"] = Modality(corrected["modality"])
    return Judgement(
        id=row["id"],
        verdict=Verdict(row["verdict"]),
        subject=tuple(row["subject"]),
        by=row["by"],
        at=row["at"].to_native().astimezone(UTC),
        why=row["why"],
        correction=Correction(**corrected) if corrected else None,
        undoes=row.get("undoes"),
    )
