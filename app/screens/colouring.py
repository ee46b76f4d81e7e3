"""The panel beside the canvas that sizes and colours what is drawn by what an analysis finds in it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from app import findings, text, traces, trouble
from app.analyses import Middle, OfPicture, Together, middle, together
from app.colouring import Colouring, colour_by, name_basis, outdated, size_by
from app.findings import MEANS, TITLES
from app.scene import Drawn, Scene
from app.screens import asked, waiting
from graph.analysis.centrality import Measure
from graph.store.store import Store

FIRST = 5  # findings told beside the canvas; all are on the Analysis page
PLAIN = "Plain"

Change = Callable[[Scene, str], None]


def panel(store: Store, scene: Scene, drawn: Drawn, change: Change) -> None:
    """Choose what sizes and colours mean; the first findings in words."""
    of = OfPicture(tuple(node.id for node in drawn.nodes), tuple((e.source, e.target, e.claims) for e in drawn.edges))
    painted = scene.colouring or Colouring()
    sized = next((measure for measure in Measure if said_of(measure) == painted.sized_by), None)
    st.caption(f"Of {text.plural(len(drawn.nodes), 'entity', 'entities')} and {text.plural(len(drawn.edges), 'edge')} drawn.")  # fmt: skip
    _choices("Size", [PLAIN, *(TITLES[measure] for measure in Measure)], TITLES[sized] if sized else PLAIN, lambda title: _size(store, scene, of, title, change))  # fmt: skip
    _say_if_old("Sizes were", painted.sized_on if painted.sizes else "", scene)
    if sized:
        _ranked(store, of, sized)
    _choices("Colour", ["Type", "Community"], "Community" if painted.groups else "Type", lambda title: _colour(store, scene, of, title, change))  # fmt: skip
    _say_if_old("Colours were", painted.coloured_on if painted.groups else "", scene)
    if painted.groups:
        _communities(store, of)
    asked.show_parts(store.view, traces.analysis(of, scene.filter), key="colouring")
    st.page_link(st.Page(_nothing, url_path="analysis", title="analysis"), label="More on the Analysis page", icon=":material/monitoring:")  # fmt: skip


def _basis(scene: Scene) -> str:
    return name_basis(scene.filter, scene.ids)


def _say_if_old(what: str, on: str, scene: Scene) -> None:
    if old := outdated(on, _basis(scene)):
        st.caption(f":material/history: {what} {old}; choose again to compute them anew.")


def said_of(measure: Measure) -> str:
    """What the legend says of sizes: larger means this."""
    return f"more {TITLES[measure].lower()}"


def _choices(label: str, titles: list[str], chosen: str, act: Callable[[str], None]) -> None:
    st.markdown(f"**{label}**")
    with st.container(horizontal=True, gap="small", key=f"paint {label}"):
        for title in titles:
            kind: Any = "primary" if title == chosen else "secondary"
            st.button(title, key=f"{label} {title}", type=kind, on_click=act, args=(title,))


def _ranked(store: Store, of: OfPicture, measure: Measure) -> None:
    found: Middle | None = waiting.result(store, "Ranking", middle, of, measure)
    if found is None:
        return
    names = store.view.named([rank.id for rank in found.ranking.ranks[:FIRST]])
    st.caption(MEANS[measure])
    for each in findings.ranked(found.ranking, names)[:FIRST]:
        st.markdown(f":small[{text.markdown(each.says, 200)}]")


def _communities(store: Store, of: OfPicture) -> None:
    found: Together | None = waiting.result(store, "Communities", together, of)
    if found is None:
        return
    several = [each for each in found.communities if each.size > 1]
    names = store.view.named([id for each in found.communities for id in each.members[: findings.NAMED]])
    alone = len(found.communities) - len(several)
    rest = f" {text.plural(alone, 'entity stands', 'entities stand')} alone." if alone else ""
    st.caption(f"{text.plural(len(several), 'community', 'communities')}: more claims among themselves than with others.{rest}")  # fmt: skip
    for place, each in enumerate(several[:FIRST]):
        says = findings.community_says(place, found.communities, found.bonds, names)
        st.markdown(f":small[{text.markdown(findings.called(each, names), 120)}: {text.markdown(says, 200)}]")


@trouble.helpful
def _size(store: Store, scene: Scene, of: OfPicture, title: str, change: Change) -> None:
    measure = next((each for each in Measure if TITLES[each] == title), None)
    kept = scene.colouring or Colouring()
    if measure is None:
        _paint(scene, replace(kept, sized_by="", sizes={}, sized_on=""), "Drew all in plain sizes", change)
        return
    found: Middle | None = waiting.soon(store, middle, of, measure)
    if found:
        values = {rank.id: rank.value for rank in found.ranking.ranks}
        _paint(scene, size_by(said_of(measure), values, kept, _basis(scene)), f"Sized by {said_of(measure)}", change)


@trouble.helpful
def _colour(store: Store, scene: Scene, of: OfPicture, title: str, change: Change) -> None:
    kept = scene.colouring or Colouring()
    if title != "Community":
        _paint(scene, replace(kept, coloured_by="", groups={}, names=(), coloured_on=""), "Coloured by type", change)
        return
    found: Together | None = waiting.soon(store, together, of)
    if found:
        several = [each for each in found.communities if each.size > 1]
        names = store.view.named([id for each in several for id in each.members[: findings.NAMED]])
        called = [findings.called(each, names) for each in several]
        groups = [each.members for each in several]
        _paint(scene, colour_by("community", groups, called, kept, _basis(scene)), "Coloured by community", change)


def _paint(scene: Scene, colouring: Colouring, said: str, change: Change) -> None:
    shown = None if colouring.empty else colouring
    change(replace(scene, colouring=shown, revision=scene.revision + 1, fit=False), said)


def _nothing() -> None:
    """A page is known by its path."""
