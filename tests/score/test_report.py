from graph.score.figures import score
from graph.score.report import error_lines, page
from tests.score.gold import answer, passage

BOUGHT = ("Norway", "PROCURES", "Gripen", "expected")
JOINED = ("Finland", "MEMBER_OF", "NATO", "asserted")
ALLIES = ("Norway", "ALLIES_WITH", "Sweden", "asserted")
SENTENCE = "Norway bought the Gripen."


def test_a_page_of_errors_tells_what_was_missed_wrong_or_in_another_modality() -> None:
    found = answer((*BOUGHT[:3], "asserted"), ALLIES, rule="procures.buy", sentence=SENTENCE, confidence=0.75)
    _figures, outcomes = score([passage(BOUGHT, JOINED)], [found])
    assert list(error_lines(outcomes, 9))[2:] == [
        "  missed    Finland MEMBER_OF NATO [asserted]",
        f"  wrong     Norway ALLIES_WITH Sweden [asserted] by procures.buy, 0.75 sure: {SENTENCE}",
        f"  modality  Norway PROCURES Gripen [asserted] by procures.buy, 0.75 sure, wanted expected: {SENTENCE}",
    ]


def test_it_shows_so_many_passages_with_errors_and_none_without() -> None:
    passages = [passage(JOINED, id=name) for name in "abcd"]
    _figures, outcomes = score(passages, [answer(JOINED, id="b")])
    told = [line for line in error_lines(outcomes, 2) if line.endswith(": …")]
    assert told == ["a: …", "c: …"]


def test_the_tables_name_each_relation_and_only_bands_with_claims() -> None:
    figures, outcomes = score([passage(BOUGHT, JOINED)], [answer(BOUGHT, confidence=0.97)])
    told = page(figures, outcomes, 0).splitlines()
    assert "PROCURES            1      1   1.00  1.00  1.00" in told
    assert "MEMBER_OF           1      0   0.00  0.00  0.00" in told
    assert "0.95 to 1           1   0.97  1.00" in told
    assert not [line for line in told if line.startswith(("0.5", "not given"))]
