"""Whether two entities are one: the suggested pairs, one after the other, or any two that the visitor picks."""

import streamlit as st

from app import dossier, state, text, trouble
from app.keys import keys
from app.screens import judging, splitting
from graph.records import Verdict
from graph.resolve.judgements import resolve
from graph.resolve.suggest import Suggestion
from graph.store.review import OF_PAIRS, kept_first, open_pairs
from graph.store.store import Store
from graph.store.view_records import Node

QUEUE, SUGGESTED, SWAPPED = "pairs to judge", "suggested pairs", "swapped"
MOST = 200  # suggestions read at once
HITS = 8
KEYS = ("s", "d", "u", "x", "n", "z", "l")


def show(store: Store) -> None:
    """Draw the pair to judge, its verdicts, and a way to pick another."""
    queue = _queue(store)
    pair = _picked(store) or (queue[0] if queue else None)
    _progress(store, len(queue) + (pair is not None and pair not in queue))
    judging.refusal(store)
    if pair is None:
        _nothing_left(store)
    else:
        _pair(store, pair)
    _picker(store)
    judging.ledger(store)


def _queue(store: Store) -> list[Suggestion]:
    """The suggestions that are still to be judged, as things stand now."""
    queue: list[Suggestion] | None = state.recall(QUEUE)
    if queue is None:
        with st.spinner("Looking for entities that may be one …"):
            queue = open_pairs(store.suggestions.read(MOST), resolve(store.ledger.export()))
        state.remember(**{SUGGESTED: queue})
    ids = sorted({id for each in queue for id in (each.left, each.right)})
    now = store.review.canonical(ids)
    if any(now[id] != id for id in ids):
        queue = open_pairs(queue, resolve(store.ledger.export()))
    state.remember(**{QUEUE: queue})
    return queue


def _picked(store: Store) -> Suggestion | None:
    """The pair that the address names, where the store has both."""
    left, right = state.address("left"), state.address("right")
    if not left or not right or left == right:
        return None
    nodes = {node.id for node in store.view.nodes([left, right])}
    if len(nodes) < 2:
        st.info(
            text.markdown(f"The store doesn't have both {left} and {right}, as two.", 300), icon=":material/search_off:"
        )
        state.set_address({"left": None, "right": None})
        return None
    suggested = [each for each in state.recall(SUGGESTED, []) if {each.left, each.right} == nodes]
    now = store.review.canonical([left, right])
    return suggested[0] if suggested else Suggestion(now[left], now[right], 0, ())


def _progress(store: Store, left: int) -> None:
    done = store.review.judged_today(judging.who(), OF_PAIRS)
    total = done + left
    st.progress(done / total if total else 1.0, text=f"{done} of {total} judged today")


def _picker(store: Store) -> None:
    with st.expander("Judge any two entities", icon=":material/search:"):
        one, other, compare = st.columns([0.42, 0.42, 0.16], vertical_alignment="bottom")
        with one:
            left = pick(store, "One entity", "pick left")
        with other:
            right = pick(store, "The other", "pick right")
        ready = bool(left and right and left.id != right.id)
        names = (left.id, right.id) if left and right else ("", "")
        compare.button("Compare", width="stretch", disabled=not ready, on_click=_pick, args=names)


def pick(store: Store, label: str, key: str) -> Node | None:
    """Let the visitor find an entity by its name; None until they did."""
    words = st.text_input(label, key=key, placeholder="Search by name …").strip()
    hits = store.view.search(words, HITS) if words else ()
    if words and not hits:
        st.caption("Nothing in the store has such a name.")
    if not hits:
        return None
    by_id = {node.id: node for node in hits}
    chosen = st.selectbox(
        f"Found for {label.lower()}",
        list(by_id),
        key=f"{key} found {words}",
        format_func=lambda id: f"{text.short(by_id[id].name)} ({by_id[id].type})",
        label_visibility="collapsed",
    )
    return by_id[chosen]


