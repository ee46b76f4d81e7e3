import threading
from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import ViewError
from graph.store.kept_views import LONGEST_CONTENT, LONGEST_NAME, KeptViews
from graph.store.store import Store

VIEW = {"version": 1, "ids": ["MAR", "ISR"], "places": {"MAR": [1.25, -3.0], "ISR": [0.1, 0.2]}}
OTHER = {"version": 1, "ids": ["DZA"], "places": {"DZA": [0.0, 0.0]}}


@pytest.fixture
def views(store: Store) -> KeptViews:
    return store.views


def test_the_same_view_is_kept_once_under_the_same_id(views: KeptViews, store: Store) -> None:
    id = views.keep(VIEW, {"MAR": "Morocco"})
    again = views.keep(dict(reversed(VIEW.items())), {"MAR": "Kingdom of Morocco"})
    assert again == id
    assert views.keep(OTHER) != id
    kept = views.get(id)
    assert kept is not None
    assert (kept.content, kept.names) == (VIEW, {"MAR": "Morocco"})
    rows = store.console.run("MATCH (view:KeptView) RETURN count(view)").rows
    assert rows == ((2,),)


def test_an_unknown_id_gives_nothing(views: KeptViews) -> None:
    assert views.get("0123456789abcdef") is None
    assert views.find("nothing") is None


def test_a_saved_view_is_listed_found_renamed_overwritten_and_deleted(views: KeptViews) -> None:
    first, second = views.keep(VIEW), views.keep(OTHER)
    drones = views.save("Drones of  Rabat", "for Monday ", first)
    views.save("Algiers", "", second)
    assert [each.name for each in views.named().views] == ["Algiers", "Drones of Rabat"]
    assert views.named(limit=1).total == 2
    found = views.named(limit=1, words="RABAT")
    assert ([each.name for each in found.views], found.fitting, found.total) == (["Drones of Rabat"], 1, 2)
    assert views.find("DRONES of rabat") == drones
    assert (drones.note, drones.view) == ("for Monday", first)
    renamed = views.change(drones, name="Rabat", note="done")
    assert (renamed.name, renamed.note, renamed.view) == ("Rabat", "done", first)
    assert views.find("Drones of Rabat") is None
    over = views.change(renamed, view=second)
    assert (over.view, over.made) == (second, drones.made)
    assert [each.name for each in views.named().views] == ["Rabat", "Algiers"]
    views.delete(over)
    assert [each.name for each in views.named().views] == ["Algiers"]
    assert views.get(first) is not None  # who has the link still opens it


def test_a_taken_name_is_refused_whatever_its_case(views: KeptViews) -> None:
    id = views.keep(VIEW)
    views.save("Rabat", "first", id)
    other = views.save("Algiers", "", id)
    with pytest.raises(ViewError, match=r"“Rabat” is saved already"):
        views.save("RABAT ", "second", id)
    with pytest.raises(ViewError, match="is saved already"):
        views.change(other, name="rabat")
    found = views.find("Rabat")
    assert found is not None
    assert found.note == "first"


def test_what_somebody_changed_meanwhile_is_not_overwritten_unseen(views: KeptViews) -> None:
    mine = theirs = views.save("Rabat", "", views.keep(VIEW))
    views.change(theirs, note="theirs")
    for step in (lambda: views.change(mine, note="mine"), lambda: views.delete(mine)):
        with pytest.raises(ViewError, match="somebody changed or deleted “Rabat”"):
            step()
    assert [each.note for each in views.named().views] == ["theirs"]


def run_together(*steps: Callable[[], Any]) -> list[Any]:
    ready = threading.Barrier(len(steps))
    results: list[Any] = [None] * len(steps)

    def run(place: int, step: Callable[[], Any]) -> None:
        ready.wait()
        try:
            results[place] = step()
        except ViewError as error:
            results[place] = error

    threads = [threading.Thread(target=run, args=(place, step)) for place, step in enumerate(steps)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_of_many_who_save_the_same_name_at_once_one_has_it(views: KeptViews) -> None:
    id = views.keep(VIEW)
    results = run_together(*(lambda n=n: views.save("Rabat", f"by {n}", id) for n in range(6)))
    won = [each for each in results if not isinstance(each, ViewError)]
    assert len(won) == 1
    assert [each.note for each in views.named().views] == [won[0].note]
    overwriting = run_together(*(lambda n=n: views.change(won[0], note=f"over {n}") for n in range(6)))
    assert sum(not isinstance(each, ViewError) for each in overwriting) == 1


def test_views_outlast_the_documents_and_the_ledger(views: KeptViews, store: Store) -> None:
    id = views.keep(VIEW)
    views.save("Rabat", "", id)
    store.wipe(ledger=True)
    assert views.get(id) is not None
    assert views.named().total == 1


@pytest.mark.parametrize("name", ["", " \n ", "\u200b\u200b", "x" * (LONGEST_NAME + 1)])
def test_names_that_are_no_names_are_refused(views: KeptViews, name: str) -> None:
    with pytest.raises(ViewError, match="name"):
        views.save(name, "", views.keep(VIEW))


def test_a_view_beyond_measure_or_unknown_is_refused(views: KeptViews) -> None:
    with pytest.raises(ViewError, match="can be kept"):
        views.keep({"ids": ["x" * LONGEST_CONTENT]})
    with pytest.raises(ViewError, match="no view is kept"):
        views.save("Rabat", "", "0123456789abcdef")


def test_what_is_no_view_in_the_store_is_told_in_one_line(views: KeptViews, store: Store) -> None:
    for content in ("{", "[]", "1"):
        store.by_hand.write(
            "CREATE (:KeptView {id: $id, content: $content, names: '{}', made: datetime()})",
            {"id": f"bad{content}", "content": content},
        )
        with pytest.raises(ViewError, match="kept as"):
            views.get(f"bad{content}")
