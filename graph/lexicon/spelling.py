"""Other spellings, by which a name is linked though texts are not searched for them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from graph.errors import SchemaError

Rows = tuple[tuple[str, ...], ...]


class Spellings(BaseModel):
    """`words`: by type, or for any, words of which the first stands for all. `names`: by type, names of one entity.

    The first of a row of names is the lexicon's where the lexicon has it. `nicknames` only adorn a designation.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: dict[str, Rows]
    names: dict[str, Rows]
    nicknames: frozenset[str]


@cache
def load_spellings() -> Spellings:
    """The spellings as the file declares them. Raises SchemaError."""
    text = (files("graph.lexicon") / "spellings.yml").read_text(encoding="utf-8")
    try:
        return TypeAdapter(Spellings).validate_python(yaml.safe_load(text))
    except ValidationError as error:
        raise SchemaError(f"lexicon file spellings.yml is not as it should be: {error}") from error


@cache
def load_words(type_: str) -> Mapping[str, str]:
    """For each word of that type's names that is spelled in several ways, the spelling that stands for all."""
    rows = [*load_spellings().words.get("any", ()), *load_spellings().words.get(type_, ())]
    return {word: first for first, *others in rows for word in others}
