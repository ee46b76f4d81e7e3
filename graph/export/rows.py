"""A table as CSV text that a spreadsheet can open without running anything in it."""

import csv
import json
import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, TextIO

Cell = str | int | float | bool | None
# A spreadsheet runs a cell that begins so as a formula, in some languages with wide signs too. Leading quotes count, so
# that a defused cell can be told from one that was written with a quote.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def write_rows(out: TextIO, header: Iterable[Any], rows: Iterable[Iterable[Any]], ending: str = "\r\n") -> None:
    """Write a heading and rows as they come, text defused, lists and maps as JSON, None as an empty cell."""
    table = csv.writer(out, lineterminator=ending)
    table.writerow([defused(_told(cell)) for cell in header])
    for row in rows:
        table.writerow([defused(_told(cell)) for cell in row])


def defused(cell: Cell) -> Cell:
    """The cell as a spreadsheet takes it for text, whatever it begins with; numbers stay numbers."""
    if isinstance(cell, str) and not isinstance(cell, Enum) and _FORMULA.match(cell):
        return f"'{cell}"
    return cell


def read_cell(cell: str) -> str:
    """What was defused, as it was."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _told(cell: Any) -> Cell:
    if isinstance(cell, bool | list | dict):
        cell = json.dumps(cell, ensure_ascii=False)
    # a lone surrogate can't be written as UTF-8
    told: Cell = cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell
    return told
