"""Ask: who does what to whom, put together from fields; the answer, and the Cypher that asked for it."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from app import cards, doors, filter_address, inquiry, portrait, putting, state, text, trouble, visit
from app.doorway import doorway
from app.screens import fields, search, welcome
from graph.errors import QueryFailed, QueryTimeout
from graph.records import Modality
from graph.schema.schema import load_schema
from graph.store.composing import End, Question, Shape, compose
from graph.store.console import Result
from graph.store.facets import Clock
from graph.store.profile import Month
from graph.store.store import Store
from graph.store.view_records import StoredClaim

TOLD, CARDS, ANSWER = "ask told", "ask cards", "ask answer"
SIDES = {"who": ("Who", inquiry.WHO), "whom": ("To whom", inquiry.WHOM)}
FIELDS = {name: f"ask {name}" for name in inquiry.NAMES}
SHAPES = {Shape.PAIRS: "Who and whom", Shape.SENTENCES: "Sentences", Shape.MONTHS: "Month by month"}
ROWS = 1000
DRAWN = 60  # entities of an answer that are put on the canvas
FIRST = 12  # sentences shown at once


def page() -> None:
    """Draw the page."""
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    _follow_address()
    question = _fields(store)
    told = inquiry.to_address(question)
    state.set_address(told)
    state.remember(**{TOLD: told})
    if not inquiry.says_enough(question):
        st.markdown(
            "Say who, to whom, or which relation: the claims that fit are listed, with the Cypher that asks for them."
        )
        return
    _answer(store, question)


def _follow_address() -> None:
    """Begin with what the address asks, or go on with what was asked here before."""
    named = {name: state.address(name) for name in inquiry.NAMES}
    told: dict[str, str | None] = state.recall(TOLD, {})
    if any(named.values()) and named != told:
        _preset(inquiry.from_address(named))
    elif state.recall(FIELDS[inquiry.SHAPE]) is None:  # Streamlit forgets the fields of a page that was left
        _preset(inquiry.from_address(told))


def _preset(question: Question) -> None:
    filter, (since, until) = question.filter, filter_address.days_of(question.filter)
    for side, end in (("who", question.who), ("whom", question.whom)):
        search.preset(FIELDS[side], end.id)
        state.remember(**{FIELDS[f"{side}-type"]: end.type})
    values: dict[str, Any] = {
        filter_address.RELATIONS: sorted(filter.relations or ()),
        filter_address.SAID: [str(each) for each in Modality if each in (filter.modalities or Modality)],
        filter_address.SURE: filter.min_confidence,
        filter_address.CLOCK: filter_address.clock_of(filter),
        filter_address.SINCE: since,
        filter_address.UNTIL: until,
        inquiry.EITHER: question.either,
        inquiry.SHAPE: question.shape,
    }
    state.remember(**{FIELDS[name]: value for name, value in values.items()})


def _fields(store: Store) -> Question:
    relations = load_schema().relations
    with st.container(key="ask-fields"):
        left, middle, right = st.columns([0.34, 0.32, 0.34])
        with left:
            who = _end(store, "who")
        chosen = middle.multiselect(
            "Does", list(relations), placeholder="anything", key=FIELDS[filter_address.RELATIONS],
            format_func=lambda name: relations[name].phrase,
        )  # fmt: skip
        either = middle.toggle(
            "Either way round", key=FIELDS[inquiry.EITHER], help="Also what is done to the one by the other; relations that hold both ways are always asked both ways",
        )  # fmt: skip
        with right:
            whom = _end(store, "whom")
        said, sure, clock, since, until = _asked_of_claims()
        shape = st.segmented_control(
            "List", list(SHAPES), required=True, key=FIELDS[inquiry.SHAPE], format_func=SHAPES.__getitem__
        )
    filter = filter_address.asked(chosen, said, sure, clock, since, until)
    return Question(who, whom, filter, either, shape or Shape.PAIRS)


def _end(store: Store, side: str) -> End:
    """One entity, or where none is picked, all of a type."""
    node = search.picker(SIDES[side][0], store, FIELDS[side])
    kind = st.selectbox(
        f"{SIDES[side][0]}: any", list(load_schema().entities), index=None, key=FIELDS[f"{side}-type"],
        placeholder="… or any State, Firm, System …", label_visibility="collapsed", disabled=node is not None,
    )  # fmt: skip
    return End(id=node.id) if node else End(type=kind)


def _asked_of_claims() -> tuple[list[str], float | None, Clock, date | None, date | None]:
    first, second, third, fourth, fifth = st.columns([0.34, 0.16, 0.2, 0.15, 0.15])
    said = fields.firmly(first, FIELDS[filter_address.SAID])
    sure = fields.sure(second, FIELDS[filter_address.SURE])
    keys = (FIELDS[filter_address.CLOCK], FIELDS[filter_address.SINCE], FIELDS[filter_address.UNTIL])
    return (said, sure, *fields.days((third, fourth, fifth), keys))


def _answer(store: Store, question: Question) -> None:
    named = store.view.named([end.id for end in (question.who, question.whom) if end.id])
    words = inquiry.in_words(question, {id: each.name for id, each in named.items()})
    query = compose(store.view.schema, question, words)
    st.html(f'<h2 class="says" data-testid="question">{text.html(words)}</h2>')
    try:
        asked = (state.revision(store.view), query)
        with st.spinner("Asking …"):
            result = state.last(ANSWER, asked, lambda: store.console.run(query, limit=ROWS))
    except (QueryFailed, QueryTimeout) as error:
        st.error(
            f"{text.markdown(str(error), 500)} Ask for less: one entity, a relation, fewer days.",
            icon=":material/error:",
        )
        return
    _heading(store, question, result, query)
    if not result.rows:
        st.info("No claim fits. Take something out of the question.", icon=":material/search_off:")
    elif question.shape is Shape.SENTENCES:
        _sentences(store, result)
    else:
        _table(question, result)


def _heading(store: Store, question: Question, result: Result, query: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        more = (
            f"the first {len(result.rows):,} rows; the console can list more"
            if result.truncated
            else text.plural(len(result.rows), "row")
        )
        st.caption(f"{more} · {result.ms:.0f} ms")
        if question.shape is Shape.PAIRS and result.rows:
            _canvas_door(store, result)
        st.button(
            "Open in the console",
            icon=":material/terminal:",
            key="ask console",
            on_click=doors.to_console,
            args=(query,),
        )
    with st.expander("The Cypher of this question", icon=":material/code:"):
        st.code(query, language="cypher", wrap_lines=True)


def _canvas_door(store: Store, result: Result) -> None:
    ids = list(dict.fromkeys(str(id) for row in result.rows for id in row[-2:]))
    shown = ids[:DRAWN]
    what = (
        f"{len(shown)} of {len(ids):,} entities"
        if len(shown) < len(ids)
        else text.plural(len(ids), "entity", "entities")
    )
    if st.button(f"Show {what} on the canvas", icon=":material/hub:", key="ask canvas"):
        visit.show(*putting.put_several(visit.current(store.view), store, shown, None, f"{what} of an answer"))
        doors.to_explore(None)


def _table(question: Question, result: Result) -> None:
    rows = pd.DataFrame(result.rows, columns=list(result.columns)).drop(columns=["who_id", "whom_id"], errors="ignore")
    if question.shape is Shape.MONTHS:
        with st.container(key="ask-when"):
            st.html(portrait.timeline(portrait.bars([_month(*row[:2]) for row in result.rows]), None))
            doorway.listen("ask-when", _follow_month)
        rows["month"] = rows["month"].fillna("no date")
    else:
        phrases = {name: relation.phrase for name, relation in load_schema().relations.items()}
        rows["relation"] = rows["relation"].map(lambda name: phrases.get(name, name))
    st.dataframe(rows, hide_index=True, height="auto" if len(rows) < 16 else 560)


def _month(month: str | None, claims: int) -> Month:
    return Month(date.fromisoformat(f"{month}-01") if month else None, claims)


def _follow_month(pressed: dict[str, Any]) -> None:
    """Ask for the sentences of the month, or year, that was pressed."""
    if days := portrait.days_of(str(pressed.get("id") or "")):
        since, until = FIELDS[filter_address.SINCE], FIELDS[filter_address.UNTIL]
        state.remember(**{FIELDS[filter_address.CLOCK]: "known", FIELDS[inquiry.SHAPE]: Shape.SENTENCES})
        state.remember(**dict(zip((since, until), days, strict=True)))


@st.fragment
@trouble.helpful
def _sentences(store: Store, result: Result) -> None:
    ids = [str(row[-1]) for row in result.rows]
    shown = state.last(CARDS, tuple(ids), lambda: [FIRST])  # a list, as it grows
    claims = store.review.claims(ids[: shown[0]])
    with st.container(key="ask-told"):
        st.html("".join(_card(claims[id]) for id in ids[: shown[0]] if id in claims))
        doorway.listen("ask-told", doors.follow)
    if shown[0] < len(ids):
        left = min(FIRST, len(ids) - shown[0])
        st.caption(f"{shown[0]} of {len(ids):,} shown")
        if st.button(f"Show {left} more", key="ask more"):
            shown[0] += left
            st.rerun(scope="fragment")


def _card(claim: StoredClaim) -> str:
    said = cards.sentence(claim.source, claim.relation, claim.target)
    return f'<h3 class="says">{said}</h3>{cards.claim_card(claim, doors=True)}'
