"""A dossier as a reader sees it: who the entity is, what is around it, what is claimed of it."""

from collections.abc import Collection, Iterable
from html import escape

from app import cards, text
from graph.store.review import Dossier
from graph.store.view_records import Node, StoredClaim

NAMES = 10  # other names shown
OTHERS = 6  # neighbours shown of one relation


def dossier_card(dossier: Dossier, shared: Collection[str], *, kept: bool) -> str:
    """One entity's dossier as HTML; neighbours in `shared` are marked. `kept` says that its name would stay."""
    node = dossier.node
    stays = '<span class="chip plain" data-testid="kept">this name is kept</span>' if kept else ""
    return (
        f'<section class="dossier" data-testid="dossier" data-entity="{escape(node.id)}">'
        f'<div class="entity"><div>{cards.type_chip(node.type)} {stays}</div>'
        f"<h2>{text.html(text.short(node.name, 200))}</h2>{facts(dossier)}</div>"
        f"{_around(dossier, shared)}{_claims(dossier)}</section>"
    )


def facts(dossier: Dossier) -> str:
    """What the entity is called besides, its ids here and elsewhere, and what it is known from, as HTML."""
    node = dossier.node
    others = [name for name in node.aliases if name != node.name]
    also = ", ".join(text.html(text.short(name)) for name in others[:NAMES]) + cards.more(others, NAMES)
    rows = [
        ("also", also if others else ""),
        ("formerly", cards.formerly(node)),
        ("id", f"<code>{escape(text.short(node.id, 120))}</code>"),
        ("made one with", ", ".join(f"<code>{escape(text.short(id, 120))}</code>" for id in dossier.absorbed)),
        ("elsewhere", ", ".join(_elsewhere(address) for address in dossier.same_as)),
        ("known from", _source(node)),
    ]
    return _list((title, words) for title, words in rows if words)


def _elsewhere(address: str) -> str:
    link, shown = text.web_link(address), text.html(text.short(address.rstrip("/").rpartition("/")[2] or address))
    return f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">{shown}</a>' if link else shown


def _source(node: Node) -> str:
    listed = "the lexicon and " if node.known else "only the texts: "
    return f"{listed}{text.plural(node.documents, 'document')}"


def _around(dossier: Dossier, shared: Collection[str]) -> str:
    rows = []
    for reads, nodes in dossier.around.items():
        ordered = sorted(nodes, key=lambda node: node.id not in shared)
        names = ", ".join(_neighbour(node, node.id in shared) for node in ordered[:OTHERS])
        rows.append((escape(reads), names + cards.more(ordered, OTHERS)))
    return f"<h3>What is around it</h3>{_list(rows)}" if rows else "<p class='facts'>It has no edges.</p>"


def _neighbour(node: Node, shared: bool) -> str:
    name = text.html(text.short(node.name))
    return f'<mark class="shared is-{escape(node.type)}" title="a neighbour of both">{name}</mark>' if shared else name


def _claims(dossier: Dossier) -> str:
    if not dossier.claims:
        return ""
    return f"<h3>What is claimed of it</h3><ul>{''.join(_claim(claim) for claim in dossier.claims)}</ul>"


def _claim(claim: StoredClaim) -> str:
    document, first = claim.document, claim.span[0]
    spans = [(claim.source_span, "source"), (claim.target_span, "target"), (claim.cue_span, "cue")]
    words = text.marked(claim.sentence, [(start - first, end - first, name) for (start, end), name in spans])
    publisher = document.publisher or document.title or document.source or document.id
    origin = f"{text.html(text.short(publisher, 80))} · {document.published or 'no date'}"
    return f'<li class="is-{claim.modality}"><blockquote>{words}</blockquote><div class="from">{origin}</div></li>'


def _list(rows: Iterable[tuple[str, str]]) -> str:
    return f"<dl>{''.join(f'<dt>{title}</dt><dd>{words}</dd>' for title, words in rows)}</dl>"
