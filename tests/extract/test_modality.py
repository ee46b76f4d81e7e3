"""How firmly a claim is put, on sentences that differ only in that."""

import pytest

from graph.extract.extractor import Extractor
from graph.records import Claim, Document


def claim_of(extractor: Extractor, text: str, relation: str = "PROCURES") -> Claim:
    return next(claim for claim in extractor.extract(Document("text", text)).claims if claim.relation == relation)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Poland bought Leopard 2 tanks.", "asserted"),
        ("Poland has signed a deal to buy Leopard 2 tanks.", "asserted"),
        ("Poland agreed to buy Leopard 2 tanks.", "asserted"),
        ("Poland will buy Leopard 2 tanks.", "expected"),
        ("Poland plans to buy Leopard 2 tanks.", "expected"),
        ("Poland is expected to buy Leopard 2 tanks.", "expected"),
        ("Poland is to buy Leopard 2 tanks.", "expected"),
        ("Poland is set to buy Leopard 2 tanks.", "expected"),
        ("Poland may buy Leopard 2 tanks.", "possible"),
        ("Poland wants to buy Leopard 2 tanks.", "possible"),
        ("Poland is considering buying Leopard 2 tanks.", "possible"),
        ("Poland is in talks to buy Leopard 2 tanks.", "possible"),
        ("Poland is likely to buy Leopard 2 tanks.", "possible"),
        ("If Poland buys Leopard 2 tanks, prices rise.", "possible"),
        ("Poland did not buy Leopard 2 tanks.", "denied"),
        ("Poland never bought Leopard 2 tanks.", "denied"),
        ("Poland refused to buy Leopard 2 tanks.", "denied"),
        ("Poland cancelled the purchase of Leopard 2 tanks.", "denied"),
        ("Poland will not only buy Leopard 2 tanks but train crews.", "expected"),
    ],
)
def test_the_words_around_the_cue_decide(extractor: Extractor, text: str, modality: str) -> None:
    assert claim_of(extractor, text).modality == modality


def test_what_is_presupposed_stays_asserted_in_a_denial(extractor: Extractor) -> None:
    text = "Poland will not buy Turkish Bayraktar TB2 drones."
    assert claim_of(extractor, text, "PROCURES").modality == "denied"
    assert claim_of(extractor, text, "MANUFACTURES").modality == "asserted"


def test_a_lifted_embargo_is_a_denied_sanction(extractor: Extractor) -> None:
    assert claim_of(extractor, "Washington lifted sanctions on Sudan.", "SANCTIONS").modality == "denied"


def test_what_may_be_agreed_with_somebody_is_no_more_than_possible(extractor: Extractor) -> None:
    text = "Chile can buy Turkish drones and can agree with Peru to build frigates."
    assert claim_of(extractor, text, "CO_PRODUCES").modality == "possible"
    assert claim_of(extractor, "Chile agreed with Peru to build frigates.", "CO_PRODUCES").modality == "asserted"
