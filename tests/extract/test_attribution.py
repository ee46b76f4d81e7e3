"""Who says so."""

import pytest

from graph.extract.extractor import Extractor
from graph.records import Claim, Document


def claim_of(extractor: Extractor, text: str, relation: str = "PROCURES") -> Claim:
    return next(claim for claim in extractor.extract(Document("text", text)).claims if claim.relation == relation)


def test_a_plain_sentence_is_the_document_s_own(extractor: Extractor) -> None:
    claim = claim_of(extractor, "Poland bought Leopard 2 tanks.")
    assert (claim.reported, claim.attributed_to) == (False, None)


@pytest.mark.parametrize(
    "text",
    [
        "Germany said that Poland bought Leopard 2 tanks.",
        "Poland bought Leopard 2 tanks, Germany said.",
        "Poland bought Leopard 2 tanks, according to Germany.",
        "According to Germany, Poland bought Leopard 2 tanks.",
    ],
)
def test_the_speaker_is_the_entity_that_says_it(extractor: Extractor, text: str) -> None:
    claim = claim_of(extractor, text)
    assert claim.reported
    assert claim.attributed_to is not None
    assert (claim.attributed_to.text, claim.attributed_to.entity) == ("Germany", "DEU")


def test_a_speaker_who_is_no_entity_is_kept_as_written(extractor: Extractor) -> None:
    claim = claim_of(extractor, "Poland bought Leopard 2 tanks, according to a retired analyst.")
    assert claim.attributed_to is not None
    assert (claim.attributed_to.text, claim.attributed_to.entity) == ("a retired analyst", None)


@pytest.mark.parametrize(
    "text", ["Poland reportedly bought Leopard 2 tanks.", "Poland is reported to have bought Leopard 2 tanks."]
)
def test_hearsay_is_reported_to_nobody(extractor: Extractor, text: str) -> None:
    claim = claim_of(extractor, text)
    assert (claim.reported, claim.attributed_to) == (True, None)


def test_every_sentence_of_a_quotation_is_its_speaker_s(extractor: Extractor) -> None:
    text = "“The tender is over,” Mateusz Kowalski said. “Poland bought Leopard 2 tanks. It was a good choice for the army.”"
    claim = claim_of(extractor, text)
    assert claim.reported
    assert claim.attributed_to is not None
    assert claim.attributed_to.text == "Mateusz Kowalski"


def test_being_reported_and_being_possible_are_kept_apart(extractor: Extractor) -> None:
    claim = claim_of(extractor, "Poland may buy Leopard 2 tanks, Germany said.")
    assert (claim.modality, claim.reported) == ("possible", True)


def test_the_maker_named_in_a_reported_clause_is_the_document_s_own_claim(extractor: Extractor) -> None:
    text = "Germany said Poland bought Turkish Bayraktar TB2 drones."
    assert not claim_of(extractor, text, "MANUFACTURES").reported
