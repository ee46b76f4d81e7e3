"""Numbers and sums as articles write them."""

import pytest

from graph.extract.amounts import find_money, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13", 13),
        ("thirteen", 13),
        ("1,000", 1000),
        ("two hundred and fifty", 250),
        ("twenty-four", 24),
        ("3 million", 3e6),
        ("two dozen", 24),
        ("dozens", None),
        ("several", None),
    ],
)
def test_a_number_reads_as_it_is_said(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("worth $1.5 billion in all", 1.5e9, "USD"),
        ("a €300 million order", 3e8, "EUR"),
        ("3 billion euros", 3e9, "EUR"),
        ("about £20m", 2e7, "GBP"),
        ("Rs 500 crore", 5e9, "INR"),
        ("40 million US dollars", 4e7, "USD"),
    ],
)
def test_a_sum_of_money_has_its_number_and_currency(text: str, number: float, currency: str) -> None:
    [(span, amount)] = find_money(text, 0, len(text))
    assert (amount.number, amount.currency) == (number, currency)
    assert text[slice(*span)].strip() == amount.text


def test_plain_counts_are_not_money() -> None:
    assert find_money("13 drones and 40 tanks in 2021", 0, 30) == []
