from graph.score.figures import score
from tests.score.gold import answer, passage

BOUGHT = ("Norway", "PROCURES", "Gripen", "asserted")
JOINED = ("Finland", "MEMBER_OF", "NATO", "asserted")


def bands(
    *said: tuple[bool, float | None],
) -> dict[tuple[float | None, float | None], tuple[int, float | None, float | None]]:
    """By band: claims, their mean confidence and the share right, for claims that are right or not and so sure."""
    passages = [passage(BOUGHT, id=str(number)) for number in range(len(said))]
    answers = [
        answer(BOUGHT if right else JOINED, id=str(number), confidence=confidence)
        for number, (right, confidence) in enumerate(said)
    ]
    found = score(passages, answers)[0].bands
    return {(band.low, band.high): (band.claims, band.said, band.share) for band in found if band.claims}


def test_claims_are_counted_in_the_band_of_their_confidence() -> None:
    assert bands((True, 0.92), (True, 0.94), (False, 0.9), (True, 0.3), (False, 0.2)) == {
        (0.0, 0.5): (2, 0.25, 0.5),
        (0.9, 0.95): (3, 0.92, 0.667),
    }


def test_a_band_begins_with_its_lower_bound_and_the_last_one_holds_certainty() -> None:
    assert bands((True, 0.95), (True, 1.0), (False, 0.5), (True, 0.0)) == {
        (0.0, 0.5): (1, 0.0, 1.0),
        (0.5, 0.6): (1, 0.5, 0.0),
        (0.95, 1.0): (2, 0.975, 1.0),
    }


def test_claims_that_give_no_confidence_have_a_line_of_their_own() -> None:
    assert bands((True, None), (False, None), (True, 0.7)) == {(0.7, 0.8): (1, 0.7, 1.0), (None, None): (2, None, 0.5)}
