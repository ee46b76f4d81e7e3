"""The part of the ledger that has to do with some judgements: all that they could contradict or change."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.records import Judgement, Verdict
from graph.resolve.judgements import Resolution, entities_in
from graph.store.database import run, run_rows
from graph.store.judgement_rows import judgement_row, read_judgement
from graph.store.statements import load_statement

APART = (Verdict.DIFFERENT, Verdict.UNSURE)  # these tie nothing to each other


def read_resolution(transaction: ManagedTransaction, judgements: Sequence[Judgement]) -> Resolution:
    """What stands of all that these judgements, or those that they take back, are about, however far it reaches.

    It knows these judgements themselves too, where the ledger has them, standing or not.
    """
    resolution = Resolution()
    ids = [id for each in judgements for id in (each.id, each.undoes) if id]
    recalled = [row["judgement"] for row in run(transaction, load_statement("judgements_by_id"), ids=ids)]
    for row in recalled:
        if "undone" in row or "undoes" in row:
            resolution.recall(read_judgement(row), row.get("undone"))
    about = [*judgements, *(read_judgement(row) for row in recalled)]
    for judgement in _iter_standing(transaction, {id for each in about for id in _about(each)}):
        resolution.add(judgement)
    return resolution


def write_down(transaction: ManagedTransaction, judgements: Sequence[Judgement]) -> None:
    """Add lines to the end of the ledger."""
    rows = run(transaction, load_statement("last_judgement"))
    place = rows[0]["place"] if rows else 0
    run_rows(
        transaction,
        load_statement("add_judgements"),
        [judgement_row(each, place + line) for line, each in enumerate(judgements, 1)],
    )
    undone = [{"id": each.undoes, "undone": each.id} for each in judgements if each.undoes]
    run_rows(transaction, load_statement("take_back"), undone)


def _iter_standing(transaction: ManagedTransaction, ids: set[str]) -> Iterator[Judgement]:
    found: set[str] = set()
    reached = set(ids)
    while ids:
        rows: list[Any] = [row["judgement"] for row in run(transaction, load_statement("standing"), ids=sorted(ids))]
        new = [read_judgement(row) for row in rows if row["id"] not in found]
        found |= {each.id for each in new}
        yield from new
        ids = {id for each in new if each.verdict not in APART for id in _about(each)} - reached
        reached |= ids


def _about(judgement: Judgement) -> Iterable[str]:
    return (*entities_in(judgement), *(judgement.subject if len(judgement.subject) == 1 else ()))
