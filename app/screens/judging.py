"""What both halves of Review share: who judges, judging and taking back, what stood in the way, the ledger."""

import re
from collections.abc import Collection, Sequence

import streamlit as st

from app import state, text, trouble
from graph.errors import JudgementError
from graph.records import Correction, Judgement, Verdict
from graph.store.review import default_name, standing
from graph.store.store import Store

NAME, NAME_FIELD, REFUSED, WHY, PRESENT = "judge", "judge field", "judgement refused", "why", "to judge"
LINES = 12  # of the ledger, shown below
BACK = 500  # lines looked through for the last one that can be taken back
_ID = re.compile(r"\bjudgement ([0-9a-f]{16})\b")


def who() -> str:
    """The visitor's name as they gave it, else that of the user whom the app runs as."""
    return str(state.recall(NAME, default_name()))


def ask_name() -> None:
    """Ask who judges; the answer is kept until the browser tab is closed."""
    st.text_input("You judge as", value=who(), key=NAME_FIELD, on_change=_keep_name)


def ask_why(about: str) -> None:
    """Ask for a reason, which may stay empty; `about` keeps one question's reason from the next."""
    st.text_input("Why (optional)", key=f"{WHY} {about}", placeholder="What shows it; Esc leaves this field")


def present(about: str) -> str:
    """Remember what is being asked, so that a second press before the page goes on is not taken for another answer."""
    state.remember(**{PRESENT: about})
    return about


def judge(
    store: Store, verdict: Verdict, *subject: str, about: str, correction: Correction | None = None
) -> Judgement | None:
    """Answer what is `present`; None where it no longer is, or where something stands in the way, which is kept to be shown."""
    if state.recall(PRESENT) != about:
        return None
    state.forget(REFUSED)
    why = str(state.recall(f"{WHY} {about}", "") or "").strip()
    try:
        judgement = store.ledger.judge(verdict, *subject, by=who(), why=why, correction=correction)
    except JudgementError as error:
        state.remember(**{REFUSED: _with_names(store, str(error), subject)})
        return None
    state.forget(PRESENT)
    return judgement


@trouble.helpful
def take_back(store: Store, judgement: Judgement) -> None:
    """Take a judgement back, and lead back to what it was about."""
    state.forget(REFUSED)
    if judgement not in standing(store.ledger.judgements(limit=BACK)):
        return  # a second press, or somebody was faster
    try:
        store.ledger.undo(judgement.id, by=who())
    except JudgementError as error:
        state.remember(**{REFUSED: str(error)})
        return
    if len(judgement.subject) == 1:
        state.set_address({"claim": judgement.subject[0], "left": None, "right": None})
    elif judgement.verdict is not Verdict.SPLIT:
        state.set_address({"claim": None, "left": judgement.subject[0], "right": judgement.subject[1]})


def last(store: Store, verdicts: Collection[Verdict]) -> Judgement | None:
    """The visitor's last judgement of those kinds that stands, or None."""
    mine = (each for each in standing(store.ledger.judgements(limit=BACK)) if each.by == who())
    return next((each for each in mine if each.verdict in verdicts), None)


def refusal(store: Store) -> None:
    """Say what stood in the way of the last judgement, with a button to take that back."""
    refused: str | None = state.recall(REFUSED)
    if refused is None:
        return
    with st.container(key="refusal"):
        st.error(text.markdown(refused[:1].upper() + refused[1:] + ".", 1000), icon=":material/block:")
        named = _ID.findall(refused)
        if named:
            _rows(
                store, [each for each in standing(store.ledger.judgements(limit=BACK)) if each.id in named], "refusal"
            )


def _named(store: Store, refused: str) -> list[Judgement]:
    """The judgements that an error names, where they stand."""
    ids = _ID.findall(refused)
    return [each for each in standing(store.ledger.judgements(limit=BACK)) if each.id in ids] if ids else []


def _with_names(store: Store, refused: str, subject: Sequence[str]) -> str:
    """An error that names entities by their ids, with what they are called."""
    ids = {*subject, *(id for each in _named(store, refused) for id in each.subject)}
    for id, name in sorted(store.review.names(list(ids)).items(), key=lambda pair: -len(pair[0])):
        refused = re.sub(rf"(?<![\w:-]){re.escape(id)}(?![\w-])", name.replace("\\", r"\\"), refused)
    return refused


def ledger(store: Store) -> None:
    """The last lines of the ledger, each with a button to take it back."""
    st.html("<h2 class='says'>Judged so far</h2>")
    lines = store.ledger.judgements(limit=LINES * 4)
    shown = [each for each in lines if each.undoes is None][:LINES]
    if not shown:
        st.caption("Nothing yet. Every judgement can be taken back here; the articles' words are never changed.")
        return
    _rows(store, shown, "ledger", {each.undoes for each in lines if each.undoes})


def _rows(store: Store, lines: list[Judgement], part: str, undone: Collection[str] = ()) -> None:
    for judgement, told in zip(lines, store.review.tell(lines), strict=True):
        words, button = st.columns([0.84, 0.16], vertical_alignment="center")
        words.html(_line(judgement, told, judgement.id in undone))
        if judgement.id not in undone:
            button.button(
                "Take back",
                key=f"{part} {judgement.id}",
                icon=":material/undo:",
                type="tertiary",
                on_click=take_back,
                args=(store, judgement),
            )


def _line(judgement: Judgement, told: str, undone: bool) -> str:
    at = judgement.at.astimezone().strftime("%Y-%m-%d %H:%M")
    about = [text.html(text.short(judgement.by)), at]
    about += [text.html(text.short(judgement.why, 200))] if judgement.why else []
    about += ["taken back"] if undone else []
    return (
        f'<div class="judged{" undone" if undone else ""}" data-testid="judged" data-judgement="{judgement.id}">'
        f'<span>{text.html(text.short(told, 240))}</span> <span class="facts">{" · ".join(about)}</span></div>'
    )


def _keep_name() -> None:
    state.remember(**{NAME: state.recall(NAME_FIELD, "").strip()})
