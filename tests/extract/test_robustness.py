"""Whatever is sent in: no exception, every offset quotes the text, and the same text gives the same extraction."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.export.jsonl import to_line
from graph.extract.extractor import Extractor
from graph.records import Document, Extraction
from tests.extract.mangled import make_giants, make_texts

COUNT = 10_000
GIANTS = make_giants()


def check(found: Extraction, text: str) -> None:
    """The laws of an extraction's offsets and ids. Raises AssertionError where one is broken."""
    ids = {entity.id for entity in found.entities}
    assert found.document.text == text
    for entity in found.entities:
        assert entity.mentions
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in entity.mentions)
    for claim in found.claims:
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.sentence
        for start, end in (evidence.cue, evidence.source, evidence.target):
            assert 0 <= start < end <= len(text)
        assert evidence.start <= evidence.cue[0] < evidence.cue[1] <= evidence.end
        assert {claim.source, claim.target, *claim.roles.values()} <= ids
        spoken = [claim.attributed_to, claim.quantity, claim.value, claim.when]
        assert all(plain(one.text) in plain(text) for one in spoken if one)
    for rejection in found.rejections:
        assert text[rejection.start : rejection.end] == rejection.cue
        assert rejection.cue in rejection.sentence
        assert rejection.sentence in text
    assert len({claim.id for claim in found.claims}) == len(found.claims)


def plain(words: str) -> str:
    return " ".join(words.split())


def documents(texts: list[str]) -> list[Document]:
    return [Document(str(number), text) for number, text in enumerate(texts)]


@pytest.mark.timeout(600)
def test_ten_thousand_mangled_texts(extractor: Extractor) -> None:
    given_ = documents(make_texts(COUNT))
    lines = []
    for document, found in zip(given_, extractor.extract_many(given_), strict=True):
        check(found, document.text)
        lines.append(hash(to_line(found)))
    some = range(0, COUNT, 4)
    again = extractor.extract_many([given_[number] for number in reversed(some)])
    assert [hash(to_line(found)) for found in again] == [lines[number] for number in reversed(some)]


@pytest.mark.parametrize("name", GIANTS)
def test_a_giant(name: str, extractor: Extractor) -> None:
    check(extractor.extract(Document("giant", GIANTS[name])), GIANTS[name])


MEASURE = """
import sys
from pathlib import Path
from graph.extract.extractor import Extractor
from graph.records import Document
Extractor().extract(Document("giant", sys.stdin.read()))
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def test_giants_take_less_than_a_gigabyte() -> None:
    # In a process of its own, by the high-water mark of its own memory: getrusage would hand down that of its parent.
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], input=GIANTS["one line of news"], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) * 1024 < 2**30


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_any_text_at_all(extractor: Extractor, texts: list[str]) -> None:
    read = list(extractor.extract_many(documents(texts)))
    for found, text in zip(read, texts, strict=True):
        check(found, text)
    assert [extractor.extract(document) for document in documents(texts)] == read
