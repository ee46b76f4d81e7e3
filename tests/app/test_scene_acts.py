"""What a visitor does with what is drawn: expand by choice, collapse, pin, group, merge; against a real store."""

from dataclasses import replace

import pytest
import worlds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import acting, bundling, drawing, expanding
from app import history as histories
from app import scene as scenes
from app.acting import Act
from app.scene import Drawn, Scene, Wish
from graph.store.store import Store
from graph.store.view import View

KINDS = ["expand", "collapse", "hide", "keep", "pin", "bundle", "bundle_by", "open", "arrange", "toggle", "expand_all"]


@pytest.fixture
def view(store: Store) -> View:
    store.writer.write(worlds.maghreb())
    return store.view


@pytest.fixture
def morocco(view: View) -> Scene:
    node = view.entity("MAR")
    assert node is not None
    return scenes.begin_at(view, node)


def painted(scene: Scene, view: View) -> dict:
    return drawing.payload(scene, scenes.look(scene, view), 99, 600)


def do(view: View, scene: Scene, *act: object) -> tuple[Scene, str | None]:
    return acting.answer(Act(*act), scene, scenes.look(scene, view), view)  # type: ignore[arg-type]


def test_one_knows_before_what_an_expansion_can_bring(view: View, morocco: Scene) -> None:
    scene = scenes.keep_only(morocco, ["MAR"])
    ways = {(way.relation, way.direction): way.neighbours for way in expanding.ways(scene, view, "MAR")}
    assert ways["PROCURES", "out"] == 2
    assert ways["SUPPLIES", "in"] == 2
    assert ways["CO_PRODUCES", "both"] == 1
    for (relation, direction), number in ways.items():
        wish = Wish(frozenset({relation}), direction, 50)
        assert len(scenes.expand(scene, view, "MAR", wish).ids) == 1 + number, (relation, direction)


def test_an_expansion_brings_what_was_chosen_and_no_more(view: View, morocco: Scene) -> None:
    scene = scenes.keep_only(morocco, ["MAR"])
    wished = {"relations": ["PROCURES", "OPPOSES", "NONSENSE"], "direction": "both", "limit": 3}
    act = acting.read({"kind": "expand", "id": "MAR", "wish": wished, "moved": {}})
    after, said = acting.answer(act, scene, scenes.look(scene, view), view)
    assert len(after.ids) == 4
    assert said is not None
    assert said.startswith("Expanded Morocco by 3 (")
    assert set(after.ids) <= {"MAR", "system:bayraktar-tb2", "system:f-16", "DZA", "group:polisario-front"}


def test_a_filter_holds_for_what_can_be_chosen_too(view: View, morocco: Scene) -> None:
    scene = scenes.toggle(scenes.keep_only(morocco, ["MAR"]), "System")
    assert not [way for way in expanding.ways(scene, view, "MAR") if way.relation in ("PROCURES", "OPERATES")]
    wish = Wish(frozenset({"PROCURES"}), "both", 9)
    assert scenes.expand(scene, view, "MAR", wish).ids == ("MAR",)


def test_collapsing_takes_away_what_an_expansion_brought(view: View, morocco: Scene) -> None:
    wider = scenes.expand(morocco, view, "ISR")
    brought = set(wider.ids) - set(morocco.ids)
    assert brought
    after, said = do(view, wider, "collapse", "ISR")
    assert set(after.ids) <= set(morocco.ids)
    assert said == f"Collapsed Israel: {len(wider.ids) - len(after.ids)} taken away"
    assert {id: after.places[id] for id in after.ids} == {id: morocco.places[id] for id in after.ids}
    held = scenes.pin(wider, brought)
    assert brought <= set(expanding.collapse(held, view, "ISR").ids)


def test_collapsing_what_was_never_expanded_takes_neighbours_that_hang_on_nothing_else(
    view: View, morocco: Scene
) -> None:
    scene = replace(morocco, brought={})
    after = expanding.collapse(scene, view, "MAR")
    assert "system:bayraktar-tb2" not in after.ids
    assert "MAR" in after.ids
    assert {"ISR", "USA"} & set(after.ids)


def test_a_group_is_one_node_with_its_edges_merged_and_opens_where_its_members_were(view: View, morocco: Scene) -> None:
    systems = [id for id in morocco.ids if id.startswith("system:")]
    grouped, said = do(view, morocco, "bundle_by", "type")
    assert said == "Grouped by type"
    nodes = {node["id"]: node for node in painted(grouped, view)["nodes"]}
    assert not set(systems) & set(nodes)
    assert nodes["bundle:type:System"]["members"] == len(systems)
    ends = {edge["id"]: edge for edge in painted(grouped, view)["edges"]}
    bought = ends["bundle:type:State~PROCURES~bundle:type:System"]
    assert bought["parts"] == sum(edge.relation == "PROCURES" for edge in scenes.look(morocco, view).edges)
    assert str(bought["parts"]) in bought["label"]
    behind = drawing.behind(grouped, scenes.look(grouped, view), bought["id"])
    assert {edge.relation for edge in behind} == {"PROCURES"}
    assert len(behind) == bought["parts"]
    opened, _said = do(view, grouped, "open", None)
    assert opened.places == morocco.places
    assert opened.bundles == ()


def test_communities_are_named_after_their_chief_and_every_member_is_in_one(view: View, morocco: Scene) -> None:
    wider = expanding.expand_all(morocco, view, ["ISR", "DZA", "TUR"])
    grouped = bundling.by_community(wider, scenes.look(wider, view))
    members = [id for bundle in grouped.bundles for id in bundle.members]
    assert len(members) == len(set(members))
    assert any("Morocco and" in bundle.name or "Israel and" in bundle.name for bundle in grouped.bundles)
    places = [(node["x"], node["y"]) for node in painted(grouped, view)["nodes"]]
    assert len(set(places)) == len(places)


