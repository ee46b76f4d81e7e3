"""What can be said: entity types, relations and modalities, read from the files beside this one and checked.

The extractor, the store's constraints, the app's legend and the docs all read this; nothing else lists a type.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError
from graph.records import Modality

RoleName = Literal["system", "counterpart", "under", "event", "place"]
Nature = Literal["state", "deal", "event"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Colour(_Strict):
    """One colour for light and one for dark ground, as #rrggbb."""

    light: str
    dark: str


class EntityType(_Strict):
    """A kind of thing that takes part in relations, and how it is drawn."""

    plural: str
    says: str
    example: str
    colour: Colour
    shape: str
    icon: str
    id: Literal["iso3166-alpha3", "slug"]


class Relation(_Strict):
    """Something that can hold between two entities: the types of its ends and how it reads."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    symmetric: bool
    nature: Nature
    act: str
    lasting: tuple[str, ...] = ()
    phrase: str
    inverse: str
    says: str
    roles: tuple[RoleName, ...]
    theme: str
    example: str


class ModalityStyle(_Strict):
    """How firmly something is said, and how that is drawn."""

    says: str
    line: Literal["solid", "dashed", "dotted"]
    icon: str
    colour: Colour


class Schema(_Strict):
    """Everything that the graph can say."""

    entities: dict[str, EntityType]
    relations: dict[str, Relation]
    modalities: dict[Modality, ModalityStyle]

    def allows(self, source_type: str, relation: str, target_type: str) -> bool:
        """Whether the relation may hold from an entity of the one type to one of the other."""
        known = self.relations.get(relation)
        return known is not None and source_type in known.source and target_type in known.target

    def phrase(self, relation: str) -> str:
        """The relation as it reads in a sentence, source first: "procures"."""
        return self.relations[relation].phrase


@cache
def load_schema() -> Schema:
    """The schema as the files declare it. Raises SchemaError naming the file's contradiction."""
    folder = files("graph.schema")
    raw = {
        key: yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        for key, name in (
            ("entities", "entities.yml"),
            ("relations", "relations.yml"),
            ("modalities", "modality.yml"),
        )
    }
    try:
        schema = Schema.model_validate(raw)
    except ValidationError as error:
        raise SchemaError(f"the schema files don't fit together: {error}") from error
    _check(schema)
    return schema


def _check(schema: Schema) -> None:
    for name, relation in schema.relations.items():
        for end in (*relation.source, *relation.target):
            if end not in schema.entities:
                raise SchemaError(
                    f"relations.yml: {name} names the type {end!r}; entities.yml has {', '.join(schema.entities)}"
                )
        if relation.symmetric and relation.source != relation.target:
            raise SchemaError(f"relations.yml: {name} is symmetric, so its source and target types must be the same")
    missing = set(Modality) - set(schema.modalities)
    if missing:
        raise SchemaError(f"modality.yml lacks {', '.join(sorted(missing))}")
