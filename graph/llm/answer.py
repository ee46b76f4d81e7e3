"""The form of a language model's answer: what it is asked to fill in, and how what comes back is read."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.records import Modality
from graph.schema.schema import Schema

_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)


class _Form(BaseModel):
    # A word too much does no harm; a number where its words were asked for is as good as they are.
    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class Named(_Form):
    """An entity as the model gives it: the words in the sentence, the fullest name in the text, and its type."""

    words: str
    type: str
    name: str | None = None


class Role(Named):
    """An entity in another part that a claim names."""

    role: str


class Said(_Form):
    """One claim as the model gives it; nothing of it is believed before it is found in the text."""

    sentence: str
    relation: str
    source: Named
    target: Named
    modality: Modality
    cue: str | None = None
    reported: bool = False
    speaker: str | None = None
    roles: tuple[Role, ...] = ()
    quantity: str | None = None
    value: str | None = None
    date: str | None = None


class BrokenAnswer(ValueError):  # noqa: N818 - the answer is broken, not we
    """An answer that is no JSON object with claims; its text says what is wrong with it."""


def read_items(text: str) -> list[object]:
    """The claims of an answer, unchecked. Raises BrokenAnswer where it isn't the JSON that was asked for.

    What stands around the JSON (a fence, a thought, a greeting) is left out.
    """
    text = _THOUGHT.sub("", text)
    begin, end = text.find("{"), text.rfind("}")
    if begin < 0 or end < begin:
        raise BrokenAnswer("it holds no JSON object")
    try:
        answer = json.loads(text[begin : end + 1])
    except (ValueError, RecursionError) as error:
        raise BrokenAnswer(str(error) or "it nests too deep") from error
    claims = answer.get("claims")
    if not isinstance(claims, list):
        raise BrokenAnswer('it has no list "claims"')
    return claims


def answer_form(schema: Schema) -> dict[str, Any]:
    """The JSON schema of an answer, for endpoints that can hold a model to one."""
    named = {"words": _TEXT, "name": _TEXT, "type": _one_of(schema.entities)}
    roles: dict[str, None] = {role: None for relation in schema.relations.values() for role in relation.roles}
    claim = {
        "sentence": _TEXT,
        "relation": _one_of(schema.relations),
        "cue": _TEXT,
        "source": _object(named),
        "target": _object(named),
        "modality": _one_of({modality.value: None for modality in schema.modalities}),
        "reported": {"type": "boolean"},
        "speaker": _MAYBE,
        "roles": {"type": "array", "items": _object({"role": _one_of(roles), **named})},
        "quantity": _MAYBE,
        "value": _MAYBE,
        "date": _MAYBE,
    }
    return _object({"claims": {"type": "array", "items": _object(claim)}})


_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}


def _one_of(names: Mapping[str, object]) -> dict[str, Any]:
    return {"type": "string", "enum": list(names)}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
