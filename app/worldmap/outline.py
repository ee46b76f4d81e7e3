"""Makes the outline of the world that the map draws, from Natural Earth as world-atlas packs it.

`python -m app.worldmap.outline countries-50m.json` writes frontend/outline.js: once for each new version; see NOTICE.md.
"""

import heapq
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from app.worldmap.projection import Point, height, project, width
from graph.lexicon.positions import load_numeric_codes

HERE = Path(__file__).parent
DETAIL = 2.0  # square units of the drawn world: smaller bends of a line are left out
SMALLEST = 6.0  # square units: smaller islands are left out, but for a state's largest
LEFT_OUT = {"Antarctica"}
NAMED = {
    "Kosovo": "XKX",
    "Somaliland": "Somaliland",
    "N. Cyprus": "Northern Cyprus",
}  # those without a number of their own
EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
ACROSS = ("RUS", "FJI")  # that lie on both sides of the 180th meridian: drawn whole, at the eastern edge
# Lines that are in dispute: between which two, and inside which box of longitudes and latitudes where not all of it is.
DISPUTED: tuple[tuple[str, str, tuple[float, float, float, float]], ...] = (
    ("MAR", "ESH", EVERYWHERE),
    ("SRB", "XKX", EVERYWHERE),
    ("CYP", "Northern Cyprus", EVERYWHERE),
    ("SOM", "Somaliland", EVERYWHERE),
    ("ISR", "PSE", EVERYWHERE),
    ("ISR", "SYR", EVERYWHERE),
    ("RUS", "UKR", (32.0, 45.0, 37.0, 46.6)),
    ("IND", "PAK", (73.0, 32.3, 80.0, 37.5)),
    ("CHN", "IND", (73.0, 27.0, 98.0, 37.5)),
)
# Lines that are in dispute and that the lands below don't have: from where to where.
BOUNDARIES: tuple[tuple[Point, ...], ...] = (
    (
        (-13.17, 27.67),
        (-8.67, 27.67),
    ),  # the northern boundary of Western Sahara: what is held on the ground ends at the berm
)

Ring = list[int]


def main() -> None:
    """Write the outline."""
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lands = dict(_iter_lands(world))
    eastern = {_plain(arc) for code in ACROSS for ring in lands[code] for arc in ring}
    arcs = [_simple(_globe(world, arc, eastern=at in eastern)) for at, arc in enumerate(world["arcs"])]
    lines = [[project(*point) for point in arc] for arc in arcs]
    kept = {code: _large(rings, lines) for code, rings in lands.items()}
    made = _renumbered(kept, lines) | {"disputed": [_steps(line) for line in _disputed(lands, arcs)]}
    words = json.dumps(made, separators=(",", ":"))
    (HERE / "frontend" / "outline.js").write_text(
        f"// Made by app/worldmap/outline.py.\nexport const outline = {words};\n"
    )


def _iter_lands(world: Any) -> Iterator[tuple[str, list[Ring]]]:
    """Each land with its rings of arcs, holes among them."""
    codes = {number: code for code, number in load_numeric_codes().items()}
    seen: set[str] = set()
    for land in world["objects"]["countries"]["geometries"]:
        name = land["properties"]["name"]
        code = NAMED.get(name) or codes.get(land.get("id", ""), name)
        if name not in LEFT_OUT and code not in seen:  # some number stands twice: the larger land comes first
            seen.add(code)
            polygons = [land["arcs"]] if land["type"] == "Polygon" else land["arcs"]
            yield code, [ring for polygon in polygons for ring in polygon]


def _plain(arc: int) -> int:
    """The arc itself, where a ring goes along it the other way round."""
    return arc if arc >= 0 else ~arc


def _globe(world: Any, arc: list[list[int]], *, eastern: bool) -> list[Point]:
    """An arc's longitudes and latitudes, from the steps in which it is packed; all east of Greenwich where `eastern`."""
    (kx, ky), (x0, y0) = world["transform"]["scale"], world["transform"]["translate"]
    xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    points = [(x * kx + x0, y * ky + y0) for x, y in zip(xs, ys, strict=True)]
    return [(x + 360 if eastern and x < 0 else x, y) for x, y in points]


def _simple(arc: Sequence[Point]) -> list[Point]:
    """The arc without its smallest bends (Visvalingam and Whyatt); its ends stay, so that neighbours still meet."""
    line = [project(*point) for point in arc]
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    gone = [False] * len(line)
    bends = [(_triangle(line[i - 1], line[i], line[i + 1]), i) for i in range(1, len(line) - 1)]
    heapq.heapify(bends)
    while bends and bends[0][0] < DETAIL:
        size, i = heapq.heappop(bends)
        if gone[i] or size != _triangle(line[before[i]], line[i], line[after[i]]):
            continue
        gone[i] = True
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < len(line) - 1:
                heapq.heappush(bends, (_triangle(line[before[j]], line[j], line[after[j]]), j))
    return [point for point, left_out in zip(arc, gone, strict=True) if not left_out]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _large(rings: list[Ring], lines: Sequence[list[Point]]) -> list[Ring]:
    sizes = [_size(ring, lines) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= SMALLEST or size == max(sizes)]


def _size(ring: Ring, lines: Sequence[list[Point]]) -> float:
    points = [point for arc in ring for point in (lines[arc] if arc >= 0 else lines[~arc][::-1])]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*points, points[0]]))) / 2


def _disputed(lands: dict[str, list[Ring]], arcs: Sequence[list[Point]]) -> Iterator[list[Point]]:
    """The parts of borders that are in dispute, drawn."""
    yield from ([project(*point) for point in line] for line in BOUNDARIES)
    used = {code: {_plain(arc) for ring in rings for arc in ring} for code, rings in lands.items()}
    for one, other, (west, south, east, north) in DISPUTED:
        for arc in sorted(used[one] & used[other]):
            inside = [(x, y) for x, y in arcs[arc] if west <= x <= east and south <= y <= north]
            if len(inside) > 1:
                yield [project(*point) for point in inside]


def _renumbered(kept: dict[str, list[Ring]], lines: Sequence[list[Point]]) -> dict[str, Any]:
    """What the map reads: arcs as whole steps from point to point, lands as rings of arcs, a turned arc as ~arc."""
    used = sorted({_plain(arc) for rings in kept.values() for ring in rings for arc in ring})
    place = {arc: at for at, arc in enumerate(used)}
    return {
        "width": round(width()),
        "height": round(height()),
        "arcs": [_steps(lines[arc]) for arc in used],
        "lands": {
            code: [[place[arc] if arc >= 0 else ~place[~arc] for arc in ring] for ring in rings]
            for code, rings in sorted(kept.items())
        },
    }


def _steps(line: Sequence[Point]) -> list[int]:
    whole = [(round(x), round(y)) for x, y in line]
    points = [whole[0], *(b for a, b in pairwise(whole) if a != b)]
    return [*points[0], *(step for a, b in pairwise(points) for step in (b[0] - a[0], b[1] - a[1]))]


if __name__ == "__main__":
    main()
