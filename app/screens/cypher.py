"""Cypher: a query, its parameters, and what it gives as a table and as a graph. It can only read."""

import io
import json
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from app import marking, questions, state, text, trouble
from app.canvas.canvas import draw
from app.canvas.picture import Edge, Node, arrange, payload
from app.doors import LONGEST_ADDRESS
from app.screens import console_editor
from app.screens.console_editor import QUERY
from graph.errors import EntenteError, QueryFailed, QueryRefused, QueryTimeout
from graph.export.rows import write_rows
from graph.store.console import Result
from graph.store.drawn import DrawnEdge
from graph.store.parameters import read_value
from graph.store.store import Store

RESULT, EXAMPLE, CANVAS, CHOSEN = "result", "example", "result canvas", "chosen"
FIELDS, LINKED = "fields of queries", "query of the address"
ROWS = 1000  # shown; downloads hold them all
ALL_ROWS = 1_000_000
DRAWN = 300  # nodes drawn at once
HEIGHT = 560
NO_EXAMPLE = "An example …"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that was run: with which fields, what came of it, and the how-manieth it was."""

    query: str
    fields: dict[str, str]
    outcome: Result | EntenteError
    number: int

    @property
    def parameters(self) -> dict[str, Any]:
        """The fields' values, as the query takes them."""
        return {name: read_value(words) for name, words in self.fields.items()}


def page() -> None:
    """Draw the page."""
    store = state.store()
    _take_up()
    _heading(store)
    st.selectbox("Examples", [NO_EXAMPLE, *questions.load_examples()], key=EXAMPLE, on_change=_take_example)
    top, below = st.container(), st.container()
    if console_editor.wanted():
        with below:
            _run(store)
    with top:
        console_editor.draw(store, _failed(), _fields)
    with below:
        _show_outcome(store)


def _take_up() -> None:
    """Begin with the query of the address, or the one that was left here; Streamlit forgets the fields of a left page."""
    asked: Asked | None = state.recall(RESULT)
    linked = state.address("q")
    if linked and linked != state.recall(LINKED):
        if linked != state.recall(QUERY):
            console_editor.write(linked)
            state.forget(RESULT)
    elif state.recall(QUERY) is None:
        console_editor.write(next(iter(questions.load_examples().values())))
    elif linked is None and asked:
        _keep_in_address(asked.query)
    state.remember(**{LINKED: state.address("q")})


def _keep_in_address(query: str) -> None:
    """A short query goes into the address; with a long one a browser or a server on the way might give up."""
    state.set_address({"q": query if len(query) <= LONGEST_ADDRESS else None})
    state.remember(**{LINKED: state.address("q")})


def _heading(store: Store) -> None:
    browser = store.address.browser
    where = f" Neo4j Browser on the same graph: [{browser}]({browser})" if browser else ""
    st.caption(
        "Queries here can't change the graph; `entente cypher --write` can. Entities are `(:Entity:State {id, name})` and the like, "
        f"joined by relations such as `[:PROCURES]`; the sentences are on `(:Claim)`.{where}"
    )


def _take_example() -> None:
    query = questions.load_examples().get(state.recall(EXAMPLE))
    if query:
        console_editor.write(query)
        state.forget(RESULT)


def _failed() -> tuple[str, EntenteError] | None:
    asked: Asked | None = state.recall(RESULT)
    return (asked.query, asked.outcome) if asked and isinstance(asked.outcome, EntenteError) else None


def _fields() -> None:
    """A field for each parameter; what is in them is kept while somebody looks elsewhere."""
    names = questions.find_parameters(state.recall(QUERY, ""))
    kept: dict[str, str] = state.recall(FIELDS, {})
    columns = st.columns(min(4, len(names))) if names else []
    for number, name in enumerate(names):
        if state.recall(_field(name)) is None:
            state.remember(**{_field(name): kept.get(name, "")})
        columns[number % 4].text_input(f"${name}", key=_field(name), placeholder='Morocco, 13, ["MAR", "ISR"]')
    _keep_fields(names)


def _keep_fields(names: list[str]) -> dict[str, str]:
    """What is in the fields of these parameters, also kept for when the fields are gone."""
    kept: dict[str, str] = state.recall(FIELDS, {})
    words = {name: state.recall(_field(name), kept.get(name, "")) for name in names}
    state.remember(**{FIELDS: {**kept, **words}})
    return words


def _field(name: str) -> str:
    return f"parameter {name}"


def _run(store: Store) -> None:
    query = state.recall(QUERY, "")
    _keep_in_address(query)
    last: Asked | None = state.recall(RESULT)
    asked = Asked(
        query, _keep_fields(questions.find_parameters(query)), QueryFailed(""), last.number + 1 if last else 1
    )
    state.remember(**{RESULT: replace(asked, outcome=_outcome(store, asked))})
    state.forget(CHOSEN)


