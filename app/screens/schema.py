"""Schema: what the graph holds and how it holds it, as a picture to click and with queries to begin from."""

import streamlit as st

from app import anatomy, doors, state, text, trouble
from app.canvas.canvas import draw
from app.canvas.picture import arrange, payload
from graph.schema.schema import load_schema
from graph.schema.stored import load_stored
from graph.store.inventory import Inventory, read_inventory
from graph.store.store import Store

CANVAS, LOOKED_AT, PAIR, TOLD = "schema canvas", "schema looked at", "schema pair", "schema told"
OF = "of"  # the name in the address
FIRST = "Claim"
HEIGHT = 760


def page() -> None:
    """Draw the page."""
    store = state.store()
    _follow_address()
    with st.spinner("Counting …"):
        inventory = state.once(store, "inventory", lambda: read_inventory(store.view.database, store.view.schema))
    st.caption(
        "What the graph holds: types of entity and the relations between them, which are drawn and queried; and behind each edge its "
        "claims with their documents. Press a node or an edge, or choose below."
    )
    left, right = st.columns([0.6, 0.4], gap="medium")
    with left:
        _picture(inventory)
    with right:
        _details(store, inventory)


def _follow_address() -> None:
    wanted = state.address(OF)
    known = anatomy.names(load_schema(), load_stored())
    if wanted in known and wanted != state.recall(TOLD):
        state.remember(**{LOOKED_AT: wanted})
        state.forget(PAIR)
    elif state.recall(LOOKED_AT) is None:
        state.remember(**{LOOKED_AT: state.recall(TOLD) or FIRST})


@trouble.helpful
def _picture(inventory: Inventory) -> None:
    schema, stored = load_schema(), load_stored()
    nodes, edges = anatomy.nodes(schema, stored, inventory), anatomy.edges(stored, inventory)
    looked_at = state.recall(LOOKED_AT)
    draw(
        payload(
            nodes, edges, arrange(nodes, edges, stored.picture), revision=1, status=text.plural(len(edges), "kind of tie", "kinds of ties"),
            selected=state.recall(PAIR) or (looked_at if any(node.id == looked_at for node in nodes) else None),
            neighbours={node.id: node.degree for node in nodes}, fit=True, height=HEIGHT, still=True,
        ),
        key=CANVAS,
        on_event=_heard,
    )  # fmt: skip


def _heard() -> None:
    event = getattr(state.recall(CANVAS), "event", None) or {}
    if event.get("kind") != "select":
        return
    ends, known = anatomy.pair_of(str(event["id"])), anatomy.names(load_schema(), load_stored())
    if ends:
        state.remember(**{PAIR: event["id"]})
    elif event["id"] in known:
        state.remember(**{LOOKED_AT: event["id"]})
        state.forget(PAIR)


def _details(store: Store, inventory: Inventory) -> None:
    schema, stored = load_schema(), load_stored()
    ends = anatomy.pair_of(state.recall(PAIR) or "")
    if ends:
        _choose_among(anatomy.joining(ends, inventory, stored), f"From {ends[0]} to {ends[1]}")
    phrases = {name: f"{relation.phrase} ({name})" for name, relation in schema.relations.items()}
    name = st.selectbox(
        "Look at", anatomy.names(schema, stored), key=LOOKED_AT, format_func=lambda name: phrases.get(name, name),
        on_change=state.forget, args=(PAIR,),
    )  # fmt: skip
    state.set_address({OF: name})
    state.remember(**{TOLD: name})
    if name in stored.labels:
        st.html(anatomy.label_card(name, stored.labels[name], stored, inventory))
    elif name in schema.relations:
        st.html(anatomy.relation_card(name, schema.relations[name], stored, inventory))
    else:
        st.html(anatomy.type_card(name, schema, inventory))
    _questions(name)


def _choose_among(found: list[str], title: str) -> None:
    """The relations, or links, that an edge of the picture stands for."""
    schema, stored = load_schema(), load_stored()
    st.html(f'<h2 class="says" data-testid="schema-pair">{text.html(title)}</h2>')
    with st.container(horizontal=True, key="schema-among"):
        for name in found:
            if name in schema.relations:
                st.button(schema.relations[name].phrase, key=f"among {name}", on_click=_look_at, args=(name,))
            else:
                st.markdown(f"`{name}` {text.markdown(stored.links[name].says)}")


def _look_at(name: str) -> None:
    state.remember(**{LOOKED_AT: name})


def _questions(name: str) -> None:
    st.html('<h3 class="says">How to ask</h3>')
    for number, (title, query) in enumerate(anatomy.questions(name, load_schema(), load_stored())):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(text.markdown(title, 200))
            st.button(
                "Open in the console", icon=":material/terminal:", key=f"ask {name} {number}", on_click=doors.to_console, args=(query,)
            )  # fmt: skip
        st.code(query, language="cypher", wrap_lines=True)
