"""Laws of the extractor: nothing vanishes, every span quotes the text, the same text gives the same claims."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import EntenteError
from graph.extract import extractor as module
from graph.extract.annotate import Annotator
from graph.extract.arguments import Arguments
from graph.extract.cues import find_cues
from graph.extract.extractor import Extractor
from graph.extract.match import Reason
from graph.extract.sentences import read_sentences
from graph.extract.table import load_table
from graph.lexicon.lexicon import load_lexicon
from graph.records import Document, Extraction
from graph.schema.schema import load_schema

TEXT = """WARSAW — Poland signed a deal in March to buy 32 F-35 jets from the United States for $4.6 billion, officials said.

“We will deliver the first tanks next year,” Jan Novak, the chairman of Baykar, told reporters. The company denied that it had sold drones to Belarus.

Russia's invasion of Ukraine changed the market. The Swedish firm Saab and Embraer jointly produce the Gripen.
"""

ACTORS = ["Poland", "Turkey", "Morocco", "Hamas", "Baykar", "NATO", "Washington", "the ministry", "Brahim Ghali"]
VERBS = [
    "bought",
    "will sell",
    "may visit",
    "denied attacking",
    "was condemned by",
    "signed a deal with",
    "backs",
    "joined",
    "operates",
]
THINGS = [
    "13 Bayraktar TB2 drones",
    "Israel",
    "tanks from France",
    "Western Sahara",
    "the Abraham Accords",
    "Saab",
    "peace",
    "it",
]
sentences = st.builds(
    lambda actor, verb, thing: f"{actor[0].upper()}{actor[1:]} {verb} {thing}.",
    st.sampled_from(ACTORS),
    st.sampled_from(VERBS),
    st.sampled_from(THINGS),
)
texts = st.lists(sentences, min_size=1, max_size=6).map(" ".join)
slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(extractor: Extractor, text: str) -> Extraction:
    return extractor.extract(Document("text", text, published=date(2022, 5, 10)))


@slow
@given(texts)
def test_each_cue_ends_as_claims_or_as_exactly_one_rejection(extractor: Extractor, text: str) -> None:
    document = Document("text", text)
    nlp = extractor._nlp
    annotation = Annotator(nlp, load_lexicon()).annotate(document, nlp(text))
    arguments = Arguments(annotation, load_lexicon())
    cues = {
        (cue.word.start, cue.word.end)
        for sentence in read_sentences(annotation.doc)
        for cue in find_cues(sentence, load_table(), arguments)
    }
    extraction = extractor.extract(document)
    claimed = {claim.evidence.cue for claim in extraction.claims}
    by_rule = {claim.evidence.cue for claim in extraction.claims if not claim.rule.endswith(".learnt")}
    rejected = Counter((rejection.start, rejection.end) for rejection in extraction.rejections)
    assert by_rule | set(rejected) <= cues <= claimed | set(rejected)
    assert claimed & set(rejected) == set()
    assert set(rejected.values()) <= {1}


@slow
@given(texts)
def test_every_span_quotes_the_text_and_every_end_is_an_entity(extractor: Extractor, text: str) -> None:
    extraction = read(extractor, text)
    types = {entity.id: entity.type for entity in extraction.entities}
    for claim in extraction.claims:
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.sentence
        assert evidence.start <= evidence.cue[0] < evidence.cue[1] <= evidence.end
        assert load_schema().allows(types[claim.source], claim.relation, types[claim.target])
        assert claim.source != claim.target
        assert set(claim.roles) <= set(load_schema().relations[claim.relation].roles)
        assert set(claim.roles.values()) <= set(types)
        assert claim.attributed_to is None or claim.attributed_to.entity in {None, *types}
    for rejection in extraction.rejections:
        assert text[rejection.start : rejection.end] == rejection.cue
        assert rejection.reason in set(Reason)


def test_the_same_document_gives_the_same_extraction_in_another_process(extractor: Extractor) -> None:
    assert read(extractor, TEXT) == read(Extractor(), TEXT)


def test_claim_ids_are_unique_in_a_document(extractor: Extractor) -> None:
    ids = [claim.id for claim in read(extractor, TEXT * 2).claims]
    assert len(ids) == len(set(ids))


def test_documents_come_back_in_order_and_are_read_as_they_are_asked_for(extractor: Extractor) -> None:
    asked: list[int] = []

    def documents():  # type: ignore[no-untyped-def]
        for number in range(200):
            asked.append(number)
            yield Document(str(number), "Poland bought Leopard 2 tanks.")

    stream = extractor.extract_many(documents())
    assert next(stream).document.id == "0"
    assert len(asked) < 200
    assert [extraction.document.id for extraction in stream] == [str(number) for number in range(1, 200)]


def test_a_document_too_long_for_the_parser_is_read_in_parts(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(
        ["Nothing much happened in the hills that day."] * 40 + ["Poland bought Leopard 2 tanks."] + ["Rain fell."] * 40
    )
    monkeypatch.setattr(module, "PART", 500)
    [claim] = [claim for claim in read(extractor, text).claims if claim.relation == "PROCURES"]
    assert text[slice(*claim.evidence.cue)] == "bought"
    assert text[claim.evidence.start : claim.evidence.end].strip() == claim.evidence.sentence.strip()


def test_an_empty_text_claims_nothing(extractor: Extractor) -> None:
    extraction = read(extractor, "")
    assert (extraction.entities, extraction.claims, extraction.rejections) == ((), (), ())


def test_entities_without_claims_are_kept_with_their_mentions(extractor: Extractor) -> None:
    extraction = read(extractor, "The weather in Morocco was fine.")
    [entity] = [entity for entity in extraction.entities if entity.id == "MAR"]
    assert entity.mentions == ((15, 22),)
    assert extraction.claims == ()


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(EntenteError, match="xx_no_such_model"):
        Extractor("xx_no_such_model")


def test_a_purchase_from_a_stated_seller_is_also_a_supply(extractor: Extractor) -> None:
    extraction = read(extractor, "Poland bought 32 F-35 jets from the United States for $4.6 billion in 2020.")
    claims = {(claim.relation, claim.source, claim.target): claim for claim in extraction.claims}
    purchase = claims["PROCURES", "POL", "system:f-35-lightning-ii"]
    supply = claims["SUPPLIES", "USA", "POL"]
    assert purchase.roles == {"counterpart": "USA"}
    assert supply.roles == {"system": "system:f-35-lightning-ii"}
    assert purchase.quantity is not None
    assert purchase.quantity.number == 32
    assert purchase.value is not None
    assert (purchase.value.number, purchase.value.currency) == (4.6e9, "USD")
    assert purchase.when is not None
    assert purchase.when.iso == "2020"


def test_nationality_is_not_a_seller(extractor: Extractor) -> None:
    relations = {claim.relation for claim in read(extractor, "Poland bought Turkish Bayraktar TB2 drones.").claims}
    assert relations == {"PROCURES", "MANUFACTURES"}


def test_relative_dates_need_the_day_of_publication(extractor: Extractor) -> None:
    text = "Poland bought Leopard 2 tanks last year."
    dated = extractor.extract(Document("dated", text, published=date(2022, 5, 10))).claims[0]
    undated = extractor.extract(Document("undated", text)).claims[0]
    assert dated.when is not None
    assert undated.when is not None
    assert (dated.when.iso, undated.when.iso) == ("2021", None)
    assert undated.when.text == "last year"


def test_a_quoted_sentence_has_no_white_space_around_it(extractor: Extractor) -> None:
    text = "Finland joined NATO.\n\nMorocco ordered 13 drones.\n\nSweden joined NATO too."
    sentences = {claim.evidence.sentence for claim in extractor.extract(Document(id="a", text=text)).claims}
    assert sentences == {sentence.strip() for sentence in text.split("\n\n")}


@pytest.mark.parametrize(
    "words",
    ["Morocco ordered drones from Turkey and ", "Morocco, Israel and ", "Morocco's ", "Turkey sold 14 ", "buy "],
)
def test_text_that_never_ends_is_passed_over_with_a_reason(words: str, extractor: Extractor) -> None:
    found = extractor.extract(Document(id="a", text="The accords were signed by " + words * 1500))
    assert "too long for a sentence" in {rejection.reason for rejection in found.rejections}