def _outcome(store: Store, asked: Asked) -> Result | EntenteError:
    empty = next((name for name, words in asked.fields.items() if not words), None)
    if empty:
        return QueryFailed(
            f'the query wants a value for ${empty}: fill in its field and run again ("" is the empty text)'
        )
    try:
        with st.spinner("Running …"):
            return store.console.run(asked.query, asked.parameters, limit=ROWS)
    except (QueryFailed, QueryRefused, QueryTimeout) as error:
        return error


def _show_outcome(store: Store) -> None:
    asked: Asked | None = state.recall(RESULT)
    if asked is None:
        return
    if isinstance(asked.outcome, QueryRefused):
        st.warning(text.markdown(str(asked.outcome), 1000), icon=":material/lock:")
    elif isinstance(asked.outcome, EntenteError):
        said = f"{asked.outcome}. {marking.advice(str(asked.outcome))}".removesuffix(". ")
        st.error(text.markdown(said, 1000), icon=":material/error:")
    else:
        _show_result(store, asked, asked.outcome)


def _show_result(store: Store, asked: Asked, result: Result) -> None:
    rows = text.plural(len(result.rows), "row")
    cap = f"only the first {rows} are shown, the downloads hold them all" if result.truncated else rows
    left, save_csv, save_json = st.columns([0.7, 0.15, 0.15], vertical_alignment="center")
    left.markdown(f"**{cap}** · {result.ms:.0f} ms")

    def everything() -> Result:
        return store.console.run(asked.query, asked.parameters, limit=ALL_ROWS) if result.truncated else result

    save_csv.download_button(
        "CSV", lambda: _as_csv(everything()), "entente.csv", "text/csv", on_click="ignore", width="stretch"
    )
    save_json.download_button(
        "JSON", lambda: _as_json(everything()), "entente.json", "application/json", on_click="ignore", width="stretch"
    )
    if not result.nodes:
        _table(result)
        return
    table, graph = st.columns(2, gap="medium")
    with table:
        _table(result)
    with graph:
        _graph(result, asked.number)


def _table(result: Result) -> None:
    cells = [[_cell(value) for value in row] for row in result.rows]
    names = [
        f"{name} " * (number + 1) if name in result.columns[:number] else name
        for number, name in enumerate(result.columns)
    ]
    st.dataframe(pd.DataFrame(cells, columns=names), hide_index=True, height=HEIGHT if result.nodes else "auto")


@st.fragment
@trouble.helpful
def _graph(result: Result, run: int) -> None:
    nodes = [Node(node.id, node.type, node.name) for node in result.nodes[:DRAWN]]
    ids = {node.id for node in nodes}
    edges = [_edge(edge) for edge in result.edges if edge.source in ids and edge.target in ids]
    more = len(result.nodes) - len(nodes)
    status = (
        f"the first {len(nodes)} of {len(result.nodes):,} nodes drawn"
        if more
        else f"{text.plural(len(nodes), 'node')}, {text.plural(len(edges), 'edge')}"
    )
    chosen = state.recall(CHOSEN)
    draw(
        payload(
            nodes,
            edges,
            arrange(nodes, edges),
            revision=run,
            status=status,
            selected=chosen,
            neighbours={},
            fit=True,
            height=HEIGHT,
        ),
        key=CANVAS,
        on_event=_heard,
    )
    properties = {item.id: item.properties for item in result.nodes} | {
        item.id: item.properties for item in result.edges
    }
    if chosen in properties:
        st.json({name: value for name, value in properties[chosen].items() if name != "text"}, expanded=True)


def _edge(edge: DrawnEdge) -> Edge:
    of = edge.properties
    return Edge(
        edge.source,
        edge.relation,
        edge.target,
        of.get("modality", "asserted"),
        of.get("claims", 1),
        of.get("documents", 1),
        edge.id,
    )


def _heard() -> None:
    event = getattr(state.recall(CANVAS), "event", None)
    if event and event["kind"] in ("select", "clear"):
        state.remember(**{CHOSEN: event["id"]})


def _cell(value: Any) -> Any:
    """A value as a table shows it: an entity by its name, an edge by its relation, other lists and maps as JSON."""
    if isinstance(value, dict) and ("name" in value or "relation" in value):
        return value.get("name") or value["relation"]
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def _as_csv(result: Result) -> bytes:
    page = io.StringIO()
    write_rows(page, result.columns, ([_cell(value) for value in row] for row in result.rows))
    return page.getvalue().encode("utf-8-sig")  # by its mark Excel knows UTF-8


def _as_json(result: Result) -> bytes:
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()
