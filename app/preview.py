"""What was found in an article, in the form in which the store would show it: before it is stored."""

from collections import Counter
from collections.abc import Iterable

from graph.records import Claim, Document, Entity, Extraction, Span
from graph.store.view_records import Card, Named, StoredClaim

PARAGRAPH = "\n\n"


def title(extraction: Extraction) -> str:
    """What the article is called: its title, else its first words."""
    document = extraction.document
    return document.title or document.text[:60]


def busiest(extractions: Iterable[Extraction]) -> str | None:
    """The entity with most claims, to begin browsing at; None where nothing is claimed."""
    ends = Counter(
        end for extraction in extractions for claim in extraction.claims for end in (claim.source, claim.target)
    )
    return min(ends, key=lambda id: (-ends[id], id), default=None)


def claims(extraction: Extraction) -> list[StoredClaim]:
    """The article's claims as the evidence cards show them, in the order of the text."""
    names = {entity.id: _named(entity) for entity in extraction.entities}
    ordered = sorted(extraction.claims, key=lambda claim: (claim.evidence.start, claim.evidence.cue, claim.id))
    return [_stored(claim, extraction.document, names) for claim in ordered]


def _stored(claim: Claim, document: Document, names: dict[str, Named]) -> StoredClaim:
    evidence, speaker = claim.evidence, claim.attributed_to
    start, end = _paragraph(document.text, (evidence.start, evidence.end))
    return StoredClaim(
        id=claim.id,
        relation=claim.relation,
        source=names[claim.source],
        target=names[claim.target],
        roles={role: names[entity] for role, entity in claim.roles.items()},
        modality=claim.modality,
        reported=claim.reported,
        attributed_to=speaker.text if speaker else None,
        speaker=names.get(speaker.entity) if speaker and speaker.entity else None,
        sentence=evidence.sentence,
        span=(evidence.start, evidence.end),
        cue=document.text[slice(*evidence.cue)],
        cue_span=evidence.cue,
        source_span=evidence.source,
        target_span=evidence.target,
        coreference=evidence.coreference,
        rule=claim.rule,
        confidence=claim.confidence,
        reasons=claim.reasons,
        quantity=claim.quantity.plain if claim.quantity else None,
        quantity_text=claim.quantity.text if claim.quantity else None,
        value=claim.value.plain if claim.value else None,
        value_text=claim.value.text if claim.value else None,
        currency=claim.value.currency if claim.value else None,
        event_start=claim.when.start if claim.when else None,
        event_end=claim.when.end if claim.when else None,
        date_text=claim.when.text if claim.when else None,
        reported_on=claim.reported_on,
        passage=document.text[start:end],
        passage_start=start,
        document=Card(
            document.id,
            document.title,
            document.publisher,
            document.author,
            document.published,
            document.url,
            document.source,
        ),
    )


def _named(entity: Entity) -> Named:
    return Named(entity.id, entity.type, entity.name)


def _paragraph(words: str, span: Span) -> Span:
    before, after = words.rfind(PARAGRAPH, 0, span[0]), words.find(PARAGRAPH, span[1] - 1)
    return before + len(PARAGRAPH) if before >= 0 else 0, after if after >= 0 else len(words)
