"""The drawings of the icons that the schema names."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def load_icons() -> Mapping[str, str]:
    """SVG path data (24 x 24) by the icon names that the schema uses."""
    icons: dict[str, str] = yaml.safe_load((files("graph.schema") / "icons.yml").read_text(encoding="utf-8"))
    return icons
