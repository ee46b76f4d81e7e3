"""`entente export`: a saved or shared view, or what is round an entity, as a file."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.telling import telling
from graph.errors import ViewError
from graph.settings import Settings
from graph.wording import plural

if TYPE_CHECKING:  # as in main: the driver is slow to import
    from graph.export.drawing import Cited, Drawing
    from graph.exporting import Shown
    from graph.store.store import Store

MOST = 300


class Format(StrEnum):
    """What a view can be written as."""

    GEXF = "gexf"
    CSV = "csv"
    SVG = "svg"
    HTML = "html"
    MARKDOWN = "md"
    WORD = "docx"


class Ground(StrEnum):
    """What an SVG picture is drawn on."""

    LIGHT = "light"
    DARK = "dark"


def export(
    view: Annotated[str | None, typer.Argument(help="name of a saved view, or the id or address of a shared one")] = None,
    entity: Annotated[str | None, typer.Option(help="instead of a view: an entity's id, with its neighbours")] = None,
    limit: Annotated[int, typer.Option(min=0, max=MOST, help="most neighbours of the entity")] = 24,
    output: Annotated[Path, typer.Option("-o", "--output", help="file to write, - for standard output")] = Path("-"),
    form: Annotated[Format | None, typer.Option("--format", help="what to write; else what the file's name ends with. csv is a ZIP file of tables")] = None,
    ground: Annotated[Ground, typer.Option(help="what an SVG picture is drawn on")] = Ground.LIGHT,
    title: Annotated[str | None, typer.Option(help="what to call it")] = None,
    bom: Annotated[bool, typer.Option(help="mark CSV tables as UTF-8, by which Excel knows it")] = True,
) -> None:  # fmt: skip
    """Write a view as GEXF, CSV, SVG, HTML, or as a cited brief in Markdown or Word."""
    from graph.exporting import iter_cited, read_drawing
    from graph.store.store import open_store

    if (view is None) == (entity is None):
        raise ViewError("name a view, or an entity with --entity: one of the two")
    form = form or _format_of(output)
    with telling() as tell, open_store(Settings.from_env(), tell) as store:
        shown, named, note = _kept(store, view) if view else _round(store, entity or "", limit)
        drawing = read_drawing(store.view, shown, title or named, date.today(), note=note)
        claims = _told(iter_cited(store.view, drawing.edges, shown.filter), drawing.claims, tell)
        written = _written(form, drawing, claims, ground, bom)
    _put(output, written)
    print(_summary(drawing, len(shown.ids)), file=sys.stderr)


def _summary(drawing: "Drawing", asked: int) -> str:
    counts = (
        plural(len(drawing.nodes), "entity", "entities"),
        plural(len(drawing.edges), "relation"),
        plural(drawing.claims, "claim"),
    )
    gone = asked - len(drawing.nodes)
    left = f"; {gone} of the view's {plural(asked, 'entity', 'entities')} left out: gone, or filtered" if gone else ""
    return f"{', '.join(counts)}{left}"


def _format_of(output: Path) -> Format:
    ending = {"zip": "csv", "markdown": "md"}.get(output.suffix[1:].lower(), output.suffix[1:].lower())
    try:
        return Format(ending)
    except ValueError:
        raise ViewError(f"say with --format what to write: {', '.join(Format)}") from None


def _kept(store: "Store", view: str) -> tuple["Shown", str, str]:
    """What a saved or shared view shows, what to call it and its note."""
    from graph.exporting import read_shown

    named = store.views.find(view)
    id = named.view if named else view.rpartition("v=")[2]
    kept = store.views.get(id)
    if kept is None:
        known = store.views.named(8)
        names = ", ".join(f"“{each.name}”" for each in known.views)
        more = f" and {known.total - 8} more" if known.total > 8 else ""
        saved = f"saved are {names}{more}" if names else "none is saved"
        raise ViewError(f"no view is called {view!r}, or kept under that id; {saved}")
    return read_shown(kept), named.name if named else f"View {id}", named.note if named else ""


def _round(store: "Store", entity: str, limit: int) -> tuple["Shown", str, str]:
    from graph.exporting import around

    shown = around(store.view, entity, limit)
    node = store.view.entity(entity)
    if shown is None or node is None:
        raise ViewError(f"the store has no entity {entity!r}; ids are like MAR, firm:baykar or system:bayraktar-tb2")
    return shown, node.name, ""


def _told(claims: Iterator["Cited"], total: int, tell: Callable[[str], None]) -> Iterator["Cited"]:
    for number, claim in enumerate(claims, 1):
        if number % 1000 == 0:
            tell(f"Claims read: {number:,} of {total:,}")
        yield claim


def _written(form: Format, drawing: "Drawing", claims: Iterator["Cited"], ground: Ground, bom: bool) -> bytes:
    match form:
        case Format.GEXF:
            from graph.export.gexf import to_gexf

            return to_gexf(drawing)
        case Format.SVG:
            from graph.export.svg import to_svg

            return to_svg(drawing, ground.value).encode()
        case Format.HTML:
            from graph.export.html import to_html

            return to_html(drawing, claims).encode()
        case Format.MARKDOWN:
            from graph.export.brief_markdown import to_markdown

            return to_markdown(drawing, claims).encode("utf-8", "replace")
        case Format.WORD:
            from graph.export.brief_word import to_word

            return to_word(drawing, claims)
        case Format.CSV:
            from graph.export.csv import write_tables

            file = BytesIO()
            write_tables(file, drawing, claims, bom)
            return file.getvalue()


def _put(output: Path, written: bytes) -> None:
    if output == Path("-"):
        sys.stdout.buffer.write(written)
        sys.stdout.flush()
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise ViewError(f"{output} can't be written: {error.strerror}") from error
