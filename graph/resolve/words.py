"""Words in names that tell less than others, and words that tell two names apart, as `words.yml` lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError

_Names = tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    joints: _Names
    forms: dict[str, _Names]
    fields: dict[str, _Names]
    marks: tuple[_Names, ...]
    spellings: dict[str, _Names]


@dataclass(frozen=True, slots=True)
class Words:
    """`joints` never count, `forms` and `fields` (by type) count little, `marks` count like numbers.

    `marks` gives each word the first of its kind ("northern": "north"), `spellings` each variant its usual spelling.
    """

    joints: frozenset[str]
    forms: Mapping[str, frozenset[str]]
    fields: Mapping[str, frozenset[str]]
    marks: Mapping[str, str]
    spellings: Mapping[str, str]


@cache
def load_words() -> Words:
    """The words as the file lists them. Raises SchemaError."""
    raw = yaml.safe_load((files("graph.resolve") / "words.yml").read_text(encoding="utf-8"))
    try:
        listed = _File.model_validate(raw)
    except ValidationError as error:
        raise SchemaError(f"resolve/words.yml is not as it should be: {error}") from error
    return Words(
        frozenset(listed.joints),
        {type_: frozenset(words) for type_, words in listed.forms.items()},
        {type_: frozenset(words) for type_, words in listed.fields.items()},
        {word: kind[0] for kind in listed.marks for word in kind},
        {variant: word for word, variants in listed.spellings.items() for variant in variants},
    )
