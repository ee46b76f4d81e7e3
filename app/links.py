"""A visitor's picture under a link or a name: kept in the store when they ask for it, opened when they come with one."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from app import state, text, visit
from app.opening import Opened, names_of, open_view
from app.scene import Scene
from app.sharing import to_content, to_kept
from graph.errors import EntenteError, ViewError
from graph.store.kept_views import NamedView
from graph.store.store import Store

ADDRESS = "v"
VIEW, PANEL = "explore view", "explore panel"  # under which Explore remembers how it is set, and its sheet knows both
PAGE = {"view": VIEW, "panel": PANEL}
OWN_PANEL = "Share"  # who opens a link wants to read, not to share
KEPT, FOLLOWED, BEFORE = "kept view", "followed view", "panel before sharing"
_ID = re.compile(r"[0-9a-f]{16}")


def keep(store: Store) -> str:
    """Keep the visitor's picture in the store, and give the id of its link. Raises ViewError or StoreError."""
    scene = visit.scene() or Scene()
    content = to_kept(scene, _page())
    id = store.views.keep(content, names_of(content, store))
    state.remember(**{KEPT: (id, to_content(scene), ()), FOLLOWED: id})
    return id


def current(scene: Scene) -> str | None:
    """The id under which just this picture is kept; None where it was changed since, or never kept."""
    kept = state.recall(KEPT)
    return str(kept[0]) if kept and kept[1] == to_content(scene) else None


def changes(scene: Scene) -> tuple[str, ...]:
    """What isn't as it was in the kept picture that is shown, in words."""
    kept = state.recall(KEPT)
    return tuple(kept[2]) if kept and kept[1] == to_content(scene) else ()


def address(id: str) -> str:
    """The whole address of a kept picture."""
    return f"{state.here()}?{ADDRESS}={id}"


def follow(store: Store, known: Mapping[str, Sequence[str]]) -> str | None:
    """Open the picture that the page's address names, once; what is wrong with it in one line, None where all is well.

    `known` are the names of the page's views and panels: only such a choice is taken from the picture.
    """
    asked = state.address(ADDRESS)
    if asked is None or asked == state.recall(FOLLOWED):
        return None
    state.remember(**{FOLLOWED: asked})
    try:
        opened = _open(store, asked)
    except ViewError as error:
        state.set_address({ADDRESS: None})
        return str(error)
    visit.show(opened.scene, "Opened a shared view")
    state.remember(**{PAGE[name]: chosen for name, chosen in opened.page.items() if chosen in known.get(name, ())})
    return None


def open_named(store: Store, named: NamedView) -> None:
    """Show a saved view in the place of the picture, as a step that can be undone."""
    visit.show(_open(store, named.view).scene, f"Opened “{text.short(named.name)}”")
    state.remember(**{FOLLOWED: named.view})


def notice(panel: str) -> None:
    """Remember which panel the visitor reads, so that a link opens it and not the panel for sharing."""
    if panel != OWN_PANEL:
        state.remember(**{BEFORE: panel})


def when(day: datetime) -> str:
    """When a view was saved, as its list says it."""
    return day.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def tried(problem: str, step: Callable[[], object]) -> bool:
    """Do a step; what goes wrong is remembered under `problem` as its one line, to be shown where the visitor looks."""
    try:
        step()
    except EntenteError as error:
        state.remember(**{problem: str(error)})
        return False
    state.forget(problem)
    return True


def _open(store: Store, id: str) -> Opened:
    kept = store.views.get(id) if _ID.fullmatch(id) else None
    if kept is None:
        raise ViewError(
            f"This store has no view “{text.short(id, 24)}”: check that the link is whole, and that the app runs on the store it was made with."
        )
    before = visit.scene()
    opened = open_view(kept, store, before.revision if before else 0)
    state.remember(**{KEPT: (id, to_content(opened.scene), opened.changes)})
    return opened


def _page() -> dict[str, str]:
    chosen = {name: state.recall(key) for name, key in PAGE.items()}
    if chosen["panel"] == OWN_PANEL:
        chosen["panel"] = state.recall(BEFORE)
    return {name: str(value) for name, value in chosen.items() if value}
