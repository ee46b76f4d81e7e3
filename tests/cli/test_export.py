import csv
import os
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import networkx as nx
import pytest

from graph.store.store import Store
from tests.store.saying import article, says


def run(environment: dict[str, str], *words: str) -> "subprocess.CompletedProcess[bytes]":
    line = [str(Path(sys.executable).with_name("entente")), *words]
    return subprocess.run(line, env={**os.environ, **environment}, capture_output=True, timeout=120, check=False)


@pytest.fixture
def told(store: Store) -> Store:
    store.writer.write(
        [
            article("a", says("MAR", "NORMALIZES", "ISR"), says("MAR", "PROCURES", "system:bayraktar-tb2")),
            article("b", says("DZA", "OPPOSES", "MAR")),
        ]
    )
    return store


def test_a_saved_view_and_an_entity_are_written_as_files(
    told: Store, environment: dict[str, str], tmp_path: Path
) -> None:
    content = {
        "version": 1,
        "ids": ["MAR", "ISR", "gone"],
        "places": {"MAR": [1.5, 2.0], "ISR": [90.0, 4.0], "gone": [0, 0]},
    }
    told.views.save("Rabat", "", told.views.keep({**content, "filter": {"relations": ["NORMALIZES"]}}))
    said = run(environment, "export", "rabat", "--format", "gexf")
    assert said.returncode == 0, said.stderr
    net = nx.read_gexf(BytesIO(said.stdout))
    assert (net.nodes["MAR"]["viz"]["position"]["x"], set(net)) == (1.5, {"MAR", "ISR"})
    assert b"1 of the view's 3 entities left out" in said.stderr
    file = tmp_path / "round.zip"
    said = run(environment, "export", "--entity", "MAR", "-o", str(file))
    assert said.returncode == 0, said.stderr
    with ZipFile(file) as archive:
        rows = list(csv.DictReader(StringIO(archive.read("claims.csv").decode("utf-8-sig"))))
    assert {row["relation"] for row in rows} == {"NORMALIZES", "PROCURES", "OPPOSES"}


@pytest.mark.parametrize(
    ("words", "says_"),
    [
        (("nothing", "-o", "x.svg"), b"no view is called 'nothing'"),
        (("--entity", "nope", "-o", "x.svg"), b"the store has no entity 'nope'"),
        (("--entity", "MAR", "-o", "x.txt"), b"say with --format"),
        ((), b"name a view, or an entity"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    told: Store, environment: dict[str, str], tmp_path: Path, words: tuple[str, ...], says_: bytes
) -> None:
    said = run(environment, "export", *words)
    assert said.returncode == 1
    assert said.stdout == b""
    assert says_ in said.stderr
