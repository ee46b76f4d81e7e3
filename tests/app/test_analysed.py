"""Findings on the Analysis page, drawn by Streamlit without a browser."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app import findings
from app.analyses import Middle, Sight
from app.colouring import Colouring
from app.scene import Scene
from app.screens import analysed, analysis
from graph.analysis.centrality import Measure, Rank, Ranking
from graph.analysis.communities import Community


def many(listed: int, total: int) -> None:
    from typing import Any

    from app.findings import Finding
    from app.screens import analysed

    store: Any = None
    analysed.lines(store, "all", [Finding(f"{number}", "said", 1.0) for number in range(listed)], {}, total)
    analysed.table("all", [{"place": number} for number in range(listed)], total)


@pytest.mark.usefixtures("without_browser")
def test_of_many_findings_it_is_said_how_many_there_are_and_how_many_can_be_shown() -> None:
    page = AppTest.from_function(many, args=(30, 1234), default_timeout=60).run()
    assert page.caption[0].value == "15 of 1,234"
    assert page.expander[0].label == "As a table (30 of 1,234 rows)"
    assert page.button(key="all all").label == "Show 30"
    page.button(key="all all").click().run()
    assert page.caption[0].value == "30 of 1,234"
    page = AppTest.from_function(many, args=(20, 20), default_timeout=60).run()
    assert (page.caption[0].value, page.button(key="all all").label) == ("15 of 20", "Show all")


@pytest.mark.parametrize(("looked_at", "total"), [(3, 2), (9, 9)])
def test_all_that_have_a_place_are_counted_also_where_only_the_first_are_listed(looked_at: int, total: int) -> None:
    ranks = tuple(Rank(id, value, number, 9) for number, (id, value) in enumerate([("a", 2.0), ("b", 1.0), ("c", 0.0)]))
    assert findings.count_ranked(Middle(Sight(looked_at, 9, 9), Ranking(Measure.CLAIMS, ranks))) == total


def test_every_community_on_the_canvas_is_coloured_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    communities = [Community((f"a{number}", f"b{number}")) for number in range(60)]
    drawn = ["a3", "a50", "b50", "a59"]
    scene = Scene(ids=tuple(drawn), places={id: (0.0, 0.0) for id in drawn})
    painted: list[Colouring] = []
    monkeypatch.setattr(analysis.visit, "scene", lambda: scene)
    monkeypatch.setattr(analysed, "paint", lambda colouring, said: painted.append(colouring))
    store: Any = SimpleNamespace(view=SimpleNamespace(named=lambda ids: {}))
    analysis._colour(store, communities)
    assert painted[0].groups == {"a3": 0, "a50": 1, "b50": 1, "a59": 2}
    assert len(painted[0].names) == 3
