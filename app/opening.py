"""Opening a kept view on what the store holds now: what is the same thing is found, what is gone is said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app import text
from app.canvas.picture import make_key, split_key
from app.scene import Scene, without
from app.sharing import from_content
from graph.store.edges import make_edge_key
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
    from_content(kept.content)
    content, followed = _follow(kept.content, store)
    there = {node.id for node in store.view.nodes(content.get("ids", ()))}
    gone = [id for id in content.get("ids", ()) if id not in there]
    scene, page = from_content(content)
    scene = without(scene, frozenset(gone)) if gone else scene
    total = len(kept.content.get("ids", ()))
    changes = [*_told_gone(gone, total, kept.names), *_told_followed(followed)]
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


def _follow(content: Mapping[str, Any], store: Store) -> tuple[dict[str, Any], int]:
    """The content with the ids that its entities have by judgement now, and how many of the drawn ones that changed."""
    ids = sorted({id for word in _words(content) for id in _ids_in(word)})
    now = {id: other for id, other in store.review.canonical(ids).items() if other != id}
    if not now:
        return dict(content), 0

    def follow(word: str) -> str:
        edge = split_key(word)
        if edge is None:
            return now.get(word, word)
        source, target = now.get(edge[0], edge[0]), now.get(edge[2], edge[2])
        key = make_edge_key(store.view.schema, edge[1], source, target)
        return make_key(key.source, key.relation, key.target)

    changed: dict[str, Any] = _mapped(content, follow)
    return changed, sum(id in now for id in content.get("ids", ()))


def _with_known_selection(scene: Scene, store: Store) -> Scene:
    edge = split_key(scene.selected) if scene.selected else None
    return replace(scene, selected=None) if edge and store.view.edge(*edge) is None else scene


def _ids_in(word: str) -> tuple[str, ...]:
    edge = split_key(word)
    return (edge[0], edge[2]) if edge else (word,)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
        yield from (word for each in value.values() for word in _words(each))
    elif isinstance(value, list):
        yield from (word for each in value for word in _words(each))


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The same JSON with its words changed; of two that become one, the first is kept."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        pairs = [(change(key), _mapped(each, change)) for key, each in value.items()]
        return dict(reversed(pairs)) if len({key for key, _each in pairs}) < len(pairs) else dict(pairs)
    if isinstance(value, list):
        changed = [_mapped(each, change) for each in value]
        return list(dict.fromkeys(changed)) if all(isinstance(each, str) for each in changed) else changed
    return value
