"""What a visitor has on the canvas: each thing they do, against a real store."""

import pytest
import worlds

from app import drawing
from app import scene as scenes
from app.scene import Scene
from graph.store.store import Store
from graph.store.view import View

ORDER, FLIES = "MAR~PROCURES~system:bayraktar-tb2", "MAR~OPERATES~system:hermes-900"


@pytest.fixture
def view(store: Store) -> View:
    store.writer.write(worlds.maghreb())
    return store.view


def at(view: View, id: str) -> Scene:
    node = view.entity(id)
    assert node is not None
    return scenes.begin_at(view, node)


def scene_hidden(view: View, scene: Scene) -> int:
    return scenes.look(scene, view).hidden["MAR"]


def test_the_first_picture_is_of_the_most_connected(view: View) -> None:
    scene = scenes.begin(view)
    assert set(scene.ids) == {node.id for node in view.most_connected(scenes.START)}
    assert set(scene.places) == set(scene.ids)


def test_a_picture_of_one_entity_has_its_best_supported_neighbours(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "STEP", 5)
    scene = at(view, "MAR")
    neighbours = view.neighbours("MAR", limit=scenes.STEP)
    assert set(scene.ids) == {"MAR", *(node.id for node in neighbours.nodes)}
    assert f"{neighbours.total - scenes.STEP} still hidden" in scene.note
    wider = scenes.expand(scene, view, "MAR", scenes.Wish(limit=scenes.STEP))
    assert f"{neighbours.total - 2 * scenes.STEP} still hidden" in wider.note
    assert scene_hidden(view, wider) == neighbours.total - 2 * scenes.STEP


def test_the_same_store_gives_the_same_picture(view: View) -> None:
    assert at(view, "MAR") == at(view, "MAR")


def test_expanding_moves_nothing_that_is_drawn(view: View) -> None:
    before = at(view, "MAR")
    after = scenes.expand(before, view, "ISR")
    assert set(before.ids) < set(after.ids)
    assert {id: after.places[id] for id in before.ids} == dict(before.places)
    assert not after.fit


def test_what_was_dragged_stays_where_it_was_put(view: View) -> None:
    scene = scenes.move(at(view, "MAR"), {"ISR": [12.5, -3.0], "unknown": [0, 0], "MAR": [1]})
    after = scenes.expand(scene, view, "ISR")
    assert after.places["ISR"] == (12.5, -3.0)
    assert "unknown" not in after.places


def test_never_more_than_the_cap_is_drawn_and_that_is_said(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "CAP", 14)
    full = scenes.expand(at(view, "MAR"), view, "DZA")
    assert len(full.ids) == 14
    more = scenes.expand(full, view, "TUR")
    assert more.ids == full.ids
    assert "14 entities are drawn, the most at once" in more.note
    newcomer = next(node for node in view.most_connected(30) if node.id not in full.ids)
    added = scenes.add(full, view, newcomer)
    assert added.ids == full.ids
    assert added.note == more.note


def test_filters_leave_out_types_relations_and_modalities(view: View) -> None:
    scene = at(view, "MAR")
    everything = scenes.look(scene, view)
    for name, is_off in (
        ("System", lambda drawn: all(node.type != "System" for node in drawn.nodes)),
        ("PROCURES", lambda drawn: all(edge.relation != "PROCURES" for edge in drawn.edges)),
        ("expected", lambda drawn: all(edge.modality != "expected" for edge in drawn.edges)),
    ):
        assert not is_off(everything), name
        filtered = scenes.toggle(scene, name)
        assert is_off(scenes.look(filtered, view)), name
        assert scenes.look(scenes.toggle(filtered, name), view) == everything


def edges(scene: Scene, view: View) -> set[str]:
    return {f"{edge.source}~{edge.relation}~{edge.target}" for edge in scenes.look(scene, view).edges}


def test_only_what_is_sure_enough_is_drawn(view: View) -> None:
    scene = at(view, "MAR")
    assert edges(scenes.require(scene, "0.9"), view) == {ORDER}
    assert edges(scenes.require(scene, "0.5"), view) == {ORDER, FLIES}
    assert edges(scenes.require(scenes.require(scene, "0.9"), ""), view) == edges(scene, view) > {ORDER, FLIES}
    assert scenes.require(scene, "0.123") == scene


def test_only_neighbours_that_are_sure_enough_are_added(view: View) -> None:
    node = view.entity("MAR")
    assert node is not None
    scene = scenes.begin_at(view, node, scenes.require(scenes.begin(view), "0.9"))
    assert set(scene.ids) == {"MAR", "system:bayraktar-tb2"}
    assert set(scenes.expand(scenes.require(scene, "0.5"), view, "MAR").ids) == {*scene.ids, "system:hermes-900"}


def test_an_edge_between_filtered_ends_is_not_drawn(view: View) -> None:
    drawn = scenes.look(scenes.toggle(at(view, "MAR"), "System"), view)
    ids = {node.id for node in drawn.nodes}
    assert all(edge.source in ids and edge.target in ids for edge in drawn.edges)


def test_expanding_counts_what_stays_hidden(view: View) -> None:
    drawn = scenes.look(at(view, "MAR"), view)
    total = view.entity("MAR")
    assert total is not None
    shown = {e for edge in drawn.edges if "MAR" in (edge.source, edge.target) for e in (edge.source, edge.target)} - {
        "MAR"
    }
    assert drawn.hidden["MAR"] == total.neighbours - len(shown)


def test_hiding_an_entity_unselects_its_edges(view: View) -> None:
    scene = scenes.select(at(view, "MAR"), "MAR~NORMALIZES~ISR")
    after = scenes.hide(scene, "ISR")
    assert "ISR" not in after.ids
    assert after.selected is None
    assert after.revision > scene.revision


def test_an_unknown_filter_changes_nothing(view: View) -> None:
    scene = at(view, "MAR")
    assert scenes.toggle(scene, "Nonsense") == scene


def test_the_payload_says_how_much_of_the_store_is_drawn(view: View) -> None:
    scene = at(view, "MAR")
    payload = drawing.payload(scene, scenes.look(scene, view), 1234, 600)
    assert payload["status"].startswith(f"{len(scene.ids)} of 1,234 entities drawn")
    assert {node["id"]: (node["x"], node["y"]) for node in payload["nodes"]} == dict(scene.places)


def test_without_a_filter_what_stays_hidden_is_known_without_counting_again(view: View) -> None:
    for scene in (scenes.begin(view), at(view, "MAR"), scenes.expand(at(view, "MAR"), view, "ISR")):
        drawn = scenes.look(scene, view)
        assert drawn.hidden == view.hidden([node.id for node in drawn.nodes])
