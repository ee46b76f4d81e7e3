"""Where on the drawn world a place lies: the Natural Earth projection, in the outline's own units."""

from math import radians

Point = tuple[float, float]

HALVES = 2000.0  # units from Greenwich to the 180th meridian
EAST, NORTH, SOUTH = 191.0, 83.7, -56.5  # how far is drawn: to the end of Chukotka, Greenland and Cape Horn
_WIDEST = 0.8707  # of the projection, in half turns of the globe


def project(longitude: float, latitude: float) -> Point:
    """The place as x from the left and y from the top of the drawn world."""
    x, y = _natural_earth(radians(longitude), radians(latitude))
    return HALVES + _SCALE * x, _SCALE * (_TOP - y)


def width() -> float:
    """How wide the drawn world is."""
    return max(project(180.0, 0)[0], project(EAST, 66.0)[0])


def height() -> float:
    """How high the drawn world is."""
    return project(0, SOUTH)[1]


def _natural_earth(longitude: float, latitude: float) -> Point:
    """The polynomials of Šavrič, Jenny, Patterson, Petrovič and Hurni (2011)."""
    square = latitude * latitude
    fourth = square * square
    x = longitude * (
        _WIDEST - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    )
    y = latitude * (1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth)))
    return x, y


_SCALE = HALVES / (radians(180) * _WIDEST)
_TOP = _natural_earth(0, radians(NORTH))[1]
