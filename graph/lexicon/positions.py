"""Where states, territories and regions lie on the globe, for those who draw maps."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.lexicon.reading import read_file


class Position(BaseModel):
    """A point inside a land, as longitude and latitude, and the land's ISO number where it has one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: tuple[float, float]
    numeric: str | None = None


@cache
def load_positions() -> dict[str, tuple[float, float]]:
    """Longitude and latitude by entity id (MAR, place:western-sahara)."""
    return {id: position.at for group in _read().values() for id, position in group.items()}


@cache
def load_numeric_codes() -> dict[str, str]:
    """The ISO 3166-1 numbers of states and territories by their alpha-3 codes."""
    return {id: position.numeric for group in _read().values() for id, position in group.items() if position.numeric}


@cache
def _read() -> dict[str, dict[str, Position]]:
    return read_file("positions.yml", dict[str, dict[str, Position]])
