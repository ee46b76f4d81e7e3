"""A document as a reader sees it: all its mentions coloured, its claims in the margin beside their sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from app import cards, text, theme
from app.doorway.door import door
from graph.records import Span
from graph.store.view_records import Named, StoredClaim, StoredDocument, StoredRejection

PARAGRAPH = "\n\n"
ALSO = 3  # entities named of those that one mention stands for


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document and what it is drawn as; `said` is what a pointer over it reads."""

    span: Span
    css: str
    entities: tuple[Named, ...] = ()
    said: str = ""
    number: str = ""


def head(document: StoredDocument) -> str:
    """Where the document is from and what was found in it, as HTML."""
    card = document.card
    title = text.html(text.short(card.title or card.source or card.id, 300))
    link = text.web_link(card.url)
    facts = [text.html(text.short(each, 120)) for each in (card.publisher, card.author) if each]
    facts += [str(card.published) if card.published else "no date"]
    facts += (
        [f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">where it was published</a>']
        if link
        else []
    )
    wrong = sum(map(cards.judged_wrong, document.claims))
    found = (
        text.plural(len(document.mentions), "entity", "entities"),
        text.plural(len(document.claims) - wrong, "claim"),
        *([f"{wrong} judged wrong"] if wrong else []),
        f"{len(document.rejections)} passed over",
    )
    return (
        f'<header class="document-head" data-testid="document-head"><h1>{title}</h1>'
        f'<div class="facts">{" · ".join(facts)}</div><div class="facts">{" · ".join(found)}</div>{_legend(document)}</header>'
    )


def body(document: StoredDocument, claim: str | None, *, passed_over: bool = False) -> str:
    """The whole text as HTML, paragraph by paragraph, each with what it claims in the margin.

    `claim` is the one whose ends and cue are marked, its first word under the id `read-<claim>`; with `passed_over`, what did
    not become a claim is marked too, with the reason in the margin.
    """
    numbers = _numbers(document.claims)
    marks = _marks(document, claim, numbers, passed_over)
    rejections = document.rejections if passed_over else ()
    rows = "".join(
        _row(document, span, _within(marks, span), claim, numbers, rejections) for span in _paragraphs(document.text)
    )
    return f'<div class="document" data-testid="document" data-document="{escape(document.card.id)}">{rows}</div>'


def place_of(claim: str | None) -> str:
    """The id under which the sentence of the claim is found on the page; empty for none."""
    return f"read-{claim}" if claim else ""


def _legend(document: StoredDocument) -> str:
    found = {name: 0 for name in theme.type_styles()}
    for each in document.mentions:
        found[each.entity.type] = found.get(each.entity.type, 0) + 1
    chips = "".join(
        f'<span class="chip is-{escape(kind)}">{theme.type_icon(kind)}{number} {escape(theme.type_styles().get(kind, {}).get("plural", kind))}</span>'
        for kind, number in found.items()
        if number
    )
    return f'<div class="legend" aria-label="Types of what is mentioned">{chips}</div>'


def _paragraphs(words: str) -> Iterator[Span]:
    """Where the paragraphs are; empty ones are left out."""
    start = 0
    for part in words.split(PARAGRAPH):
        if part.strip():
            yield start, start + len(part)
        start += len(part) + len(PARAGRAPH)


def _numbers(claims: Iterable[StoredClaim]) -> dict[Span, str]:
    """A number for each sentence that claims something, in the order of the text."""
    spans = sorted({claim.span for claim in claims})
    return {span: str(place) for place, span in enumerate(spans, 1)}


def _marks(document: StoredDocument, chosen: str | None, numbers: dict[Span, str], passed_over: bool) -> list[Mark]:
    marks = [Mark(span, "said", number=number) for span, number in numbers.items()]
    for claim in (each for each in document.claims if each.id == chosen):
        marks += [
            Mark(claim.span, "sentence"),
            Mark(claim.source_span, f"source is-{claim.source.type}"),
            Mark(claim.target_span, f"target is-{claim.target.type}"),
            Mark(claim.cue_span, "cue"),
        ]
    marks += [Mark(span, "mention", entities) for span, entities in _mentions(document).items()]
    if passed_over:
        marks += [
            Mark((each.start, each.end), "passed", said=f"passed over: {each.reason}") for each in document.rejections
        ]
    return marks


def _mentions(document: StoredDocument) -> dict[Span, tuple[Named, ...]]:
    found: dict[Span, tuple[Named, ...]] = {}
    for each in document.mentions:
        for span in each.spans:
            found[span] = (*found.get(span, ()), each.entity)
    return found


def _within(marks: Sequence[Mark], span: Span) -> list[Mark]:
    return [mark for mark in marks if mark.span[0] < span[1] and mark.span[1] > span[0]]


def _row(
    document: StoredDocument,
    span: Span,
    marks: Sequence[Mark],
    chosen: str | None,
    numbers: dict[Span, str],
    rejections: Sequence[StoredRejection],
) -> str:
    claims = [claim for claim in document.claims if span[0] <= claim.span[0] < span[1]]
    passed = [each for each in rejections if span[0] <= each.start < span[1]]
    notes = "".join(_note(claim, numbers[claim.span], claim.id == chosen) for claim in claims)
    notes += "".join(_passed(each) for each in passed)
    words = _words(document.text, span, marks, place_of(chosen))
    return f'<div class="row"><p dir="auto">{words}</p><div class="margin" role="note">{notes}</div></div>'


def _words(words: str, span: Span, marks: Sequence[Mark], place: str) -> str:
    """The paragraph with its marks; where mentions lie in one another, the shortest is the one that is pressed."""
    edges = {min(max(edge, span[0]), span[1]) for mark in marks for edge in mark.span}
    begun: set[str] = set()
    parts = []
    for start, end in pairwise(sorted({*span, *edges})):
        over = [mark for mark in marks if mark.span[0] <= start and end <= mark.span[1]]
        parts.append(_piece(escape(words[start:end]), start, end, over, begun, place))
    return "".join(parts)


def _piece(shown: str, start: int, end: int, over: Sequence[Mark], begun: set[str], place: str) -> str:
    if not over:
        return shown
    mentions = sorted((mark for mark in over if mark.entities), key=lambda mark: mark.span[1] - mark.span[0])
    css = " ".join(dict.fromkeys(mark.css for mark in over))
    about = _press(mentions[0], start) if mentions else ""
    said = "; ".join(mark.said for mark in over if mark.said)
    about += f' title="{escape(said)}"' if said and not mentions else ""
    if "sentence" in css.split() and place and place not in begun:
        begun.add(place)
        about += f' id="{escape(place)}"'
    kind = f" is-{mentions[0].entities[0].type}" if mentions else ""
    ends = [mark.number for mark in over if mark.number and mark.span[1] == end]
    number = f'<span class="number" data-number="{escape(ends[0])}" aria-hidden="true"></span>' if ends else ""
    return f'<mark class="{escape(css + kind)}"{about}>{shown}</mark>{_also(mentions, end)}{number}'


def _press(mark: Mark, start: int) -> str:
    """What makes a mention a door; only its first piece is a stop for the keyboard."""
    named = ", ".join(text.short(each.name) for each in mark.entities[:ALSO]) + cards.more(mark.entities, ALSO)
    stop = ' role="button" tabindex="0"' if start == mark.span[0] else ""
    first = mark.entities[0]
    title = f"{named} ({first.type})"
    return f' data-door="entity" data-id="{escape(first.id)}" title="{escape(title)}"{stop}'


def _also(mentions: Sequence[Mark], end: int) -> str:
    """Doors to the other entities that the same words stand for: "both countries"."""
    others = [each for mark in mentions[:1] if mark.span[1] == end for each in mark.entities[1:]]
    return "".join(
        door("entity", each.id, "", title=f"also {text.short(each.name)} ({each.type})", css=f"also is-{each.type}")
        for each in others
    )


def _note(claim: StoredClaim, number: str, chosen: bool) -> str:
    reads = cards.sentence(claim.source, claim.relation, claim.target)
    shown = f'<span class="number" data-number="{escape(number)}"></span> {reads}'
    more = f"{cards.details(claim)}{cards.wrong_door(claim)}" if chosen else ""
    css = f"note is-{claim.modality}{' chosen' if chosen else ''}{' wrong' if cards.judged_wrong(claim) else ''}"
    return (
        f'<div class="{css}" data-note="{escape(claim.id)}">'
        f"{door('claim', claim.id, shown, title='Mark its sentence', css='reads')}"
        f'<div class="top">{cards.badges(claim)}</div>{more}</div>'
    )


def _passed(rejection: StoredRejection) -> str:
    cue = text.html(text.short(rejection.cue))
    relation = f" · {escape(rejection.relation)}" if rejection.relation else ""
    return f'<div class="note passed" data-testid="passed-over">{cue}: {text.html(rejection.reason)}{relation}</div>'
