"""An entity's page as a reader sees it: its head, its relations as sentences, when it was told of, who is like it."""

from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from app import acts, cards, dossier, text
from app.canvas.picture import make_key
from app.doorway.door import door
from graph.schema.schema import load_schema
from graph.store.profile import Group, Month, Similar, Tie
from graph.store.review import Dossier
from graph.store.view_records import Card, Edge, Named, StoredClaim

OPEN = 8  # relations of a group shown before a press
MONTHS = 72  # bars that fit; longer times are shown by years
IN_COMMON = 3  # entities named of those that two have in common in one way
OTHERS = 14  # neighbours named of one type


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days and how many claims were reported in them; `key` names them: "2021-11", "2021", "undated"."""

    key: str
    label: str
    claims: int


def head(found: Dossier) -> str:
    """Who the entity is, as HTML: type, names, former names, ids."""
    node = found.node
    counts = ", ".join(
        (
            text.plural(node.neighbours, "neighbour"),
            cards.claims_about(node),
            text.plural(node.documents, "document"),
        )
    )
    return (
        f'<section class="portrait-head" data-testid="entity-head" data-entity="{escape(node.id)}">'
        f"<div>{cards.type_chip(node.type)}{cards.kind(node)}</div><h1>{text.html(text.short(node.name, 200))}</h1>"
        f'<div class="facts">{counts}</div>{dossier.facts(found)}</section>'
    )


def relations(groups: Sequence[Group], of: Named) -> str:
    """All that the entity does and undergoes, as HTML: readable sentences, grouped by relation and direction."""
    if not groups:
        return '<p class="facts">No article says what it does with others.</p>'
    return f'<div class="relations" data-testid="relations">{"".join(_group(group, of) for group in groups)}</div>'


def reads(relation: str, way: str) -> str:
    """The relation as it reads from the entity that the page is about: "is procured by"."""
    known = load_schema().relations.get(relation)
    if known is None:
        return relation
    return known.inverse if way == "in" else known.phrase


def similar(found: Sequence[Similar]) -> str:
    """Who is like the entity, each with what both have in common, as HTML."""
    if not found:
        return '<p class="facts">Nothing of its type has a neighbour in common with it.</p>'
    return f'<ul class="similar" data-testid="similar">{"".join(map(_similar, found))}</ul>'


def in_common(ties: Sequence[Tie]) -> str:
    """What two entities have in common, as a sentence: "each procures Bayraktar TB2; each is supplied by Israel"."""
    ways: dict[str, list[str]] = {}
    for tie in ties:
        ways.setdefault(reads(tie.relation, tie.way), []).append(text.short(tie.shared.name, 40))
    said = (f"each {way} {', '.join(names[:IN_COMMON])}{cards.more(names, IN_COMMON)}" for way, names in ways.items())
    return "; ".join(said)


def neighbours(groups: Sequence[Group]) -> str:
    """Who is around the entity, by type, best supported first, as HTML; each is a door to its page."""
    kinds: dict[str, dict[str, tuple[Named, int]]] = {}
    for edge, other in (pair for group in groups for pair in group.edges):
        named, claims = kinds.setdefault(other.type, {}).get(other.id, (other, 0))
        kinds[other.type][other.id] = (named, claims + edge.claims)
    ordered = sorted(kinds.items(), key=lambda pair: -len(pair[1]))
    return f'<div class="around" data-testid="neighbours">{"".join(_kind(kind, list(found.values())) for kind, found in ordered)}</div>'


def named_door(named: Named) -> str:
    """A door to an entity's page, with its type, as HTML."""
    return f"{cards.type_chip(named.type)} {door('entity', named.id, text.html(text.short(named.name)))}"


def claims(title: str, found: Sequence[StoredClaim], total: int) -> str:
    """Claims by date as HTML: the sentence with its marks, who published it and when; each is a door to its document."""
    count = f"{len(found)} of {total:,}" if len(found) < total else f"{total:,}"
    lines = "".join(map(_claim, found))
    return (
        f'<h3 class="says">{escape(title)} <small>{count}</small></h3><ul class="told" data-testid="told">{lines}</ul>'
    )


def documents(found: Iterable[tuple[Card, int]]) -> str:
    """Documents with publisher and date, as HTML; each is a door to its text."""
    return f'<ul class="documents" data-testid="documents">{"".join(_document(card, claims) for card, claims in found)}</ul>'


def bars(months: Sequence[Month]) -> tuple[Bar, ...]:
    """Months without a gap, or years where the months would be too many; what is on no known day comes last."""
    dated = {month.first: month.claims for month in months if month.first}
    undated = sum(month.claims for month in months if month.first is None)
    found = [*(_months(dated) if _span(dated) <= MONTHS else _years(dated))]
    return (*found, *([Bar("undated", "on no known day", undated)] if undated else ()))


def days_of(key: str) -> tuple[date, date] | None:
    """The first and the last day of a bar; None for what names none."""
    parts = key.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) not in (1, 2) or not 0 < int(parts[0]) < date.max.year:
        return None
    year = int(parts[0])
    if len(parts) == 1:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(parts[1])
    return (date(year, month, 1), _next(date(year, month, 1)) - timedelta(1)) if 1 <= month <= 12 else None


def reported(bar: Bar | None) -> str:
    """Which claims stand below the timeline, as their title; None for those of all times."""
    if bar is None:
        return "Newest claims"
    return f"Reported in {bar.label}" if days_of(bar.key) else f"Reported {bar.label}"


