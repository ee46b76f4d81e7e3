"""What annotated news taught: which pairs are looked at, what is seen of them, and how it joins the rules."""

import pytest

from graph.extract.claims import find_claims
from graph.extract.extractor import Extractor
from graph.extract.learnt.candidates import Pairs
from graph.extract.learnt.features import Viewer, cue_vocabulary
from graph.extract.learnt.judge import Judge
from graph.extract.learnt.weigh import Weigher
from graph.extract.learnt.weights import Learnt, Weights, load_weights
from graph.extract.sentences import read_sentences
from graph.extract.table import load_table
from graph.lexicon.lexicon import load_lexicon
from graph.records import Claim, Document, Rejection
from graph.schema.schema import load_schema

BUYING = "Poland bought Leopard 2 tanks from Germany."


@pytest.fixture
def claims_with(annotate):
    """The claims and rejections of a text under given weights."""

    def found(text: str, weights: Weights) -> tuple[list[Claim], list[Rejection]]:
        schema, table = load_schema(), load_table()
        weigher = Weigher(Judge(weights, table, schema), schema)
        return find_claims(annotate(text), table, schema, load_lexicon(), weigher)

    return found


def weights_of(**learnt: Learnt) -> Weights:
    """Weights that know only the relations given; all others are held to be as unlikely as can be."""
    relations = {name: Learnt(bias=-20, weights={}) for name in load_schema().relations} | learnt
    return Weights(relations=relations, keep=0.1, claim=0.5, rule=((0, 0.4), (0.6, 0.9)), alone=((0, 0.3), (0.6, 0.7)))


def seen(annotate, text: str) -> dict[tuple[str, str], list[str]]:
    annotation = annotate(text)
    sentences = read_sentences(annotation.doc)
    pairs = Pairs(annotation, sentences)
    viewer = Viewer(sentences[0], pairs, [], cue_vocabulary(load_table()), load_schema())
    return {candidate.ends: viewer.features(candidate) for candidate in pairs.of(sentences[0])}


def test_only_pairs_that_the_schema_can_join_are_looked_at(annotate) -> None:
    assert set(seen(annotate, BUYING)) == {
        ("POL", "system:leopard-2"),
        ("DEU", "system:leopard-2"),
        ("POL", "DEU"),
        ("DEU", "POL"),
    }


def test_a_feature_reads_aloud_and_names_no_entity(annotate) -> None:
    features = seen(annotate, BUYING)["POL", "DEU"]
    assert "on:buy" in features
    assert "cue on:PROCURES" in features
    assert not any("Poland" in feature or "leopard" in feature.lower() for feature in features)


def test_the_same_sentence_looks_the_same_in_a_long_article(annotate) -> None:
    alone = seen(annotate, BUYING)
    assert seen(annotate, f"{BUYING} France sent Caesar howitzers to Ukraine. Poland is a member of NATO.") == alone


def test_without_a_rule_a_likely_pair_is_claimed_with_its_reasons(claims_with) -> None:
    learnt = Learnt(bias=-3, weights={"on:court": 2.5, "types:State>State": 1.5, "on:with": -0.1})
    claims, _ = claims_with("Serbia courted Hungary with gifts.", weights_of(SUPPORTS=learnt))
    supports = [claim for claim in claims if claim.relation == "SUPPORTS" and claim.source == "SRB"]
    assert [(claim.target, claim.rule, claim.confidence) for claim in supports] == [("HUN", "supports.learnt", 0.7)]
    assert supports[0].reasons == ("on:court", "types:State>State")


def test_an_unlikely_claim_of_a_rule_is_refused_and_said_so(claims_with) -> None:
    claims, rejections = claims_with(BUYING, weights_of())
    assert not claims
    assert "unlike what annotated news taught" in [rejection.reason for rejection in rejections]


def test_a_rule_s_claim_carries_the_share_that_proved_right(claims_with) -> None:
    claims, _ = claims_with(BUYING, weights_of(PROCURES=Learnt(bias=1, weights={})))
    procures = [claim for claim in claims if claim.source == "POL" and claim.target == "system:leopard-2"]
    assert [(claim.confidence, claim.reasons) for claim in procures] == [(0.9, ())]
    assert procures[0].rule != "procures.learnt"


def test_what_a_rule_says_is_not_said_again(extractor: Extractor) -> None:
    claims = extractor.extract(Document("text", "Poland and Germany signed a defence pact.")).claims
    keys = [(claim.relation, *sorted((claim.source, claim.target))) for claim in claims]
    assert len(keys) == len(set(keys))


def test_the_shipped_weights_know_every_relation_and_no_other() -> None:
    assert set(load_weights().relations) == set(load_schema().relations)


def test_confidence_never_falls_as_the_score_rises() -> None:
    weights = load_weights()
    for by_rule in (True, False):
        shares = [weights.confidence(score / 100, by_rule) for score in range(101)]
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)


def test_most_examples_of_the_rules_survive_the_weights(extractor: Extractor, rules: Extractor) -> None:
    texts = [
        BUYING,
        "Iran attacked Israel.",
        "Emmanuel Macron, the president of France, visited Kyiv.",
        "Turkey is a NATO member.",
    ]
    for text in texts:
        said = {(claim.relation, claim.source, claim.target) for claim in rules.extract(Document("text", text)).claims}
        kept = {
            (claim.relation, claim.source, claim.target) for claim in extractor.extract(Document("text", text)).claims
        }
        assert said <= kept, text


def test_rules_alone_claim_without_confidence(rules: Extractor) -> None:
    claims = rules.extract(Document("text", BUYING)).claims
    assert claims
    assert {claim.confidence for claim in claims} == {None}
