"""The shape of the project that a stranger relies on."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for package in ("graph", "app") for path in (ROOT / package).rglob("*.py"))
TOP_LEVEL = {
    "README.md", "pyproject.toml", "graph", "app", "tests", "fixtures",
    "uv.lock", "Makefile", "LICENSE", "CHANGELOG.md", ".ci", ".gitignore",
}  # fmt: skip


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_one_job_in_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_says_first_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_top_level_holds_only_what_a_repository_needs() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {name.split("/")[0] for name in tracked.splitlines()} <= TOP_LEVEL


def test_no_folder_of_tests_hides_the_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))
    assert not [path for name in ("graph", "app", "tests") for path in (ROOT / "app").glob(f"{name}*")]


def test_the_way_from_text_to_claim_names_every_module() -> None:
    folder = ROOT / "graph" / "extract"
    way = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    modules = {path.stem for path in folder.glob("[!_]*.py")}
    assert {name for name in modules if not re.search(rf"\b{name}\b", way)} == set()
