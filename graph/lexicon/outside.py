"""What others call the lexicon's entries: Wikidata's items, and ISO's codes for states and territories."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from graph.errors import SchemaError

WIKIDATA = "http://www.wikidata.org/entity/"  # as Wikidata itself writes the addresses of its items, without the s
ITEM = r"^Q[1-9]\d*$"


class Outside(BaseModel):
    """What one entry is called elsewhere: its item on Wikidata, its codes in ISO 3166-1 (alpha-2, alpha-3)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wikidata: str = Field(pattern=ITEM)
    iso: tuple[str, ...] = ()


@cache
def load_outside() -> Mapping[str, Outside]:
    """Names elsewhere by the ids of entries. Raises SchemaError."""
    text = (files("graph.lexicon") / "outside.yml").read_text(encoding="utf-8")
    try:
        return TypeAdapter(dict[str, Outside]).validate_python(yaml.safe_load(text))
    except ValidationError as error:
        raise SchemaError(f"lexicon file outside.yml is not as it should be: {error}") from error


def find_addresses(entry: str) -> tuple[str, ...]:
    """The addresses of an entry's counterparts elsewhere; none where none is certain."""
    outside = load_outside().get(entry)
    return (WIKIDATA + outside.wikidata,) if outside else ()


def find_codes(entry: str) -> tuple[str, ...]:
    """The codes of a state or territory in ISO 3166-1, alpha-2 and alpha-3; none for anything else."""
    outside = load_outside().get(entry)
    return outside.iso if outside else ()


@cache
def country_codes() -> Mapping[str, str]:
    """ISO's codes of states, both kinds, as alpha-3: "MA" and "MAR" are "MAR"."""
    return {code: entry for entry, outside in load_outside().items() if ":" not in entry for code in outside.iso}
