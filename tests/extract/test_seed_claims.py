"""What must be found in the article that the project began with; its text is not part of the project."""

import os
from datetime import date
from pathlib import Path

import pytest

from graph.extract.extractor import Extractor
from graph.records import Claim, Document, Extraction, Modality

SHARED = Path(os.environ.get("ENTENTE_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLE = SHARED / "seed" / "article.txt"
TB2 = "system:bayraktar-tb2"
BIO_CELLULAR = "firm:bio-cellular-design-aeronautics"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason=f"the seed article isn't at {ARTICLE}")


@pytest.fixture(scope="module")
def extraction(extractor: Extractor) -> Extraction:
    text = ARTICLE.read_text(encoding="utf-8")
    return extractor.extract(Document("seed", text, published=date(2021, 11, 22)))


def claims_of(extraction: Extraction, relation: str, source: str, target: str) -> list[Claim]:
    ends = (
        {(source, target), (target, source)}
        if relation in ("CO_PRODUCES", "NORMALIZES", "ALLIES_WITH")
        else {(source, target)}
    )
    return [claim for claim in extraction.claims if claim.relation == relation and (claim.source, claim.target) in ends]


def test_co_production_is_expected_and_attributed_to_the_expert(extraction: Extraction) -> None:
    claim = claims_of(extraction, "CO_PRODUCES", "MAR", "ISR")[0]
    assert claim.modality is Modality.EXPECTED
    assert claim.roles["system"] == "system:kamikaze-drone"
    assert claim.reported
    assert claim.attributed_to is not None
    assert "Moroccan" in claim.attributed_to.text
    assert claim.attributed_to.text.endswith("expert")


def test_the_drone_purchase_is_asserted_reported_counted_and_dated(extraction: Extraction) -> None:
    [claim] = claims_of(extraction, "PROCURES", "MAR", TB2)
    assert (claim.modality, claim.reported, claim.attributed_to) == (Modality.ASSERTED, True, None)
    assert claim.quantity is not None
    assert claim.quantity.number == 13
    assert claim.when is not None
    assert (claim.when.text, claim.when.iso) == ("April", "2021-04")


@pytest.mark.parametrize("state", ["MAR", "ARE", "BHR", "SDN"])
def test_four_states_normalized_relations_under_the_accords_in_2020(extraction: Extraction, state: str) -> None:
    [claim] = claims_of(extraction, "NORMALIZES", state, "ISR")
    assert claim.roles["under"] == "agreement:abraham-accords"
    assert claim.when is not None
    assert claim.when.iso == "2020"
    assert claim.modality is Modality.ASSERTED


@pytest.mark.parametrize(
    ("relation", "source", "target"),
    [
        ("MANUFACTURES", "TUR", TB2),
        ("BROKERS", "USA", "agreement:abraham-accords"),
        ("OPPOSES", "MAR", "DZA"),
        ("OPPOSES", "MAR", "group:polisario-front"),
        ("OPPOSES", "group:polisario-front", "MAR"),
        ("ALLIES_WITH", "MAR", "USA"),
        ("BASED_IN", BIO_CELLULAR, "MAR"),
    ],
)
def test_the_claim_is_found(extraction: Extraction, relation: str, source: str, target: str) -> None:
    assert claims_of(extraction, relation, source, target)


def test_the_prototype_was_displayed_at_an_event_of_2018(extraction: Extraction) -> None:
    [claim] = claims_of(extraction, "DISPLAYS", BIO_CELLULAR, "system:ma-1")
    assert "marrakech-air-show" in claim.roles["event"]
    assert claim.when is not None
    assert claim.when.iso == "2018"


def test_four_munitions_were_sent_from_israel(extraction: Extraction) -> None:
    claims = claims_of(extraction, "SUPPLIES", "ISR", "MAR")
    assert [
        (claim.roles["system"], claim.quantity and claim.quantity.number) for claim in claims if claim.quantity
    ] == [("system:hermes-900", 4)]


def test_that_no_moroccan_company_was_chosen_is_no_asserted_claim(extraction: Extraction) -> None:
    said = [claim for claim in extraction.claims if "been chosen" in claim.evidence.sentence]
    assert [claim for claim in said if claim.source == "MAR" and claim.modality is Modality.ASSERTED] == []


def test_nobody_controls_a_wall(extraction: Extraction) -> None:
    assert [
        claim.target for claim in extraction.claims if claim.relation == "CONTROLS" and "wall" in claim.target
    ] == []


def test_no_claim_says_that_the_drones_are_already_made_together(extraction: Extraction) -> None:
    said = [claim.modality for claim in extraction.claims if claim.relation == "CO_PRODUCES"]
    assert said
    assert "asserted" not in said
