import csv
import tracemalloc
from io import BytesIO, StringIO
from zipfile import ZipFile

from graph.export.csv import CLAIMS, EDGES, NODES, iter_edges, iter_nodes, write_tables
from graph.export.drawing import Cited, Drawing
from graph.export.rows import read_cell
from tests.export.drawings import HOSTILE, claims, drawing, hostile, many


def tables(whole: Drawing, said: tuple[Cited, ...], bom: bool = False) -> dict[str, list[list[str]]]:
    file = BytesIO()
    write_tables(file, whole, said, bom)
    with ZipFile(file) as archive:
        return {
            name: list(csv.reader(StringIO(archive.read(name).decode("utf-8-sig" if bom else "utf-8"), newline="")))
            for name in archive.namelist()
        }


def test_what_is_drawn_comes_back() -> None:
    whole, said = drawing(), claims()
    found = tables(whole, said)
    assert [found[name][0] for name in ("nodes.csv", "edges.csv", "claims.csv")] == [
        list(NODES),
        list(EDGES),
        list(CLAIMS),
    ]
    nodes = [dict(zip(NODES, row, strict=True)) for row in found["nodes.csv"][1:]]
    assert [(row["id"], row["name"], float(row["x"]), row["generic"]) for row in nodes] == [
        (node.id, node.name, node.x, str(node.generic).lower()) for node in whole.nodes
    ]
    edges = [dict(zip(EDGES, row, strict=True)) for row in found["edges.csv"][1:]]
    bought = edges[2]
    assert (bought["source"], bought["relation"], bought["quantity"], bought["value"]) == (
        "MAR",
        "PROCURES",
        "13",
        "70000000.0",
    )
    assert (bought["first"], bought["confidence"], bought["asserted_claims"]) == ("2021-11-22", "0.92", "2")
    quoted = [dict(zip(CLAIMS, row, strict=True)) for row in found["claims.csv"][1:]]
    assert [read_cell(row["sentence"]) for row in quoted] == [claim.sentence for claim in said]
    assert [row["edge"] for row in quoted] == [claim.edge for claim in said]
    assert (quoted[2]["event_start"], quoted[2]["event_end"], quoted[0]["roles"]) == (
        "2021-04-01",
        "2021-04-30",
        "system: drones",
    )


def test_the_rows_have_a_cell_for_each_heading() -> None:
    assert {len(row) for row in iter_nodes(drawing())} == {len(NODES)}
    assert {len(row) for row in iter_edges(drawing())} == {len(EDGES)}


def test_hostile_words_stay_in_their_cells() -> None:
    whole, said = hostile()
    found = tables(whole, said)
    row = dict(zip(CLAIMS, found["claims.csv"][1], strict=True))
    assert row["sentence"] == HOSTILE


def test_excel_is_told_that_it_is_utf8_where_asked() -> None:
    for bom in (True, False):
        file = BytesIO()
        write_tables(file, drawing(), claims(), bom)
        with ZipFile(file) as archive:
            assert all(archive.read(name).startswith(b"\xef\xbb\xbf") is bom for name in archive.namelist())


def test_the_same_view_gives_the_same_file() -> None:
    files = [BytesIO(), BytesIO()]
    for file in files:
        write_tables(file, drawing(), claims())
    assert files[0].getvalue() == files[1].getvalue()


def test_claims_are_written_as_they_come() -> None:
    whole, said = many(20_000)
    file = BytesIO()
    tracemalloc.start()
    write_tables(file, whole, said)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4_000_000 + 2 * len(file.getvalue())
    with ZipFile(file) as archive:
        assert archive.read("claims.csv").count(b"\r\n") == 20_001
