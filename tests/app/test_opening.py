import pytest
import worlds

from app import scene as scenes
from app.opening import names_of, open_view
from app.scene import Scene
from app.sharing import to_content
from graph.errors import ViewError
from graph.records import Verdict
from graph.store.filter import Filter
from graph.store.kept_views import KeptView
from graph.store.store import Store


def keep(store: Store, scene: Scene) -> KeptView:
    content = to_content(scene)
    kept = store.views.get(store.views.keep(content, names_of(content, store)))
    assert kept is not None
    return kept


def test_a_view_opens_as_it_was_though_the_store_was_wiped_and_read_again(store: Store) -> None:
    store.writer.write(worlds.maghreb())
    morocco = store.view.entity("MAR")
    assert morocco is not None
    scene = scenes.begin_at(store.view, morocco)
    scene = scenes.select(scenes.move(scene, {"ISR": (12.5, -7.25)}), "ISR~CO_PRODUCES~MAR")
    kept = keep(store, scene)
    store.wipe(ledger=True)
    store.writer.write(worlds.maghreb())
    opened = open_view(kept, store, revision=4)
    assert opened.changes == ()
    assert to_content(opened.scene) == kept.content
    assert (opened.scene.revision, opened.scene.fit) == (5, True)
    assert opened.scene.places["ISR"] == (12.5, -7.25)


def test_entities_that_are_gone_are_named(store: Store) -> None:
    store.writer.write(worlds.maghreb())
    ids = ("MAR", "firm:baykar", "system:hermes-900")
    places = {id: (float(at), 0.0) for at, id in enumerate(ids)}
    kept = keep(store, Scene(ids, places, focus="firm:baykar", selected="firm:baykar~BASED_IN~TUR"))
    store.wipe()
    store.writer.write([each for each in worlds.maghreb() if each.document.id != "rabat-drones"])
    opened = open_view(kept, store)
    assert opened.changes == ("2 of 3 entities are no longer in the store: Baykar, Hermes 900",)
    assert opened.scene.ids == ("MAR",)
    assert dict(opened.scene.places) == {"MAR": (0.0, 0.0)}
    assert (opened.scene.focus, opened.scene.selected) == (None, None)
    store.wipe()
    gone = open_view(kept, store)
    assert gone.changes[0].startswith("3 of 3 entities are no longer in the store: Morocco")


def test_entities_judged_to_be_others_are_followed(store: Store) -> None:
    store.writer.write(worlds.doubles())
    one, other = "firm:meridian-aerostructures", "firm:meridian-aerostructure"
    filter = Filter(speakers=frozenset({other}))
    scene = Scene(
        (other, one, "MAR"), {other: (1, 1), one: (2, 2), "MAR": (3, 3)}, filter, other, f"{other}~BASED_IN~MAR"
    )
    kept = keep(store, scene)
    store.ledger.judge(Verdict.SAME, one, other, by="a reader")
    opened = open_view(kept, store)
    assert opened.scene.ids == (one, "MAR")
    assert dict(opened.scene.places) == {one: (1.0, 1.0), "MAR": (3.0, 3.0)}
    assert (opened.scene.focus, opened.scene.selected) == (one, f"{one}~BASED_IN~MAR")
    assert opened.scene.filter.speakers == {one}
    assert opened.changes == ("1 entity was judged to be another since, and drawn as that one",)


def test_a_view_that_cannot_be_read_says_so(store: Store) -> None:
    id = store.views.keep({"version": 9, "ids": ["MAR"]})
    kept = store.views.get(id)
    assert kept is not None
    with pytest.raises(ViewError, match="version 9"):
        open_view(kept, store)
