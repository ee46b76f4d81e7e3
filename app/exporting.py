"""What a visitor can take along of their picture: each kind of file, made from the scene and the store. Knows no Streamlit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from app import drawing as canvas
from app import filtering, text
from app.scene import Drawn, Scene
from graph.export.brief_markdown import to_markdown
from graph.export.brief_word import to_word
from graph.export.csv import write_tables
from graph.export.drawing import About, Cited, Drawing, PlacedEdge, PlacedNode
from graph.export.gexf import to_gexf
from graph.export.html import to_html
from graph.export.svg import to_svg
from graph.exporting import cite, count_claims, place_edge, place_node
from graph.records import Modality
from graph.schema.schema import Colour
from graph.store.citing import iter_claims
from graph.store.edges import EdgeKey
from graph.store.view import View

ZIP, DOCX = "application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture as it is taken along.

    `painted` is what the canvas paints: groups as one node, merged edges as one. `whole` has all entities and edges that
    are drawn, those in groups too. `scheme` is light or dark; `bom` asks for CSV files that Excel knows as UTF-8.
    """

    painted: Drawing
    whole: Drawing
    view: View
    scene: Scene
    drawn: Drawn
    scheme: str = "light"
    bom: bool = True

    def claims(self) -> Iterator[Cited]:
        """The claims behind all edges, as they come from the store."""
        keys = [EdgeKey(edge.relation, edge.source, edge.target) for edge in self.whole.edges]
        for key, claim in iter_claims(self.view, keys, self.scene.filter):
            yield cite(claim, f"{key.source}~{key.relation}~{key.target}")

    def painted_claims(self) -> Iterator[Cited]:
        """The same under the painted edges."""
        over = {
            EdgeKey(edge.relation, edge.source, edge.target): painted.id
            for painted in self.painted.edges
            for edge in canvas.behind(self.scene, self.drawn, painted.id)
        }
        for key, claim in iter_claims(self.view, list(over), self.scene.filter):
            yield cite(claim, over[key])


Claims = Callable[[Iterator[Cited]], Iterator[Cited]]  # lets somebody count claims as they pass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name and what it is for, and how it is made; `reads_claims` where it takes long for many."""

    name: str
    says: str
    icon: str
    suffix: str
    mime: str
    make: Callable[[Taken, Claims], bytes]
    reads_claims: bool = True


KINDS = (
    Kind("SVG", "the picture, for print and drawing programs", "shapes", "svg", "image/svg+xml", lambda taken, _claims: to_svg(taken.painted, taken.scheme).encode(), False),
    Kind("HTML", "one page to send on: works offline, click a relation for its sentences", "html", "html", "text/html", lambda taken, claims: to_html(taken.painted, claims(taken.painted_claims())).encode()),
    Kind("Word", "a brief with every claim, its words and its source", "description", "docx", DOCX, lambda taken, claims: to_word(taken.whole, claims(taken.claims()))),
    Kind("Markdown", "the same brief as plain text", "markdown", "md", "text/markdown", lambda taken, claims: to_markdown(taken.whole, claims(taken.claims())).encode("utf-8", "replace")),
    Kind("CSV", "tables of entities, relations and claims, in a ZIP file", "table", "zip", ZIP, lambda taken, claims: _tables(taken, claims)),
    Kind("GEXF", "the graph for Gephi, with places and colours", "hub", "gexf", "application/gexf+xml", lambda taken, _claims: to_gexf(taken.whole), False),
)  # fmt: skip


def take(
    scene: Scene, drawn: Drawn, view: View, title: str, made: date, *, link: str | None = None, scheme: str = "light", bom: bool = True
) -> Taken:  # fmt: skip
    """The picture that a scene draws, ready to be made into files."""
    ids = [node.id for node in drawn.nodes]
    names = {node.id: node.name for node in view.nodes(sorted(scene.filter.speakers or ()))}
    said = tuple(chip.words for chip in filtering.chips(scene.filter, names))
    about = About(title, made, said, count_claims(view, ids), link=link)
    whole = Drawing(
        tuple(place_node(node, scene.places[node.id], drawn.hidden[node.id]) for node in drawn.nodes),
        tuple(place_edge(edge) for edge in drawn.edges),
        about,
    )
    return Taken(paint(scene, drawn, about), whole, view, scene, drawn, scheme, bom)


def paint(scene: Scene, drawn: Drawn, about: About) -> Drawing:
    """What the canvas paints of a scene, with its sizes, colours and names."""
    payload = canvas.payload(scene, drawn, 0, 0)
    names = {node.id: node.name for node in drawn.nodes}
    edges = tuple(_edge(edge) for edge in payload["edges"])
    return Drawing(tuple(_node(node, names) for node in payload["nodes"]), edges, about)


def title_of(scene: Scene, drawn: Drawn) -> str:
    """What to call a picture that nobody named: what it began with, and how much is round it."""
    names = {node.id: node.name for node in drawn.nodes}
    first = names.get(scene.focus or "") or next(iter(names.values()), "An empty picture")
    others = len(names) - 1
    return f"{text.short(first)} and {text.plural(others, 'other')}" if others > 0 else text.short(first)


def file_name(title: str, suffix: str) -> str:
    """A name for the file that every system takes."""
    words = "".join(
        letter.lower() if letter.isascii() and letter.isalnum() else "-" for letter in text.short(title, 60)
    )
    return f"{'-'.join(part for part in words.split('-') if part) or 'entente'}.{suffix}"


def _node(node: dict[str, Any], names: dict[str, str]) -> PlacedNode:
    tint = node.get("tint")
    return PlacedNode(
        id=node["id"],
        type=node["type"],
        name=names.get(node["id"], node["label"]),
        x=node["x"],
        y=node["y"],
        size=node["size"],
        hidden=node["hidden"],
        generic=node["generic"],
        colour=Colour(light=tint["light"], dark=tint["dark"]) if tint else None,
        mark=f" · {tint['letter']}" if tint else "",
    )


def _edge(edge: dict[str, Any]) -> PlacedEdge:
    ends = (edge["id"], edge["source"], edge["relation"], edge["target"])
    said = (edge["label"], Modality(edge["modality"]), edge["symmetric"], edge["width"])
    return PlacedEdge(*ends, *said, claims=edge["claims"])


def _tables(taken: Taken, claims: Claims) -> bytes:
    file = BytesIO()
    write_tables(file, taken.whole, claims(taken.claims()), taken.bom)
    return file.getvalue()
