"""Two entities side by side as a reader sees them: what both share, what only one has, what is told differently. HTML."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby

from app import cards, text
from app.doorway.door import door
from app.text import plural
from graph.schema.schema import load_schema
from graph.store.comparing import Comparison, Manner, Shared
from graph.store.view_records import Edge, Neighbourhood, Node

ALIKE = 12  # names shown of one way in which both are tied
EACH = 10  # neighbours shown of one type on one side


def overlap(comparison: Comparison) -> str:
    """How much both have in common, as one sentence of text."""
    one, other = text.short(comparison.left.name), text.short(comparison.right.name)
    alone_left, alone_right, shared = comparison.only_left.total, comparison.only_right.total, comparison.total_shared
    either = shared + alone_left + alone_right
    if not either:
        return f"Neither {one} nor {other} has neighbours that pass."
    share = round(100 * comparison.overlap)
    return (
        f"{one} and {other} have {plural(either, 'neighbour')} together; "
        f"{shared} of these {'is a neighbour' if shared == 1 else 'are neighbours'} of both: "
        f"an overlap of {share} %."
    )


def rings(comparison: Comparison) -> str:
    """Two rings that overlap the more the more both share, with how many neighbours lie where."""
    left, right, shared = comparison.only_left.total, comparison.only_right.total, comparison.total_shared
    lap = 1.4 + 3.2 * min(1.0, 2 * comparison.overlap) if shared else -0.4
    says = f"neighbours: only left {left}, both {shared}, only right {right}"
    return (
        f'<div class="rings" role="img" aria-label="{says}" style="--lap: {lap:.2f}rem"><span class="ring left"></span>'
        f'<span class="ring right"></span><span class="in left">{left}</span><span class="in both">{shared}</span>'
        f'<span class="in right">{right}</span></div>'
    )


def head(node: Node, side: str) -> str:
    """One of both, with how much there is about it."""
    facts = ", ".join(
        [plural(node.neighbours, "neighbour"), cards.claims_about(node), plural(node.documents, "document")]
    )
    name = door("entity", node.id, text.html(text.short(node.name, 80)), title="Open", css="door name")
    return f'<div class="compared {side}">{cards.type_chip(node.type)} {name}<div class="facts">{facts}</div></div>'


def together(comparison: Comparison) -> str:
    """What both share: first how both are tied alike, then to whom they are tied in different ways."""
    if not comparison.shared:
        return '<p class="facts">No neighbour of both.</p>'
    parts = [_alike(manner, nodes) for manner, nodes in _by_manner(comparison.shared)]
    unlike = [each for each in comparison.shared if not each.alike]
    parts += (
        [f"<h3>Tied in different ways</h3><ul>{''.join(_unlike(each, comparison) for each in unlike)}</ul>"]
        if unlike
        else []
    )
    rest = comparison.total_shared - len(comparison.shared)
    parts += (
        [f'<p class="facts">{len(comparison.shared)} of {comparison.total_shared} are compared.</p>'] if rest else []
    )
    return "".join(parts)


def alone(around: Neighbourhood, id: str) -> str:
    """The neighbours that only one has, by their type."""
    if not around.nodes:
        return '<p class="facts">No neighbour of its own.</p>'
    reads = _readings(around.edges, id)
    kinds = sorted(around.nodes, key=lambda node: list(load_schema().entities).index(node.type))
    parts = [_kind(kind, list(nodes), reads) for kind, nodes in groupby(kinds, key=lambda node: node.type)]
    left = around.total - len(around.nodes)
    return "".join(parts) + (
        f'<p class="facts">{len(around.nodes)} of {around.total}, the best supported.</p>' if left else ""
    )


def differences(comparison: Comparison) -> str:
    """Where the same relation to the same neighbour is said more firmly of one than of the other."""
    one, other = text.short(comparison.left.name, 40), text.short(comparison.right.name, 40)
    rows = [
        f"<tr><td>{escape(manner_reads(each.manner))} {_name(each.node)}</td>"
        f"<td>{cards.modality_chip(each.left.modality)}</td><td>{cards.modality_chip(each.right.modality)}</td></tr>"
        for each in comparison.differences
    ]
    if not rows:
        return ""
    head = f"<tr><th>relation</th><th>{text.html(one)}</th><th>{text.html(other)}</th></tr>"
    return f'<table class="differing"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'


def between(comparison: Comparison) -> str:
    """The edges that both have with each other."""
    nodes = {node.id: node for node in (comparison.left, comparison.right)}
    return "".join(
        f'<li class="is-{edge.modality}">{cards.sentence(nodes[edge.source], edge.relation, nodes[edge.target])} '
        f"{cards.modality_chip(edge.modality)} {plural(edge.claims, 'claim')}</li>"
        for edge in comparison.between
    )


def times(comparison: Comparison) -> str:
    """When claims about each were reported, one above the other on one axis, by year or by month."""
    months = sorted({*comparison.times_left, *comparison.times_right})
    if not months:
        return '<p class="facts">No claim about either has a date.</p>'
    yearly = months[-1].year - months[0].year >= 4
    slots = _years(months) if yearly else _months(months)
    sides = [(comparison.left, "left", comparison.times_left), (comparison.right, "right", comparison.times_right)]
    counts = [_summed(each, yearly) for _node, _side, each in sides]
    highest = max(max(each.values(), default=0) for each in counts) or 1
    rows = [_bars(node, side, count, slots, highest) for (node, side, _times), count in zip(sides, counts, strict=True)]
    axis = f'<div class="axis"><span>{slots[0]}</span><span>{"by year" if yearly else "by month"}, highest {highest}</span><span>{slots[-1]}</span></div>'
    return "".join(rows) + axis + _numbers(comparison, slots, counts)


def _numbers(comparison: Comparison, slots: Sequence[str], counts: Sequence[Mapping[str, int]]) -> str:
    """The same in numbers, for all who can't point at a bar or see it."""
    names = [text.html(text.short(node.name, 40)) for node in (comparison.left, comparison.right)]
    head = "".join(f'<th scope="col">{name}</th>' for name in ("when", *names))
    rows = "".join(
        f'<tr><th scope="row">{slot}</th>{"".join(f"<td>{each.get(slot, 0):,}</td>" for each in counts)}</tr>'
        for slot in slots
        if any(each.get(slot) for each in counts)
    )
    return (
        '<details class="facts numbers" data-testid="times-in-numbers"><summary>In numbers</summary>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def manner_reads(manner: Manner) -> str:
    """A relation from an entity or to it, as it reads: "procures", "is supplied by"."""
    relation, way = manner
    known = load_schema().relations[relation]
    return known.phrase if way == "out" else known.inverse


def _by_manner(shared: Sequence[Shared]) -> list[tuple[Manner, list[Shared]]]:
    found: dict[Manner, list[Shared]] = {}
    for each in shared:
        for manner in each.alike:
            found.setdefault(manner, []).append(each)
    return sorted(found.items(), key=lambda pair: -len(pair[1]))


def _alike(manner: Manner, shared: Sequence[Shared]) -> str:
    names = ", ".join(_name(each.node) for each in shared[:ALIKE]) + cards.more(shared, ALIKE)
    return f'<p class="alike"><b>both: {escape(manner_reads(manner))}</b> <span class="number">{len(shared)}</span><br>{names}</p>'


def _unlike(each: Shared, comparison: Comparison) -> str:
    sides = [(comparison.left, each.left), (comparison.right, each.right)]
    told = "; ".join(
        f"{text.html(text.short(node.name, 30))} {escape(', '.join(map(manner_reads, manners)))}"
        for node, manners in sides
    )
    return f"<li>{_name(each.node)}<div class='facts'>{told}</div></li>"


def _kind(kind: str, nodes: Sequence[Node], reads: Mapping[str, str]) -> str:
    rows = "".join(
        f"<li>{_name(node)} <span class='facts'>{escape(reads.get(node.id, ''))}</span></li>" for node in nodes[:EACH]
    )
    rest = f'<li class="facts">{EACH} of {len(nodes)} shown</li>' if len(nodes) > EACH else ""
    return f"<h3>{cards.type_chip(kind)} {len(nodes)}</h3><ul>{rows}{rest}</ul>"


def _readings(edges: Sequence[Edge], id: str) -> dict[str, str]:
    """For each neighbour how the entity is tied to it, in words."""
    found: dict[str, list[str]] = {}
    for edge in edges:
        out = edge.source == id
        found.setdefault(edge.target if out else edge.source, []).append(
            manner_reads((edge.relation, "out" if out else "in"))
        )
    return {other: ", ".join(dict.fromkeys(said)) for other, said in found.items()}


def _name(node: Node) -> str:
    return door(
        "entity",
        node.id,
        text.html(text.short(node.name, 48)),
        title=f"{node.type}: open",
        css=f"door is-{escape(node.type)}",
    )


def _years(months: Sequence[date]) -> list[str]:
    return [str(year) for year in range(months[0].year, months[-1].year + 1)]


def _months(months: Sequence[date]) -> list[str]:
    first, last = months[0], months[-1]
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [f"{first.year + (first.month - 1 + i) // 12}-{(first.month - 1 + i) % 12 + 1:02}" for i in range(count)]


def _summed(times: Mapping[date, int], yearly: bool) -> Counter[str]:
    summed: Counter[str] = Counter()
    for month, claims in times.items():
        summed[str(month.year) if yearly else f"{month:%Y-%m}"] += claims
    return summed


def _bars(node: Node, side: str, counts: Mapping[str, int], slots: Sequence[str], highest: int) -> str:
    bars = [
        f'<span title="{slot}: {plural(counts[slot], "claim")}" style="height: {max(3, round(100 * counts[slot] / highest))}%"></span>'
        if counts.get(slot)
        else "<span></span>"
        for slot in slots
    ]
    says = f"{text.short(node.name, 60)}: {plural(sum(counts.values()), 'dated claim')}"
    return (
        f'<div class="times {side}"><div class="facts">{text.html(says)}</div>'
        f'<div class="bars" role="img" aria-label="{escape(says)}, by time">{"".join(bars)}</div></div>'
    )
