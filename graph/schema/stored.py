"""How the store holds what the schema says, for those who ask it by themselves: labels, links, properties, examples."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import SchemaError


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Strict):
    """A kind of node: what it is, what each property means, and a query that asks for it."""

    says: str
    properties: dict[str, str]
    ask: str


class Link(_Strict):
    """A kind of relationship that is no relation of the schema: from which label to which, and what it says."""

    start: str = Field(alias="from")
    end: str = Field(alias="to")
    says: str


class Edges(_Strict):
    """What every edge of a relation has; `ask` are queries with `__RELATION__` and `__PHRASE__` to fill in."""

    says: str
    properties: dict[str, str]
    ask: tuple[str, ...]


class Stored(_Strict):
    """The store, described; `picture` is where a picture of it has each type and label."""

    labels: dict[str, Label]
    links: dict[str, Link]
    edges: Edges
    picture: dict[str, tuple[float, float]]


@cache
def load_stored() -> Stored:
    """The store as the file describes it. Raises SchemaError naming what is wrong in it."""
    raw = yaml.safe_load((files("graph.schema") / "stored.yml").read_text(encoding="utf-8"))
    try:
        return Stored.model_validate(raw)
    except ValidationError as error:
        raise SchemaError(f"stored.yml can't be read: {error}") from error
