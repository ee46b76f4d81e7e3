"""Annotated passages and what was extracted from them, read from JSON lines."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SourceError
from graph.export.jsonl import to_line
from graph.records import Extraction


class _Row(BaseModel):
    # Annotators and extractors note more than scoring asks for.
    model_config = ConfigDict(extra="ignore", frozen=True)


class Thing(_Row):
    """An entity as a careful reader names it: `id` is its name."""

    id: str
    type: str


class Properties(_Row):
    """What is noted about a relation beside its ends: `mutual` where it holds both ways round."""

    mutual: bool | None = None


class Wanted(_Row):
    """A relation that a careful reader found; `modality` is one of the schema's, or "reported"."""

    type: str
    source: str
    target: str
    modality: str
    evidence: str = ""
    properties: Properties | None = None

    @property
    def mutual(self) -> bool:
        """Whether the reader noted that it holds both ways round."""
        return bool(self.properties and self.properties.mutual)


class Passage(_Row):
    """A text and everything that a careful reader found in it."""

    id: str
    text: str
    entities: tuple[Thing, ...]
    relations: tuple[Wanted, ...]


class Found(_Row):
    """An entity as it was extracted."""

    id: str
    type: str
    name: str | None = None
    aliases: tuple[str, ...] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name or self.id, *(self.aliases or ()))


class Said(_Row):
    """A claim as it was extracted; its ends are ids of entities. `confidence` is None where none was given."""

    relation: str
    source: str
    target: str
    modality: str = "asserted"
    reported: bool = False
    confidence: float | None = None
    rule: str = ""
    sentence: str = ""

    @property
    def voice(self) -> str:
        """The modality in one word, as readers note it: denied, possible and expected before reported before asserted."""
        if self.modality in ("denied", "possible", "expected", "reported"):
            return self.modality
        return "reported" if self.reported else "asserted"


class Answer(_Row):
    """What was extracted from one passage, told by its `id`."""

    id: str
    entities: tuple[Found, ...] = ()
    claims: tuple[Said, ...] = ()


Row = TypeVar("Row", bound=_Row)


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage beside what was extracted from it; `answered` is false where nothing was handed in for it."""

    passage: Passage
    answer: Answer
    answered: bool = True


def read_passages(path: Path) -> list[Passage]:
    """The annotated passages of a file. Raises SourceError, naming the line, where it holds anything else, or none."""
    passages = list(_read_rows(path, Passage, "a passage with id, text, entities and relations"))
    if not passages:
        raise SourceError(f"{path}: the file is empty; wanted annotated passages, one JSON object a line")
    return passages


def read_answers(path: Path) -> list[Answer]:
    """What was extracted, as `entente extract --format jsonl` writes it. Raises SourceError as read_passages does."""
    return list(_read_rows(path, Answer, "a line of `entente extract --format jsonl`"))


def to_answer(extraction: Extraction) -> Answer:
    """What was extracted just now, as if it had been written and read again."""
    return Answer.model_validate_json(to_line(extraction))


def pair(passages: list[Passage], answers: list[Answer]) -> list[Pair]:
    """Each passage with its answer, by id; of several answers to one passage the last counts."""
    by_id = {answer.id: answer for answer in answers}
    return [Pair(passage, by_id.get(passage.id, Answer(id=passage.id)), passage.id in by_id) for passage in passages]


def _read_rows(path: Path, kind: type[Row], wanted: str) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _read_row(line, kind, f"{path} line {number}: wanted {wanted}")
    except OSError as error:
        raise SourceError(f"{path}: can't be read ({error.strerror or type(error).__name__})") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8 text; save the file as UTF-8") from error


def _read_row(line: str, kind: type[Row], wanted: str) -> Row:
    try:
        return kind.model_validate(json.loads(line))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"]) or "the line"
        raise SourceError(f"{wanted}; {where}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{wanted}; found broken JSON") from error
