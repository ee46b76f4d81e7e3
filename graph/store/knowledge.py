"""What the lexicon knows, drawn on wish: `KNOWN` edges of their own, which no view, count or edge of texts contains."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from neo4j import ManagedTransaction

from graph.lexicon.facts import SOURCE, Fact
from graph.store.database import Database, run
from graph.store.statements import load_statement

PUBLISHER = "Entente lexicon"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """World knowledge in the store, apart from what texts say: `(firm)-[:KNOWN {relation, sentence}]->(system)`."""

    database: Database

    def add(self, facts: Iterable[Fact]) -> int:
        """Draw the facts whose ends both are in the store already; how many there are then. Twice is once."""
        rows = [_row(fact) for fact in facts]
        return self.database.write(lambda transaction: _change(transaction, "add_known", rows=rows))

    def remove(self) -> int:
        """Take all of them out again; how many there were."""
        return self.database.write(lambda transaction: _change(transaction, "remove_known"))

    def count(self) -> int:
        """How many are drawn."""
        return int(self.database.read(load_statement("count_known"))[0]["known"])


def _change(transaction: ManagedTransaction, statement: str, **parameters: Any) -> int:
    run(transaction, load_statement("raise_revision"))
    return int(run(transaction, load_statement(statement), **parameters)[0]["known"])


def _row(fact: Fact) -> dict[str, Any]:
    said = {"relation": fact.relation, "rule": fact.rule, "sentence": fact.sentence}
    return asdict(fact) | {"properties": said | {"source": SOURCE, "publisher": PUBLISHER}}
