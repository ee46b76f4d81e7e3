"""From edges to what the matrix draws: rows, columns, their orders, and what stands in each cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import acts, text, theme
from app.canvas.picture import make_key
from graph.analysis.matrix import Cells, busiest, orders, pairs
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.view_records import Edge, Named, Node

SIDE = 60  # rows and columns that are drawn at most: more can't be read


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a cell for one edge; `row` and `column` are entities' ids, `key` is the edge's."""

    row: str
    column: str
    relation: str
    key: str
    counts: Mapping[Modality, int]
    told: str

    @property
    def claims(self) -> int:
        """All claims that it stands for."""
        return sum(self.counts.values())

    @property
    def modality(self) -> Modality:
        """That of the firmest claims."""
        return next((modality for modality in Modality if self.counts.get(modality)), Modality.ASSERTED)


def entries(edges: Iterable[Edge]) -> list[Entry]:
    """What edges put into cells: source by target, a symmetric one both ways."""
    found = []
    for edge in edges:
        key = make_key(edge.source, edge.relation, edge.target)
        found.append(Entry(edge.source, edge.target, edge.relation, key, edge.counts, acts.told(edge)))
        known = load_schema().relations.get(edge.relation)
        if known and known.symmetric:
            found.append(Entry(edge.target, edge.source, edge.relation, key, edge.counts, acts.told(edge)))
    return found


def payload(
    entries: Sequence[Entry],
    named: Iterable[Node | Named],
    *,
    rows: str,
    columns: str,
    side: tuple[int, int] = (SIDE, SIDE),
    selected: str | None = None,
    height: int = 560,
) -> dict[str, Any]:
    """Everything the matrix needs, as JSON. `rows` and `columns` say what stands there: "supplier", "recipient".

    Of more rows and columns than `side` says the busiest are drawn, and how many there are is said.
    """
    names = {node.id: node for node in named}
    whole = pairs(
        (entry.row, entry.column, entry.claims) for entry in entries if {entry.row, entry.column} <= names.keys()
    )
    kept_rows, kept_columns = busiest(whole, *side)
    cells = {key: weight for key, weight in whole.items() if key[0] in set(kept_rows) and key[1] in set(kept_columns)}
    return {
        "rows": _axis(rows, kept_rows, cells, names, 0, len({key[0] for key in whole})),
        "columns": _axis(columns, kept_columns, cells, names, 1, len({key[1] for key in whole})),
        "cells": [_cell(entry) for entry in entries if (entry.row, entry.column) in cells],
        "relations": _relations(entries),
        "modalities": theme.modality_styles(),
        "types": {name: style["colour"] for name, style in theme.type_styles().items()},
        "selected": selected,
        "height": height,
    }


def _axis(
    what: str, ids: Sequence[str], cells: Cells, names: Mapping[str, Node | Named], axis: int, total: int
) -> dict[str, Any]:
    called = {id: names[id].name for id in ids}
    return {
        "what": what,
        "items": {id: {"label": text.short(called[id], 40), "type": names[id].type} for id in ids},
        "orders": orders(ids, cells, called, axis),
        "said": f"{len(ids)} of {text.plural(total, what)}" if total > len(ids) else text.plural(total, what),
    }


def _cell(entry: Entry) -> dict[str, Any]:
    return {
        "row": entry.row,
        "column": entry.column,
        "relation": entry.relation,
        "phrase": _phrase(entry.relation),
        "id": entry.key,
        "claims": entry.claims,
        "modality": entry.modality.value,
        "counts": {modality.value: number for modality, number in entry.counts.items() if number},
        "told": entry.told,
    }


def _relations(entries: Iterable[Entry]) -> list[dict[str, str]]:
    present = {entry.relation for entry in entries}
    return [{"name": name, "phrase": _phrase(name)} for name in load_schema().relations if name in present]


def _phrase(relation: str) -> str:
    known = load_schema().relations.get(relation)
    return known.phrase if known else text.short(relation, 30)
