"""Opening a kept view on what the store holds now: what is the same thing is found, what is gone is said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app import text
from app.canvas.picture import split_key
from app.following import follow_merges, named_in
from app.scene import Scene, without
from app.sharing import from_content
from graph.store.kept_views import KeptView
from graph.store.store import Store

NAMED_GONE = 6  # entities named of those that are gone


@dataclass(frozen=True, slots=True)
class Opened:
    """A view as it opens now: its scene, how the page was set, and in words what isn't as it was when it was kept."""

    scene: Scene
    page: Mapping[str, str]
    changes: tuple[str, ...] = ()


def names_of(content: Mapping[str, Any], store: Store) -> dict[str, str]:
    """What the drawn entities are called now, so that one can be named when it is gone."""
    return {node.id: text.short(node.name) for node in store.view.nodes(content.get("ids", ()))}


def open_view(kept: KeptView, store: Store, revision: int = 0) -> Opened:
    """A kept view on what the store holds now: entities judged to be others are followed, those gone are named.

    `revision` is that of the picture before it. Raises ViewError for what is no view.
    """
    before, page = from_content(kept.content)
    now = store.review.canonical(named_in(before))
    scene = follow_merges(before, now)
    there = {node.id for node in store.view.nodes(scene.ids)}
    gone = [id for id in scene.ids if id not in there]
    scene = without(scene, frozenset(gone)) if gone else scene
    followed = sum(now.get(id, id) != id for id in before.ids)
    changes = [*_told_gone(gone, len(before.ids), kept.names), *_told_followed(followed)]
    return Opened(replace(_with_known_selection(scene, store), revision=revision + 1, fit=True), page, tuple(changes))


def _told_gone(gone: Sequence[str], total: int, names: Mapping[str, str]) -> Iterator[str]:
    if gone:
        named = ", ".join(text.short(names.get(id, id)) for id in gone[:NAMED_GONE])
        more = f" and {len(gone) - NAMED_GONE} more" if len(gone) > NAMED_GONE else ""
        verb = "is" if len(gone) == 1 else "are"
        yield f"{len(gone)} of {text.plural(total, 'entity', 'entities')} {verb} no longer in the store: {named}{more}"


def _told_followed(followed: int) -> Iterator[str]:
    if followed:
        verb = "was" if followed == 1 else "were"
        yield f"{text.plural(followed, 'entity', 'entities')} {verb} judged to be another since, and drawn as that one"


def _with_known_selection(scene: Scene, store: Store) -> Scene:
    edge = split_key(scene.selected) if scene.selected else None
    return replace(scene, selected=None) if edge and store.view.edge(*edge) is None else scene
