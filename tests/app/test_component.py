"""Our components' scripts can also be sent as one, for a Streamlit that can't serve them by address."""

import re
from pathlib import Path

import pytest

from app.component import joined
from app.glance import glance
from app.matrix import matrix
from app.worldmap import worldmap

COMPONENTS = [glance, matrix, worldmap]
TOP_LEVEL = re.compile(r"^(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.HERE.name)
def test_all_scripts_are_sent_and_share_no_name(component: object) -> None:
    folder, modules = Path(component.HERE), component.MODULES  # type: ignore[attr-defined]
    assert sorted(modules) == sorted(path.name for path in (folder / "frontend").glob("*.js"))
    script = joined(folder, modules)
    names = TOP_LEVEL.findall(script)
    assert len(names) == len(set(names))
    assert not re.search(r"^import ", script, re.MULTILINE)
    assert len(re.findall(r"^export ", script, re.MULTILINE)) == 1


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.HERE.name)
def test_they_load_nothing_from_elsewhere_and_put_text_in_as_text(component: object) -> None:
    scripts = [
        path.read_text(encoding="utf-8")
        for path in (Path(component.HERE) / "frontend").iterdir()  # type: ignore[attr-defined]
    ]
    assert not [script for script in scripts if "innerHTML" in script or "insertAdjacentHTML" in script]
    addresses = {found for script in scripts for found in re.findall(r"https?://[^\s'\"]+", script)}
    assert addresses <= {"http://www.w3.org/2000/svg"}
