from dataclasses import replace
from datetime import date

import pytest
import worlds

from app import exporting
from app import scene as scenes
from app.exporting import KINDS, file_name, take
from app.scene import Bundle, Scene
from app.screens.share import _watched
from graph.records import Modality
from graph.store.filter import Filter
from graph.store.store import Store

TODAY = date(2026, 11, 23)


@pytest.fixture
def morocco(store: Store) -> Scene:
    store.writer.write(worlds.maghreb())
    node = store.view.entity("MAR")
    assert node is not None
    return scenes.begin_at(store.view, node)


def test_what_is_taken_along_is_what_is_drawn_with_all_its_claims(store: Store, morocco: Scene) -> None:
    drawn = scenes.look(morocco, store.view)
    taken = take(morocco, drawn, store.view, "Morocco", TODAY)
    assert [node.id for node in taken.whole.nodes] == [node.id for node in drawn.nodes]
    assert {(node.id, node.x, node.y) for node in taken.painted.nodes} == {
        (id, *at) for id, at in morocco.places.items()
    }
    assert {(node.id, node.size, node.hidden) for node in taken.painted.nodes} == {
        (node.id, node.size, node.hidden) for node in taken.whole.nodes
    }
    assert {(edge.id, edge.width, edge.phrase) for edge in taken.painted.edges} == {
        (edge.id, edge.width, edge.phrase) for edge in taken.whole.edges
    }
    claims = list(taken.claims())
    assert len(claims) == taken.whole.claims
    assert list(taken.painted_claims()) == claims
    assert taken.whole.left_out == 0


def test_filters_hold_and_what_they_leave_out_is_counted(store: Store, morocco: Scene) -> None:
    sifted = scenes.sift(morocco, Filter(modalities=frozenset({Modality.EXPECTED})))
    taken = take(sifted, scenes.look(sifted, store.view), store.view, "Morocco", TODAY)
    assert {claim.modality for claim in taken.claims()} == {Modality.EXPECTED}
    assert (
        taken.whole.left_out
        == take(morocco, scenes.look(morocco, store.view), store.view, "", TODAY).whole.claims - taken.whole.claims
    )
    assert taken.whole.left_out > 0
    assert "expected" in " ".join(taken.whole.about.filters)


def test_a_group_is_painted_as_one_and_its_claims_are_all_there(store: Store, morocco: Scene) -> None:
    group = Bundle("bundle:states", "States", ("ISR", "USA"), "State")
    scene = replace(morocco, bundles=(group,), places={**morocco.places, group.id: (5.0, 6.0)})
    taken = take(scene, scenes.look(scene, store.view), store.view, "Morocco", TODAY)
    painted = {node.id: node for node in taken.painted.nodes}
    assert "ISR" not in painted
    assert (painted[group.id].x, painted[group.id].y) == (5.0, 6.0)
    assert {"ISR", "USA"} <= {node.id for node in taken.whole.nodes}
    inside = [edge for edge in taken.whole.edges if {edge.source, edge.target} <= set(group.members)]
    over = [claim.edge for claim in taken.painted_claims()]
    assert len(over) == taken.whole.claims - sum(edge.claims for edge in inside)
    assert set(over) == {edge.id for edge in taken.painted.edges}


def test_every_kind_of_file_can_be_made_of_hostile_words(store: Store) -> None:
    store.writer.write(worlds.hostile())
    node = store.view.entity("firm:evil")
    assert node is not None
    scene = scenes.begin_at(store.view, node)
    taken = take(
        scene,
        scenes.look(scene, store.view),
        store.view,
        exporting.title_of(scene, scenes.look(scene, store.view)),
        TODAY,
    )
    for kind in KINDS:
        assert len(kind.make(taken, iter)) > 500, kind.name


def test_files_have_names_that_every_system_takes() -> None:
    assert file_name("Morocco and 12 others", "svg") == "morocco-and-12-others.svg"
    assert file_name("../../<b>é</b>: \u202ex", "md") == "b-b-x.md"
    assert file_name("モロッコ", "md") == "entente.md"


def test_a_reader_is_told_how_far_a_large_file_is() -> None:
    told: list[tuple[float, str]] = []
    claims = list(range(450))
    assert list(_watched(450, lambda share, words: told.append((share, words)), iter(claims))) == claims  # type: ignore[arg-type]
    assert [words for _share, words in told] == [
        "200 of 450 claims read",
        "400 of 450 claims read",
        "Writing the file …",
    ]
