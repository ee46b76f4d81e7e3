"""Whatever people ingest, forget, judge and take back: the store is as if it had been told it all at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import JudgementError
from graph.records import Attribution, Correction, Extraction, Modality
from graph.store.store import Store
from tests.store.saying import article, dump, says
from tests.store.telling import clear, graph_of

NAMES = ["MAR", "firm:baykar", "firm:atlas-works", "firm:atlas", "group:atlas-guild"]
SYSTEMS = ["system:sky", "system:sky-a"]
UNSEEN = ["firm:atlas-naval", "ISR", "system:heaven", "system:sky"]
DOCUMENTS = "abcd"
Step = tuple[Any, ...]

names = st.sampled_from(NAMES)
judged_names = st.sampled_from(NAMES + UNSEEN)
roles = st.one_of(
    st.just({}),
    st.builds(lambda name, system: {"counterpart": name, "system": system}, names, st.sampled_from(SYSTEMS)),
)
speakers = st.one_of(st.none(), st.builds(lambda name: Attribution("a source", name), names))
sayings = st.builds(
    lambda source, relation, target, modality, roles, speaker: says(
        source, relation, target, modality, roles=roles, attributed_to=speaker
    ),
    names,
    st.sampled_from(["SUPPLIES", "CO_PRODUCES"]),
    names,
    st.sampled_from(["asserted", "denied"]),
    roles,
    speakers,
)
articles = st.builds(
    lambda id, said, source: article(id, *said, source=source, published=date(2021, 11, 1 + ord(id) % 20)),
    st.sampled_from(DOCUMENTS),
    st.lists(sayings, min_size=1, max_size=3),
    st.sampled_from([None, None, "/news/x.txt"]),
)
corrections = st.builds(
    Correction,
    relation=st.sampled_from([None, "SUPPLIES", "OPPOSES"]),
    source=st.one_of(st.none(), judged_names),
    target=st.one_of(st.none(), judged_names),
    modality=st.sampled_from([None, Modality.EXPECTED]),
)
numbers = st.integers(0, 50)
steps = st.one_of(
    st.tuples(st.just("ingest"), st.lists(articles, min_size=1, max_size=3)),
    st.tuples(st.just("ingest"), st.lists(articles, min_size=1, max_size=2)),
    st.tuples(st.just("forget"), st.sampled_from(DOCUMENTS)),
    st.tuples(st.sampled_from(["same", "same", "different", "unsure"]), judged_names, judged_names),
    st.tuples(st.just("same"), names, names),
    st.tuples(st.just("split"), names, st.sampled_from(DOCUMENTS), judged_names),
    st.tuples(st.sampled_from(["accepted", "rejected"]), numbers),
    st.tuples(st.just("corrected"), numbers, corrections),
    st.tuples(st.just("undo"), numbers),
)
modest = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class History:
    """A store that is told one thing after the other, and the articles that it should hold in the end."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.held: dict[str, Extraction] = {}
        self.claims: list[str] = []
        self.judged: list[str] = []
        clear(store)

    def do(self, step: Step) -> bool:
        """Take the step; whether it was a judgement that could stand."""
        kind, *rest = step
        if kind == "ingest":
            self._ingest(*rest)
        elif kind == "forget":
            self.store.writer.forget(rest)
            self.held.pop(rest[0], None)
        else:
            return self._judge(kind, *rest)
        return False

    def _ingest(self, batch: list[Extraction]) -> None:
        self.store.writer.write(batch)
        for each in batch:
            document = each.document
            held = self.held.get(document.id)
            if held is None or held.fingerprint != each.fingerprint:
                same_source = [
                    id for id, x in self.held.items() if document.source and x.document.source == document.source
                ]
                for id in {document.id, *same_source}:
                    self.held.pop(id, None)
                self.held[document.id] = each
                self.claims += [claim.id for claim in each.claims if claim.id not in self.claims]

    def _judge(self, verdict: str, *rest: Any) -> bool:
        try:
            if verdict == "undo":
                return bool(self.judged) and bool(
                    self.store.ledger.undo(self.judged[rest[0] % len(self.judged)], by="Ada")
                )
            if verdict in ("accepted", "rejected", "corrected"):
                if not self.claims:
                    return False
                rest = (self.claims[rest[0] % len(self.claims)], *rest[1:])
            correction = rest[1] if verdict == "corrected" else None
            subject = rest[:1] if verdict == "corrected" else rest
            judgement = self.store.ledger.judge(verdict, *subject, by="Ada", correction=correction)
        except JudgementError:
            return False
        self.judged.append(judgement.id)
        return True


def ingest_then_judge(store: Store, documents: list[Extraction], judge: Callable[[], object]) -> None:
    store.writer.write(documents)
    judge()


def judge_then_ingest(store: Store, documents: list[Extraction], judge: Callable[[], object]) -> None:
    judge()
    for each in reversed(documents):
        store.writer.write([each])


@modest
@given(st.lists(steps, min_size=2, max_size=10), st.sampled_from([ingest_then_judge, judge_then_ingest]))
def test_the_store_is_what_its_documents_and_its_ledger_say(
    store: Store, path: list[Step], retell: Callable[[Store, list[Extraction], Callable[[], object]], None]
) -> None:
    history = History(store)
    for step in path:
        history.do(step)
    after, ledger = dump(store), list(store.ledger.export())
    clear(store)
    retell(store, list(history.held.values()), lambda: store.ledger.replay(ledger))
    assert dump(store) == after
    assert list(store.ledger.export()) == ledger


@modest
@given(st.lists(steps, max_size=8), steps)
def test_undo_restores_the_graph(store: Store, path: list[Step], last: Step) -> None:
    history = History(store)
    for step in path:
        history.do(step)
    before = graph_of(store)
    if last[0] not in ("ingest", "forget", "undo") and history.do(last):
        store.ledger.undo(history.judged[-1], by="Bo")
    else:
        before = graph_of(store)
    assert graph_of(store) == before
