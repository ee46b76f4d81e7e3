"""From what a visitor did on the canvas to a new scene, and to a sentence for the history.

Whatever comes from a browser is a stranger's word: ids that aren't drawn and names that aren't known change nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from app import bundling, expanding, filtering, text
from app import scene as scenes
from app.canvas.picture import split_key
from app.scene import CAP, Drawn, Scene, Wish
from graph.schema.schema import load_schema
from graph.store.view import Direction, View

NAMED = 3  # entities that a sentence names


@dataclass(frozen=True, slots=True)
class Act:
    """What was done on the canvas; see frontend/index.js."""

    kind: str
    id: str | None = None
    ids: tuple[str, ...] = ()
    wish: Wish = scenes.ANY


def read(event: Mapping[str, Any]) -> Act:
    """The act that an event of the canvas tells of."""
    id = event.get("id")
    ids = tuple(str(each) for each in event.get("ids") or ([id] if id else []))
    return Act(str(event.get("kind")), str(id) if id is not None else None, ids, _wish(event.get("wish")))


def answer(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str | None]:
    """The scene after the act, and what to write into the history; None for what is no step."""
    act = _followed(act, scene, view)
    quiet = _unsaid(act, scene)
    if quiet is not None:
        return quiet, None
    done = STEPS.get(act.kind)
    after, said = done(act, scene, drawn, view) if done else (scene, "")
    return after, said if _differs(after, scene) else None


def _followed(act: Act, scene: Scene, view: View) -> Act:
    """The act with entities that were judged to be others since the page was drawn as those that they are now."""
    gone = [id for id in {act.id, *act.ids} if id and id not in scene.places and split_key(id) is None]
    now = {id: named.id for id, named in view.named(gone).items()} if gone else {}
    return replace(act, id=now.get(act.id or "", act.id), ids=tuple(now.get(id, id) for id in act.ids)) if now else act


def _unsaid(act: Act, scene: Scene) -> Scene | None:
    match act.kind:
        case "select":
            return scenes.select(scene, act.id)
        case "clear":
            return scenes.select(scene, None)
        case "choose":
            return scenes.choose(scene, act.ids)
        case "fan":
            return scenes.fan(scene, act.id or "")
    return None


def _expand(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    if act.id not in scene.ids:
        return scene, ""
    after = scenes.expand(scene, view, act.id, act.wish)
    return after, f"Expanded {_names(scene, drawn, [act.id])} by {len(after.ids) - len(scene.ids)}{_by(act.wish)}"


def _expand_all(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    after = expanding.expand_all(scene, view, act.ids)
    return after, f"Expanded {_names(scene, drawn, act.ids)} by {len(after.ids) - len(scene.ids)}"


def _collapse(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    if act.id not in scene.ids:
        return scene, ""
    after = expanding.collapse(scene, view, act.id)
    return after, f"Collapsed {_names(scene, drawn, [act.id])}: {len(scene.ids) - len(after.ids)} taken away"


def _hide(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    return scenes.hide(scene, *act.ids), f"Hid {_names(scene, drawn, act.ids)}"


def _keep(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    return scenes.keep_only(scene, act.ids), f"Kept only {_names(scene, drawn, act.ids)}"


def _pin(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    after = scenes.pin(scene, act.ids)
    return after, f"{'Pinned' if after.pins > scene.pins else 'Unpinned'} {_names(scene, drawn, act.ids)}"


def _bundle(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    return bundling.chosen(scene, drawn, act.ids), f"Grouped {_names(scene, drawn, act.ids)}"


def _bundle_by(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    if act.id == "type":
        return bundling.by_type(scene, drawn), "Grouped by type"
    return bundling.by_community(scene, drawn), "Grouped by community"


def _open(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    if not act.ids:
        return bundling.open_bundles(scene), "Opened all groups"
    return bundling.open_bundles(scene, act.ids), f"Opened the group {_names(scene, drawn, act.ids)}"


def _arrange(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    held = f"; {len(scene.pins)} pinned stayed" if scene.pins else ""
    return bundling.arrange(scene, drawn), f"Arranged anew{held}"


def _toggle(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    after = scenes.toggle(scene, act.id or "")
    return after, filtering.told(scene.filter, after.filter)


def _require(act: Act, scene: Scene, drawn: Drawn, view: View) -> tuple[Scene, str]:
    after = scenes.require(scene, act.id or "")
    return after, filtering.told(scene.filter, after.filter)


Done = Callable[[Act, Scene, Drawn, View], tuple[Scene, str]]
STEPS: Mapping[str, Done] = {
    "expand": _expand,
    "expand_all": _expand_all,
    "collapse": _collapse,
    "hide": _hide,
    "keep": _keep,
    "pin": _pin,
    "bundle": _bundle,
    "bundle_by": _bundle_by,
    "open": _open,
    "arrange": _arrange,
    "toggle": _toggle,
    "require": _require,
}


def moved(scene: Scene, drawn: Drawn, places: Mapping[str, Sequence[float]]) -> tuple[Scene, str | None]:
    """The scene after entities were dragged, and what to write into the history."""
    after = scenes.move(scene, places)
    changed = [id for id in places if after.places.get(id) != scene.places.get(id)]
    return after, f"Moved {_names(scene, drawn, changed)}" if changed else None


def _names(scene: Scene, drawn: Drawn, ids: Sequence[str]) -> str:
    """What they are called, the first few by name."""
    known = {node.id: node.name for node in drawn.nodes} | {bundle.id: bundle.name for bundle in scene.bundles}
    found = [text.short(known[id], 40) for id in ids if id in known]
    if len(found) > NAMED + 1:
        return f"{', '.join(found[:NAMED])} and {len(found) - NAMED} more"
    return " and ".join(filter(None, [", ".join(found[:-1]), found[-1]])) if found else "nothing"


def _differs(after: Scene, before: Scene) -> bool:
    """Whether something was done that an undo can take back."""
    return any(
        getattr(after, name) != getattr(before, name)
        for name in ("ids", "places", "filter", "pins", "bundles", "brought", "colouring")
    )


def _wish(said: Any) -> Wish:
    if not isinstance(said, Mapping):
        return scenes.ANY
    relations = said.get("relations")
    named = (
        frozenset(map(str, relations)).intersection(load_schema().relations) if isinstance(relations, list) else None
    )
    direction: Direction = said["direction"] if said.get("direction") in get_args(Direction) else "both"
    limit = said.get("limit")
    return Wish(named, direction, max(1, min(CAP, limit)) if isinstance(limit, int) else scenes.STEP)


def _by(wish: Wish) -> str:
    if wish.relations is None:
        return {"both": "", "out": " (outgoing)", "in": " (incoming)"}[wish.direction]
    phrases = [load_schema().phrase(name) for name in sorted(wish.relations)]
    shown = ", ".join(phrases[:NAMED]) + (f" and {len(phrases) - NAMED} more" if len(phrases) > NAMED else "")
    return f" ({shown}{', ' + wish.direction if wish.direction != 'both' else ''})"
