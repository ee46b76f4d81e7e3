"""One extractor and one annotator for all tests: loading the parser takes a second."""

from collections.abc import Callable

import pytest

from graph.extract.annotate import Annotator
from graph.extract.annotation import Annotation
from graph.extract.extractor import Extractor
from graph.extract.learnt.weigh import RulesAlone
from graph.extract.nlp import load_nlp
from graph.lexicon.lexicon import load_lexicon
from graph.records import Document
from graph.settings import DEFAULT_NLP_MODEL


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def rules() -> Extractor:
    """The relation table without the learnt weights, for tests of what the rules themselves say."""
    return Extractor(weigher=RulesAlone())


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Annotation]:
    """Text to annotation, by the small English pipeline."""
    nlp = load_nlp(DEFAULT_NLP_MODEL)
    annotator = Annotator(nlp, load_lexicon())

    def annotated(text: str) -> Annotation:
        return annotator.annotate(Document("test", text), nlp(text))

    return annotated


@pytest.fixture(scope="session")
def named(annotate: Callable[[str], Annotation]) -> Callable[[str], dict[str, str]]:
    """The mentions of a text, as written, and the ids they stand for."""
    return lambda text: {mention.text: mention.entity for mention in annotate(text).mentions}


@pytest.fixture(scope="session")
def leads(annotate: Callable[[str], Annotation]) -> Callable[[str, str], list[str]]:
    """The ids that a word leads to, where it stands last in the text; none where it stands for nothing."""

    def led(text: str, word: str) -> list[str]:
        annotation = annotate(text)
        token = [token.i for token in annotation.doc if token.text == word][-1]
        return [mention.entity for mention in annotation.mentions_at(token)]

    return led
