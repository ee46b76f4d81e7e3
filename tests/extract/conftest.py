"""One extractor and one annotator for all tests: loading the parser takes a second."""

from collections.abc import Callable

import pytest

from graph.extract.annotate import Annotator
from graph.extract.annotation import Annotation
from graph.extract.extractor import Extractor
from graph.extract.nlp import load_nlp
from graph.lexicon.lexicon import load_lexicon
from graph.records import Document
from graph.settings import DEFAULT_NLP_MODEL


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Annotation]:
    """Text to annotation, by the small English pipeline."""
    nlp = load_nlp(DEFAULT_NLP_MODEL)
    annotator = Annotator(nlp, load_lexicon())

    def annotated(text: str) -> Annotation:
        return annotator.annotate(Document("test", text), nlp(text))

    return annotated
