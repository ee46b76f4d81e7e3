"""What people type for a relation: "buys", "suppliers of", "co-production"."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from graph.errors import SchemaError
from graph.schema.schema import load_schema

Part = Literal["verb", "doer", "done", "noun"]
Means = tuple[str, Part]  # a relation, and what the words are in it
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


def split_words(text: str) -> tuple[str, ...]:
    """The words of what was typed, in lower case; hyphens part them."""
    return tuple(_WORD.findall(text.lower()))


@cache
def load_relation_words() -> Mapping[tuple[str, ...], tuple[Means, ...]]:
    """By the words of each phrase the relations it may mean. Raises SchemaError where the file is not as it should be."""
    text = (files("graph.lexicon") / "relation_words.yml").read_text(encoding="utf-8")
    try:
        read = TypeAdapter(dict[str, _Words]).validate_python(yaml.safe_load(text))
    except ValidationError as error:
        raise SchemaError(f"lexicon file relation_words.yml is not as it should be: {error}") from error
    if read.keys() != load_schema().relations.keys():
        differ = sorted(read.keys() ^ load_schema().relations.keys())
        raise SchemaError(f"relation_words.yml and the schema's relations differ in {', '.join(differ)}")
    return _by_phrase(read)


def _by_phrase(read: Mapping[str, _Words]) -> Mapping[tuple[str, ...], tuple[Means, ...]]:
    found: dict[tuple[str, ...], tuple[Means, ...]] = {}
    for relation, words in read.items():
        parts: dict[Part, tuple[str, ...]] = {
            "verb": (*words.verbs, relation),
            "doer": words.doers,
            "done": words.done,
            "noun": words.nouns,
        }
        for part, phrases in parts.items():
            for phrase in phrases:
                key = split_words(phrase.replace("_", " "))
                found[key] = (*found.get(key, ()), (relation, part))
    return found
