"""Words in names that tell less than others, and words that tell two names apart, as `words.yml` lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError

SLIPPED = 7  # letters of a word in which a slip leaves no doubt which word it is
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

    `marks` gives each word the first of its kind ("northern": "north"), `spellings` each variant its usual spelling,
    slips of the longer words included ("technollogies").
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
    spellings = {variant: word for word, variants in listed.spellings.items() for variant in variants}
    marks = {word: kind[0] for kind in listed.marks for word in kind}
    catalogues = (*listed.forms.values(), *listed.fields.values(), marks, spellings)
    usual = {word for words in catalogues for word in words}
    slips = {slip: spellings.get(word, word) for word in sorted(usual) for slip in _slips(word) - usual}
    return Words(
        frozenset(listed.joints),
        {type_: frozenset(words) for type_, words in listed.forms.items()},
        {type_: frozenset(words) for type_, words in listed.fields.items()},
        marks,
        slips | spellings,
    )


def _slips(word: str) -> set[str]:
    """How a long word is written with one letter too few, or one twice."""
    if len(word) < SLIPPED:
        return set()
    left_out = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    return left_out | {word[:at] + word[at] + word[at:] for at in range(1, len(word))}
