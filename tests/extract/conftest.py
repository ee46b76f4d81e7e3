"""One extractor for all tests of the claims: loading the parser takes a second."""

import pytest

from graph.extract.extractor import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()
