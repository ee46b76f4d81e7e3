"""What a visitor did to their picture, step by step: undone, done again, or gone back to at any step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.scene import Scene
from graph.analysis.layout import Point

LONGEST = 200  # steps that are kept; the oldest go first


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done, as a sentence, and the picture after it. `by` names what may go on with it, as a drag does."""

    said: str
    scene: Scene
    by: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The steps of one picture, oldest first; `at` is the one that is shown. `forgotten` counts steps no longer kept."""

    steps: tuple[Step, ...]
    at: int = 0
    forgotten: int = 0

    @property
    def scene(self) -> Scene:
        """The picture that is shown."""
        return self.steps[self.at].scene

    @property
    def undoes(self) -> str | None:
        """What an undo takes back; None where there is nothing to take back."""
        return self.steps[self.at].said if self.at else None

    @property
    def redoes(self) -> str | None:
        """What a redo does again; None where nothing was undone."""
        return self.steps[self.at + 1].said if self.at + 1 < len(self.steps) else None


def start(scene: Scene, said: str = "The first picture") -> History:
    """A history that begins with a picture."""
    return History((Step(said, scene),))


def do(history: History, scene: Scene, said: str, by: str | None = None) -> History:
    """A further step; what was undone before it is gone."""
    steps = (*history.steps[: history.at + 1], Step(said, scene, by))
    lost = max(0, len(steps) - LONGEST)
    return History(steps[lost:], len(steps) - lost - 1, history.forgotten + lost)


def go_on(history: History, scene: Scene, said: str, by: str) -> History:
    """The last step gone on with, in other words: a drag is one step. Where anything else was done since, a further step."""
    now = history.steps[history.at]
    if now.by != by or history.at + 1 < len(history.steps):
        return do(history, scene, said, by)
    return replace(history, steps=(*history.steps[: history.at], Step(said, scene, by)))


def keep(history: History, scene: Scene) -> History:
    """Another scene in the place of the one that is shown: a selection is no step."""
    now = replace(history.steps[history.at], scene=scene)
    return replace(history, steps=(*history.steps[: history.at], now, *history.steps[history.at + 1 :]))


def undo(history: History) -> History:
    """One step back."""
    return jump(history, history.at - 1)


def redo(history: History) -> History:
    """One step forward again."""
    return jump(history, history.at + 1)


def jump(history: History, at: int) -> History:
    """Show the picture of that step; a number beyond the steps changes nothing.

    The view is fitted anew only where nothing that was drawn is drawn in the same place again.
    """
    if at == history.at or not 0 <= at < len(history.steps):
        return history
    there = history.steps[at].scene
    shown = replace(there, fit=not _share_a_place(history.scene.places, there.places))
    return keep(replace(history, at=at), shown)


def _share_a_place(one: Mapping[str, Point], other: Mapping[str, Point]) -> bool:
    return any(one[id] == other[id] for id in one.keys() & other.keys())
