"""Paths as a reader sees them: a small drawing, and each step as a sentence with the strongest one behind it. HTML."""

from collections.abc import Sequence
from html import escape
from itertools import groupby, pairwise

from app import acts, cards, text, theme
from app.doorway.door import door
from app.text import plural
from graph.schema.schema import load_schema
from graph.store.paths import Path, Step
from graph.store.view_records import Edge, Node, StoredClaim

Group = tuple[Path, ...]
NAMES = 36  # characters of a name in a drawing
CONSTRAINTS = {
    "types": "the types of entities",
    "relations": "the relations",
    "modalities": "how firmly it is said",
    "reported": "reported or not",
    "min_confidence": "the confidence",
    "speakers": "who says it",
    "publishers": "who published it",
    "min_documents": "the number of documents",
    "happened_from": "the first day it happened",
    "happened_until": "the last day it happened",
    "known_from": "the first day",
    "known_by": "the last day",
    "along": "the direction",
    "generic": "leaving out classes",
    "hubs": "leaving out hubs",
    "avoid": "the entities left out",
}

STOPPED = (
    "No path was found, and looking stopped before all were looked at: each of the nearest has a step without a claim that "
    "passes. There may be one. Ask for less, or leave out entities."
)


def group(paths: Sequence[Path]) -> list[Group]:
    """The paths, those of one length through the same types of entities together; each group's first is its strongest."""
    found: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        found.setdefault(tuple(node.type for node in path.through), []).append(path)
    return [tuple(each) for each in sorted(found.values(), key=lambda each: len(each[0].steps))]


def others(paths: Group) -> str:
    """How the rest of a group is called: "7 more via other states"."""
    kinds = [kind for kind, _same in groupby(sorted(node.type for node in paths[0].through))]
    plurals = [
        load_schema().entities[kind].plural.lower() if kind in load_schema().entities else kind for kind in kinds
    ]
    through = " and ".join(plurals)
    return f"{len(paths) - 1} more via other {through}" if through else f"{len(paths) - 1} more"


def headline(left: Node, right: Node, paths: Sequence[Path], cut: bool) -> str:
    """How far apart both are, as one line of text."""
    steps = len(paths[0].steps)
    nearest = sum(len(path.steps) == steps for path in paths)
    apart = "one step" if steps == 1 else f"{steps} steps"
    longer = len(paths) - nearest
    said = f"{text.short(left.name)} and {text.short(right.name)} are {apart} apart: {plural(nearest, 'path')} of that length"
    said += f", {longer} longer" if longer else ""
    return f"{said}. There may be more: the first {len(paths)} were looked at." if cut else f"{said}."


def drawing(path: Path) -> str:
    """The chain as one line: entities, and between them what they do."""
    parts = [_node(path.nodes[0])]
    for (left, right), step in zip(pairwise(path.nodes), path.steps, strict=True):
        parts += [_arrow(left, step), _node(right)]
    return f'<div class="chain" data-testid="chain">{"".join(parts)}</div>'


def reading(path: Path) -> str:
    """The chain as sentences, one a step, each with the strongest sentence of evidence."""
    steps = "".join(_step(step, path.nodes) for step in path.steps)
    return f'<ol class="steps">{steps}</ol>'


def _node(node: Node) -> str:
    name = f"{theme.type_icon(node.type)}{text.html(text.short(node.name, NAMES))}"
    return door("entity", node.id, name, title=f"{node.type}: open", css=f"door node is-{escape(node.type)}")


def _arrow(left: Node, step: Step) -> str:
    edge = step.edges[0]
    known = load_schema().relations.get(edge.relation)
    phrase = known.phrase if known else edge.relation
    way = "both" if known and known.symmetric else "out" if edge.source == left.id else "in"
    more = f' <span class="and">+{len(step.edges) - 1}</span>' if len(step.edges) > 1 else ""
    says = {"both": "both ways", "out": "from left to right", "in": "from right to left"}[way]
    return (
        f'<span class="arrow {way} is-{edge.modality}" title="{escape(phrase)}, {says}, {edge.modality}">'
        f'<span class="phrase">{escape(phrase)}{more}</span><span class="line" aria-hidden="true"></span>'
        f'<span class="unseen">{says}, {edge.modality}</span></span>'
    )


def _step(step: Step, nodes: Sequence[Node]) -> str:
    edge, known = step.edges[0], {node.id: node for node in nodes}
    says = cards.sentence(known[edge.source], edge.relation, known[edge.target])
    disputed = ' <span class="chip is-denied">disputed</span>' if edge.disputed else ""
    return (
        f'<li class="step is-{edge.modality}"><div class="says"><b>{says}</b> {cards.modality_chip(edge.modality)}{disputed}'
        f'<span class="facts">{acts.told(edge)}</span></div>{_evidence(step.claim)}{_also(step.edges[1:])}</li>'
    )


def _evidence(claim: StoredClaim | None) -> str:
    if claim is None:
        return ""
    first = claim.span[0]
    spans = [(claim.source_span, "source"), (claim.target_span, "target"), (claim.cue_span, "cue")]
    words = text.marked(claim.sentence, [(start - first, end - first, name) for (start, end), name in spans])
    document = claim.document
    title = text.html(text.short(document.title or document.source or document.id, 90))
    parts = [
        door("document", document.id, title, claim=claim.id, title="Open the document at this sentence"),
        text.html(text.short(document.publisher, 60)) if document.publisher else "",
        str(claim.reported_on or document.published or "no date"),
        f"says {text.html(text.short(claim.attributed_to, 60))}" if claim.attributed_to else "",
        "reported" if claim.reported and not claim.attributed_to else "",
        text.sure(claim.confidence) if claim.confidence is not None else "",
    ]
    return f'<blockquote>{words}</blockquote><div class="from">{" · ".join(part for part in parts if part)}</div>'


def _also(edges: Sequence[Edge]) -> str:
    if not edges:
        return ""
    relations = load_schema().relations
    told = [f"{relations[edge.relation].phrase} ({edge.modality})" for edge in edges if edge.relation in relations]
    return f'<div class="facts">also between the two: {escape(", ".join(told))}</div>'


def nowhere(left: Node, right: Node, longest: int, removed: dict[str, int], free: int | None) -> list[str]:
    """What to say where there is no path: how far was looked, and what the constraints removed."""
    one, other = text.short(left.name), text.short(right.name)
    said = [f"No path from {one} to {other} in up to {plural(longest, 'step')} within what you ask for."]
    said += [
        f"Without {CONSTRAINTS.get(name, name)} there is one of {plural(steps, 'step')}."
        for name, steps in removed.items()
    ]
    if not removed and free is not None:
        said.append(
            f"With nothing asked for there is one of {plural(free, 'step')}: two or more of your wishes together remove it."
        )
    elif not removed:
        said.append("Even with nothing asked for there is none so short: allow more steps.")
    return said
