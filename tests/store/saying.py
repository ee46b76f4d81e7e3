"""Articles made of plain claims, each a sentence of its own, with every offset right; no parser needed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from graph.records import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    Evidence,
    Extraction,
    Modality,
    Rejection,
    When,
    make_claim_id,
)
from graph.schema.schema import load_schema
from graph.store.store import Store

ENTITIES = {
    "MAR": Entity("MAR", "State", "Morocco", ("Kingdom of Morocco",), known=True),
    "ISR": Entity("ISR", "State", "Israel", ("State of Israel",), known=True),
    "TUR": Entity("TUR", "State", "Türkiye", ("Turkey",), known=True),
    "DZA": Entity("DZA", "State", "Algeria", (), known=True),
    "system:bayraktar-tb2": Entity("system:bayraktar-tb2", "System", "Bayraktar TB2", ("TB2",), known=True),
    "system:hermes-900": Entity("system:hermes-900", "System", "Hermes 900", (), known=True),
    "firm:baykar": Entity("firm:baykar", "Firm", "Baykar", ("Baykar Tech",), known=True),
    "firm:atlas-works": Entity("firm:atlas-works", "Firm", "Atlas Works"),
    "firm:atlas-works-ltd": Entity("firm:atlas-works-ltd", "Firm", "Atlas Works Ltd"),
    "system:sky": Entity("system:sky", "System", "Sky"),
    "system:sky-a": Entity("system:sky-a", "System", "Sky A", family="system:sky"),
    "system:heaven": Entity("system:heaven", "System", "Heaven"),
    "firm:atlas": Entity("firm:atlas", "Firm", "Atlas", ("Atlas Ltd",)),
    "group:atlas-guild": Entity("group:atlas-guild", "Group", "Atlas Guild"),
    "agreement:abraham-accords": Entity("agreement:abraham-accords", "Agreement", "Abraham Accords", known=True),
    "person:jane-roe": Entity("person:jane-roe", "Person", "Jane Roe"),
}
DAY = date(2021, 11, 22)


@dataclass(frozen=True)
class Says:
    """One sentence: source, relation, target, and what else a claim may have."""

    source: str
    relation: str
    target: str
    modality: Modality = Modality.ASSERTED
    more: Mapping[str, Any] = field(default_factory=dict)


def says(source: str, relation: str, target: str, modality: str = "asserted", **more: Any) -> Says:
    return Says(source, relation, target, Modality(modality), more)


def article(
    id: str,
    *sayings: Says,
    published: date | None = DAY,
    source: str | None = None,
    title: str | None = None,
    rejections: tuple[Rejection, ...] = (),
) -> Extraction:
    sentences = [_sentence(each) for each in sayings]
    text = "\n\n".join(["An article.", *sentences])
    document = Document(id, text, title or f"Title of {id}", "The Paper", "A. Writer", published, None, source)
    claims, start = [], len("An article.") + 2
    for each, sentence in zip(sayings, sentences, strict=True):
        claims.append(_claim(document, each, sentence, start))
        start += len(sentence) + 2
    return Extraction(document, _entities(claims), tuple(claims), rejections)


def dump(store: Store) -> list[Any]:
    """Everything in the store that a reader could notice, in a fixed order."""
    nodes = store.driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS said").records
    edges = store.driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.cue) AS a, type(r) AS type, properties(r) AS said, coalesce(b.id, b.cue) AS b"
    ).records
    return sorted(
        repr(_ordered(record.data())) for record in [*nodes, *edges] if "Schema" not in record.data().get("labels", ())
    )


def _ordered(value: Any) -> Any:
    return sorted((key, _ordered(item)) for key, item in value.items()) if isinstance(value, dict) else value


def _sentence(each: Says) -> str:
    phrase = load_schema().phrase(each.relation)
    return f"{ENTITIES[each.source].name} {phrase} {ENTITIES[each.target].name}."


def _claim(document: Document, each: Says, sentence: str, start: int) -> Claim:
    source, target = ENTITIES[each.source].name, ENTITIES[each.target].name
    first = (start, start + len(source))
    last = (start + len(sentence) - 1 - len(target), start + len(sentence) - 1)
    cue = (first[1] + 1, last[0] - 1)
    evidence = Evidence(sentence, start, start + len(sentence), cue, first, last)
    claim = Claim(
        make_claim_id(document.id, each.relation, evidence),
        document.id,
        each.relation,
        each.source,
        each.target,
        each.modality,
        evidence,
        rule="plain",
        reported_on=document.published,
    )
    return replace(claim, **each.more)


def _entities(claims: list[Claim]) -> tuple[Entity, ...]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for claim in claims:
        spans.setdefault(claim.source, []).append(claim.evidence.source)
        spans.setdefault(claim.target, []).append(claim.evidence.target)
        speaker = claim.attributed_to.entity if claim.attributed_to else None
        for other in (*claim.roles.values(), speaker):
            if other:
                spans.setdefault(other, [])
    return tuple(replace(ENTITIES[id], mentions=tuple(where)) for id, where in spans.items())


__all__ = ["DAY", "ENTITIES", "Amount", "Attribution", "Says", "When", "article", "dump", "says"]
