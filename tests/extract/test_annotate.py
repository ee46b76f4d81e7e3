"""What the annotation promises to the claim rules, whatever the text."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.extract.annotation import Annotation

Annotate = Callable[[str], Annotation]

PIECES = [
    "Morocco", "Israel's", "the Turkish", "13", "Bayraktar TB2", "drones", "will buy", "from", "Baykar", ",", "and", ".",
    "The two countries", "its", "the kingdom", "Navy", "F-35A", "(HAL)", "the company", "said", "it", "would", "in", "Tehran",
    "\n\n", "“", "”", "’s", "Houthi", "rebels", "a defence pact with", "President", "Amina Haddad", "Mk2", "-", "class",
]  # fmt: skip


def crossing(annotation: Annotation) -> list[tuple[str, str]]:
    spans = [(mention.start, mention.end) for mention in annotation.mentions]
    text = annotation.document.text
    return [(text[a:b], text[c:d]) for a, b in spans for c, d in spans if a < c < b < d]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_mentions_quote_the_text_in_order_and_never_cross(annotate: Annotate, pieces: list[str]) -> None:
    annotation = annotate(" ".join(pieces))
    text = annotation.document.text
    assert [mention.start for mention in annotation.mentions] == sorted(
        mention.start for mention in annotation.mentions
    )
    assert all(text[mention.start : mention.end] == mention.text for mention in annotation.mentions)
    assert crossing(annotation) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_mention_has_its_entity_and_every_head_its_mention(annotate: Annotate, pieces: list[str]) -> None:
    annotation = annotate(" ".join(pieces))
    assert {mention.entity for mention in annotation.mentions} == set(annotation.entities)
    for mention in [*annotation.heads.values(), *(m for more in annotation.more.values() for m in more)]:
        assert mention in annotation.mentions
        assert (mention.start, mention.end) in annotation.entities[mention.entity].mentions


def test_the_same_text_is_read_the_same_way_twice(annotate: Annotate) -> None:
    text = "The UAE and Oman bought 40 Leclerc tanks. The two countries said they were pleased."
    assert annotate(text).mentions == annotate(text).mentions


def test_an_empty_document_names_nothing(annotate: Annotate) -> None:
    annotation = annotate("")
    assert (annotation.mentions, annotation.entities, annotation.heads) == ([], {}, {})


def test_the_first_article_names_whom_it_speaks_of(annotate: Annotate) -> None:
    shared = Path(os.environ.get("ENTENTE_SHARED", Path(__file__).parents[3] / "shared"))
    article = shared / "seed" / "article.txt"
    if not article.exists():
        pytest.skip(f"the article {article} is not on this machine")
    names = {entity.name for entity in annotate(article.read_text(encoding="utf-8")).entities.values()}
    assert names >= {
        "Morocco", "Israel", "Türkiye", "United Arab Emirates", "Bahrain", "Sudan", "United States", "Algeria",
        "Polisario Front", "Abraham Accords", "Bayraktar TB2", "Hermes 900", "MA-1", "Bio Cellular Design Aeronautics",
        "Mohammad Shkeir", "Western Sahara", "Marrakech Air Show 2018", "kamikaze drones",
    }  # fmt: skip