def test_a_filtered_member_is_not_counted_in_its_group(view: View, morocco: Scene) -> None:
    both = ["ISR", *[id for id in morocco.ids if id.startswith("system:")][:1]]
    grouped, _said = do(view, morocco, "bundle", None, tuple(both))
    filtered = scenes.toggle(grouped, "System")
    assert next(node["members"] for node in painted(filtered, view)["nodes"] if node["members"]) == 1
    assert not [n for n in painted(scenes.toggle(filtered, "State"), view)["nodes"] if n["members"]]


def test_newcomers_settle_with_groups_closed_and_move_nothing(view: View, morocco: Scene) -> None:
    grouped = bundling.by_type(morocco, scenes.look(morocco, view))
    after = scenes.expand(grouped, view, "ISR")
    assert {id: after.places[id] for id in grouped.places} == dict(grouped.places)
    assert set(after.ids) > set(grouped.ids)


def test_pins_hold_when_all_is_arranged_anew(view: View, morocco: Scene) -> None:
    pinned = scenes.move(scenes.pin(morocco, ["ISR", "MAR"]), {"ISR": [900, -400]})
    after, said = do(view, pinned, "arrange")
    assert said == "Arranged anew; 2 pinned stayed"
    assert after.places["ISR"] == (900.0, -400.0)
    assert after.places["MAR"] == pinned.places["MAR"]
    assert after.places != pinned.places
    assert {n["id"] for n in painted(after, view)["nodes"] if n["pinned"]} == {"ISR", "MAR"}


def test_in_a_large_picture_a_pair_s_edges_are_one_until_fanned_out(
    view: View, morocco: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = {edge["id"] for edge in painted(morocco, view)["edges"]}
    assert {"ISR~SUPPLIES~MAR", "ISR~CO_PRODUCES~MAR"} <= apart
    monkeypatch.setattr(drawing, "MERGE_ABOVE", 5)
    edges = {edge["id"]: edge for edge in painted(morocco, view)["edges"]}
    merged = edges["ISR~*~MAR"]
    assert merged["parts"] == sum(set(id.split("~")[::2]) == {"ISR", "MAR"} for id in apart)
    assert merged["label"] == f"{merged['parts']} relations"
    fanned, said = do(view, morocco, "fan", "ISR~*~MAR")
    assert said is None
    ids = {edge["id"] for edge in painted(fanned, view)["edges"]}
    assert {"ISR~SUPPLIES~MAR", "ISR~CO_PRODUCES~MAR"} <= ids
    assert scenes.fan(fanned, "ISR~*~MAR").fanned == frozenset()


def test_several_are_hidden_kept_and_named_in_one_sentence(view: View, morocco: Scene) -> None:
    assert do(view, morocco, "hide", None, ("ISR", "DZA"))[1] in ("Hid Israel and Algeria", "Hid Algeria and Israel")
    kept, said = do(view, morocco, "keep", None, ("ISR", "MAR"))
    assert set(kept.ids) == {"ISR", "MAR"}
    assert said == "Kept only Israel and Morocco"
    assert do(view, morocco, "hide", None, ("nonsense",)) == (morocco, None)
    assert do(view, morocco, "keep", None, ("nonsense",)) == (morocco, None)
    assert do(view, morocco, "no such act", "MAR") == (morocco, None)


def test_the_canvas_draws_anew_when_the_store_says_something_new(view: View, store: Store, morocco: Scene) -> None:
    before = painted(morocco, view)["revision"]
    assert painted(scenes.select(morocco, "ISR"), view)["revision"] == before
    store.writer.write(worlds.doubles())
    assert painted(morocco, view)["revision"] != before


steps = st.tuples(
    st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 99), st.sampled_from(["type", "community"])
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=1, max_size=6))
def test_whatever_is_done_expanding_moves_nothing_and_all_can_be_undone(
    view: View, morocco: Scene, sequence: list[tuple[str, int, int, str]]
) -> None:
    history = histories.start(morocco)
    for kind, one, other, by in sequence:
        scene = history.scene
        drawn = scenes.look(scene, view)
        after, said = acting.answer(_act(kind, one, other, by, drawn), scene, drawn, view)
        if kind.startswith("expand"):
            assert {id: after.places[id] for id in scene.places} == dict(scene.places)
        assert set(after.ids) <= set(after.places)
        assert after.pins <= after.places.keys()
        assert {id for bundle in after.bundles for id in bundle.members} <= set(after.ids)
        drawing.payload(after, scenes.look(after, view), 99, 600)
        history = histories.do(history, after, said) if said else histories.keep(history, after)
    last = history
    for _ in last.steps:
        history = histories.undo(history)
    assert (history.scene.ids, history.scene.places) == (morocco.ids, morocco.places)
    assert (history.scene.filter, history.scene.bundles) == (morocco.filter, ())
    for _ in last.steps:
        history = histories.redo(history)
    assert replace(history.scene, fit=False) == replace(last.scene, fit=False)


def _act(kind: str, one: int, other: int, by: str, drawn: Drawn) -> Act:
    ids = [node.id for node in drawn.nodes] or ["MAR"]
    first, second = ids[one % len(ids)], ids[other % len(ids)]
    if kind == "toggle":
        return Act(kind, ["State", "Firm", "PROCURES", "denied"][one % 4])
    if kind == "bundle_by":
        return Act(kind, by)
    return Act(kind, first, () if kind == "open" else (first, second) if kind != "collapse" else (first,))
