"""A visitor's whole view as plain JSON, to be kept in the store and opened elsewhere, and read again with care.

The JSON names the fields of Scene. One that a view lacks has its default, so that old links hold when Scene grows; one that
this Entente doesn't know is refused, for then a newer one made the view.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cache
from math import isfinite
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from app import text
from app.scene import CAP, Scene
from graph.errors import ViewError
from graph.store.filter import Filter
from graph.store.filter_json import filter_from_json, filter_to_json
from graph.store.kept_views import canonical

VERSION = 1
LEFT_OUT = {  # fields of Scene that a view doesn't keep, and why
    "note": "tells what the visitor did last",
    "revision": "counts what one visitor's canvas drew",
    "fit": "every view opens with all of it in sight",
}
FAR = 1e6  # a place farther off can't be drawn
LONGEST = 2000  # letters of an id or an edge's key
DEEPEST = 12


def to_content(scene: Scene, page: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The view as JSON: what differs from an empty scene, field by field; `page` says how the page round it is set."""
    said = {each.name: _plain(getattr(scene, each.name)) for each in _kept_fields() if _differs(scene, each)}
    return {"version": VERSION, **said, **({"page": dict(page)} if page else {})}


def to_kept(scene: Scene, page: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The view as JSON that can surely be opened again. Raises ViewError where it couldn't."""
    content = to_content(scene, page)
    try:
        from_content(json.loads(canonical(content)))
    except ValueError as error:  # a number that JSON has no word for
        raise ViewError(f"this view can't be kept: {error}") from error
    return content


def from_content(content: Mapping[str, Any]) -> tuple[Scene, dict[str, str]]:
    """The scene, and how the page was set. Raises ViewError, in one line, for what is no view."""
    _check_shape(content)
    said = {name: value for name, value in content.items() if name not in ("version", "page")}
    types = get_type_hints(Scene)
    scene = replace(Scene(), **{name: _read(name, value, types[name]) for name, value in said.items()})
    return _checked(scene), _read("page", content.get("page", {}), dict[str, str])


@cache
def _kept_fields() -> "tuple[Field[Any], ...]":
    return tuple(each for each in fields(Scene) if each.name not in LEFT_OUT)


def _differs(scene: Scene, each: "Field[Any]") -> bool:
    default = each.default if each.default_factory is MISSING else each.default_factory()
    return bool(getattr(scene, each.name) != default)


def _plain(value: Any) -> Any:
    if isinstance(value, Filter):
        return filter_to_json(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted((_plain(each) for each in value), key=str)
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _read(name: str, value: Any, kind: Any) -> Any:
    if kind is Filter:
        return filter_from_json(value) if isinstance(value, Mapping) else _refuse(name)
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return _refuse(name)


def _refuse(name: str) -> Any:
    raise ViewError(f"this view can't be opened: its {name!r} isn't what Entente writes there")


def _check_shape(content: Mapping[str, Any]) -> None:
    if content.get("version") != VERSION:
        raise ViewError(
            f"this view has the version {text.short(str(content.get('version')), 20)}; this Entente opens version {VERSION}"
        )
    unknown = set(content) - {each.name for each in _kept_fields()} - {"version", "page"}
    if unknown:
        raise ViewError(
            f"this view says {text.short(min(unknown), 40)!r}, which this Entente doesn't know: a newer one may open it"
        )
    _check_depth(content, DEEPEST)


def _check_depth(value: Any, left: int) -> None:
    if left == 0 or (isinstance(value, str) and len(value) > LONGEST):
        raise ViewError("this view can't be opened: it is nested or worded beyond measure")
    parts: Iterable[Any] = ()
    if isinstance(value, Mapping):
        parts = (*value, *value.values())
    elif isinstance(value, list):
        parts = value
    for each in parts:
        _check_depth(each, left - 1)


def _checked(scene: Scene) -> Scene:
    if len(scene.ids) > CAP:
        raise ViewError(f"this view draws {len(scene.ids):,} entities; {CAP} can be drawn at once")
    if any(not isfinite(number) or abs(number) > FAR for place in scene.places.values() for number in place):
        _refuse("places")
    if not set(scene.ids) <= set(scene.places):
        _refuse("places")
    return scene
