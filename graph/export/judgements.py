"""Judgements as JSON lines, one a line, to keep, to share and to read again."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import JudgementError
from graph.records import Correction, Judgement, Modality, Verdict
from graph.wording import json_text

LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)  # a judgement after it couldn't be dated
Id = Annotated[str, Field(max_length=1000)]  # a longer one can't be looked up in the store


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Correction(_Strict):
    relation: str | None = None
    source: Id | None = None
    target: Id | None = None
    modality: Modality | None = None
    name: str | None = None


class _Line(_Strict):
    id: Id
    verdict: Verdict
    subject: tuple[Id, ...]
    by: str
    at: datetime
    why: str = ""
    correction: _Correction | None = None
    undoes: Id | None = None


def judgement_to_line(judgement: Judgement) -> str:
    """A judgement as one line of JSON, without its line end; what it doesn't say is left out."""
    said = asdict(judgement) | {"at": judgement.at.isoformat()}
    if judgement.correction:
        said["correction"] = {key: value for key, value in asdict(judgement.correction).items() if value is not None}
    return json_text({key: value for key, value in said.items() if value not in (None, "")})


def read_judgements(lines: Iterable[str]) -> Iterator[Judgement | JudgementError]:
    """The judgements of such lines, empty ones left out; a line that holds none gives an error that says its number."""
    for number, line in enumerate(lines, 1):
        if line := line.removeprefix("\ufeff").strip():
            try:
                yield _read(_Line.model_validate_json(line))
            except OverflowError:
                yield JudgementError(f"line {number} is no judgement: at: no day on which people judge")
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(part) for part in first["loc"])
                yield JudgementError(f"line {number} is no judgement: {where + ': ' if where else ''}{first['msg']}")


def _read(line: _Line) -> Judgement:
    at = (line.at if line.at.tzinfo else line.at.replace(tzinfo=UTC)).astimezone(UTC)
    if at > LAST:
        raise OverflowError
    correction = Correction(**line.correction.model_dump()) if line.correction else None
    return Judgement(line.id, line.verdict, line.subject, line.by, at, line.why, correction, line.undoes)
