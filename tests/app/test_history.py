"""Undo and redo as values: no store, no browser."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app import history as histories
from app import scene as scenes
from app.history import LONGEST, History
from app.scene import Bundle, Scene

IDS = ("MAR", "ISR", "firm:a", "firm:b", "system:c")
FIRST = Scene(ids=IDS, places={id: (100.0 * i, 50.0 * (i % 2)) for i, id in enumerate(IDS)}, revision=1, fit=True)
some = st.lists(st.sampled_from(IDS), min_size=1, max_size=3)
acts = st.one_of(
    some.map(lambda ids: lambda scene: scenes.hide(scene, *ids)),
    some.map(lambda ids: lambda scene: scenes.keep_only(scene, ids)),
    some.map(lambda ids: lambda scene: scenes.pin(scene, ids)),
    st.sampled_from(["State", "PROCURES", "denied"]).map(lambda name: lambda scene: scenes.toggle(scene, name)),
    st.tuples(st.sampled_from(IDS), st.integers(-500, 500)).map(
        lambda move: lambda scene: scenes.move(scene, {move[0]: [move[1], 7]})
    ),
)


def picture(scene: Scene) -> Scene:
    """What can be seen of it: whether it is fitted into view is no part of the picture."""
    return replace(scene, fit=False)


def done(sequence: list) -> History:
    history = histories.start(FIRST)
    for number, act in enumerate(sequence):
        history = histories.do(history, act(history.scene), f"step {number}")
    return history


@given(st.lists(acts, max_size=60))
def test_all_undone_is_the_first_picture_and_all_redone_the_last(sequence: list) -> None:
    end = done(sequence)
    back = end
    for _ in sequence:
        back = histories.undo(back)
    assert picture(back.scene) == picture(FIRST)
    assert back.undoes is None
    assert back.redoes == (f"step {0}" if sequence else None)
    again = back
    for _ in sequence:
        again = histories.redo(again)
    assert picture(again.scene) == picture(end.scene)
    assert [step.said for step in again.steps] == [step.said for step in end.steps]


@given(st.lists(acts, min_size=1, max_size=20), st.data())
def test_a_jump_shows_the_picture_of_that_step(sequence: list, data: st.DataObject) -> None:
    end = done(sequence)
    at = data.draw(st.integers(0, len(sequence)))
    there = histories.jump(end, at)
    assert picture(there.scene) == picture(done(sequence[:at]).scene)
    assert len(there.steps) == len(end.steps)


def test_fifty_steps_and_more_can_be_undone_and_what_is_forgotten_is_counted() -> None:
    nudges = [lambda scene, x=x: scenes.move(scene, {"MAR": [x, 0]}) for x in range(LONGEST + 20)]
    history = done(nudges)
    assert LONGEST >= 50
    assert len(history.steps) == LONGEST
    assert history.forgotten == 21
    for _ in range(LONGEST + 50):
        history = histories.undo(history)
    assert history.scene.places["MAR"] == (20.0, 0.0)
    assert history.undoes is None


def test_a_new_act_forgets_what_was_undone() -> None:
    history = histories.undo(done([lambda scene: scenes.hide(scene, "MAR")]))
    after = histories.do(history, scenes.hide(history.scene, "ISR"), "Hid Israel")
    assert after.redoes is None
    assert [step.said for step in after.steps] == ["The first picture", "Hid Israel"]


def test_a_selection_is_no_step() -> None:
    history = done([lambda scene: scenes.hide(scene, "MAR")])
    selected = histories.keep(history, scenes.select(history.scene, "ISR"))
    assert len(selected.steps) == 2
    assert selected.scene.selected == "ISR"
    assert histories.undo(selected).scene.selected is None


def test_the_view_is_fitted_only_where_nothing_is_where_it_was() -> None:
    history = done([lambda scene: scenes.hide(scene, "MAR")])
    assert not histories.undo(history).scene.fit
    elsewhere = histories.do(history, Scene(ids=("x",), places={"x": (0.0, 0.0)}), "Started over")
    assert histories.undo(elsewhere).scene.fit


def test_a_number_beyond_the_steps_changes_nothing() -> None:
    history = done([lambda scene: scenes.hide(scene, "MAR")])
    for at in (-1, 2, 10_000):
        assert histories.jump(history, at) == history


def test_hiding_forgets_all_that_was_known_of_it() -> None:
    scene = replace(
        FIRST, pins=frozenset({"MAR"}), chosen=frozenset({"MAR", "ISR"}), focus="MAR", selected="MAR~LEADS~ISR",
        bundles=(Bundle("bundle:x", "x", ("MAR",)), Bundle("bundle:y", "y", ("firm:a", "MAR"))),
        brought={"MAR": ("ISR",), "ISR": ("MAR", "firm:a")},
    )  # fmt: skip
    after = scenes.hide(scene, "MAR")
    assert "MAR" not in after.places
    assert (after.pins, after.chosen, after.focus, after.selected) == (frozenset(), {"ISR"}, None, None)
    assert after.bundles == (Bundle("bundle:y", "y", ("firm:a",)),)
    assert after.brought == {"ISR": ("firm:a",)}


def test_a_drag_is_one_step_in_its_last_words_until_something_else_is_done() -> None:
    dragged = histories.do(histories.start(FIRST), FIRST, "until June", "strip")
    further = histories.go_on(dragged, scenes.pin(FIRST, ["MAR"]), "until July", "strip")
    assert [step.said for step in further.steps] == ["The first picture", "until July"]
    assert further.scene.pins
    expanded = histories.do(further, FIRST, "Expanded Morocco")
    after = histories.go_on(expanded, FIRST, "until August", "strip")
    assert [step.said for step in after.steps][1:] == ["until July", "Expanded Morocco", "until August"]


def test_going_on_after_an_undo_leaves_the_step_that_was_gone_back_to() -> None:
    dragged = histories.do(histories.start(FIRST), FIRST, "until June", "strip")
    back = histories.undo(histories.do(dragged, FIRST, "Expanded Morocco"))
    after = histories.go_on(back, FIRST, "until July", "strip")
    assert [step.said for step in after.steps][1:] == ["until June", "until July"]
