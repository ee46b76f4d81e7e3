"""The query editor's library is the one that its note names, and its scripts can also be sent as one."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import playwright

from app.component import joined
from app.editor import editor

VENDOR = editor.HERE / "vendor"
NOTE = (VENDOR / "README.md").read_text(encoding="utf-8")
LOCK = json.loads((VENDOR / "recipe" / "package-lock.json").read_text(encoding="utf-8"))
SCRIPTS = list((editor.HERE / "frontend").glob("*.js"))
NODE = Path(playwright.__file__).parent / "driver" / "node"  # what runs the browser runs a script too


def test_the_vendored_file_is_the_one_that_its_note_names() -> None:
    [(name, version, digest)] = re.findall(r"\| (\S+\.mjs) \|.*\| (\d+\.\d+\.\d+) .*\| ([0-9a-f]{64}) \|", NOTE)
    assert [name] == [path.name for path in VENDOR.glob("*.mjs")]
    assert version in name
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_its_note_lists_what_the_lock_bundles_all_under_mit() -> None:
    bundled = {
        path.removeprefix("node_modules/"): each
        for path, each in LOCK["packages"].items()
        if path and "dev" not in each
    }
    assert dict(re.findall(r"`([@\w/-]+)` (\d+\.\d+\.\d+)", NOTE)) == {
        name: each["version"] for name, each in bundled.items()
    }
    assert {each["license"] for each in bundled.values()} == {"MIT"}
    assert all(each["integrity"].startswith("sha512-") for each in bundled.values())
    licence = (VENDOR / "LICENSE").read_text(encoding="utf-8")
    assert "Permission is hereby granted, free of charge" in licence
    assert "Marijn Haverbeke" in licence


def test_nothing_comes_from_the_network() -> None:
    texts = [path.read_text(encoding="utf-8") for path in [*SCRIPTS, *VENDOR.glob("*.mjs")]]
    assert {url for text in texts for url in re.findall(r"https?://[\w./]+", text)} <= {"http://www.w3.org/2000/svg"}
    imported = {name for text in texts for name in re.findall(r"^import .*from '([^']+)'", text, re.MULTILINE)}
    assert all(name.startswith("./") or name == f"../vendor/{next(VENDOR.glob('*.mjs')).name}" for name in imported)


def test_all_scripts_can_be_sent_as_one(tmp_path: Path) -> None:
    assert sorted(editor.MODULES) == sorted(path.name for path in SCRIPTS)
    script = joined(editor.HERE, editor.MODULES)
    assert not re.search(r"^import ", script, re.MULTILINE)
    (tmp_path / "joined.mjs").write_text(script, encoding="utf-8")
    subprocess.run([NODE, "--check", tmp_path / "joined.mjs"], check=True)


PLACES = [
    ("MATCH (n:Sta", ("label", "Sta")),
    ("MATCH (a)-[r:PROC", ("relation", "PROC")),
    ("MATCH (a)-[r:A|B", ("relation", "B")),
    ("RETURN n.na", ("property", "na")),
    ("MATCH (n:State {na", ("property", "na")),
    ("MATCH (n:State {id: 'M", ("name", "M")),
    ("CALL db.la", ("procedure", "db.la")),
    ("RETURN toUp", ("word", "toUp")),
    ("RETURN 1 // toUp", None),
    ("RETURN 'it\\'s' AS a, 'Mor", ("name", "Mor")),
    ("RETURN `a b", None),
]


def test_what_may_come_next_is_told_from_what_stands_before(tmp_path: Path) -> None:
    for path in SCRIPTS:
        shutil.copy(path, tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    ask = (
        "import {placeOf} from './completing.js'; console.log(JSON.stringify(JSON.parse(process.argv[1]).map(placeOf)))"
    )
    asked = json.dumps([before for before, _place in PLACES])
    line = [str(NODE), "--input-type=module", "-e", ask, asked]
    said = json.loads(subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=True).stdout)
    assert [place and (place["kind"], place["typed"]) for place in said] == [place for _before, place in PLACES]
