"""A drawn part of the graph as SVG: the canvas's colours, shapes, icons, lines and names, with a caption and a key."""

from collections.abc import Iterable, Iterator
from math import ceil

from graph.export.drawing import NOT_DRAWN, Drawing, PlacedEdge, PlacedNode
from graph.export.labels import EDGE_FONT, NODE_FONT, lines, readable, width
from graph.export.look import Look, dashes_of, icon_of, shape_of
from graph.export.outlines import outline
from graph.export.routes import Route, routes
from graph.export.xml import xml
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.wording import one_line, plural

MARGIN = 36.0
LEAST_WIDTH = 640.0
LINE = 20.0
FONT = "'Source Sans 3','Source Sans Pro','Segoe UI','Helvetica Neue',Arial,'Noto Sans',sans-serif"
LOW_ICONS = {"round-triangle": (0.42, 0.68), "star": (0.42, 0.5)}  # a shape's icon: how large, and how far down
Box = tuple[float, float, float, float]


def to_svg(drawing: Drawing, scheme: str = "light") -> str:
    """The picture as an SVG file; `scheme` is light or dark."""
    return "\n".join(iter_svg(drawing, Look(scheme)))


def iter_svg(drawing: Drawing, look: Look, caption: bool = True) -> Iterator[str]:
    """The same, piece by piece. Each node and edge is a group with its id in `data-id`."""
    box = _bounds(drawing.nodes)
    legend = list(_caption(drawing, look, box)) if caption else []
    x, y, wide, high = box[0], box[1], box[2] - box[0], box[3] - box[1] + (len(legend) and _caption_height(drawing))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:.1f} {y:.1f} {wide:.1f} {high:.1f}" width="{ceil(wide)}" '
        f'height="{ceil(high)}" role="img" aria-label="{xml(one_line(drawing.about.title, 200))}" font-family="{FONT}">'
    )
    yield f"<title>{xml(one_line(drawing.about.title, 200))}</title>"
    yield f'<rect class="ground" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{look.colour("paper")}"/>'
    yield from iter_picture(drawing, look)
    yield from legend
    yield "</svg>"


def iter_picture(drawing: Drawing, look: Look) -> Iterator[str]:
    """Edges and nodes as two groups, in the canvas's own units."""
    ways = routes(drawing.nodes, drawing.edges)
    shown = readable(drawing.nodes, drawing.edges, ways)
    names = {node.id: one_line(node.name, 120) for node in drawing.nodes}
    drawn = [edge for edge in drawing.edges if edge.id in ways]
    yield '<g class="edges" fill="none">'
    yield from (_edge(edge, ways[edge.id], look, names) for edge in drawn)
    yield '</g><g class="phrases" text-anchor="middle">'
    yield from (_phrase(edge, ways[edge.id], look) for edge in drawn if edge.id in shown)
    yield '</g><g class="nodes" text-anchor="middle">'
    yield from (_node(node, look) for node in drawing.nodes)
    yield "</g>"


def _edge(edge: PlacedEdge, route: Route, look: Look, names: dict[str, str]) -> str:
    colour, dashes = look.line(edge.modality), dashes_of(edge.modality)
    says = f"{names[edge.source]} {edge.phrase} {names[edge.target]}: {edge.modality}, {plural(edge.claims, 'claim')}"
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in route.head)
    head = f'<polygon points="{corners}" fill="{colour}"/>' if corners else ""
    return (
        f'<g class="edge" data-id="{xml(edge.id)}"><title>{xml(says)}</title>'
        f'<path class="reach" d="{route.path}" stroke="{colour}" stroke-opacity="0" stroke-width="14"/>'
        f'<path class="line" d="{route.path}" stroke="{colour}" stroke-width="{edge.width:g}"{dash}/>{head}</g>'
    )


def _phrase(edge: PlacedEdge, route: Route, look: Look) -> str:
    x, y = route.middle
    return (
        f'<text class="phrase" data-edge="{xml(edge.id)}" transform="translate({x:.2f} {y:.2f}) rotate({route.angle:.2f})" '
        f'dy="{EDGE_FONT * 0.33:.1f}" font-size="{EDGE_FONT}" fill="{look.colour("ink")}" {_halo(look, 5)}>{xml(edge.phrase)}</text>'
    )


def _node(node: PlacedNode, look: Look) -> str:
    shape, fill = shape_of(node.type), look.tint(node.colour) if node.colour else look.colour(node.type)
    edge = (
        f'stroke="{look.colour("ink")}" stroke-width="1.2" stroke-dasharray="3 2" fill-opacity="0.72"'
        if node.generic
        else f'stroke="{look.colour("paper")}" stroke-width="1.5"'
    )
    return (
        f'<g class="node" data-id="{xml(node.id)}"><title>{xml(f"{one_line(node.name, 200)} ({node.type})")}</title>'
        f'<path class="shape" d="{outline(shape, node.x, node.y, node.size)}" fill="{xml(fill)}" {edge}/>'
        f"{_icon(node, shape, look)}{_badge(node, look)}{_name(node, look)}</g>"
    )


def _icon(node: PlacedNode, shape: str, look: Look) -> str:
    path = icon_of(node.type)
    share, down = LOW_ICONS.get(shape, (0.56, 0.5))
    scale = node.size * share / 24
    x = node.x - node.size * share / 2
    y = node.y - node.size / 2 + (node.size - node.size * share) * down
    return (
        f'<path d="{path}" transform="translate({x:.2f} {y:.2f}) scale({scale:.4f})" fill="{look.colour("on-type")}"/>'
        if path
        else ""
    )


