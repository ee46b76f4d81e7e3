"""Compare: two entities side by side, what they share and what sets them apart."""

import streamlit as st

from app import beside, doors, filtering, putting, state, text, visit
from app.doorway import doorway
from app.screens import asked, search, welcome
from graph.records import Modality
from graph.store.comparing import Comparison
from graph.store.filter import Filter
from graph.store.store import Store
from graph.store.view_records import Node

LEFT, RIGHT, ANSWER = "compare left", "compare right", "compare answer"
MOST = 40  # shared neighbours that are put on the canvas


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    _follow_address()
    left, right = _ends(store)
    filter = _filter()
    if left is None or right is None:
        st.markdown(
            "Pick two entities: what both are tied to stands in the middle, what only one is tied to at the sides."
        )
        return
    about = state.revision(store.view), left.id, right.id, filter
    found = state.last(ANSWER, about, lambda: store.comparing.compare(left.id, right.id, filter))
    if found is None:
        st.info("Both fields name the same entity; pick another one.", icon=":material/info:")
        return
    _show(store, found)
    asked.show(store.comparing, lambda comparing: comparing.compare(left.id, right.id, filter), key="compare")


def _follow_address() -> None:
    """Begin with the entities that the address names, as ?a= and ?b= or as doors write them."""
    named = [state.address("a") or state.address(doors.FROM), state.address("b") or state.address(doors.TO)]
    if any(named) and named != state.recall("compare told"):
        search.preset(LEFT, named[0])
        search.preset(RIGHT, named[1])
        state.remember(**{"compare told": named})


def _ends(store: Store) -> tuple[Node | None, Node | None]:
    one, middle, other = st.columns([0.44, 0.12, 0.44], vertical_alignment="bottom")
    with one:
        left = search.picker("One", store, LEFT)
    with middle:
        st.button(
            "Swap", icon=":material/swap_horiz:", key="swap compared", on_click=_swap, width="stretch", help="Swap both"
        )
    with other:
        right = search.picker("The other", store, RIGHT)
    told = [left.id if left else None, right.id if right else None]
    state.set_address({"a": told[0], "b": told[1], doors.FROM: None, doors.TO: None})
    state.remember(**{"compare told": told})
    return left, right


def _swap() -> None:
    one, other = state.recall(f"{LEFT} id"), state.recall(f"{RIGHT} id")
    search.preset(LEFT, other)
    search.preset(RIGHT, one)


def _filter() -> Filter:
    said, sure = st.columns([0.7, 0.3])
    modalities = said.pills(
        "Said to be", [str(each) for each in Modality], selection_mode="multi", default=[str(each) for each in Modality],
        key="compare modalities",
    )  # fmt: skip
    level = sure.selectbox(
        "Confidence", [None, *filtering.LEVELS], key="compare sure",
        format_func=lambda level: "any" if level is None else f"at least {text.sure(level)}",
    )  # fmt: skip
    chosen = None if len(modalities) in (0, len(Modality)) else frozenset(map(Modality, modalities))
    return Filter(modalities=chosen, min_confidence=level)


def _show(store: Store, found: Comparison) -> None:
    with st.container(key="compare"):
        one, middle, other = st.columns([0.34, 0.32, 0.34], vertical_alignment="center")
        one.html(beside.head(found.left, "left"))
        middle.html(beside.rings(found))
        other.html(beside.head(found.right, "right"))
        st.html(f'<p class="says" data-testid="overlap">{text.html(beside.overlap(found))}</p>')
        _doors(store, found)
        left, both, right = st.columns([0.31, 0.38, 0.31], gap="medium")
        _column(left, f"Only {text.short(found.left.name, 30)}", found.only_left.total, beside.alone(found.only_left, found.left.id), "left")  # fmt: skip
        _column(both, "Both", found.total_shared, beside.together(found), "both")
        if differing := beside.differences(found):
            both.html(f'<p class="says">The same, but not as firmly</p>{differing}')
        if found.between:
            both.html(f'<p class="says">Between the two</p><ul class="between">{beside.between(found)}</ul>')
        _column(right, f"Only {text.short(found.right.name, 30)}", found.only_right.total, beside.alone(found.only_right, found.right.id), "right")  # fmt: skip
        st.html(f'<p class="says">When they were told of</p><div class="timelines">{beside.times(found)}</div>')
        doorway.listen("compare", doors.follow)


def _column(where: st.delta_generator.DeltaGenerator, title: str, number: int, html: str, side: str) -> None:
    where.html(
        f'<section class="side {side}" data-testid="side-{side}"><h2>{text.html(title)} <span class="number">{number}</span></h2>{html}</section>'
    )


def _doors(store: Store, found: Comparison) -> None:
    with st.container(horizontal=True):
        shown = found.shared[:MOST]
        what = (
            f"both and {len(shown)} of {found.total_shared}"
            if len(shown) < found.total_shared
            else "both and what they share"
        )
        if st.button(f"Show {what} on the canvas", icon=":material/hub:", key="compare canvas"):
            ids = [found.left.id, found.right.id, *(each.node.id for each in shown)]
            names = f"{text.short(found.left.name)}, {text.short(found.right.name)} and what they share"
            visit.show(*putting.put_several(visit.current(store.view), store, ids, None, names))
            doors.to_explore(None)
        if st.button("Paths between them", icon=":material/route:", key="compare paths"):
            doors.to_paths(found.left.id, found.right.id)
