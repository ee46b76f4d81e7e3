import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.export.rows import defused, read_cell, write_rows
from tests.export.drawings import FORMULAS


def written(header: list[str], *rows: list[Any]) -> list[list[str]]:
    page = StringIO()
    write_rows(page, header, rows)
    return list(csv.reader(StringIO(page.getvalue(), newline="")))


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_begins_as_a_formula_and_each_can_be_read_again(cell: str) -> None:
    safe = defused(cell)
    assert isinstance(safe, str)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d"))
    assert read_cell(safe) == cell


@given(some.text())
def test_any_text_comes_back(cell: str) -> None:
    assert read_cell(str(defused(cell))) == cell


def test_numbers_stay_numbers() -> None:
    assert defused(-3.5) == -3.5
    assert written(["n"], [-3.5], [-2]) == [["n"], ["-3.5"], ["-2"]]


def test_a_heading_is_no_formula_either() -> None:
    assert written(["=1+1"]) == [["'=1+1"]]


def test_lists_and_maps_are_json_and_nothing_is_an_empty_cell() -> None:
    assert written(["a", "b"], [["=1", "é"], {"n": 1}], [None, True]) == [
        ["a", "b"],
        ['["=1", "é"]', '{"n": 1}'],
        ["", "true"],
    ]


def test_what_utf8_lacks_is_written_as_a_question_mark() -> None:
    assert written(["a"], ["\ud800x"], [["\ud800"]]) == [["a"], ["?x"], ['["?"]']]
