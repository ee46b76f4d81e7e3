"""What entities were called before, and until when."""

import datetime
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict, field_validator

from graph.errors import SchemaError
from graph.lexicon.keys import make_key
from graph.lexicon.lexicon import Lexicon, load_lexicon
from graph.lexicon.reading import read_file

_FORMATS = {4: ("%Y", "%Y"), 7: ("%Y-%m", "%B %Y"), 10: ("%Y-%m-%d", "%d %B %Y")}


class FormerName(BaseModel):
    """A name that an entity gave up. `until` is an ISO date, month or year; `source` says where that stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    until: str
    source: str

    @field_validator("until", mode="before")
    @classmethod
    def _as_text(cls, until: object) -> str:
        text = str(until)
        try:
            datetime.datetime.strptime(text, _FORMATS[len(text)][0])
        except (KeyError, ValueError):
            raise ValueError(f"until is {text!r}; write a year, a month (2022-06) or a day (2022-06-01)") from None
        return text

    def __str__(self) -> str:
        read, written = _FORMATS[len(self.until)]
        return f"{self.name} (until {datetime.datetime.strptime(self.until, read).strftime(written).lstrip('0')})"


@cache
def load_renames() -> Mapping[str, tuple[FormerName, ...]]:
    """Former names by the entities' ids. Raises SchemaError, also where a former name isn't one of that entity's."""
    renames = read_file("renames.yml", dict[str, tuple[FormerName, ...]])
    lexicon = load_lexicon()
    for entity, names in renames.items():
        for former in names:
            _check(lexicon, entity, former.name)
    return renames


def former_names(entity: str) -> tuple[FormerName, ...]:
    """The names that the entity of that id gave up; none for most."""
    return load_renames().get(entity, ())


def _check(lexicon: Lexicon, entity: str, name: str) -> None:
    known = lexicon.entries.get(entity)
    found = lexicon.named(known.type, make_key(known.type, name)) if known else None
    if found is None or found.id != entity:
        led = f"leads to {found.id}" if found else "leads nowhere"
        raise SchemaError(f"lexicon file renames.yml: {name!r} as a former name of {entity!r} {led}")
