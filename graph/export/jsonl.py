"""An extraction as JSON, one document a line: what `entente extract --format jsonl` writes."""

from graph.lexicon.outside import find_codes
from graph.records import Amount, Attribution, Claim, Entity, Extraction, Rejection, When
from graph.wording import json_text

Json = dict[str, object]


def extraction_to_json(extraction: Extraction) -> Json:
    """One document with all that was found in it; keys in the same order each time, None where nothing is said.

    Offsets are characters of "text", half open. An entity's "mentions" are [start, end] pairs, its "sameAs" addresses of
    the same thing elsewhere, its "iso" the codes of a state or territory (ISO 3166-1, alpha-2 and alpha-3). A claim's
    "source", "target" and the values of "roles" are ids of "entities"; its "quantity" is {"text", "number"} ("thirteen",
    13), its "value" has a "currency" besides (ISO 4217), its "date" is {"text", "iso"} ("April", "2021-04"),
    "attributed_to" is {"text", "entity"} with the entity's id or None. "start" and "end" are those of "sentence", "cue" is
    the words that carry the claim and "cue_start", "cue_end" where they are. A "published" or "reported_on" is an ISO
    day. "confidence" is a number from 0 to 1, "reasons" are words for what spoke for a learnt claim, strongest first.
    """
    document = extraction.document
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "text": document.text,
        "entities": [_entity(entity) for entity in extraction.entities],
        "claims": [_claim(claim, document.text) for claim in extraction.claims],
        "rejections": [_rejection(rejection) for rejection in extraction.rejections],
    }


def to_line(extraction: Extraction) -> str:
    """The same as one line of JSON, without its line end."""
    return json_text(extraction_to_json(extraction))


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [list(span) for span in entity.mentions],
        "generic": entity.generic,
        "family": entity.family,
        "known": entity.known,
        "sameAs": list(entity.same_as),
        "iso": list(find_codes(entity.id)),
    }


def _claim(claim: Claim, text: str) -> Json:
    evidence = claim.evidence
    return {
        "id": claim.id,
        "relation": claim.relation,
        "source": claim.source,
        "target": claim.target,
        "modality": claim.modality.value,
        "reported": claim.reported,
        "attributed_to": _attribution(claim.attributed_to),
        "roles": dict(sorted(claim.roles.items())),
        "quantity": _quantity(claim.quantity),
        "value": _value(claim.value),
        "date": _date(claim.when),
        "reported_on": claim.reported_on.isoformat() if claim.reported_on else None,
        "sentence": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "cue": text[slice(*evidence.cue)],
        "cue_start": evidence.cue[0],
        "cue_end": evidence.cue[1],
        "source_span": list(evidence.source),
        "target_span": list(evidence.target),
        "coreference": evidence.coreference,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "reasons": list(claim.reasons),
    }


def _rejection(rejection: Rejection) -> Json:
    return {
        "reason": rejection.reason,
        "cue": rejection.cue,
        "sentence": rejection.sentence,
        "start": rejection.start,
        "end": rejection.end,
        "relation": rejection.relation,
    }


def _attribution(speaker: Attribution | None) -> Json | None:
    return {"text": speaker.text, "entity": speaker.entity} if speaker else None


def _quantity(amount: Amount | None) -> Json | None:
    return {"text": amount.text, "number": amount.plain} if amount else None


def _value(amount: Amount | None) -> Json | None:
    return {**(_quantity(amount) or {}), "currency": amount.currency} if amount else None


def _date(when: When | None) -> Json | None:
    return {"text": when.text, "iso": when.iso} if when else None
