import pytest
from spacy.language import Language

from graph.errors import EntenteError
from graph.extract.nlp import load_nlp
from graph.settings import DEFAULT_NLP_MODEL


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_nlp(DEFAULT_NLP_MODEL)


@pytest.mark.parametrize("form", ["co-produce", "co-producing", "co-produced"])
def test_joint_work_is_one_verb(nlp: Language, form: str) -> None:
    token = next(token for token in nlp(f"The two firms are said to be {form} it.") if token.text == form)
    assert token.lemma_ == "co-produce"


def test_a_participle_after_initials_is_a_word_of_its_own(nlp: Language) -> None:
    assert [token.text for token in nlp("A U.S.-made jet")] == ["A", "U.S.", "-", "made", "jet"]


def test_a_blank_line_ends_a_sentence(nlp: Language) -> None:
    sentences = nlp("Talks on frigates\n\nSpain said it agreed").sents
    assert [sentence.text.strip() for sentence in sentences] == ["Talks on frigates", "Spain said it agreed"]


def test_a_wrapped_line_does_not(nlp: Language) -> None:
    text = "Officials of the ministry said after the meeting that the new\nfrigates would be built in Spain."
    assert len(list(nlp(text).sents)) == 1


def test_a_missing_pipeline_is_named_with_those_that_are_there() -> None:
    with pytest.raises(EntenteError, match=r"'xx_no_such'.*en_core_web_sm"):
        load_nlp("xx_no_such")


@pytest.mark.parametrize(
    "dateline",
    ["RABAT (ESW) - ", "BEIRUT — ", "WASHINGTON, Dec. 3, 2020 – ", "KYIV, Ukraine (AP) — ", "TEL AVIV/RABAT -- "],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str, nlp: Language) -> None:
    doc = nlp(dateline + "Israel and Morocco agreed to build drones.")
    assert any(sentence.text.startswith("Israel") for sentence in doc.sents)