def timeline(shown: Sequence[Bar], chosen: str | None) -> str:
    """When the entity was told of, as HTML: one bar a month, each a button that says its days and its claims."""
    most = max((bar.claims for bar in shown), default=1)
    drawn = "".join(_bar(bar, most, bar.key == chosen) for bar in shown if bar.key != "undated")
    ends = [bar.label for bar in shown if bar.key != "undated"]
    axis = (
        f"<span>{ends[0]}</span><span>{ends[-1]}</span>" if len(ends) > 1 else f"<span>{ends[0]}</span>" if ends else ""
    )
    undated = "".join(
        door("when", bar.key, f"{text.plural(bar.claims, 'claim')} {bar.label}")
        for bar in shown
        if bar.key == "undated"
    )
    return (
        f'<div class="timeline" data-testid="timeline" role="group" aria-label="Claims by when they were reported">{drawn}</div>'
        f'<div class="axis facts">{axis}</div>{undated}'
    )


def _group(group: Group, of: Named) -> str:
    said = [_sentence(edge, other, group, of) for edge, other in group.edges]
    rest = (
        f"<details><summary>{len(said) - OPEN} more</summary>{''.join(said[OPEN:])}</details>"
        if len(said) > OPEN
        else ""
    )
    left = group.total - len(said)
    unread = (
        f'<div class="facts">{left:,} of {group.total:,} are not listed: they have the fewest claims</div>'
        if left
        else ""
    )
    return (
        f'<section data-relation="{escape(group.relation)}" data-way="{group.way}">'
        f"<h3>{escape(reads(group.relation, group.way))} <small>{group.total:,}</small></h3>{''.join(said[:OPEN])}{rest}{unread}</section>"
    )


def _sentence(edge: Edge, other: Named, group: Group, of: Named) -> str:
    key = make_key(edge.source, edge.relation, edge.target)
    source, target = (other, of) if group.way == "in" else (of, other)
    firmly = "" if edge.modality == "asserted" else cards.modality_chip(edge.modality)
    disputed = '<span class="chip is-denied">some deny it</span>' if edge.disputed else ""
    told = f'<span class="facts">{acts.told(edge)}</span>'
    return (
        f'<div class="line is-{other.type}">{door("explore", key, cards.sentence(source, edge.relation, target), title="Read its evidence on the canvas", css="door sentence-door")}'
        f"{door('entity', other.id, '›', title=f'All about {text.short(other.name)}', css='door page-door')} {told} {firmly}{disputed}</div>"
    )


def _similar(each: Similar) -> str:
    name = door("entity", each.entity.id, text.html(text.short(each.entity.name)))
    return f"<li>{name} <span class='facts'>{text.html(in_common(each.ties))}</span></li>"


def _claim(claim: StoredClaim) -> str:
    happened = f" · happened {cards.happened(claim)}" if cards.happened(claim) else ""
    read = door("document", claim.document.id, "read it", claim=claim.id, title="Open the document at this sentence")
    return (
        f'<li class="is-{claim.modality}"><blockquote>{cards.marked_sentence(claim)}</blockquote>'
        f'<div class="facts">{cards.modality_chip(claim.modality)} {text.html(text.short(cards.source_name(claim.document), 80))} · '
        f"reported {claim.reported_on or 'on no known day'}{text.html(happened) if happened else ''} {read}</div></li>"
    )


def _kind(kind: str, found: list[tuple[Named, int]]) -> str:
    ordered = sorted(found, key=lambda pair: (-pair[1], pair[0].id))
    names = " ".join(
        door("entity", named.id, text.html(text.short(named.name, 40)), title=text.plural(claims, "claim"))
        for named, claims in ordered[:OTHERS]
    )
    return f"<div>{cards.type_chip(kind)} {names}<span class='facts'>{cards.more(ordered, OTHERS)}</span></div>"


def _document(card: Card, claims: int) -> str:
    title = text.html(text.short(card.title or card.source or card.id, 140))
    about = [text.html(text.short(card.publisher))] if card.publisher else []
    about += [str(card.published) if card.published else "no date", text.plural(claims, "claim") + " about it"]
    return f"<li>{door('document', card.id, title)} <span class='facts'>{' · '.join(about)}</span></li>"


def _span(dated: dict[date, int]) -> int:
    return (max(dated).year - min(dated).year) * 12 + max(dated).month - min(dated).month + 1 if dated else 0


def _months(dated: dict[date, int]) -> Iterator[Bar]:
    month = min(dated, default=date.min)
    for _each in range(_span(dated)):
        yield Bar(f"{month.year:04d}-{month.month:02d}", f"{month_name[month.month]} {month.year}", dated.get(month, 0))
        month = _next(month)


def _years(dated: dict[date, int]) -> Iterator[Bar]:
    years = range(min(dated).year, max(dated).year + 1)
    for year in years if len(years) <= MONTHS else sorted({month.year for month in dated}):
        yield Bar(f"{year:04d}", str(year), sum(claims for month, claims in dated.items() if month.year == year))


def _next(month: date) -> date:
    return date(min(month.year + month.month // 12, date.max.year), month.month % 12 + 1, 1)


def _bar(bar: Bar, most: int, chosen: bool) -> str:
    said = f"{bar.label}: {text.plural(bar.claims, 'claim')}"
    if not bar.claims:
        return f'<span class="bar none" title="{escape(said)}"></span>'
    height = max(8, round(100 * bar.claims / most))
    css = "bar chosen" if chosen else "bar"
    inside = f'<span class="unseen">{escape(said)}</span><i style="height:{height}%"></i>'
    return f'<button type="button" class="{css}" data-door="when" data-id="{escape(bar.key)}" aria-pressed="{str(chosen).lower()}" title="{escape(said)}">{inside}</button>'
