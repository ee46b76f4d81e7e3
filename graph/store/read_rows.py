"""Rows from the database as the view's records."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.records import Modality, Span, Verdict
from graph.schema.schema import Schema
from graph.store.rows import read_whole
from graph.store.view_records import (
    Card,
    Counts,
    Edge,
    MentionedEntity,
    Named,
    Node,
    StoredClaim,
    StoredDocument,
    StoredRejection,
)

Row = Mapping[str, Any]


def read_node(row: Row) -> Node:
    """An entity with its counts."""
    return Node(
        id=row["id"],
        type=row["type"],
        name=read_whole(row, "name"),
        aliases=tuple(row.get("aliases") or ()),
        known=bool(row.get("known")),
        generic=bool(row.get("generic")),
        family=row.get("family"),
        neighbours=row["neighbours"],
        claims=row["claims"],
        documents=row["documents"],
    )


def read_edge(row: Row) -> Edge:
    """An edge with its counts."""
    return Edge(
        source=row["source"],
        relation=row["relation"],
        target=row["target"],
        modality=Modality(row["modality"]),
        claims=row["claims"],
        documents=row["documents"],
        counts={modality: row[modality.value] for modality in Modality},
        reported=row["reported"],
        confidence=row.get("confidence"),
        quantity=row.get("quantity"),
        value=row.get("value"),
        currency=row.get("currency"),
        first=read_day(row.get("first")),
        last=read_day(row.get("last")),
        event_start=read_day(row.get("event_start")),
        event_end=read_day(row.get("event_end")),
        acts=row.get("acts", 1),
    )


def read_claim(row: Row) -> StoredClaim:
    """A claim with its ends, its roles, its speaker and the paragraph it stands in."""
    claim = row["claim"]
    span = (claim["start"], claim["end"])
    passage, passage_start = _paragraph(row["passage"], row["before"], span)
    return StoredClaim(
        id=claim["id"],
        relation=claim["relation"],
        source=Named(**row["source"]),
        target=Named(**row["target"]),
        roles={role.lower(): Named(**entity) for role, entity in sorted(row["roles"], key=lambda pair: pair[0])},
        modality=Modality(claim["modality"]),
        reported=claim["reported"],
        attributed_to=claim.get("attributed_to"),
        speaker=Named(**row["speaker"]) if row["speaker"] else None,
        sentence=claim["sentence"],
        span=span,
        cue=claim["cue"],
        cue_span=(claim["cue_start"], claim["cue_end"]),
        source_span=(claim["source_start"], claim["source_end"]),
        target_span=(claim["target_start"], claim["target_end"]),
        coreference=claim["coreference"],
        rule=claim["rule"],
        confidence=claim.get("confidence"),
        reasons=tuple(claim.get("reasons") or ()),
        quantity=claim.get("quantity"),
        quantity_text=claim.get("quantity_text"),
        value=claim.get("value"),
        value_text=claim.get("value_text"),
        currency=claim.get("currency"),
        event_start=read_day(claim.get("event_start")),
        event_end=read_day(claim.get("event_end")),
        date_text=claim.get("date_text"),
        reported_on=read_day(claim.get("reported_on")),
        passage=passage,
        passage_start=passage_start,
        document=read_card(row["document"]),
        verdict=Verdict(claim["verdict"]) if claim.get("verdict") else None,
        as_relation=claim.get("as_relation"),
        as_modality=Modality(claim["as_modality"]) if claim.get("as_modality") else None,
        act=claim.get("act"),
    )


def read_document(row: Row, claims: tuple[StoredClaim, ...]) -> StoredDocument:
    """A document with what was found in it."""
    return StoredDocument(
        card=read_card(row["document"]),
        text=row["document"]["text"],
        mentions=tuple(MentionedEntity(Named(**each["entity"]), _spans(each["spans"])) for each in row["mentions"]),
        claims=claims,
        rejections=tuple(_rejection(each) for each in row["rejections"]),
    )


def read_counts(row: Row, schema: Schema) -> Counts:
    """How much there is of each type, relation and modality, in the schema's order; what there is none of is left out."""
    entities = dict(row["entities"])
    claims: Counter[str] = Counter()
    modalities: Counter[str] = Counter()
    for relation, modality, number in row["claims"]:
        claims[relation] += number
        modalities[modality] += number
    return Counts(
        documents=row["documents"],
        entities=_ordered(entities, schema.entities),
        claims=_ordered(claims, schema.relations),
        modalities={modality: modalities[modality.value] for modality in Modality},
        edges=row["edges"],
        rejections=row["rejections"],
    )


def _ordered(numbers: Mapping[str, int], names: Iterable[str]) -> dict[str, int]:
    # what an older schema had and this one lacks is counted too, at the end
    return {name: numbers[name] for name in [*names, *sorted(set(numbers) - set(names))] if name in numbers}


def _paragraph(text: str, start: int, span: Span) -> tuple[str, int]:
    first = text.rfind("\n\n", 0, span[0] - start)
    first = 0 if first < 0 else first + 2
    last = text.find("\n\n", span[1] - start)
    return text[first : len(text) if last < 0 else last], start + first


def _rejection(row: Row) -> StoredRejection:
    return StoredRejection(row["reason"], row["cue"], row["sentence"], row["start"], row["end"], row.get("relation"))


def read_card(row: Row) -> Card:
    """A document without its text."""
    return Card(
        id=row["id"],
        title=row.get("title"),
        publisher=row.get("publisher"),
        author=row.get("author"),
        published=read_day(row.get("published")),
        url=row.get("url"),
        source=read_whole(row, "source"),
    )


def _spans(offsets: list[int]) -> tuple[Span, ...]:
    return tuple(sorted(zip(offsets[::2], offsets[1::2], strict=True)))


def read_day(value: Any) -> date | None:
    """A day as Python has it, from the driver's own."""
    # made of claims in Python, an edge has plain days already
    day: date | None = value.to_native() if hasattr(value, "to_native") else value
    return day
