"""Values from the database as plain Python that JSON can say."""

import math
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    """The value with lists, dicts, text, numbers, booleans and None only.

    Dates and durations become their ISO text, points a dict of coordinates, nodes and relationships dicts that say what
    they are, numbers that JSON lacks (NaN, Infinity) their names.
    """
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return _compound(value)


def _compound(value: Any) -> Any:
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **plain(dict(value))}
    if isinstance(value, Relationship):
        return {"relation": value.type, **plain(dict(value))}
    if isinstance(value, Path):
        return [plain(step) for step in _steps(value)]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    return str(value)


def _steps(path: Path) -> list[Any]:
    steps: list[Any] = [path.start_node]
    for edge, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [edge, node]
    return steps
