"""The laws that hold for every claim, whatever a language model answers."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.extract.annotate import Annotator
from graph.lexicon.lexicon import load_lexicon
from graph.llm.claims import Ledger
from graph.records import Document, Modality
from graph.schema.schema import load_schema
from tests.llm.endpoint import Said, named, said

SCHEMA = load_schema()
TEXT = (
    "The Moroccan army bought 13 Bayraktar TB2 drones from Baykar for $70 million in April 2021, Algeria's foreign "
    "minister said in Tunis. It already flies three Wing Loong II.\n\nMorocco and Israel signed the Abraham Accords; "
    "both countries will build attack drones. Rebels of the Polisario Front attacked the kingdom near Guelta Zemmur."
)
WORDS = TEXT.split()
STRETCHES = st.builds(
    lambda start, length: " ".join(WORDS[start : start + length]), st.integers(0, len(WORDS) - 1), st.integers(0, 4)
)
SENTENCES = st.sampled_from([*TEXT.replace("\n\n", " ").split(". "), TEXT, "Morocco bought nothing.", "", "."])
WORDING = STRETCHES | st.sampled_from(["Morocco", "Morocco's", "Spain", "drones", "", "\x00", "\ud800"])
NAMED = st.fixed_dictionaries(
    {"words": WORDING, "name": st.none() | WORDING, "type": st.sampled_from([*SCHEMA.entities, "Kingdom"])}
)
ROLES = st.builds(
    lambda named, role: {**named, "role": role}, NAMED, st.sampled_from(["system", "place", "counterpart", "x"])
)
ITEMS: st.SearchStrategy[Said] = st.fixed_dictionaries(
    {
        "sentence": SENTENCES,
        "relation": st.sampled_from([*SCHEMA.relations, "LOVES"]),
        "source": NAMED,
        "target": NAMED,
        "modality": st.sampled_from(list(Modality)),
        "cue": st.none() | WORDING,
        "reported": st.booleans(),
        "speaker": st.none() | WORDING,
        "roles": st.lists(ROLES, max_size=2),
        "quantity": st.none() | WORDING,
        "value": st.none() | WORDING,
        "date": st.none() | WORDING,
    }
)


FIRST, LAST = TEXT.split(". ")[0], TEXT.split(". ")[-1]
RIGHT = (
    said(FIRST, "PROCURES", named("The Moroccan army", "State"), named("Bayraktar TB2 drones", "System"), "bought"),
    said(FIRST, "SUPPLIES", named("Baykar", "Firm"), named("The Moroccan army", "State", "Morocco"), "bought"),
    said(
        "It already flies three Wing Loong II.",
        "OPERATES",
        named("It", "State", "Moroccan"),
        named("Wing Loong II", "System"),
        "flies",
    ),
    said(
        "Morocco and Israel signed",
        "SIGNS",
        named("Israel", "State"),
        named("the Abraham Accords", "Agreement"),
        "signed",
    ),
    said(
        "both countries will build attack drones.",
        "CO_PRODUCES",
        named("Israel", "State"),
        named("Morocco", "State"),
        "build",
    ),
    said(LAST, "ATTACKS", named("the Polisario Front", "Group"), named("the kingdom", "State", "Morocco"), "attacked"),
)
SPOILT = st.builds(
    lambda right, wrong, keys: {**right, **{key: wrong[key] for key in keys}},
    st.sampled_from(RIGHT),
    ITEMS,
    st.sets(st.sampled_from(list(RIGHT[0])), max_size=3),
)


@given(items=st.lists(SPOILT | ITEMS | st.none() | st.text(max_size=3), max_size=12))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_claim_is_in_the_text_and_in_the_schema(annotator: Annotator, items: list[Any]) -> None:
    annotation = annotator.annotate(Document("law", TEXT), annotator.nlp(TEXT))
    ledger = Ledger(annotation, load_lexicon(), SCHEMA, "llm:parrot")
    ledger.take(items, (0, len(TEXT)))
    assert len(ledger.claims) + len(ledger.rejections) >= len(items)
    assert len({claim.id for claim in ledger.claims}) == len(ledger.claims)
    for claim in ledger.claims:
        evidence, entities = claim.evidence, ledger.entities
        assert TEXT[evidence.start : evidence.end] == evidence.sentence
        for start, end in (evidence.source, evidence.target, evidence.cue):
            assert evidence.start <= start < end <= evidence.end
        assert SCHEMA.allows(entities[claim.source].type, claim.relation, entities[claim.target].type)
        assert claim.source != claim.target
        assert set(claim.roles) <= set(SCHEMA.relations[claim.relation].roles)
        assert all(entities[entity].mentions for entity in (claim.source, claim.target, *claim.roles.values()))
    for rejection in ledger.rejections:
        assert 0 <= rejection.start < rejection.end <= len(TEXT)
        (rejection.cue + rejection.sentence).encode()


def test_what_is_right_is_a_claim(annotator: Annotator) -> None:
    ledger = Ledger(
        annotator.annotate(Document("law", TEXT), annotator.nlp(TEXT)), load_lexicon(), SCHEMA, "llm:parrot"
    )
    ledger.take(RIGHT, (0, len(TEXT)))
    assert not ledger.rejections
    assert [(claim.source, claim.relation, claim.target) for claim in ledger.claims] == [
        ("MAR", "PROCURES", "system:bayraktar-tb2"),
        ("firm:baykar", "SUPPLIES", "MAR"),
        ("MAR", "OPERATES", "system:wing-loong-ii"),
        ("ISR", "SIGNS", "agreement:abraham-accords"),
        ("MAR", "CO_PRODUCES", "ISR"),
        ("group:polisario-front", "ATTACKS", "MAR"),
    ]
