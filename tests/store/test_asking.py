import pytest

from graph.store.asking import read_question


@pytest.mark.parametrize(
    ("typed", "relation", "names", "ways"),
    [
        ("co-production Morocco", "CO_PRODUCES", ("morocco",), ("in", "out")),
        ("who supplies Morocco", "SUPPLIES", ("morocco",), ("in",)),
        ("what does Morocco supply", "SUPPLIES", ("morocco",), ("out",)),
        ("Morocco supplied by", "SUPPLIES", ("morocco",), ("in",)),
        ("suppliers of the United States", "SUPPLIES", ("united states",), ("in",)),
        ("customers of Baykar", "SUPPLIES", ("baykar",), ("out",)),
        ("sanctions Iran", "SANCTIONS", ("iran",), ("in", "out")),
        ("sanctions on Iran", "SANCTIONS", ("iran",), ("in",)),
        ("sanctions by the United States", "SANCTIONS", ("united states",), ("out",)),
        ("members of NATO", "MEMBER_OF", ("nato",), ("in",)),
        ("Morocco buys TB2", "PROCURES", ("morocco", "tb2"), ("out", "in")),
    ],
)
def test_a_relation_is_read_with_its_names_and_way(
    typed: str, relation: str, names: tuple[str, ...], ways: tuple[str, ...]
) -> None:
    question = read_question(typed)
    assert question.relations[0] == relation
    assert names in question.names
    assert question.ways == ways


def test_names_without_a_relation_may_be_two_however_parted() -> None:
    assert read_question("Morocco Israel").names == (("morocco", "israel"),)
    assert ("united states", "iran") in read_question("united states and iran").names
    assert ("saudi arabia", "iran") in read_question("ties between Saudi Arabia and Iran").names


@pytest.mark.parametrize("typed", ["", "of the", "?!", "🚀"])
def test_what_names_nothing_asks_nothing(typed: str) -> None:
    assert (read_question(typed).relations, read_question(typed).names) == ((), ())
