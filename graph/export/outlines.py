"""The shapes that nodes are drawn in, as Cytoscape draws them on the canvas: outlines, and where a line meets them."""

from functools import cache
from math import cos, hypot, pi, sin, sqrt

Point = tuple[float, float]
NGONS = {"triangle": 3, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "rectangle": 4}
GOLDEN = 0.5 * (3 - sqrt(5)) * 1.57  # how far a star's inner corners lie, as Cytoscape has it


@cache
def corners(shape: str) -> tuple[Point, ...]:
    """The corners of a shape that fills the square from -1 to 1; empty for an ellipse, and for shapes nobody knows."""
    name = shape.removeprefix("round-")
    if name == "rectangle":
        return ((-1, -1), (1, -1), (1, 1), (-1, 1))
    if name in NGONS:
        return _fit(_ngon(NGONS[name]))
    fixed: dict[str, tuple[Point, ...]] = {
        "diamond": ((0, 1), (1, 0), (0, -1), (-1, 0)),
        "tag": ((-1, -1), (0.25, -1), (1, 0), (0.25, 1), (-1, 1)),
        "vee": ((-1, -1), (0, -0.333), (1, -1), (0, 1)),
        "star": _star(),
    }
    return fixed.get(name, ())


def outline(shape: str, x: float, y: float, size: float) -> str:
    """The shape as SVG path data, `size` wide round a point."""
    half = size / 2
    points = [(x + px * half, y + py * half) for px, py in corners(shape)]
    if not points:
        return f"M{x - half:.2f} {y:.2f}a{half:.2f} {half:.2f} 0 1 0 {size:.2f} 0a{half:.2f} {half:.2f} 0 1 0 {-size:.2f} 0Z"
    if not shape.startswith("round-"):
        return "M" + "L".join(f"{px:.2f} {py:.2f}" for px, py in points) + "Z"
    return _rounded(points, min(size / (4 if shape == "round-rectangle" else 10), 8))


def border(shape: str, centre: Point, size: float, toward: Point) -> Point:
    """Where the line from a node's centre toward a point leaves the node."""
    (cx, cy), half = centre, size / 2
    dx, dy = toward[0] - cx, toward[1] - cy
    far = hypot(dx, dy) or 1.0
    points = corners(shape)
    if not points:
        return cx + dx / far * half, cy + dy / far * half
    scaled = [(px * half, py * half) for px, py in points]
    hits = [_hit((dx, dy), a, b) for a, b in zip(scaled, (*scaled[1:], scaled[0]), strict=True)]
    step = max((hit for hit in hits if hit is not None), default=half / far)
    return cx + dx * step, cy + dy * step


def _hit(ray: Point, a: Point, b: Point) -> float | None:
    """How many times the ray from the middle must be laid down to meet the side from a to b."""
    sx, sy = b[0] - a[0], b[1] - a[1]
    turn = ray[0] * sy - ray[1] * sx
    if abs(turn) < 1e-12:
        return None
    along = (a[0] * sy - a[1] * sx) / turn
    share = (a[0] * ray[1] - a[1] * ray[0]) / turn
    return along if along > 0 and -1e-9 <= share <= 1 + 1e-9 else None


def _ngon(sides: int) -> tuple[Point, ...]:
    step = 2 * pi / sides
    start = pi / 2 + (step / 2 if sides % 2 == 0 else 0)
    return tuple((cos(start + at * step), sin(-(start + at * step))) for at in range(sides))


def _star() -> tuple[Point, ...]:
    outer = _ngon(5)
    inner = [(x * GOLDEN, y * GOLDEN) for x, y in (_turned(corner) for corner in outer)]
    return _fit(tuple(point for pair in zip(outer, inner, strict=True) for point in pair))


def _turned(corner: Point) -> Point:
    """The corner a tenth of a turn further, anticlockwise as the others follow one another."""
    x, y = corner
    return x * cos(pi / 5) + y * sin(pi / 5), -x * sin(pi / 5) + y * cos(pi / 5)


def _fit(points: tuple[Point, ...]) -> tuple[Point, ...]:
    wide = max(x for x, _y in points) - min(x for x, _y in points)
    high = max(y for _x, y in points) - min(y for _x, y in points)
    scaled = [(2 * x / wide, 2 * y / high) for x, y in points]
    lift = -1 - min(y for _x, y in scaled)
    return tuple((x, y + lift) for x, y in scaled)


def _rounded(points: list[Point], radius: float) -> str:
    parts = []
    for at, corner in enumerate(points):
        before, after = points[at - 1], points[(at + 1) % len(points)]
        start, end = _toward(corner, before, radius), _toward(corner, after, radius)
        parts.append(f"{start[0]:.2f} {start[1]:.2f}Q{corner[0]:.2f} {corner[1]:.2f} {end[0]:.2f} {end[1]:.2f}")
    return "M" + "L".join(parts) + "Z"


def _toward(corner: Point, other: Point, step: float) -> Point:
    far = hypot(other[0] - corner[0], other[1] - corner[1])
    share = min(step, far / 2) / far
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share
