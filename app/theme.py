"""The look of the house: colours, shapes and icons of the schema as the canvas and the cards need them."""

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import yaml

from app.launch import OPTIONS
from graph.schema.icons import load_icons as load_schema_icons
from graph.schema.schema import Colour, load_schema

GROUNDS = (
    ("ink", "textColor"),
    ("paper", "backgroundColor"),
    ("shade", "secondaryBackgroundColor"),
    ("rule", "borderColor"),
    ("accent", "primaryColor"),
    ("link", "linkColor"),
)  # name in the style sheet, and in Streamlit's theme


@cache
def load_icons() -> dict[str, str]:
    """SVG path data (24 x 24) by name: the icons that the schema uses, and the app's own."""
    own: dict[str, str] = yaml.safe_load((files("app") / "icons.yml").read_text(encoding="utf-8")) or {}
    return {**load_schema_icons(), **own}


def type_styles() -> dict[str, dict[str, Any]]:
    """How each type of entity is drawn: plural, colours, shape and the icon's path."""
    return {
        name: {
            "plural": kind.plural,
            "colour": kind.colour.model_dump(),
            "shape": kind.shape,
            "path": load_icons()[kind.icon],
        }
        for name, kind in load_schema().entities.items()
    }


def modality_styles() -> dict[str, dict[str, Any]]:
    """How each modality is drawn: what it says, its line and colours."""
    return {
        str(name): {"says": style.says, "line": style.line, "colour": style.colour.model_dump()}
        for name, style in load_schema().modalities.items()
    }


@cache
def page_style() -> str:
    """The style sheets of all pages; type and modality colours follow the page from light to dark."""
    sheets = sorted((files("app") / "styles").iterdir(), key=lambda sheet: sheet.name)
    schema = load_schema()
    # Streamlit tells its colours to components only, so the pages' own are written out here.
    grounds = "".join(
        f"--{name}: light-dark({_option('light', key)}, {_option('dark', key)}); " for name, key in GROUNDS
    )
    rules = [f":root {{ {grounds}}}"]
    rules += [_rule(f".is-{name}", kind.colour) for name, kind in schema.entities.items()]
    rules += [_rule(f".is-{name}", style.colour) for name, style in schema.modalities.items()]
    rules += [_glyph(name, path) for name, path in load_icons().items()]
    said = [sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.name.endswith(".css")]
    return "<style>" + "\n".join([*said, *rules]) + "</style>"


def _option(ground: str, key: str) -> str:
    return OPTIONS[f"theme.{ground}.{key}"]


def icon(name: str) -> str:
    """The icon as HTML, in the colour of the text around it."""
    # A mask out of the style sheet: Streamlit takes drawings out of a page's HTML.
    return f'<span class="icon glyph glyph-{name}" aria-hidden="true"></span>'


def type_icon(kind: str) -> str:
    """The icon of a type of entity as HTML; nothing for a type that the schema doesn't have."""
    known = load_schema().entities.get(kind)
    return icon(known.icon) if known else ""


def _glyph(name: str, path: str) -> str:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='{path}'/></svg>"
    return f'.glyph-{name} {{ --glyph: url("data:image/svg+xml,{quote(drawing)}"); }}'


def _rule(selector: str, colour: Colour) -> str:
    # light-dark() follows the color-scheme that Streamlit sets for its own light and dark themes.
    return f"{selector} {{ --hue: light-dark({colour.light}, {colour.dark}); }}"
