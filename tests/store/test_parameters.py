import pytest

from graph.errors import EntenteError
from graph.store.parameters import parse_parameters


def test_a_value_is_json_or_else_text() -> None:
    pairs = ["n=3", "name=Morocco", "$ids=[1]", 'quoted="3"', "empty=", "equation=a=b", "none=null"]
    assert parse_parameters(pairs) == {
        "n": 3, "name": "Morocco", "ids": [1], "quoted": "3", "empty": "", "equation": "a=b", "none": None,
    }  # fmt: skip


@pytest.mark.parametrize("pair", ["name", "=3", " =3"])
def test_a_pair_without_a_name_is_refused(pair: str) -> None:
    with pytest.raises(EntenteError, match="name=value"):
        parse_parameters([pair])
