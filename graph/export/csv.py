"""A drawn part of the graph as tables: entities, relations and claims, each a CSV file, together in one ZIP file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import TextIOWrapper
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.export.drawing import Cited, Drawing
from graph.export.rows import Cell, write_rows
from graph.records import Modality

NODES = (
    *("id", "type", "name", "generic", "x", "y", "size"),
    *("claims_in_store", "documents_in_store", "neighbours_in_store"),  # all of them, whatever the filters leave out
    "hidden_neighbours",
)
EDGES = (
    *("id", "source", "relation", "target", "phrase", "modality", "symmetric", "claims", "documents", "reported"),
    *(f"{modality.value}_claims" for modality in Modality),
    *("confidence", "quantity", "value", "currency", "first", "last", "event_start", "event_end"),
)
CLAIMS = (
    *("id", "edge", "source", "source_name", "relation", "target", "target_name", "modality", "reported", "speaker"),
    *("sentence", "quantity", "value", "when", "event_start", "event_end", "roles", "reported_on", "confidence", "verdict"),
    *("document", "title", "publisher", "author", "published", "url"),
)  # fmt: skip


def write_tables(file: IO[bytes], drawing: Drawing, claims: Iterable[Cited], bom: bool = True) -> None:
    """Write nodes.csv, edges.csv and claims.csv into a ZIP file; claims are written as they come.

    With `bom` each begins with the mark by which Excel knows UTF-8.
    """
    tables: tuple[tuple[str, Sequence[str], Iterable[Sequence[Cell]]], ...] = (
        ("nodes.csv", NODES, iter_nodes(drawing)),
        ("edges.csv", EDGES, iter_edges(drawing)),
        ("claims.csv", CLAIMS, map(_claim, claims)),
    )
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, header, rows in tables:
            _write(archive, name, header, rows, "utf-8-sig" if bom else "utf-8")


def iter_nodes(drawing: Drawing) -> Iterator[Sequence[Cell]]:
    """The entities as rows of `NODES`."""
    for node in drawing.nodes:
        place = (round(node.x, 2), round(node.y, 2), node.size)
        yield (
            node.id,
            node.type,
            node.name,
            node.generic,
            *place,
            node.claims,
            node.documents,
            node.neighbours,
            node.hidden,
        )


def iter_edges(drawing: Drawing) -> Iterator[Sequence[Cell]]:
    """The relations as rows of `EDGES`."""
    for edge in drawing.edges:
        counts = [edge.counts.get(modality, 0) for modality in Modality]
        days = (_day(day) for day in (edge.first, edge.last, edge.event_start, edge.event_end))
        ends = (edge.id, edge.source, edge.relation, edge.target, edge.phrase, edge.modality.value, edge.symmetric)
        said = (edge.claims, edge.documents, edge.reported, *counts)
        yield (*ends, *said, edge.confidence, edge.quantity, edge.value, edge.currency, *days)


def _claim(claim: Cited) -> Sequence[Cell]:
    document = claim.document
    roles = "; ".join(f"{role}: {name}" for role, name in claim.roles.items())
    ends = (claim.id, claim.edge, claim.source, claim.source_name, claim.relation, claim.target, claim.target_name)
    said = (
        claim.modality.value,
        claim.reported,
        claim.speaker,
        claim.sentence,
        claim.quantity,
        claim.value,
        claim.when,
    )
    days = (*map(_day, claim.happened), roles, _day(claim.reported_on), claim.confidence, claim.verdict)
    read_in = (document.id, document.title, document.publisher, document.author, _day(document.published), document.url)
    return (*ends, *said, *days, *read_in)


def _write(archive: ZipFile, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], encoding: str) -> None:
    # a fixed date, so that the same view gives the same file
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    with archive.open(entry, "w", force_zip64=True) as raw, TextIOWrapper(raw, encoding=encoding, newline="") as out:
        write_rows(out, header, rows)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
