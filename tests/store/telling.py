"""A store told anew, to compare with what it came to be by itself."""

from collections.abc import Sequence

from graph.records import Extraction
from graph.store.store import Store
from tests.store.saying import dump


def clear(store: Store) -> None:
    """Take out everything, what was judged included."""
    store.driver.execute_query("MATCH (node) WHERE NOT node:Schema DETACH DELETE node")


def graph_of(store: Store) -> list[str]:
    """Everything in the store but the ledger itself."""
    return [each for each in dump(store) if "'Judgement'" not in each]


def retold(store: Store, documents: Sequence[Extraction]) -> list[str]:
    """Everything in the store after it was emptied, given its ledger back, and then the documents, last one first."""
    ledger = list(store.ledger.export())
    clear(store)
    store.ledger.replay(ledger)
    for each in reversed(documents):
        store.writer.write([each])
    return dump(store)
