"""How groups of relations look: the colours of themes and natures, checked against the schema."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from graph.errors import SchemaError
from graph.schema.schema import Colour, load_schema


class Look(BaseModel):
    """What a group of relations is about, and its colour."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str
    colour: Colour


class Looks(BaseModel):
    """How each theme and each nature looks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    themes: dict[str, Look]
    natures: dict[str, Look]

    def of(self, grouping: str) -> dict[str, Look]:
        """The looks by "theme" or by "nature"."""
        return self.themes if grouping == "theme" else self.natures


@cache
def load_looks() -> Looks:
    """The looks as the file declares them. Raises SchemaError where a theme or a nature of the schema has none."""
    raw: Any = yaml.safe_load((files("app") / "themes.yml").read_text(encoding="utf-8"))
    looks = Looks.model_validate(raw)
    relations = load_schema().relations.values()
    missing = {relation.theme for relation in relations} - set(looks.themes)
    missing |= {relation.nature for relation in relations} - set(looks.natures)
    if missing:
        raise SchemaError(f"app/themes.yml lacks {', '.join(sorted(missing))}, which graph/schema/relations.yml names")
    return looks


def group_of(relation: str, grouping: str) -> str:
    """The theme or nature of a relation; "" for one that the schema doesn't have."""
    known = load_schema().relations.get(relation)
    if known is None:
        return ""
    return known.theme if grouping == "theme" else known.nature
