"""What a language model is told: the words of prompt.yml, with the schema's own lists filled in."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError
from graph.llm.answer import Said
from graph.records import Document
from graph.schema.schema import Relation, load_schema

Messages = tuple[dict[str, str], ...]
LONGEST_ECHO = 4000  # characters of a broken answer that the model is shown again


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    relation: str
    mutual: str
    roles: str
    modality: str
    system: str
    passage: str
    repair: str
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prompt:
    """The messages that ask for the claims of a passage."""

    system: str
    passage: str
    repair: str

    def ask(self, document: Document, text: str) -> Messages:
        """Ask for the claims of a passage of the document."""
        published = document.published.isoformat() if document.published else "unknown"
        passage = _filled(self.passage, published=published, text=text)
        return {"role": "system", "content": self.system}, {"role": "user", "content": passage}

    def ask_again(self, messages: Messages, answer: str, trouble: str) -> Messages:
        """Ask for an answer that can be read, after one that couldn't."""
        return (
            *messages,
            {"role": "assistant", "content": answer[:LONGEST_ECHO]},
            {"role": "user", "content": _filled(self.repair, trouble=trouble)},
        )


@cache
def load_prompt() -> Prompt:
    """The prompt as its file and the schema make it. Raises SchemaError where the file is not as it should be."""
    raw = yaml.safe_load((files("graph.llm") / "prompt.yml").read_text(encoding="utf-8"))
    try:
        words = _Words.model_validate(raw)
        Said.model_validate(words.answer)
    except ValidationError as error:
        raise SchemaError(f"prompt.yml is not as it should be: {error}") from error
    schema = load_schema()
    types = [_filled(words.type, name=name, **entity.model_dump()) for name, entity in schema.entities.items()]
    relations = [_relation(words, name, relation) for name, relation in schema.relations.items()]
    modalities = [_filled(words.modality, name=name, says=style.says) for name, style in schema.modalities.items()]
    system = _filled(
        words.system,
        types="\n".join(types),
        relations="\n".join(relations),
        modalities="\n".join(modalities),
        answer=json.dumps(words.answer, ensure_ascii=False),
    )
    return Prompt(system, words.passage, words.repair)


def _relation(words: _Words, name: str, relation: Relation) -> str:
    return _filled(
        words.relation,
        name=name,
        source="|".join(relation.source),
        target="|".join(relation.target),
        says=relation.says,
        mutual=words.mutual if relation.symmetric else "",
        roles=_filled(words.roles, roles=", ".join(relation.roles)) if relation.roles else "",
        example=relation.example,
    )


def _filled(text: str, /, **values: object) -> str:
    """The text with each {name} replaced once; other braces (it speaks of JSON) stay, and so do those in the values."""
    names = "|".join(values)
    return re.sub(rf"\{{({names})\}}", lambda found: str(values[found[1]]), text)
