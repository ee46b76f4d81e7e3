"""The example sentences inside the rule files: each must, or mustn't, become a claim of its relation."""

import re
from collections.abc import Iterator

import pytest

from graph.extract.extractor import Extractor
from graph.extract.table import Example, iter_rule_files
from graph.records import Document
from graph.schema.schema import load_schema


def _matches() -> Iterator[object]:
    for file in iter_rule_files():
        for example in file.matches:
            yield pytest.param(file.relation, example, id=f"{file.relation}: {example.text}")


def _refuses() -> Iterator[object]:
    for file in iter_rule_files():
        for text in file.refuses:
            yield pytest.param(file.relation, text, id=f"{file.relation}: {text}")


def test_every_relation_has_a_rule_file_with_examples_both_ways() -> None:
    found = {file.relation for file in iter_rule_files() if file.matches and file.refuses}
    assert found == set(load_schema().relations)


@pytest.mark.parametrize(("relation", "example"), _matches())
def test_the_example_makes_the_claim(rules: Extractor, relation: str, example: Example) -> None:
    source, target = re.split(r"\s*->\s*", example.claim)
    claims = rules.extract(Document("example", example.text)).claims
    assert (relation, source, target, example.modality) in [
        (claim.relation, claim.source, claim.target, claim.modality) for claim in claims
    ]


@pytest.mark.parametrize(("relation", "text"), _refuses())
def test_the_example_makes_no_claim_of_the_relation(rules: Extractor, relation: str, text: str) -> None:
    claims = rules.extract(Document("example", text)).claims
    assert [claim for claim in claims if claim.relation == relation] == []


@pytest.mark.parametrize("relation", list(load_schema().relations))
def test_the_schema_s_own_example_makes_a_claim(rules: Extractor, relation: str) -> None:
    text = load_schema().relations[relation].example
    assert relation in [claim.relation for claim in rules.extract(Document("example", text)).claims]
