"""How names are set in an exported picture: wrapped as on the canvas, and kept quiet where they would lie on others.

No font is at hand here, so widths are reckoned; what is drawn doesn't depend on them to the pixel.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from math import cos, hypot, radians, sin

from graph.export.drawing import PlacedEdge, PlacedNode
from graph.export.outlines import Point
from graph.export.routes import Route
from graph.wording import one_line

NODE_FONT, EDGE_FONT = 14, 12
WIDEST = 130.0
LONGEST = 40  # letters of a name on the canvas
STEP = 14.0
_PIECE = re.compile(r"\S{1,20}")
NARROW, WIDE = "iljtfrI.,:;'|!()[]-· ", "mwMWÆŒ@%—"


def width(words: str, font: float) -> float:
    """About how wide the words are, in the picture's units."""
    return font * sum(map(_share, words))


def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.31
    return 0.86 if letter in WIDE else 0.66 if letter.isupper() else 0.55


def lines(name: str, mark: str = "") -> tuple[str, ...]:
    """A name as the canvas sets it: shortened, and wrapped between words, or in one that is too long for a line."""
    found: list[str] = []
    for word in f"{one_line(name, LONGEST)}{mark}".split(" "):
        begins, *rest = _PIECE.findall(word) or [""]
        if found and width(f"{found[-1]} {begins}", NODE_FONT) <= WIDEST:
            found[-1] = f"{found[-1]} {begins}"
        else:
            found.append(begins)
        found += rest
    return tuple(found)


def readable(nodes: Iterable[PlacedNode], edges: Iterable[PlacedEdge], routes: Mapping[str, Route]) -> frozenset[str]:
    """The ids of the edges whose phrase can be read: it lies on no node, no name, and no phrase of a weightier edge."""
    boxes = [box for node in nodes for box in _boxes(node)]
    taken: dict[tuple[int, int], list[Point]] = {}
    shown = set()
    for edge in sorted(edges, key=lambda each: (-each.claims, each.id)):
        points = _along(edge, routes[edge.id]) if edge.id in routes else []
        if points and not any(_in_a_box(point, boxes) or _near(point, taken) for point in points):
            shown.add(edge.id)
            for point in points:
                taken.setdefault(_cell(point), []).append(point)
    return frozenset(shown)


def _boxes(node: PlacedNode) -> Iterable[tuple[float, float, float, float]]:
    half, set_ = node.size / 2, lines(node.name, node.mark)
    wide = max(width(line, NODE_FONT) for line in set_) / 2 + 4
    yield node.x - half, node.y - half, node.x + half, node.y + half
    yield node.x - wide, node.y + half, node.x + wide, node.y + half + 8 + 17 * len(set_)


def _along(edge: PlacedEdge, route: Route) -> list[Point]:
    long = width(edge.phrase, EDGE_FONT) + 6
    dx, dy = cos(radians(route.angle)), sin(radians(route.angle))
    steps = max(1, -int(-long // (STEP / 2)))
    offsets = [(at / steps - 0.5) * long for at in range(steps + 1)]
    return [(route.middle[0] + dx * offset, route.middle[1] + dy * offset) for offset in offsets]


def _in_a_box(point: Point, boxes: Iterable[tuple[float, float, float, float]]) -> bool:
    return any(x1 < point[0] < x2 and y1 < point[1] < y2 for x1, y1, x2, y2 in boxes)


def _near(point: Point, taken: Mapping[tuple[int, int], list[Point]]) -> bool:
    column, row = _cell(point)
    around = [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return any(hypot(x - point[0], y - point[1]) < STEP for cell in around for x, y in taken.get(cell, ()))


def _cell(point: Point) -> tuple[int, int]:
    return int(point[0] // STEP), int(point[1] // STEP)