def _pair(store: Store, pair: Suggestion) -> None:
    first, second = _order(pair)
    kept, other = kept_first(first, second)
    about = judging.present(f"{pair.left} {pair.right}")
    shared = store.review.shared(first, second)
    found = [store.review.dossier(id) for id in (first, second)]
    _reasons(pair, len(shared))
    _verdicts(store, pair, (kept, other), about)
    for column, each in zip(st.columns(2, gap="medium"), found, strict=True):
        if each is not None:
            column.html(dossier.dossier_card(each, shared, kept=each.node.id == kept))
            with column:
                splitting.ask(store, each.node, about, on_done=_look_again)


def _order(pair: Suggestion) -> tuple[str, str]:
    return (pair.right, pair.left) if state.recall(SWAPPED) else (pair.left, pair.right)


def _reasons(pair: Suggestion, shared: int) -> None:
    reasons = list(pair.reasons) or ["you picked them"]
    likely = f" · {round(100 * pair.score)} % alike" if pair.reasons else ""
    both = f" · {text.plural(shared, 'shared neighbour')}" if shared else ""
    words = "; ".join(text.html(text.short(reason, 200)) for reason in reasons)
    st.html(f'<p class="facts" data-testid="reasons">Why this pair: {words}{likely}{both}</p>')


def _verdicts(store: Store, pair: Suggestion, subject: tuple[str, str], about: str) -> None:
    with st.container(horizontal=True, gap="small", key="verdicts"):
        for letter, label, verdict in (
            ("s", "Same", Verdict.SAME),
            ("d", "Different", Verdict.DIFFERENT),
            ("u", "Unsure", Verdict.UNSURE),
        ):
            keys.button(letter, label, key=about, on_click=_judge, args=(store, verdict, pair, subject, about))
        fixed = kept_first(pair.left, pair.right)[0] == kept_first(pair.right, pair.left)[0]
        keys.button("x", "Swap", key=about, on_click=_swap, disabled=fixed, help="Keep the other name")
        keys.button("n", "Skip", key=about, on_click=_skip, args=(pair,))
        _undo_button(store)
    if fixed:
        st.caption("One of them is in the lexicon: its name is kept.")
    judging.ask_why(about)


def _undo_button(store: Store) -> None:
    last = judging.last(store, OF_PAIRS)
    about = last.id if last else "nothing"
    keys.button("z", "Undo", key=about, on_click=judging.take_back, args=(store, last), disabled=last is None)


def _nothing_left(store: Store) -> None:
    st.info("No suggested pair is left. Judge any two below, or look again.", icon=":material/check_circle:")
    with st.container(horizontal=True, gap="small", key="verdicts"):
        keys.button("l", "Look again", key="", on_click=state.forget, args=(QUEUE,))
        _undo_button(store)


@trouble.helpful
def _judge(store: Store, verdict: Verdict, pair: Suggestion, subject: tuple[str, str], about: str) -> None:
    if judging.judge(store, verdict, *subject, about=about):
        _leave(pair)


def _skip(pair: Suggestion) -> None:
    _leave(pair)
    if pair.reasons:
        state.remember(**{QUEUE: [*state.recall(QUEUE, []), pair]})


def _leave(pair: Suggestion) -> None:
    """Go on to the next pair."""
    both = {pair.left, pair.right}
    state.remember(**{QUEUE: [each for each in state.recall(QUEUE, []) if {each.left, each.right} != both]})
    state.remember(**{SWAPPED: False})
    state.set_address({"left": None, "right": None})


def _look_again() -> None:
    """An entity that lost an article may look like others now, or be gone."""
    state.forget(QUEUE)


def _swap() -> None:
    state.remember(**{SWAPPED: not state.recall(SWAPPED)})


def _pick(left: str, right: str) -> None:
    state.remember(**{SWAPPED: False})
    state.set_address({"left": left, "right": right, "claim": None})
