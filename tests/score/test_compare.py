import pytest

from graph.schema.schema import load_schema
from graph.score.compare import Outcome, compare, count_ends
from graph.score.passages import Answer, Pair, Passage
from tests.score.gold import answer, passage

BOUGHT = ("Norway", "PROCURES", "Gripen", "asserted")
ALLIES = ("Norway", "ALLIES_WITH", "Sweden", "asserted")
JOINED = ("Finland", "MEMBER_OF", "NATO", "asserted")
BACKED = ("Norway", "SUPPORTS", "Finland", "asserted")
TURNED = ("Finland", "SUPPORTS", "Norway", "asserted")


def outcome(gold: Passage, found: Answer) -> Outcome:
    return compare(Pair(gold, found), load_schema())


@pytest.mark.parametrize(
    ("wanted", "said", "counts"),
    [
        ([BOUGHT], [BOUGHT], (1, 0, 0)),
        ([BOUGHT], [], (0, 0, 1)),
        ([], [BOUGHT], (0, 1, 0)),
        ([BOUGHT], [JOINED], (0, 1, 1)),
        ([BOUGHT], [BOUGHT, BOUGHT], (1, 0, 0)),  # the same claim twice counts once
        ([BOUGHT, BOUGHT], [BOUGHT], (1, 0, 1)),  # each relation is matched once
        ([ALLIES], [("Sweden", "ALLIES_WITH", "Norway", "asserted")], (1, 0, 0)),
        ([BACKED], [TURNED], (0, 1, 1)),
        ([("Saab", "DEVELOPS", "Gripen", "asserted")], [("Saab AB", "DEVELOPS", "Gripen", "asserted")], (1, 0, 0)),
    ],
)
def test_right_wrong_and_missed_are_counted(wanted: list, said: list, counts: tuple) -> None:  # type: ignore[type-arg]
    assert outcome(passage(*wanted), answer(*said)).counts == counts


def test_a_claim_the_wrong_way_round_is_wrong_and_reversed() -> None:
    assert outcome(passage(BACKED), answer(TURNED)).reversed == 1
    assert outcome(passage(BACKED, TURNED), answer(TURNED)).reversed == 0


def test_what_a_reader_marked_as_mutual_fits_both_ways() -> None:
    assert outcome(passage(BACKED, mutual=True), answer(TURNED)).counts == (1, 0, 0)


@pytest.mark.parametrize(
    ("modality", "reported", "wanted", "fits"),
    [
        ("asserted", False, "asserted", True),
        ("asserted", True, "reported", True),
        ("asserted", True, "asserted", False),
        ("denied", True, "denied", True),
        ("expected", True, "expected", True),
        ("possible", False, "expected", False),
    ],
)
def test_the_modality_of_a_right_claim_is_told_apart(modality: str, reported: bool, wanted: str, fits: bool) -> None:
    found = answer((*BOUGHT[:3], modality), reported=reported)
    came_out = outcome(passage((*BOUGHT[:3], wanted)), found)
    assert len(came_out.right) == 1
    assert (came_out.misread == ()) is fits


def test_ends_count_where_their_type_is_right_too() -> None:
    gold = passage(BOUGHT, JOINED)
    assert count_ends(Pair(gold, answer())) == (4, 4)
    wrong = Answer.model_validate({"id": "p", "entities": [{"id": "N", "type": "Place", "name": "Norway"}]})
    assert count_ends(Pair(gold, wrong)) == (0, 4)
