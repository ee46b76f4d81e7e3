"""Paths: how two entities hang together, as chains of sentences."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import chains, doors, filter_address, pathway, putting, state, text, visit
from app.doorway import doorway
from app.screens import asked, fields, search, welcome
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.paths import HUB, LENGTHS, Constraints, Path, Paths
from graph.store.store import Store
from graph.store.view_records import Node

LEFT, RIGHT, TOLD, FOUND, ANSWER = "paths from", "paths to", "paths told", "paths found", "paths answer"
RELATIONS, MODALITIES, SURE, CLOCK, SINCE, UNTIL, LONGEST, ALONG, CLASSES, HUBS, AVOID = (
    f"paths {name}" for name in pathway.NAMES
)
GROUPS = 5  # shown until more are asked for
MORE = 12  # of one group that are listed


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    _follow_address(store)
    left, right = _ends(store)
    constraints = _constraints()
    _tell_address(left, right, constraints)
    if left is None or right is None:
        st.markdown("Pick two entities: the shortest chains between them are read out, each step with its sentence.")
        return
    if left.id == right.id:
        st.info("Both fields name the same entity; pick another one.", icon=":material/info:")
        return
    with st.spinner("Looking for paths …"):
        about = state.revision(store.view), left.id, right.id, constraints
        found = state.last(ANSWER, about, lambda: store.paths.find(left.id, right.id, constraints))
    _answer(store, left, right, found, constraints)
    asked.show(store.paths, lambda paths: paths.find(left.id, right.id, constraints), key="paths")


def _follow_address(store: Store) -> None:
    """Begin with the entities and the constraints that the address names, or go on with those that were left here."""
    named = {name: state.address(name) for name in (doors.FROM, doors.TO, *pathway.NAMES)}
    told: dict[str, str | None] = state.recall(TOLD, {})
    if any(named.values()) and named != told:
        search.preset(LEFT, named[doors.FROM])
        search.preset(RIGHT, named[doors.TO])
        state.remember(**{TOLD: named})
        _preset(store, pathway.from_address(named))
    elif state.recall(LONGEST) is None:  # Streamlit forgets the fields of a page that was left
        _preset(store, pathway.from_address(told))


def _preset(store: Store, constraints: Constraints) -> None:
    """Fill the fields."""
    filter, (since, until) = constraints.filter, filter_address.days_of(constraints.filter)
    avoid = {named.id: text.short(named.name, 40) for named in store.view.named(sorted(constraints.avoid)).values()}
    state.remember(
        **{
            RELATIONS: sorted(filter.relations or ()),
            MODALITIES: [str(each) for each in Modality if each in (filter.modalities or Modality)],
            SURE: filter.min_confidence,
            CLOCK: filter_address.clock_of(filter),
            SINCE: since,
            UNTIL: until,
            LONGEST: constraints.longest,
            ALONG: constraints.along,
            CLASSES: constraints.generic,
            HUBS: constraints.hubs,
            AVOID: list(avoid),
            FOUND: _names() | avoid,
        }
    )


def _tell_address(left: Node | None, right: Node | None, constraints: Constraints) -> None:
    """Write into the address what another visitor needs to ask the same."""
    ends = {doors.FROM: left.id if left else None, doors.TO: right.id if right else None}
    told = ends | pathway.to_address(constraints)
    state.set_address(told)
    state.remember(**{TOLD: told})


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
    return left, right


def _swap() -> None:
    one, other = state.recall(f"{LEFT} id"), state.recall(f"{RIGHT} id")
    search.preset(LEFT, other)
    search.preset(RIGHT, one)


def _constraints() -> Constraints:
    relations = load_schema().relations
    with st.container(key="path-constraints"):
        first, second, third, fourth = st.columns([0.3, 0.3, 0.16, 0.24])
        chosen = first.multiselect(
            "Relations", list(relations), placeholder="any relation", key=RELATIONS,
            format_func=lambda name: relations[name].phrase,
        )  # fmt: skip
        said, sure = fields.firmly(second, MODALITIES), fields.sure(third, SURE)
        names = _names()
        avoid = fourth.multiselect("Not through", list(names), key=AVOID, placeholder="any entity", format_func=lambda id: names.get(id, id))  # fmt: skip
        one, two, three, four, five = st.columns([0.23, 0.17, 0.14, 0.14, 0.32])
        longest = one.segmented_control("Steps at most", list(LENGTHS), required=True, key=LONGEST)
        clock, since, until = fields.days((two, three, four), (CLOCK, SINCE, UNTIL))
        with five.container(horizontal=True, key="path-switches"):
            along = st.toggle("Along arrows", key=ALONG, help="Only from who does something to whom it is done")
            generic = st.toggle("Classes", key=CLASSES, help="Also through classes of things, such as drones")
            hubs = st.toggle("Hubs", key=HUBS, help=f"Also through entities with more than {HUB} edges")
    filter = filter_address.asked(chosen, said, sure, clock, since, until)
    return Constraints(filter, longest or pathway.PLAIN.longest, along, generic, hubs, frozenset(avoid))


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


def _canvas_door(store: Store, path: Path, key: str, where: DeltaGenerator) -> None:
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
