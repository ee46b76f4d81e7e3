"""How an export looks: the schema's colours on a light ground, on a dark one, or as CSS variables that follow the reader."""

from dataclasses import dataclass

from graph.records import Modality
from graph.schema.icons import load_icons
from graph.schema.schema import Colour, load_schema

NEUTRAL = Colour(light="#6b7687", dark="#8b95a7")  # lines of what is plainly asserted; the others stand out
ON_TYPE = Colour(light="#ffffff", dark="#10151f")  # icons on a type's colour
GROUNDS = {
    "ink": Colour(light="#182033", dark="#e7ebf3"),
    "paper": Colour(light="#ffffff", dark="#10151f"),
    "rule": Colour(light="#d8dde7", dark="#313b4d"),
    "accent": Colour(light="#26417f", dark="#9ab6ff"),
    "neutral": NEUTRAL,
    "on-type": ON_TYPE,
}
DEFAULT_SHAPE = "ellipse"
SCHEMES = ("light", "dark", "css")


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by the name of what they are for: "ink", a type, or a modality. `scheme` is light, dark or css."""

    scheme: str = "light"

    def colour(self, name: str) -> str:
        """The colour as SVG takes it; that of the ink for a name that the schema doesn't have."""
        known = colours()
        name = name if name in known else "ink"
        return f"var(--{name})" if self.scheme == "css" else self.tint(known[name])

    def tint(self, colour: Colour) -> str:
        """A colour that has no name."""
        if self.scheme == "css":
            return f"light-dark({colour.light}, {colour.dark})"
        return str(getattr(colour, self.scheme))

    def line(self, modality: Modality) -> str:
        """The colour of an edge that is put so firmly."""
        return self.colour("neutral" if modality is Modality.ASSERTED else modality.value)


def colours() -> dict[str, Colour]:
    """All colours by name."""
    schema = load_schema()
    return {
        **GROUNDS,
        **{name: kind.colour for name, kind in schema.entities.items()},
        **{modality.value: style.colour for modality, style in schema.modalities.items()},
    }


def css_variables() -> str:
    """The colours as CSS variables, light and dark, chosen by the reader's system or by data-scheme on the page."""
    light, dark = (
        "".join(f"--{name}:{getattr(colour, on)};" for name, colour in colours().items()) for on in SCHEMES[:2]
    )
    return (
        f":root{{color-scheme:light;{light}}}@media (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
        f":root[data-scheme=light]{{color-scheme:light;{light}}}:root[data-scheme=dark]{{color-scheme:dark;{dark}}}"
    )


def shape_of(kind: str) -> str:
    """The shape that a type is drawn with."""
    known = load_schema().entities.get(kind)
    return known.shape if known else DEFAULT_SHAPE


def icon_of(kind: str) -> str | None:
    """The outline (24 x 24) of a type's icon, None for a type that the schema doesn't have."""
    known = load_schema().entities.get(kind)
    return load_icons()[known.icon] if known else None


def dashes_of(modality: Modality) -> str | None:
    """The stroke's dashes of a modality; None where the line is whole."""
    return {"solid": None, "dashed": "7 4", "dotted": "2 2"}[load_schema().modalities[modality].line]
