"""The visitor's picture and its history, as every page reads and changes them."""

from app import history as histories
from app import scene as scenes
from app import state
from app.following import follow_merges, named_in
from app.history import History
from app.scene import Drawn, Scene
from graph.store.view import View

HISTORY, LOOKED, MERGED = "history", "looked", "merges followed in"


def history() -> History | None:
    """What this visitor did so far; None before their first picture."""
    found: History | None = state.recall(HISTORY)
    return found


def scene() -> Scene | None:
    """The picture that this visitor has; None before the first."""
    so_far = history()
    return so_far.scene if so_far else None


def current(view: View) -> Scene | None:
    """The picture that this visitor has, with entities that were judged to be one as that one; no step of the history."""
    shown = scene()
    if shown is None:
        return None
    asked = state.revision(view), shown.ids, shown.filter
    if state.recall(MERGED) != asked:
        named = view.named(named_in(shown))
        followed = follow_merges(shown, {id: entity.id for id, entity in named.items()})
        if followed is not shown:
            show(followed)
        shown = followed
        state.remember(**{MERGED: (asked[0], shown.ids, shown.filter)})
    return shown


def show(scene: Scene, said: str | None = None) -> None:
    """Show another picture: as a further step that can be undone where `said` tells it, else in the place of this one."""
    so_far = history()
    if so_far is None:
        _keep(histories.start(scene, said or "The first picture"))
    elif said is None:
        _keep(histories.keep(so_far, scene))
    else:
        _keep(histories.do(so_far, scene, said))


def show_going_on(scene: Scene, said: str, by: str, more: bool) -> None:
    """Show what a drag or a film has come to: its first picture is a step, and `more` goes on with that step."""
    so_far = history()
    if so_far is None:
        _keep(histories.start(scene, said))
    elif more:
        _keep(histories.go_on(so_far, scene, said, by))
    else:
        _keep(histories.do(so_far, scene, said, by))


def look(scene: Scene, view: View) -> Drawn:
    """What a scene shows, read anew only where the store, what is drawn or the filter has changed."""
    asked = state.revision(view), scene.ids, scene.filter
    kept = state.recall(LOOKED)
    if kept is None or kept[0] != asked:
        kept = asked, scenes.look(scene, view)
        state.remember(looked=kept)
    drawn: Drawn = kept[1]
    return drawn


def undo() -> None:
    """Take the last step back."""
    if so_far := history():
        _keep(histories.undo(so_far))


def redo() -> None:
    """Do again what was undone last."""
    if so_far := history():
        _keep(histories.redo(so_far))


def jump(at: int) -> None:
    """Go to a step of the history."""
    if so_far := history():
        _keep(histories.jump(so_far, at))


def _keep(history: History) -> None:
    state.remember(history=history)
