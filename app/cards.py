"""What a reader sees of a claim or an entity: the sentence in its paragraph, who says it, how firmly, when."""

from collections.abc import Sequence
from html import escape

from app import text, theme
from app.doorway.door import door
from graph.lexicon.renames import former_names
from graph.records import Modality, Verdict
from graph.schema.schema import load_schema
from graph.store.told import Otherwise, ToldAct
from graph.store.view_records import Card, Edge, Named, Node, StoredClaim

SAME = 3  # other documents named that say the same


def claim_card(claim: StoredClaim, act: ToldAct | None = None, *, doors: bool = False) -> str:
    """One claim as HTML: its badges, the sentence highlighted inside its paragraph, details and source.

    With its act, the card says who else tells it and who tells it otherwise. Then, or with `doors`, it leads to the
    document and to where the claim can be judged; it must stand beside an `app.doorway`.
    """
    others = _others(claim, act) if act else ""
    return (
        f'<article class="claim is-{claim.modality}" data-claim="{escape(claim.id)}"><div class="top">{badges(claim)}</div>'
        f'<blockquote data-testid="passage">{_passage(claim)}</blockquote>{details(claim)}{others}'
        f"{_origin(claim, doors or act is not None)}</article>"
    )


def marks_legend() -> str:
    """How the words of a sentence are marked, as HTML."""
    said = (("source", "who"), ("cue", "does what"), ("target", "to whom or what"))
    marks = " ".join(f'<mark class="{name}">{words}</mark>' for name, words in said)
    return f'<div class="marks facts" data-testid="marks">In each sentence: {marks}</div>'


def source_name(card: Card) -> str:
    """Whose document it is: its publisher, else what it is called."""
    return card.publisher or card.title or card.source or card.id


def entity_card(node: Node, *, sifted: bool = False) -> str:
    """An entity's head as HTML: its type, name, other names and how much there is about it.

    `sifted`: what is shown beside it is filtered, and its counts are not.
    """
    others = [name for name in node.aliases if name != node.name]
    names = f'<div class="facts">also {", ".join(text.html(text.short(name)) for name in others[:8])}{more(others, 8)}</div>'
    before = formerly(node)
    facts = ", ".join(
        [
            text.plural(node.neighbours, "neighbour"),
            claims_about(node),
            text.plural(node.documents, "document"),
        ]
    ) + (" in the whole store, whatever you filter" if sifted else "")
    return (
        f'<section class="entity" data-testid="entity-card"><div>{type_chip(node.type)}{kind(node)}</div>'
        f"<h2>{text.html(text.short(node.name, 200))}</h2>{names if others else ''}"
        f"{f'<div class=facts>formerly {before}</div>' if before else ''}<div class='facts'>{facts}</div></section>"
    )


def claims_about(node: Node) -> str:
    """How many claims have the entity at an end; many are only named in claims about others, or in the text."""
    return text.plural(node.claims, "claim") if node.claims else "no claim of its own"


def silent(node: Node, filtered: Sequence[str]) -> str:
    """Why nothing is said of an entity, as HTML; `filtered` says what the filters ask, each in a few words."""
    if not node.neighbours or not filtered:
        return "<p>No article says what it does with others.</p>"
    chips = " ".join(f'<span class="chip plain">{text.html(words)}</span>' for words in filtered)
    return f'<p data-testid="left-out">Your filters leave out all of it: {chips}</p>'


def formerly(node: Node) -> str:
    """What the entity was called before, and until when, as HTML; empty for most."""
    return ", ".join(text.html(str(former)) for former in former_names(node.id))


def edge_head(source: Named, edge: Edge, target: Named, told: str) -> str:
    """What an edge says as a heading, with how many documents tell of it; `told` says how many acts and claims."""
    counts = " ".join(modality_chip(name, number) for name, number in edge.counts.items() if number)
    disputed = '<span class="chip is-denied">disputed: some deny it</span>' if edge.disputed else ""
    behind = f"{told} in {text.plural(edge.documents, 'document')}"
    if edge.confidence is not None:
        best = "the firmest at best " if edge.disputed else "at best " if edge.claims > 1 else ""
        behind += f", {best}{text.sure(edge.confidence)}"
    firmly = "" if edge.modality is Modality.ASSERTED else f"{edge.modality.capitalize()}: "
    return (
        f'<section class="claims" data-testid="edge-card"><h2>{firmly}{sentence(source, edge.relation, target)}</h2>'
        f'<div class="facts">{behind}</div><div>{counts} {disputed}</div></section>'
    )


def sentence(source: Named | Node, relation: str, target: Named | Node) -> str:
    """A relation as it reads: "Morocco procures Bayraktar TB2", as HTML."""
    known = load_schema().relations.get(relation)
    phrase = known.phrase if known else relation
    return f"{text.html(text.short(source.name, 120))} {escape(phrase)} {text.html(text.short(target.name, 120))}"


def type_chip(kind: str) -> str:
    """The type of an entity as a coloured badge with its icon."""
    return f'<span class="chip is-{escape(kind)}">{theme.type_icon(kind)}{escape(kind)}</span>'


def modality_chip(modality: str, number: int | None = None) -> str:
    """How firmly something is said, as a badge; with a number, how often."""
    return f'<span class="chip is-{escape(modality)}">{escape(modality)}{"" if number is None else f" {number}"}</span>'


def more(items: Sequence[object], shown: int) -> str:
    """How many of the items are left out where only the first are shown, in words; nothing where none is."""
    rest = len(items) - shown
    return f" and {rest} more" if rest > 0 else ""


