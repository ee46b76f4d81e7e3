"""Questions asked without Cypher: who does what to whom, when, how firmly; and the Cypher that asks it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import yaml

from graph.schema.schema import Schema
from graph.store.conditions import parameters, sifted
from graph.store.filter import EVERYTHING, Filter
from graph.store.statements import STORE, fill
from graph.store.written import written
from graph.wording import one_line

LONGEST_TITLE = 300


class Shape(StrEnum):
    """What an answer lists."""

    PAIRS = "pairs"
    SENTENCES = "sentences"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class End:
    """Whom a question is about on one side: one entity by its id, all of a type, or where both are None, anybody."""

    id: str | None = None
    type: str | None = None


ANYBODY = End()


@dataclass(frozen=True, slots=True)
class Question:
    """Which claims are asked for: from whom, to whom, and what `filter` asks of a claim; its types aren't looked at.

    `either` asks for those the other way round as well; of relations that hold both ways, they always are.
    """

    who: End = ANYBODY
    whom: End = ANYBODY
    filter: Filter = EVERYTHING
    either: bool = False
    shape: Shape = Shape.PAIRS


def compose(schema: Schema, question: Question, title: str) -> str:
    """The question in Cypher, its title in the first line: it needs no parameters, and runs wherever Cypher does.

    Columns by shape: who, relation, whom, claims, documents, latest, who_id, whom_id; reported_on, who, relation, whom,
    modality, sentence, publisher, title, claim; month (of the report, null where unknown), claims, documents.
    """
    straight = _claims(question, "SOURCE", "TARGET")
    back = _both_ways(schema, question)
    if back is None or back:
        turned = _claims(question, "TARGET", "SOURCE", both_ways=back, **_not_straight(question))
        parts = "\n  UNION\n".join(
            f"{_inner(each)}\n  RETURN who, claim, whom, document" for each in (straight, turned)
        )
        found = f"CALL () {{\n{parts}\n}}"
    else:
        found = straight
    return "\n".join([_comment(title), found, _parts()[question.shape]])


def _comment(title: str) -> str:
    # Cypher reads \\uXXXX before it looks for comments: an escaped line end would end this one
    return "// " + one_line(title, LONGEST_TITLE).replace("\\", "/")


def _both_ways(schema: Schema, question: Question) -> list[str] | None:
    """The relations that are asked for the other way round too; None for all."""
    if question.who == question.whom and question.who.id is None:
        return []  # the other way round are the same claims
    if question.either:
        return None
    asked = question.filter.relations or schema.relations
    return sorted(name for name in asked if name in schema.relations and schema.relations[name].symmetric)


def _not_straight(question: Question) -> dict[str, str | None]:
    """What the other way round leaves out, as it was found straight already: those whose ends fit either way."""
    if question.who.id or question.whom.id:
        return {}
    return {
        "whom_not": question.who.type if question.whom.type is None else None,
        "who_not": question.whom.type if question.who.type is None else None,
    }


def _claims(question: Question, start: str, end: str, **more: Any) -> str:
    values: dict[str, Any] = {
        "who": question.who.id,
        "whom": question.whom.id,
        "who_type": None if question.who.id else question.who.type,
        "whom_type": None if question.whom.id else question.whom.type,
        "who_not": None,
        "whom_not": None,
        "both_ways": None,
    }
    statement = sifted(fill(_parts()["claims"], FROM=start, TO=end), question.filter)
    return written(statement, parameters(question.filter) | values | more)


@cache
def _parts() -> dict[str, str]:
    return dict(yaml.safe_load((STORE / "questions.yml").read_text(encoding="utf-8")))


def _inner(statement: str) -> str:
    return "\n".join(f"  {line}" for line in statement.split("\n"))
