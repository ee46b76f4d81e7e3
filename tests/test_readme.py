"""The README is always true: its tables say what the program's own files say."""

import re
from pathlib import Path

from typer.testing import CliRunner

from graph.cli.main import app
from graph.schema.schema import load_schema
from graph.settings import TABLE

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_fits_in_150_lines() -> None:
    assert len(README.splitlines()) <= 150


def test_its_schema_table_is_the_schema() -> None:
    rows = re.findall(r"^\| ([A-Z_]+)( ↔)? \| ([\w, ]+) \| ([\w, ]+) \| (.+?) \| \.\d\d \|$", README, re.M)
    written = {name: (bool(both), source, target, example) for name, both, source, target, example in rows}
    assert written == {
        name: (relation.symmetric, ", ".join(relation.source), ", ".join(relation.target), relation.example)
        for name, relation in load_schema().relations.items()
    }


def test_it_names_every_entity_type() -> None:
    assert all(f"**{name}**" in README for name in load_schema().entities)


def test_it_names_every_setting() -> None:
    assert all(f"`{name}`" in README for name, _default, _help in TABLE)


def test_every_command_it_shows_exists() -> None:
    shown = set(re.findall(r"entente ([a-z]+)", README))
    known = set(re.findall(r"^│? *([a-z]+) ", CliRunner().invoke(app, ["--help"]).output, re.M))
    assert shown - {"and"} <= known, shown - known


def test_every_command_of_the_program_is_shown() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert {name for name in commands if not re.search(rf"(entente|also:).*\b{name}\b", README)} <= {"demo"}


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert targets
    assert not [target for target in targets if not (ROOT / target).exists()]


def test_make_offers_the_targets_it_names() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.M)) <= targets
