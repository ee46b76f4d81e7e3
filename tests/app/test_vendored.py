import hashlib
import re
from pathlib import Path

import app.canvas

VENDOR = Path(app.canvas.__file__).parent / "vendor"
NOTE = (VENDOR / "README.md").read_text(encoding="utf-8")


def test_the_vendored_library_is_the_one_that_its_note_names() -> None:
    rows = re.findall(r"\| (\S+\.mjs) \|.*\| (\d+\.\d+\.\d+) \|.*\| ([0-9a-f]{64}) \|", NOTE)
    assert [name for name, _version, _hash in rows] == [path.name for path in VENDOR.glob("*.mjs")]
    for name, version, digest in rows:
        assert version in name
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_its_licence_lies_beside_it() -> None:
    licence = (VENDOR / "LICENSE").read_text(encoding="utf-8")
    assert "Permission is hereby granted, free of charge" in licence
    assert "Cytoscape Consortium" in licence


def test_the_canvas_imports_the_vendored_file_and_nothing_from_the_network() -> None:
    scripts = [path.read_text(encoding="utf-8") for path in (VENDOR.parent / "frontend").glob("*.js")]
    imported = {name for script in scripts for name in re.findall(r"^import .*from '([^']+)'", script, re.MULTILINE)}
    assert f"../vendor/{next(VENDOR.glob('*.mjs')).name}" in imported
    assert all(name.startswith(("./", "../vendor/")) for name in imported)
