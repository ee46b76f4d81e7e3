"""Paths: how two entities hang together, as chains of sentences."""

from datetime import date

import streamlit as st

from app import chains, doors, filtering, putting, state, text, visit
from app.doorway import doorway
from app.screens import asked, search, welcome
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.filter import Filter
from graph.store.paths import HUB, LENGTHS, Constraints, Path, Paths
from graph.store.store import Store
from graph.store.view_records import Node

LEFT, RIGHT = "paths from", "paths to"
FIRM = [str(modality) for modality in Modality if modality is not Modality.DENIED]
GROUPS = 5  # shown until more are asked for
MORE = 12  # of one group that are listed
FOUND = "paths found"


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    _follow_address()
    ends = _ends(store)
    constraints = _constraints()
    left, right = ends
    if left is None or right is None:
        st.markdown("Pick two entities: the shortest chains between them are read out, each step with its sentence.")
        return
    if left.id == right.id:
        st.info("Both fields name the same entity; pick another one.", icon=":material/info:")
        return
    with st.spinner("Looking for paths …"):
        found = store.paths.find(left.id, right.id, constraints)
    _answer(store, left, right, found, constraints)
    asked.show(store.paths, lambda paths: paths.find(left.id, right.id, constraints), key="paths")


def _follow_address() -> None:
    """Begin with the entities that the address names."""
    named = [state.address(doors.FROM), state.address(doors.TO)]
    if any(named) and named != state.recall("paths told"):
        search.preset(LEFT, named[0])
        search.preset(RIGHT, named[1])
        state.remember(**{"paths told": named, "paths avoid": []})


def _ends(store: Store) -> tuple[Node | None, Node | None]:
    one, middle, other = st.columns([0.44, 0.12, 0.44], vertical_alignment="bottom")
    with one:
        left = search.picker("From", store, LEFT)
    with middle:
        st.button(
            "Swap",
            icon=":material/swap_horiz:",
            key="swap paths",
            on_click=_swap,
            width="stretch",
            help="Swap both ends",
        )
    with other:
        right = search.picker("To", store, RIGHT)
    told = [left.id if left else None, right.id if right else None]
    state.set_address(dict(zip((doors.FROM, doors.TO), told, strict=True)))
    state.remember(**{"paths told": told})
    return left, right


def _swap() -> None:
    one, other = state.recall(f"{LEFT} id"), state.recall(f"{RIGHT} id")
    search.preset(LEFT, other)
    search.preset(RIGHT, one)


def _constraints() -> Constraints:
    relations = load_schema().relations
    with st.container(key="path-constraints"):
        first, second, third, fourth = st.columns([0.34, 0.28, 0.18, 0.2])
        chosen_relations = first.multiselect(
            "Relations", list(relations), placeholder="any relation", key="paths relations",
            format_func=lambda name: relations[name].phrase,
        )  # fmt: skip
        modalities = second.pills("Said to be", [str(each) for each in Modality], selection_mode="multi", default=FIRM, key="paths modalities")  # fmt: skip
        sure = third.selectbox(
            "Confidence", [None, *filtering.LEVELS], key="paths sure",
            format_func=lambda level: "any" if level is None else f"at least {text.sure(level)}",
        )  # fmt: skip
        known_by = fourth.date_input("As known on", value=None, key="paths known", min_value=date(1900, 1, 1))
        one, two, three = st.columns([0.34, 0.28, 0.38])
        longest = one.segmented_control("Steps at most", list(LENGTHS), default=4, required=True, key="paths longest")
        names = _names()
        avoid = two.multiselect(
            "Not through",
            list(names),
            key="paths avoid",
            placeholder="any entity",
            format_func=lambda id: names.get(id, id),
        )
        with three.container(horizontal=True, key="path-switches"):
            along = st.toggle("Along arrows", key="paths along", help="Only from who does something to whom it is done")
            generic = st.toggle("Classes", key="paths generic", help="Also through classes of things, such as drones")
            hubs = st.toggle(
                "Hubs", value=True, key="paths hubs", help=f"Also through entities with more than {HUB} edges"
            )
    chosen = Filter(
        relations=frozenset(chosen_relations) or None,
        modalities=None if len(modalities) in (0, len(Modality)) else frozenset(map(Modality, modalities)),
        min_confidence=sure,
        known_by=known_by,
    )
    return Constraints(chosen, longest, along, generic, hubs, frozenset(avoid))


def _names() -> dict[str, str]:
    """What may be left out: entities of the last answer, and what is left out already."""
    names: dict[str, str] = state.recall(FOUND, {})
    return names


def _answer(store: Store, left: Node, right: Node, found: Paths, within: Constraints) -> None:
    if not found.paths:
        _nothing(left, right, found, within)
        return
    met = {node.id: f"{text.short(node.name, 40)}" for path in found.paths for node in path.through}
    kept = {id: name for id, name in _names().items() if id in within.avoid}
    if met | kept != _names():
        state.remember(**{FOUND: met | kept})
    st.html(
        f'<p class="says" data-testid="apart">{text.html(chains.headline(left, right, found.paths, found.cut))}</p>'
    )
    groups = chains.group(found.paths)
    everything = state.recall("paths all") == (left.id, right.id)
    with st.container(key="paths"):
        for place, group in enumerate(groups if everything else groups[:GROUPS]):
            _card(store, place, group)
        doorway.listen("paths", doors.follow)
    rest = groups[GROUPS:]
    if rest and not everything:
        paths = sum(map(len, rest))
        st.button(
            f"{GROUPS} of {len(groups)} kinds of paths shown: show the other {text.plural(paths, 'path')}",
            key="all paths", on_click=lambda: state.remember(**{"paths all": (left.id, right.id)}),
        )  # fmt: skip


def _card(store: Store, place: int, group: chains.Group) -> None:
    path = group[0]
    with st.container(border=True, key=f"path-{place}"):
        picture, button = st.columns([0.82, 0.18], vertical_alignment="center")
        picture.html(chains.drawing(path))
        _canvas_door(store, path, f"path {place}", button)
        st.html(chains.reading(path))
        if len(group) > 1:
            with st.expander(chains.others(group)):
                for number, other in enumerate(group[1 : MORE + 1]):
                    line, go = st.columns([0.82, 0.18], vertical_alignment="center")
                    line.html(chains.drawing(other))
                    _canvas_door(store, other, f"path {place} {number}", go)
                if len(group) > MORE + 1:
                    st.caption(f"{MORE} of {len(group) - 1}; leave entities out to see others")


def _canvas_door(store: Store, path: Path, key: str, where: st.delta_generator.DeltaGenerator) -> None:
    if where.button("Show on canvas", icon=":material/hub:", key=f"canvas {key}", width="stretch"):
        ids = [node.id for node in path.nodes]
        what = f"the path from {text.short(path.nodes[0].name)} to {text.short(path.nodes[-1].name)}"
        visit.show(*putting.put_several(visit.current(store.view), store, ids, None, what))
        doors.to_explore(None)


def _nothing(left: Node, right: Node, found: Paths, within: Constraints) -> None:
    if found.late:
        st.warning(
            "Looking took too long and was stopped. Ask for fewer steps, or leave hubs out.",
            icon=":material/timer_off:",
        )
        return
    if found.cut:
        st.warning(chains.STOPPED, icon=":material/rule:")
        return
    said = chains.nowhere(left, right, within.longest, dict(found.removed), found.free)
    st.info("  \n".join(text.markdown(each, 400) for each in said), icon=":material/route:")
