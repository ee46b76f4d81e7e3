import pytest

from graph.score.names import fold, names_same


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("the Republic of Türkiye", "republic of turkiye"),
        ("Saab AB", "saab"),
        ("An-124", "124"),  # an article, as the annotators fold it
        ("Rosoboronexport’s", "rosoboronexport"),
        ("U.S.", "u s"),
        ("Holding Company", "holding company"),  # nothing else is left of it
        ("  The  Quad ", "quad"),
        ("", ""),
    ],
)
def test_a_name_is_folded_to_what_readers_compare(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("wanted", "type", "names", "same"),
    [
        ("Saab", "Firm", ["Saab AB"], True),
        ("Gripen E", "System", ["JAS 39 Gripen", "Gripen E"], True),
        ("Gripen E", "System", ["Gripen"], False),
        ("battle tanks", "System", ["Polish tank"], True),
        ("battle tanks", "System", ["Leopard 2 tanks"], False),  # a designation, not a class
        ("battle tanks", "Place", ["Polish tank"], False),
        ("rebel groups", "Group", ["armed group"], True),
        ("Norway", "State", [], False),
    ],
)
def test_classes_agree_by_their_head_noun_and_names_by_all_words(
    wanted: str, type: str, names: list[str], same: bool
) -> None:
    assert names_same(wanted, type, names) is same