def marked_sentence(claim: StoredClaim) -> str:
    """The claim's sentence alone, with both ends and the cue marked, as HTML."""
    spans = (
        (*claim.source_span, f"source is-{claim.source.type}"),
        (*claim.target_span, f"target is-{claim.target.type}"),
        (*claim.cue_span, "cue"),
    )
    first = claim.span[0]
    return text.marked(claim.sentence, [(start - first, end - first, name) for start, end, name in spans])


def kind(node: Node) -> str:
    """Whether the entity is a class of things, as a badge; nothing for a single thing."""
    words = ["a class of systems" if node.type == "System" else "a class"] if node.generic else []
    return "".join(f' <span class="chip plain">{word}</span>' for word in words)


def badges(claim: StoredClaim) -> str:
    """How firmly, how surely and by whom a claim is said, as HTML; first whether a person judged it wrong."""
    wrong = '<span class="chip plain" data-testid="judged-wrong">judged wrong</span>' if judged_wrong(claim) else ""
    reported = '<span class="chip plain">reported</span>' if claim.reported else ""
    return f'{wrong}{modality_chip(claim.modality)}{_confidence(claim)}{reported}<span class="said">{_speaker(claim)}</span>'


def judged_wrong(claim: StoredClaim) -> bool:
    """Whether a person judged that the words don't say so; it then counts nowhere."""
    return claim.verdict is Verdict.REJECTED


def _confidence(claim: StoredClaim) -> str:
    if claim.confidence is None:
        return ""
    says = "Of news claims scored like this one, so many proved right."
    return f'<span class="chip plain" data-testid="confidence" title="{says}">{text.sure(claim.confidence)}</span>'


def _speaker(claim: StoredClaim) -> str:
    if claim.attributed_to:
        same = claim.speaker is None or claim.speaker.name == claim.attributed_to
        known = "" if same or claim.speaker is None else f" ({text.html(text.short(claim.speaker.name))})"
        return f"says {text.html(text.short(claim.attributed_to, 120))}{known}"
    return "the speaker is not named" if claim.reported else ""


def _passage(claim: StoredClaim) -> str:
    spans = (
        (*claim.span, "sentence"),
        (*claim.source_span, f"source is-{claim.source.type}"),
        (*claim.target_span, f"target is-{claim.target.type}"),
        (*claim.cue_span, "cue"),
    )
    first = claim.passage_start
    return text.marked(claim.passage, [(start - first, end - first, name) for start, end, name in spans])


def details(claim: StoredClaim) -> str:
    """What else a claim says: roles, numbers and both dates, as HTML."""
    rows = [(role, text.html(text.short(entity.name, 120))) for role, entity in claim.roles.items()]
    rows += [
        (title, text.html(words))
        for title, words in (
            ("quantity", claim.quantity_text),
            ("value", claim.value_text),
            ("happened", happened(claim)),
            ("reported", str(claim.reported_on) if claim.reported_on else "on an unknown day"),
            ("reasons", ", ".join(claim.reasons)),
            ("note", "one end is not named here but referred to" if claim.coreference else None),
        )
        if words
    ]
    return f"<dl>{''.join(f'<dt>{escape(title)}</dt><dd>{words}</dd>' for title, words in rows)}</dl>" if rows else ""


def happened(claim: StoredClaim) -> str | None:
    """When it happened, in the claim's words and in days; None where it says nothing of it."""
    if not claim.event_start and not claim.event_end:
        return claim.date_text
    days = {str(day) for day in (claim.event_start, claim.event_end) if day}
    placed = " to ".join(sorted(days))
    return f"{claim.date_text} ({placed})" if claim.date_text else placed


def wrong_door(claim: StoredClaim) -> str:
    """A door to where the claim can be judged."""
    return door("review", claim.id, "wrong?", title="Judge this claim; the canvas stays as it is", css="door wrong")


def _others(claim: StoredClaim, act: ToldAct) -> str:
    same = act.same(claim.id)
    named = ", ".join(document_door(card) for card in same[:SAME]) + more(same, SAME)
    rows = (
        [(f"{text.plural(len(same), 'other document')} {'say' if len(same) > 1 else 'says'} the same", named)]
        if same
        else []
    )
    rows += [(f"told otherwise: {each.about} {each.told}", _tellers(each)) for each in act.otherwise(claim.id)]
    told = "".join(f'<div class="other"><b>{escape(what)}</b> {who}</div>' for what, who in rows)
    return f'<div class="others" data-testid="others">{told}</div>' if told else ""


def _tellers(otherwise: Otherwise) -> str:
    cards = list({each.document.id: each.document for each in otherwise.claims}.values())
    return ", ".join(document_door(card) for card in cards[:SAME]) + more(cards, SAME)


def document_door(card: Card) -> str:
    """A door to a document, called by who published it and when."""
    name = text.html(text.short(source_name(card)))
    when = f", {card.published}" if card.published else ""
    return door("document", card.id, name + when, title=f"Open {text.short(card.title or card.id)}")


def _origin(claim: StoredClaim, linked: bool) -> str:
    document = claim.document
    title = text.html(text.short(document.title or document.source or document.id, 160))
    link = text.web_link(document.url)
    if link:
        title = f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    published = str(document.published) if document.published else "no date"
    parts = [title, text.html(text.short(document.publisher)) if document.publisher else "", published]
    from_ = " · ".join(part for part in parts if part)
    return f'<div class="from">{from_}</div>{_claim_doors(claim) if linked else ""}'


def _claim_doors(claim: StoredClaim) -> str:
    read = f"{theme.icon('article')} read the document"
    return f'<div class="doors">{door("document", claim.document.id, read, claim=claim.id)}{wrong_door(claim)}</div>'
