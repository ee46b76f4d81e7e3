"""A drawn part of the graph as one HTML file that works without a network: pan, zoom, click a relation for its sentences."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from graph.export.brief import facts, web_link
from graph.export.drawing import NOT_DRAWN, Cited, Drawing, PlacedEdge
from graph.export.look import Look, css_variables
from graph.export.svg import iter_svg
from graph.export.xml import writable
from graph.wording import one_line, plural

TOOLS = (
    ("closer", "+", "Zoom in"),
    ("farther", "−", "Zoom out"),
    ("fit", "Fit", "Show all"),
    ("ground", "◐", "Light or dark"),
)


def to_html(drawing: Drawing, claims: Iterable[Cited]) -> str:
    """The picture with its claims as one HTML file.

    Its policy lets nothing in from elsewhere and runs no script but its own; what articles say is put in as text.
    """
    style = css_variables() + _asset("page.css")
    script = _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(writable(one_line(drawing.about.title, 200)))
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Entente">',
            f"<title>{title}</title><style>{style}</style></head><body>",
            f"<header><h1><bdi>{title}</bdi></h1>{_summary(drawing)}</header>",
            f'<main class="picture" aria-label="The picture">{"".join(iter_svg(drawing, Look("css"), caption=False))}{_tools()}</main>',
            '<aside aria-label="What is chosen" aria-live="polite"></aside>',
            f'<script type="application/json" id="said">{_data(drawing, claims)}</script>',
            f"<script>{script}</script></body></html>",
        ]
    )


def _summary(drawing: Drawing) -> str:
    return "".join(f"<p>{escape(writable(line))}</p>" for line in _facts(drawing))


def _facts(drawing: Drawing) -> Iterator[str]:
    counts = (plural(len(drawing.nodes), "entity", "entities"), plural(len(drawing.edges), "relation"))
    yield f"{drawing.about.made} · {', '.join(counts)}, {plural(drawing.claims, 'claim')}"
    if drawing.about.filters:
        yield one_line(f"Only: {'; '.join(drawing.about.filters)}", 400)
    if drawing.left_out:
        yield NOT_DRAWN.format(plural(drawing.left_out, "more claim"))
    if drawing.about.note:
        yield one_line(drawing.about.note, 600)


def _tools() -> str:
    buttons = "".join(
        f'<button type="button" data-act="{act}" aria-label="{says}" title="{says}">{sign}</button>'
        for act, sign, says in TOOLS
    )
    return f'<div class="tools">{buttons}</div>'


def _data(drawing: Drawing, claims: Iterable[Cited]) -> str:
    by_edge: dict[str, list[dict[str, Any]]] = {}
    for claim in claims:
        by_edge.setdefault(claim.edge, []).append(_claim(claim))
    names = {node.id: one_line(node.name, 300) for node in drawing.nodes}
    said = {"nodes": names, "edges": [_edge(edge, names, by_edge.get(edge.id, [])) for edge in drawing.edges]}
    # inside a script element nothing is escaped, so nothing there may look like markup
    return json.dumps(said, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e")


def _edge(edge: PlacedEdge, names: dict[str, str], claims: list[dict[str, Any]]) -> dict[str, Any]:
    source, target = names.get(edge.source, edge.source), names.get(edge.target, edge.target)
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "says": f"{source} {edge.phrase} {target}",
        "modality": edge.modality.value,
        "count": edge.claims,
        "claims": claims,
    }


def _claim(claim: Cited) -> dict[str, Any]:
    document = claim.document
    known = [document.publisher, str(document.published) if document.published else None]
    return {
        "quote": claim.sentence,
        "modality": claim.modality.value,
        "facts": list(facts(claim))[1:],
        "title": one_line(document.name, 300),
        "url": web_link(document.url),
        "source": ", ".join(one_line(each, 200) for each in known if each),
    }


@cache
def _asset(name: str) -> str:
    return (files("graph.export") / "page" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
