"""What the filter panel and the strip of time draw, in plain values."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.brush import picture as brush
from app.sieve import picture as sieve
from graph.schema.schema import load_schema
from graph.store.facets import Choice, Days, Facets
from graph.store.filter import EVERYTHING, Filter

FIRST = date(2021, 1, 4)
counted = st.dictionaries(st.dates(), st.integers(1, 50), min_size=1, max_size=30)


def facets(**changed: Any) -> Facets:
    schema = load_schema()
    plain: dict[str, Any] = {
        "types": tuple(Choice(name, name, 1) for name in schema.entities),
        "relations": tuple(Choice(name, each.phrase, 2, 3) for name, each in schema.relations.items()),
        "modalities": tuple(Choice(str(name), str(name), 1, 1) for name in schema.modalities),
        "reported": (Choice(False, "", 2, 2), Choice(True, "", 0)),
        "speakers": (),
        "publishers": (),
        "min_confidence": (Choice(0, "", 2), Choice(0.5, "", 1)),
        "min_documents": (Choice(1, "", 2), Choice(2, "", 0)),
    }
    return Facets(**{**plain, **changed})


def group(field: str, filter: Filter = EVERYTHING, **changed: Any) -> dict[str, Any]:
    payload = sieve.payload(filter, facets(**changed), everywhere=False, drawn=3)
    found: dict[str, Any] = next(each for each in payload["groups"] if each["field"] == field)
    return found


@given(counted)
def test_bars_hold_every_claim_and_leave_no_gap(counts: dict[date, int]) -> None:
    sent = brush.payload(Days("known", counts, 2), EVERYTHING)
    bars = sent["bars"]
    assert sum(bar["claims"] for bar in bars) == sum(counts.values())
    assert len(bars) <= brush.MOST + 1
    assert (sent["first"], sent["last"]) == (bars[0]["first"], bars[-1]["last"])
    days = [date.fromisoformat(bar[side]) for bar in bars for side in ("first", "last")]
    assert days == sorted(days)
    assert all(b - a == timedelta(days=1) for a, b in zip(days[1::2], days[2::2], strict=False))


@pytest.mark.parametrize(("length", "each"), [(30, "day"), (400, "week"), (3000, "month"), (20_000, "year")])
def test_bars_are_as_short_as_there_is_room_for(length: int, each: str) -> None:
    days = Days("happened", {FIRST: 1, FIRST + timedelta(days=length): 1})
    assert brush.payload(days, EVERYTHING)["each"] == each


def test_a_claim_of_several_days_is_inside_wherever_one_of_them_is() -> None:
    year = (date(2021, 1, 1), date(2021, 12, 31))
    days = Days("happened", {FIRST: 2, year[0]: 3}, spans={(FIRST, FIRST): 2, year: 3})
    sent = brush.payload(days, Filter(happened_from=date(2021, 6, 1), happened_until=date(2021, 6, 30)))
    assert sent["words"] == "3 of 5 claims · those of several days stand at the first"


def test_the_strip_says_how_much_is_inside_and_what_it_leaves_out() -> None:
    days = Days("known", {FIRST: 3, FIRST + timedelta(days=9): 1}, undated=2)
    assert brush.payload(days, EVERYTHING)["words"] == "4 claims · 2 without a day"
    asked = Filter(known_by=FIRST, happened_from=FIRST)
    expected = "3 of 4 claims · 2 without a day, left out · also happened since 2021-01-04"
    assert brush.payload(days, asked)["words"] == expected
    empty = brush.payload(Days("known", {}, undated=2), EVERYTHING)
    assert (empty["first"], empty["bars"], empty["words"]) == (None, [], "0 claims · 2 without a day")


def test_days_outside_what_is_drawn_widen_the_strip() -> None:
    sent = brush.payload(Days("known", {FIRST: 1}), Filter(known_by=date(2023, 5, 6)))
    assert (sent["first"], sent["last"], sent["until"]) == ("2021-01-04", "2023-05-06", "2023-05-06")


def test_a_chosen_publisher_stays_in_the_list_with_a_zero() -> None:
    asked = Filter(publishers=frozenset({"Gone Gazette"}))
    found = group("publishers", asked, publishers=(Choice("The Paper", "The Paper", 4, 5), Choice(None, "", 2, 7)))
    assert [(row["name"], row["count"], row["on"]) for row in found["rows"]] == [
        ("Gone Gazette", 0, True),
        ("The Paper", 4, False),
    ]
    assert found["note"] == "7 claims without a publisher"


def test_a_long_list_says_how_much_of_it_is_there() -> None:
    many = tuple(Choice(f"paper {number}", f"paper {number}", 1) for number in range(sieve.MOST + 5))
    found = group("publishers", publishers=many)
    assert (len(found["rows"]), found["search"], found["note"]) == (300, True, "the first 300 of 305")


def test_hostile_names_are_one_short_line() -> None:
    name = "<b>x</b>\u202e" + "y" * 10_000
    [row] = group("publishers", publishers=(Choice(name, name, 1),))["rows"]
    assert len(row["name"]) <= sieve.NAME
    assert "\u202e" not in row["name"]
    assert row["value"] == name


def test_what_is_asked_is_marked() -> None:
    asked = Filter(min_confidence=0.5, min_documents=2, reported=True, types=frozenset({"State"}))
    for field in ("min_confidence", "min_documents", "reported", "types"):
        found = group(field, asked)
        assert found["asked"]
        assert sum(row["on"] for row in found["rows"]) == 1
        assert not group(field)["asked"]