def _badge(node: PlacedNode, look: Look) -> str:
    if node.hidden <= 0:
        return ""
    words = "99+" if node.hidden > 99 else f"+{node.hidden}"
    wide = 0.8 * (12 + 8 * len(words))
    x, y = node.x + 0.46 * node.size, node.y - 0.42 * node.size
    return (
        f'<rect x="{x - wide / 2:.2f}" y="{y - 7.2:.2f}" width="{wide:.2f}" height="14.4" rx="7.2" fill="{look.colour("paper")}" '
        f'stroke="{look.colour("ink")}" stroke-width="0.8"/><text x="{x:.2f}" y="{y + 3.7:.2f}" font-size="10.4" font-weight="600" '
        f'fill="{look.colour("ink")}">{words}</text>'
    )


def _name(node: PlacedNode, look: Look) -> str:
    top = node.y + node.size / 2 + 4
    spans = "".join(
        f'<tspan x="{node.x:.2f}" y="{top + NODE_FONT * (0.86 + at):.2f}">{xml(line)}</tspan>'
        for at, line in enumerate(lines(node.name, node.mark))
    )
    return f'<text class="name" font-size="{NODE_FONT}" font-weight="600" fill="{look.colour("ink")}" {_halo(look, 5)}>{spans}</text>'


def _halo(look: Look, wide: float) -> str:
    return f'stroke="{look.colour("paper")}" stroke-width="{wide:g}" stroke-linejoin="round" paint-order="stroke"'


def _bounds(nodes: Iterable[PlacedNode]) -> Box:
    boxes = [
        (
            node.x - max(node.size, *(width(line, NODE_FONT) for line in lines(node.name, node.mark))) / 2,
            node.y - node.size / 2 - 8,
            node.x + max(node.size, *(width(line, NODE_FONT) for line in lines(node.name, node.mark))) / 2 + 8,
            node.y + node.size / 2 + 8 + 17 * len(lines(node.name, node.mark)),
        )
        for node in nodes
    ] or [(0.0, 0.0, 0.0, 0.0)]
    left, right = min(box[0] for box in boxes) - MARGIN, max(box[2] for box in boxes) + MARGIN
    more = max(0.0, LEAST_WIDTH - (right - left)) / 2
    return left - more, min(box[1] for box in boxes) - MARGIN, right + more, max(box[3] for box in boxes) + MARGIN


def _caption(drawing: Drawing, look: Look, box: Box) -> Iterator[str]:
    left, top, ink = box[0] + MARGIN, box[3], look.colour("ink")
    yield (
        f'<g class="caption" fill="{ink}" font-size="13"><line x1="{left:.1f}" x2="{box[2] - MARGIN:.1f}" y1="{top:.1f}" '
        f'y2="{top:.1f}" stroke="{look.colour("rule")}"/>'
    )
    yield f'<text x="{left:.1f}" y="{top + 24:.1f}" font-size="16" font-weight="700">{xml(one_line(drawing.about.title, 70))}</text>'
    for at, line in enumerate(_said(drawing)):
        yield f'<text x="{left:.1f}" y="{top + 24 + LINE * (at + 1):.1f}">{xml(line)}</text>'
    yield from _key(drawing, look, left, top + 24 + LINE * (len(_said(drawing)) + 1.4), box[2] - MARGIN)
    yield "</g>"


def _said(drawing: Drawing) -> list[str]:
    counts = (
        plural(len(drawing.nodes), "entity", "entities"),
        plural(len(drawing.edges), "relation"),
        plural(drawing.claims, "claim"),
    )
    more = [NOT_DRAWN.format(plural(drawing.left_out, "more claim"))] if drawing.left_out else []
    filters = [one_line(f"Only: {'; '.join(drawing.about.filters)}", 110)] if drawing.about.filters else []
    return [f"{drawing.about.made} · {', '.join(counts)}", *filters, *more]


def _entries(drawing: Drawing) -> list[tuple[str, str]]:
    """What the key explains: types as their plural, modalities by name; only those that are drawn."""
    types, modalities = {node.type for node in drawing.nodes}, {edge.modality for edge in drawing.edges}
    schema = load_schema()
    return [("type", name) for name in schema.entities if name in types] + [
        ("line", name.value) for name in schema.modalities if name in modalities
    ]


def _laid_out(drawing: Drawing, wide: float) -> list[tuple[int, float, str, str]]:
    """Each entry of the key with its row and how far right it stands."""
    found, row, x = [], 0, 0.0
    for kind, name in _entries(drawing):
        long = 44 + width(_entry(kind, name), 13)
        if x and x + long > wide:
            row, x = row + 1, 0.0
        found.append((row, x, kind, name))
        x += long
    return found


def _entry(kind: str, name: str) -> str:
    return load_schema().entities[name].plural if kind == "type" else name


def _key(drawing: Drawing, look: Look, left: float, top: float, right: float) -> Iterator[str]:
    for row, x, kind, name in _laid_out(drawing, right - left):
        at, middle = left + x, top + LINE * row
        if kind == "type":
            yield f'<path d="{outline(shape_of(name), at + 9, middle - 4.5, 15)}" fill="{look.colour(name)}"/>'
        else:
            dashes = dashes_of(Modality(name))
            dash = f' stroke-dasharray="{dashes}"' if dashes else ""
            yield f'<path d="M{at:.1f} {middle - 4.5:.1f}h22" stroke="{look.line(Modality(name))}" stroke-width="2"{dash}/>'
        yield f'<text x="{at + 28:.1f}" y="{middle:.1f}">{xml(_entry(kind, name))}</text>'


def _caption_height(drawing: Drawing) -> float:
    box = _bounds(drawing.nodes)
    rows = 1 + max((row for row, *_rest in _laid_out(drawing, box[2] - box[0] - 2 * MARGIN)), default=0)
    return 24 + LINE * (len(_said(drawing)) + 1 + rows) + MARGIN / 2
