"""From what is drawn to its two tables: entities and edges, every cell a value that can be sorted. Knows no Streamlit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import text, theme
from app.canvas.picture import make_key
from app.scene import Drawn, Scene
from graph.schema.schema import load_schema
from graph.store.filter import EVERYTHING
from graph.store.view_records import Edge, Node

LONGEST = 120  # characters of a name in a cell; the CSV has them all

Value = str | float | int | None


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done to a row: by a button in it, by its key, and to all that are ticked where `several`."""

    kind: str
    says: str
    key: str
    icon: str
    several: str | None = None  # the kind of act on several, None where there is none


ACTS = (
    Act("expand", "Expand", "e", "row_expand", "expand_all"),
    Act("collapse", "Collapse", "c", "row_collapse"),
    Act("pin", "Pin", "p", "row_pin", "pin"),
    Act("hide", "Hide", "h", "row_hide", "hide"),
    Act("keep", "Keep only", "k", "row_keep", "keep"),
    Act("dossier", "All about", "a", "article"),
)
ON_SEVERAL = ("bundle", "Group")


def payload(scene: Scene, drawn: Drawn, total: int, height: int) -> dict[str, Any]:
    """Everything the tables need, as JSON; `total` is how many entities the store holds."""
    return {
        "tables": [_entities(scene, drawn, total), _edges(drawn)],
        "acts": [
            {
                "kind": act.kind,
                "says": act.says,
                "key": act.key,
                "path": theme.load_icons()[act.icon],
                "several": act.several,
            }
            for act in ACTS
        ],
        "group": {"kind": ON_SEVERAL[0], "says": ON_SEVERAL[1]},
        "selected": scene.selected,
        "chosen": sorted(scene.chosen),
        "pins": sorted(scene.pins),
        "height": height,
    }


def _entities(scene: Scene, drawn: Drawn, total: int) -> dict[str, Any]:
    links: dict[str, int] = dict.fromkeys((node.id for node in drawn.nodes), 0)
    for edge in drawn.edges:
        for end in {edge.source, edge.target} & links.keys():
            links[end] += 1
    sifted = scene.filter != EVERYTHING
    counted = ("All neighbours", "All claims", "All documents") if sifted else ("Neighbours", "Claims", "Documents")
    columns = ("Name", "Type", "Edges", "Hidden", *counted)
    rows = [
        _row(node.id, node.type, node.name, [
            node.name, node.type, links[node.id], drawn.hidden.get(node.id, 0), node.neighbours, node.claims, node.documents
        ])
        for node in drawn.nodes
    ]  # fmt: skip
    said = f"{text.plural(len(drawn.nodes), 'entity', 'entities')} drawn of {total:,} in the store"
    said += "; all that it holds of each is counted, whatever you filter" if sifted else ""
    return _table("Entities", "node", columns, rows, said)


def _edges(drawn: Drawn) -> dict[str, Any]:
    names = {node.id: node for node in drawn.nodes}
    columns = (
        "Source", "Relation", "Target", "How firm", "Claims", "Documents", "Reported", "Surest", "First reported",
        "Last reported", "Happened",
    )  # fmt: skip
    rows = [_edge(edge, names) for edge in drawn.edges if {edge.source, edge.target} <= names.keys()]
    return _table("Edges", "edge", columns, rows, f"{text.plural(len(rows), 'edge')} drawn, all between these entities")


def _edge(edge: Edge, names: Mapping[str, Node]) -> dict[str, Any]:
    source, target = names[edge.source].name, names[edge.target].name
    phrase = load_schema().phrase(edge.relation)
    firm = f"{edge.modality}, disputed" if edge.disputed else str(edge.modality)
    cells: list[Value] = [source, phrase, target, firm, edge.claims, edge.documents, edge.reported, _sure(edge)]
    cells += [_day(edge.first), _day(edge.last), _span(edge.event_start, edge.event_end)]
    id = make_key(edge.source, edge.relation, edge.target)
    return _row(id, str(edge.modality), f"{source} {phrase} {target}", cells)


def _row(id: str, look: str, called: str, cells: list[Value]) -> dict[str, Any]:
    """A row: its cells as they are shown, `whole` those that were cut, `called` what its buttons name it."""
    shown = [text.short(cell, LONGEST) if isinstance(cell, str) else cell for cell in cells]
    whole = {at: cell for at, (cell, short) in enumerate(zip(cells, shown, strict=True)) if cell != short}
    return {"id": id, "look": look, "called": text.short(called, LONGEST), "cells": shown, "whole": whole}


def _table(name: str, what: str, columns: Iterable[str], rows: list[dict[str, Any]], said: str) -> dict[str, Any]:
    """A table; numbers stand at the right, and `looks` is the column that shows a row's type or modality."""
    listed = list(columns)
    numbers = [at for at in range(len(listed)) if any(isinstance(row["cells"][at], int | float) for row in rows)]
    looks = listed.index("Type" if what == "node" else "How firm")
    return {
        "name": name,
        "what": what,
        "columns": listed,
        "numbers": numbers,
        "looks": looks,
        "rows": rows,
        "said": said,
    }


def _sure(edge: Edge) -> float | None:
    return round(edge.confidence, 2) if edge.confidence is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(start: date | None, end: date | None) -> str | None:
    if start is None and end is None:
        return None
    if start == end or end is None or start is None:
        return _day(start or end) if start == end else f"from {_day(start)}" if start else f"until {_day(end)}"
    return f"{_day(start)} to {_day(end)}"
