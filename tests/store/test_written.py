"""Queries written out stand alone: their values mean themselves, and what is left out changes nothing."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.store.literals import literal
from graph.store.settling import settle
from graph.store.store import Store
from graph.store.written import written

# One store for all examples of a test, and whatever is in it: they only read what they write themselves.
READS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("\\'\"`u0027 \n{}$/*", max_size=30)
Read = Callable[..., list[Any]]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | TEXTS | st.dates(),
    lambda inner: st.lists(inner, max_size=40) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=40,
)


@pytest.fixture
def read(opened_store: Store) -> Read:
    return opened_store.view.database.read


@READS
@given(value=VALUES)
@example(value="' RETURN 1 AS x UNION MATCH (n) RETURN n //")
@example(value="\\u0027 \\\\u0027 \\' \\")
@example(value={"a\r\nb\u202e": 1})
@example(value={"a\\u0060`b": ["`", "\\`"], "": 1, "$x": "$value"})
@example(value="\u202egnp.exe\u2069\u200b\U000e0001\x00\u2028")
@example(value=["x" * 300] * 40)
def test_a_value_that_is_written_out_is_itself(read: Read, value: Any) -> None:
    rows = read(written("RETURN $value AS value, $value = $value AS same", {"value": value}))
    assert len(rows) == 1
    assert list(rows[0].keys()) == ["value", "same"]
    assert _native(rows[0]["value"]) == value


def _native(value: Any) -> Any:
    if isinstance(value, list):
        return [_native(item) for item in value]
    if isinstance(value, dict):
        return {key: _native(item) for key, item in value.items()}
    return value.to_native() if hasattr(value, "to_native") else value


def test_moments_and_odd_numbers_are_written_too(read: Read) -> None:
    moment = datetime(2021, 11, 22, 8, 30, tzinfo=UTC)
    row = read(written("RETURN $m AS m, $n AS n, $i AS i", {"m": moment, "n": math.nan, "i": -math.inf}))[0]
    assert row["m"].to_native() == moment
    assert math.isnan(row["n"])
    assert row["i"] == -math.inf
    assert literal(date(2021, 11, 22)) == "date('2021-11-22')"


@pytest.mark.parametrize("value", [2**63, "\ud800", object(), [b"\x00"]])
def test_what_cypher_can_not_write_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"64 bits|surrogates|no way to write"):
        literal(value)


def test_a_missing_value_is_named() -> None:
    with pytest.raises(ValueError, match=r"\$limit has no value"):
        written("RETURN 1 LIMIT $limit", {})


def test_text_with_signs_that_nobody_sees_shows_them() -> None:
    assert literal("a\u202eb\u200bc") == "'a\\u202Eb\\u200Bc'"


def test_long_lists_go_over_lines_and_nothing_is_wider_than_a_screen() -> None:
    text = written(
        "MATCH (e:Entity)\nWHERE e.id IN $ids AND e.name IN $ids\nRETURN e", {"ids": [f"firm:{n}" for n in range(60)]}
    )
    assert max(map(len, text.split("\n"))) <= 120
    assert text.count("'firm:59'") == 2


def _atoms() -> st.SearchStrategy[str]:
    fixed = ["a", "b", "a = b", "a IS NULL", "true", "$x IS NULL", "$x IS NOT NULL", "$way = 'both'", "$way = 'in'"]
    return st.sampled_from(
        [*fixed, "any(c IN [a, b] WHERE c OR $x IS NULL)", "CASE WHEN a OR b THEN b ELSE $x IS NULL END"]
    )


def _conditions() -> st.SearchStrategy[str]:
    def wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        joined = st.tuples(inner, st.sampled_from([" AND ", " OR ", "\n  AND ", " XOR "]), inner).map("".join)
        same = inner.map(lambda one: f"($way = 'out') = ({one})")
        return joined | inner.map(lambda one: f"({one})") | inner.map(lambda one: f"NOT ({one})") | same

    return st.recursive(_atoms(), wider, max_leaves=8)


@READS
@given(condition=_conditions(), x=st.sampled_from([None, "given"]), way=st.sampled_from(["both", "in", "out"]))
@example(condition="a OR $x IS NULL AND b", x=None, way="in")
@example(condition="NOT ($x IS NULL OR a)", x=None, way="in")
@example(condition="($way = 'out') = (a OR b) OR a", x=None, way="out")
def test_what_is_left_out_of_a_condition_changes_nothing(read: Read, condition: str, x: str | None, way: str) -> None:
    every = "UNWIND [true, false, null] AS a\nUNWIND [true, false, null] AS b\nWITH a, b, $x AS x, $way AS way"
    statement = f"{every}\nWHERE {condition}\nRETURN a, b, [c IN [a, b] WHERE {condition} | c] AS some\nORDER BY a, b"
    asked = read(statement, x=x, way=way)
    assert read(written(statement, {"x": x, "way": way})) == asked


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ("WHERE ($x IS NULL OR a = $x) AND b RETURN 1", "WHERE b RETURN 1"),
        ("WHERE a AND ($x IS NULL OR a = $x)\nRETURN 1", "WHERE a\nRETURN 1"),
        ("MATCH (n)\nWHERE $x IS NULL OR n.id IN $x\nRETURN n", "MATCH (n)\nRETURN n"),
        ("WHERE true AND true RETURN 1", " RETURN 1"),
        ("WHERE ($way = 'both' OR ($way = 'out') = (a) OR b)", "WHERE ((a) OR b)"),
        ("WHERE a STARTS WITH 'x' AND true RETURN 1", "WHERE a STARTS WITH 'x' RETURN 1"),
        ("WHERE a // $x IS NULL OR\nRETURN '$x IS NULL OR'", "WHERE a // $x IS NULL OR\nRETURN '$x IS NULL OR'"),
    ],
)
def test_conditions_that_values_decide_are_gone(condition: str, left: str) -> None:
    assert "".join(settle(condition, {"x": None, "way": "out"})) == left


def test_the_title_comes_first_and_no_value_can_add_lines() -> None:
    text = written("MATCH (n)\n// What it finds\nRETURN $x AS x", {"x": "1\n// 2"})
    assert text == "// What it finds\nMATCH (n)\nRETURN '1\\n// 2' AS x"
