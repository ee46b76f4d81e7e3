"""Whether claims hold as they were read: the least sure first, each with its sentence."""

import streamlit as st

from app import cards, state, text, trouble
from app.keys import keys
from app.screens import correction, judging
from graph.records import Verdict
from graph.schema.schema import load_schema
from graph.store.review import OF_CLAIMS, standing
from graph.store.store import Store
from graph.store.view_records import StoredClaim

PASSED, CORRECTING = "claims passed over", "claim being corrected"
RELATION, DOCUMENT = "claims of relation", "claims of document"
KEYS = ("a", "r", "c", "n", "z", "l")


def show(store: Store) -> None:
    """Draw the claim to judge, its verdicts, and what to choose claims by."""
    relation, document = _filters()
    left = store.review.count_claims(relation, document)
    _progress(store, left)
    judging.refusal(store)
    claim = _claim(store, relation, document)
    if claim is None:
        _nothing_left(store, left)
    else:
        _judge_one(store, claim)
    judging.ledger(store)


def _filters() -> tuple[str | None, str | None]:
    relations, documents = st.columns([0.4, 0.6])
    phrases = {name: relation.phrase for name, relation in load_schema().relations.items()}
    relation = relations.selectbox(
        "Relation",
        list(phrases),
        index=None,
        format_func=phrases.__getitem__,
        key=RELATION,
        placeholder="any relation",
        on_change=_choose,
    )
    document = documents.text_input(
        "Document", key=DOCUMENT, placeholder="any document: a part of its title, or its id", on_change=_choose
    )
    return relation, (document or "").strip() or None


def _choose() -> None:
    """A choice is a wish to see what it lets through, not what the address named before."""
    state.set_address({"claim": None})
    state.forget(PASSED, CORRECTING)


def _progress(store: Store, left: int) -> None:
    done = store.review.judged_today(judging.who(), OF_CLAIMS)
    total = done + left
    st.progress(done / total if total else 1.0, text=f"{done:,} of {total:,} judged today")


def _claim(store: Store, relation: str | None, document: str | None) -> StoredClaim | None:
    named = state.address("claim")
    claim = store.review.claim(named) if named else None
    if claim:
        return claim
    if named:
        st.info("The store no longer has that claim; here is the next.", icon=":material/search_off:")
        state.set_address({"claim": None})
    found = store.review.claims_to_review(relation, document, state.recall(PASSED, ()))
    return found[0] if found else None


def _judge_one(store: Store, claim: StoredClaim) -> None:
    judging.present(claim.id)
    said = cards.sentence(claim.source, claim.relation, claim.target)
    st.html(f"<h2 class='says' data-testid='to-judge'>{said}</h2>")
    _standing(store, claim)
    st.html(cards.claim_card(claim))
    with st.container(horizontal=True, gap="small", key="verdicts"):
        keys.button("a", "Accept", key=claim.id, on_click=_judge, args=(store, Verdict.ACCEPTED, claim))
        keys.button("r", "Reject", key=claim.id, on_click=_judge, args=(store, Verdict.REJECTED, claim))
        keys.button("c", "Correct", key=claim.id, on_click=_correct, args=(claim,))
        keys.button("n", "Skip", key=claim.id, on_click=_skip, args=(claim,))
        _undo_button(store)
    judging.ask_why(claim.id)
    if state.recall(CORRECTING) == claim.id:
        correction.form(store, claim, on_done=_leave, on_cancel=_cancel)


def _standing(store: Store, claim: StoredClaim) -> None:
    """What was judged of the claim before, where it was."""
    before = [each for each in standing(store.ledger.judgements(claim.id)) if each.verdict in OF_CLAIMS]
    if before:
        verdict = f"{before[0].verdict} by {text.markdown(before[0].by)}"
        st.caption(f"Judged already: {verdict}. A new verdict takes its place.")


def _undo_button(store: Store) -> None:
    last = judging.last(store, OF_CLAIMS)
    about = last.id if last else "nothing"
    keys.button("z", "Undo", key=about, on_click=judging.take_back, args=(store, last), disabled=last is None)


def _nothing_left(store: Store, left: int) -> None:
    passed = f" {text.plural(left, 'claim')} you skipped." if left else ""
    st.info(f"No claim is left to judge here.{passed}", icon=":material/check_circle:")
    with st.container(horizontal=True, gap="small", key="verdicts"):
        if left:
            keys.button("l", "Show those skipped", key="", on_click=state.forget, args=(PASSED,))
        _undo_button(store)


@trouble.helpful
def _judge(store: Store, verdict: Verdict, claim: StoredClaim) -> None:
    if judging.judge(store, verdict, claim.id, about=claim.id):
        _leave()


def _skip(claim: StoredClaim) -> None:
    state.remember(**{PASSED: (*state.recall(PASSED, ()), claim.id)})
    _leave()


def _leave() -> None:
    """Go on to the next claim."""
    state.forget(CORRECTING)
    state.set_address({"claim": None})


def _correct(claim: StoredClaim) -> None:
    state.remember(**{CORRECTING: claim.id})


def _cancel() -> None:
    state.forget(CORRECTING)
