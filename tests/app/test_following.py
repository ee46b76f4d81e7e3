"""What a visitor has drawn, after entities on it were judged to be one."""

from dataclasses import replace

import pytest
import worlds
from hypothesis import given
from hypothesis import strategies as some

from app import acting, bundling, exporting, history, state, visit
from app import scene as scenes
from app.colouring import Colouring
from app.following import follow_merges, named_in
from app.scene import Bundle, Scene
from graph.records import Verdict
from graph.store.filter import Filter
from graph.store.store import Store

ONE, OTHER = "firm:meridian-aerostructures", "firm:meridian-aerostructure"
IDS = some.lists(some.sampled_from("abcdefgh"), unique=True, min_size=1, max_size=8).map(tuple)


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A visitor's memory, without a browser."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(state.st, "session_state", kept)
    return kept


def test_a_canvas_that_holds_an_absorbed_entity_works_on_as_the_one_that_was_kept(
    store: Store, remembered: dict[str, object]
) -> None:
    store.writer.write(worlds.doubles())
    node = store.view.entity(OTHER)
    assert node is not None
    before = scenes.move(scenes.begin_at(store.view, node), {OTHER: (77.0, -5.0)})
    assert ONE not in before.ids
    visit.show(before, "Began")
    assert visit.current(store.view) is before
    store.ledger.judge(Verdict.SAME, ONE, OTHER, by="a reader")
    scene = visit.current(store.view)
    assert scene is not None
    drawn = visit.look(scene, store.view)
    assert {each.id for each in drawn.nodes} == set(scene.ids) == set(scene.places)
    assert (scene.focus, scene.selected, scene.places[ONE]) == (ONE, ONE, (77.0, -5.0))
    so_far = visit.history()
    assert so_far is not None
    assert len(so_far.steps) == 1  # no step of its own
    assert visit.current(store.view) is scene
    _all_acts(store, scene)
    late, said = acting.answer(acting.read({"kind": "hide", "id": OTHER}), scene, drawn, store.view)
    assert ONE not in late.ids  # asked for on a page that was drawn before
    assert said is not None


def _all_acts(store: Store, scene: Scene) -> None:
    """What is done to the picture reaches the entity."""
    drawn = scenes.look(scene, store.view)
    assert ONE not in scenes.hide(scene, ONE).ids
    assert len(scenes.expand(scene, store.view, ONE).ids) >= len(scene.ids)
    assert bundling.by_type(scene, drawn).places.keys() >= set(scene.ids)
    assert bundling.by_community(scene, drawn).places.keys() >= set(scene.ids)
    taken = exporting.take(scene, drawn, store.view, "Taken", worlds.date(2022, 1, 1))
    assert {(each.x, each.y) for each in taken.whole.nodes if each.id == ONE} == {(77.0, -5.0)}


def test_a_step_of_long_ago_is_followed_when_a_visitor_goes_back_to_it(
    store: Store, remembered: dict[str, object]
) -> None:
    store.writer.write(worlds.doubles())
    node = store.view.entity(OTHER)
    assert node is not None
    first = scenes.begin_at(store.view, node)
    visit.show(first, "Began")
    visit.show(scenes.hide(first, OTHER), "Hid it")
    store.ledger.judge(Verdict.SAME, ONE, OTHER, by="a reader")
    visit.current(store.view)
    visit.undo()
    scene = visit.current(store.view)
    assert scene is not None
    assert ONE in scene.ids
    assert OTHER not in scene.ids
    so_far = visit.history()
    assert so_far is not None
    assert history.redo(so_far).at == 1


def test_all_that_a_scene_says_of_an_entity_goes_with_it() -> None:
    scene = Scene(
        ("b", "x", "a", "y"),
        {"b": (1, 1), "x": (2, 2), "a": (3, 3), "y": (4, 4), "bundle:1": (5, 5)},
        Filter(speakers=frozenset({"b"})),
        "b",
        "b~SUPPLIES~x",
        frozenset({"b", "a"}),
        frozenset({"b"}),
        (Bundle("bundle:1", "Two", ("b", "x")), Bundle("bundle:2", "More", ("a", "y"))),
        {"b": ("x", "a"), "a": ("y",), "x": ("b",)},
        frozenset({"b~*~x", "a~*~b"}),
        colouring=Colouring("size", {"b": 0.5}, "group", {"b": 1}, ("one", "two")),
    )
    after = follow_merges(scene, {id: "a" if id == "b" else id for id in named_in(scene)})
    assert after == replace(
        scene,
        ids=("a", "x", "y"),
        places={"a": (1, 1), "x": (2, 2), "y": (4, 4), "bundle:1": (5, 5)},
        filter=Filter(speakers=frozenset({"a"})),
        focus="a",
        selected="a~SUPPLIES~x",
        chosen=frozenset(),
        pins=frozenset({"a"}),
        bundles=(Bundle("bundle:1", "Two", ("a", "x")), Bundle("bundle:2", "More", ("y",))),
        brought={"a": ("x", "y"), "x": ("a",)},
        fanned=frozenset({"a~*~x"}),
        colouring=Colouring("size", {"a": 0.5}, "group", {"a": 1}, ("one", "two")),
    )
    assert follow_merges(replace(scene, selected="b~SUPPLIES~a", chosen=frozenset()), {"b": "a"}).selected is None
    assert follow_merges(scene, {"b": "b"}) is scene


@given(IDS, some.dictionaries(some.sampled_from("abcdefgh"), some.sampled_from("xyz")))
def test_each_entity_stays_drawn_once_where_one_of_its_own_was(ids: tuple[str, ...], now: dict[str, str]) -> None:
    scene = Scene(ids, {id: (float(at), 0.0) for at, id in enumerate(ids)})
    after = follow_merges(scene, now)
    assert len(set(after.ids)) == len(after.ids)
    assert set(after.ids) == set(after.places) == {now.get(id, id) for id in ids}
    for id in after.ids:
        assert after.places[id] in {scene.places[each] for each in ids if now.get(each, each) == id}
