"""The lines that edges are drawn along, as Cytoscape draws them: parallel ones bent apart, ends at the nodes' borders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, pi, sin

from graph.export.drawing import PlacedEdge, PlacedNode
from graph.export.look import shape_of
from graph.export.outlines import Point, border
from graph.records import Modality

APART = 46  # between parallel edges
BORDER = 1.5  # round each node
TRIANGLE = ((-0.15, -0.3), (0.0, 0.0), (0.15, -0.3))
TEE = ((-0.15, 0.0), (-0.15, -0.1), (0.15, -0.1), (0.15, 0.0))


@dataclass(frozen=True, slots=True)
class Route:
    """An edge as it is drawn: its path, its middle and how it is turned there, the corners of its arrowhead."""

    path: str
    middle: Point
    angle: float
    head: tuple[Point, ...]


def routes(nodes: Iterable[PlacedNode], edges: Iterable[PlacedEdge]) -> dict[str, Route]:
    """How each edge runs, by its id. Edges of which an end isn't drawn are left out."""
    placed = {node.id: node for node in nodes}
    order = {id: at for at, id in enumerate(placed)}
    found: dict[str, Route] = {}
    for ends, group in _parallel(edges).items():
        if ends <= placed.keys():
            found |= _group(sorted(ends, key=order.__getitem__), group, placed)
    return found


def _parallel(edges: Iterable[PlacedEdge]) -> dict[frozenset[str], list[PlacedEdge]]:
    groups: dict[frozenset[str], list[PlacedEdge]] = {}
    for edge in edges:
        groups.setdefault(frozenset((edge.source, edge.target)), []).append(edge)
    return groups


def _group(ends: list[str], edges: list[PlacedEdge], placed: Mapping[str, PlacedNode]) -> dict[str, Route]:
    if len(ends) == 1:
        return {edge.id: _loop(placed[ends[0]], at) for at, edge in enumerate(edges)}
    a, b = (placed[end] for end in ends)
    start, end = _leave(a, (b.x, b.y)), _leave(b, (a.x, a.y))
    far = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    across = (-(end[1] - start[1]) / far, (end[0] - start[0]) / far)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    found = {}
    for at, edge in enumerate(edges):
        bend = (0.5 - len(edges) / 2 + at) * APART
        control = (middle[0] + across[0] * bend, middle[1] + across[1] * bend)
        found[edge.id] = _route(placed[edge.source], placed[edge.target], control, edge)
    return found


def _route(source: PlacedNode, target: PlacedNode, control: Point, edge: PlacedEdge) -> Route:
    start, tip = _leave(source, control), _leave(target, control)
    end = _back(tip, control, edge.width * 1.8) if _pointed(edge) else tip
    middle = tuple(0.25 * a + 0.5 * c + 0.25 * b for a, c, b in zip(start, control, end, strict=True))
    path = f"M{_at(start)}Q{_at(control)} {_at(end)}"
    turned = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    return Route(path, (middle[0], middle[1]), _upright(turned), _head(edge, control, tip))


def _loop(node: PlacedNode, at: int) -> Route:
    reach = 1.4 * APART * (at / 3 + 1)
    left = (node.x + reach * cos(-3 * pi / 4), node.y + reach * sin(-3 * pi / 4))
    right = (node.x + reach * cos(-pi / 4), node.y + reach * sin(-pi / 4))
    start, end = _leave(node, left), _leave(node, right)
    top = (node.x, 0.125 * (start[1] + end[1]) + 0.375 * (left[1] + right[1]))
    return Route(f"M{_at(start)}C{_at(left)} {_at(right)} {_at(end)}", top, 0.0, ())


def _leave(node: PlacedNode, toward: Point) -> Point:
    return border(shape_of(node.type), (node.x, node.y), node.size + BORDER, toward)


def _pointed(edge: PlacedEdge) -> bool:
    return not edge.symmetric and edge.modality is not Modality.DENIED


def _head(edge: PlacedEdge, control: Point, tip: Point) -> tuple[Point, ...]:
    if edge.symmetric:
        return ()
    corners = TEE if edge.modality is Modality.DENIED else TRIANGLE
    size = max((edge.width * 13.37) ** 0.9, 29) * 0.9
    far = hypot(tip[0] - control[0], tip[1] - control[1]) or 1.0
    dx, dy = (tip[0] - control[0]) / far, (tip[1] - control[1]) / far
    return tuple((tip[0] + size * (x * -dy + y * dx), tip[1] + size * (x * dx + y * dy)) for x, y in corners)


def _back(tip: Point, control: Point, step: float) -> Point:
    far = hypot(tip[0] - control[0], tip[1] - control[1]) or 1.0
    share = min(1.0, step / far)
    return tip[0] + (control[0] - tip[0]) * share, tip[1] + (control[1] - tip[1]) * share


def _upright(angle: float) -> float:
    """The angle at which words along the line aren't upside down."""
    return angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
