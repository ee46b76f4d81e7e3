"""Records as the rows that the statements take; what a record doesn't say is left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.errors import StoreError
from graph.records import Claim, Document, Entity, Extraction, Rejection, content_hash
from graph.store.edges import EdgeKey

Row = dict[str, Any]
LONGEST_ID = 2000  # bytes: an edge is found by the ids of both its ends
LONGEST = 8000  # bytes of a text that is looked up: an index holds 8,164


def document_row(document: Document, fingerprint: str) -> Row:
    """A document's properties; the fingerprint is its extraction's."""
    return _without_none(
        id=document.id,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        published=document.published,
        url=document.url,
        **_whole_beside("source", document.source),
        text=document.text,
        fingerprint=fingerprint,
    )


def bounded(text: str) -> str:
    """The text as an index can hold it: where it is endless, its beginning and a digest that tells it from others."""
    if len(text.encode(errors="surrogatepass")) <= LONGEST:
        return text
    return f"{text[: LONGEST // 5]}… {content_hash(text)}"


def read_whole(row: Mapping[str, Any], key: str) -> Any:
    """What was written whole beside what is looked up by, or else just that; None where there is neither."""
    return row.get(f"whole_{key}") or row.get(key)


def entity_row(entity: Entity) -> Row:
    """An entity's properties; its mentions belong to the document."""
    return _without_none(
        id=entity.id,
        type=entity.type,
        **_whole_beside("name", entity.name),
        aliases=sorted(set(entity.aliases)),
        known=entity.known,
        generic=entity.generic,
        family=entity.family,
        same_as=sorted(set(entity.same_as)) or None,
    )


def claim_row(claim: Claim, text: str, edge: EdgeKey | None) -> Row:
    """A claim's properties, and the ids of its ends and its document. `text` is the document's."""
    return {
        "document": claim.document,
        "source": claim.source,
        "target": claim.target,
        "properties": _without_none(
            id=claim.id,
            edge=edge.id if edge else None,
            relation=claim.relation,
            modality=claim.modality.value,
            reported=claim.reported,
            attributed_to=claim.attributed_to.text if claim.attributed_to else None,
            rule=claim.rule,
            confidence=claim.confidence,
            reasons=list(claim.reasons) or None,
            reported_on=claim.reported_on,
            **_where(claim, text),
            **_amounts(claim),
            **_dates(claim),
        ),
    }


def mention_rows(document: Document, entities: Iterable[Entity]) -> Iterator[Row]:
    """Where the document mentions each entity: start, end, start, end..."""
    for entity in entities:
        if entity.mentions:
            spans = [offset for span in sorted(set(entity.mentions)) for offset in span]
            yield {"document": document.id, "entity": entity.id, "spans": spans}


def rejection_row(rejection: Rejection, document: Document) -> Row:
    """A rejection's properties and its document."""
    properties = _without_none(
        reason=rejection.reason,
        cue=rejection.cue,
        sentence=rejection.sentence,
        start=rejection.start,
        end=rejection.end,
        relation=rejection.relation,
    )
    return {"document": document.id, "properties": properties}


def link_rows(claim: Claim) -> Iterator[tuple[str, Row]]:
    """A claim's ties besides its ends, each with its relationship type: its roles and its speaker."""
    for role, entity in sorted(claim.roles.items()):
        yield role.upper(), {"claim": claim.id, "entity": entity}
    if claim.attributed_to is not None and claim.attributed_to.entity is not None:
        yield "ATTRIBUTED_TO", {"claim": claim.id, "entity": claim.attributed_to.entity}


def checked(extraction: Extraction) -> Extraction:
    """The extraction, fit to be stored.

    Two claims that the same words make of different entities ("they" for two states) share an id; the later ones get
    one of their own. Raises StoreError where a claim names an entity that the extraction lacks, or an id is no id.
    """
    ids = {entity.id for entity in extraction.entities}
    _check_ids(extraction, ids)
    claims: dict[str, Claim] = {}
    for claim in extraction.claims:
        _check_entities(claim, ids)
        same_words = claims.get(claim.id)
        if same_words is not None and (same_words.source, same_words.target) != (claim.source, claim.target):
            claim = replace(claim, id=content_hash(claim.id, claim.source, claim.target))
        claims.setdefault(claim.id, claim)
    found = tuple(claims.values())
    return extraction if found == extraction.claims else replace(extraction, claims=found)


def entities_of(extraction: Extraction) -> list[Entity]:
    """The entities that the document mentions or that its claims name."""
    named = {entity for claim in extraction.claims for entity in _named(claim)}
    return [entity for entity in extraction.entities if entity.mentions or entity.id in named]


def _check_ids(extraction: Extraction, entities: Iterable[str]) -> None:
    for id_ in (extraction.document.id, *entities):
        if not id_ or len(id_.encode(errors="surrogatepass")) > LONGEST_ID:
            raise StoreError(
                f"document {extraction.document.id[:80]}: an id has 1 to {LONGEST_ID:,} bytes, {id_[:80]!r} … has not; "
                "nothing of this batch was stored"
            )
    if spaced := next((id_ for id_ in entities if " " in id_), None):
        raise StoreError(
            f"document {extraction.document.id}: {spaced!r} can't be an entity's id, as it holds a space; "
            "nothing of this batch was stored"
        )


def _check_entities(claim: Claim, ids: set[str]) -> None:
    for entity in _named(claim):
        if entity not in ids:
            raise StoreError(
                f"document {claim.document}: claim {claim.id} ({claim.relation}) names {entity!r}, "
                "which is not among the document's entities; nothing of this batch was stored"
            )


def _named(claim: Claim) -> Iterator[str]:
    yield from (claim.source, claim.target, *claim.roles.values())
    if claim.attributed_to is not None and claim.attributed_to.entity is not None:
        yield claim.attributed_to.entity


def _where(claim: Claim, text: str) -> Row:
    evidence = claim.evidence
    return {
        "sentence": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "cue": text[slice(*evidence.cue)],
        "cue_start": evidence.cue[0],
        "cue_end": evidence.cue[1],
        "source_start": evidence.source[0],
        "source_end": evidence.source[1],
        "target_start": evidence.target[0],
        "target_end": evidence.target[1],
        "coreference": evidence.coreference,
    }


def _amounts(claim: Claim) -> Row:
    return {
        "quantity": claim.quantity.plain if claim.quantity else None,
        "quantity_text": claim.quantity.text if claim.quantity else None,
        "value": claim.value.plain if claim.value else None,
        "value_text": claim.value.text if claim.value else None,
        "currency": claim.value.currency if claim.value else None,
    }


def _dates(claim: Claim) -> Row:
    when = claim.when
    if when is None:
        return {}
    return {"date_text": when.text, "event_start": when.start, "event_end": when.end}


def _whole_beside(key: str, text: str | None) -> Row:
    """The text to be looked up by, and all of it beside where that is not all."""
    found_by = bounded(text) if text is not None else None
    return {key: found_by} if found_by == text else {key: found_by, f"whole_{key}": text}


def _without_none(**properties: Any) -> Row:
    return {key: value for key, value in properties.items() if value is not None}
