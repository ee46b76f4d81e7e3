"""What the tables are told: every drawn entity and edge as values, nothing cut without a word."""

from datetime import date

from app.scene import Drawn, Scene
from app.table import picture
from graph.records import Modality
from graph.store.filter import Filter
from graph.store.view_records import Edge, Node

COUNTS = dict.fromkeys(Modality, 0) | {Modality.ASSERTED: 2, Modality.DENIED: 1}
LONG = "Very Long Industries " * 50


def node(id: str, name: str) -> Node:
    return Node(id, "Firm", name, (), False, False, None, 5, 7, 3)


def edge(source: str, target: str, **more: object) -> Edge:
    return Edge(source, "SUPPLIES", target, Modality.ASSERTED, 3, 2, COUNTS, 1, **more)  # type: ignore[arg-type]


def tables(edges: tuple[Edge, ...] = ()) -> list[dict[str, object]]:
    drawn = Drawn((node("a", LONG), node("b", "B\u202e")), edges, {"a": 4, "b": 0})
    found: list[dict[str, object]] = picture.payload(Scene(ids=("a", "b")), drawn, 1234, 500)["tables"]
    return found


def test_entities_come_with_their_counts_and_the_whole_of_a_name_that_is_cut() -> None:
    entities, _edges = tables((edge("a", "b"), edge("b", "a")))
    first, second = entities["rows"]  # type: ignore[misc]
    assert entities["said"] == "2 entities drawn of 1,234 in the store"
    assert first["cells"][1:] == ["Firm", 2, 4, 5, 7, 3]
    assert first["cells"][0].endswith("…")
    assert first["whole"] == {0: LONG}
    assert second["cells"][0] == "B"  # a mark that turns the page round is no part of what is shown


def test_under_a_filter_counts_say_that_they_are_of_the_whole_store() -> None:
    drawn = Drawn((node("a", "A"),), (), {"a": 4})
    shown = Scene(ids=("a",), filter=Filter(known_by=date(2020, 1, 1)))
    entities, _edges = picture.payload(shown, drawn, 1234, 500)["tables"]
    assert entities["columns"][4:] == ["All neighbours", "All claims", "All documents"]
    assert "whatever you filter" in entities["said"]
    assert tables()[0]["columns"][4:] == ["Neighbours", "Claims", "Documents"]  # type: ignore[index]


def test_edges_say_how_firm_when_and_whether_they_are_disputed() -> None:
    day, later = date(2021, 4, 1), date(2021, 4, 30)
    whole = edge("a", "b", confidence=0.876, first=day, last=later, event_start=day, event_end=later)
    _entities, edges = tables(
        (whole, edge("b", "a", event_start=day), edge("b", "b", event_end=day), edge("a", "gone"))
    )
    rows = edges["rows"]
    assert [row["cells"][3:] for row in rows] == [  # type: ignore[attr-defined]
        ["asserted, disputed", 3, 2, 1, 0.88, "2021-04-01", "2021-04-30", "2021-04-01 to 2021-04-30"],
        ["asserted, disputed", 3, 2, 1, None, None, None, "from 2021-04-01"],
        ["asserted, disputed", 3, 2, 1, None, None, None, "until 2021-04-01"],
    ]
    assert edges["numbers"] == [4, 5, 6, 7]
    assert edges["said"] == "3 edges drawn, all between these entities"
