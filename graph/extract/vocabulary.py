"""Word lists that the extractor needs beside the relation table, read from the files beside this one and checked."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError

FILES = ("nouns.yml", "prepositions.yml", "verbs.yml")


class Vocabulary(BaseModel):
    """Sets of lemmas by what they do in a sentence; the files say what each is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    light: frozenset[str]
    containers: frozenset[str]
    officials: frozenset[str]
    office_topics: frozenset[str]
    regions: frozenset[str]
    object_control: frozenset[str]
    attitudes: frozenset[str]
    saying: frozenset[str]
    giving: frozenset[str]
    prepositions: frozenset[str]
    movable: frozenset[str]


@cache
def load_vocabulary() -> Vocabulary:
    """The lists as the files declare them. Raises SchemaError for a list that is unknown or missing."""
    raw: dict[str, object] = {}
    for name in FILES:
        raw |= yaml.safe_load((files("graph.extract") / name).read_text(encoding="utf-8"))
    try:
        return Vocabulary.model_validate(raw)
    except ValidationError as error:
        raise SchemaError(f"{', '.join(FILES)}: {error}") from error
