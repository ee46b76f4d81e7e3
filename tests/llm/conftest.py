"""A stand-in language model for each test, and the engine set up to ask it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.extract.annotate import Annotator
from graph.extract.nlp import load_nlp
from graph.lexicon.lexicon import load_lexicon
from graph.llm.engine import LlmExtractor
from graph.settings import DEFAULT_NLP_MODEL, Settings
from graph.settings import Endpoint as EndpointSettings
from tests.llm.endpoint import Endpoint, serving

KEY = "sk-very-secret-1234"


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving() as endpoint:
        yield endpoint


@pytest.fixture
def llm_settings(endpoint: Endpoint, tmp_path: Path) -> Settings:
    """Settings with which the engine asks the stand-in, keeps its answers in the test's folder, and tries twice again."""
    llm = EndpointSettings(endpoint.url, "parrot", KEY, timeout=20, retries=2)
    return replace(Settings.from_env({}), data=tmp_path / "data", llm=llm)


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The parser, loaded once."""
    return Annotator(load_nlp(DEFAULT_NLP_MODEL), load_lexicon())


@pytest.fixture
def make_engine(llm_settings: Settings, annotator: Annotator) -> Callable[..., LlmExtractor]:
    """A new engine, as a new run has it; its settings of the endpoint may be changed."""
    return lambda **changes: LlmExtractor(replace(llm_settings, llm=replace(llm_settings.llm, **changes)), annotator)
