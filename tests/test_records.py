"""What the nouns say of themselves."""

from datetime import date

import pytest

from graph.records import Amount, Document, When


@pytest.mark.parametrize(
    ("amount", "plain"), [(Amount("thirteen", 13.0), 13), (Amount("$1.5", 1.5, "USD"), 1.5), (Amount("dozens"), None)]
)
def test_a_number_is_given_as_people_write_it(amount: Amount, plain: float | int | None) -> None:
    assert repr(amount.plain) == repr(plain)


def test_a_document_is_called_by_the_best_name_it_has() -> None:
    assert Document("a1", "Words.", title="Drones", source="a.txt").name == "Drones"
    assert Document("a1", "Words.", source="a.txt").name == "a.txt"
    assert Document("a1", "Words.").name == "a1"


@pytest.mark.parametrize(
    ("start", "end", "iso"),
    [
        (date(2021, 4, 17), date(2021, 4, 17), "2021-04-17"),
        (date(2021, 4, 1), date(2021, 4, 30), "2021-04"),
        (date(2021, 12, 1), date(2021, 12, 31), "2021-12"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 4, 2), date(2021, 4, 30), "2021-04-02/2021-04-30"),
        (date(2021, 1, 1), date(2022, 12, 31), "2021-01-01/2022-12-31"),
        (date(2019, 1, 1), None, "2019-01-01/.."),
        (None, date(2030, 12, 31), "../2030-12-31"),
        (None, None, None),
    ],
)
def test_days_are_said_in_the_shortest_iso_form(start: date | None, end: date | None, iso: str | None) -> None:
    assert When("as written", start, end).iso == iso
