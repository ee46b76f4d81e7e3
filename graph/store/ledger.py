"""The ledger: what people judged, line by line, and the graph kept as it says."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from neo4j import ManagedTransaction

from graph.errors import JudgementError
from graph.records import Correction, Judgement, Verdict, make_judgement
from graph.resolve.fit import check_fits, check_new, may_hold
from graph.resolve.judgements import Resolution
from graph.schema.schema import Schema
from graph.store.applying import Applying, Concerned
from graph.store.database import Database, run
from graph.store.judgement_rows import read_judgement
from graph.store.migrate import newest_version
from graph.store.standing import read_resolution, write_down
from graph.store.statements import load_statement
from graph.wording import one_line

AT_ONCE = 500  # imported judgements in one transaction
TOLD = 120  # letters of what is told of one that can't stand
Make = Callable[[datetime, Judgement | None], Judgement]  # at that time, given the judgement that it takes back


@dataclass(frozen=True, slots=True)
class Replayed:
    """What an import did: judgements applied, those that the ledger had already, and those that couldn't stand."""

    applied: int = 0
    known: int = 0
    refused: tuple[JudgementError, ...] = ()

    def __add__(self, other: "Replayed") -> "Replayed":
        return Replayed(self.applied + other.applied, self.known + other.known, self.refused + other.refused)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Judgements by people, each applied at once and none ever lost.

    A judgement also holds for documents that are ingested later. Taking one back is a judgement of its own.
    """

    database: Database
    schema: Schema

    def judge(
        self, verdict: Verdict | str, *subject: str, by: str, why: str = "", correction: Correction | None = None
    ) -> Judgement:
        """Write down a judgement and apply it, whole or not at all.

        `subject`: two entity ids (same, different, unsure), the first of which is kept where they are the same; an
        entity id, a document's id and the entity id that it becomes there (split); a claim's id (accepted, rejected,
        corrected). Ids that the store doesn't hold yet will do. Raises JudgementError where it can't stand.
        """
        return self._write(lambda at, _other: make_judgement(Verdict(verdict), subject, by, at, why, correction))

    def undo(self, judgement_id: str, by: str, why: str = "") -> Judgement:
        """Take a judgement back: the graph is as if it had never been made. Raises JudgementError for an unknown id."""

        def make(at: datetime, other: Judgement | None) -> Judgement:
            subject = other.subject if other else ()
            return make_judgement(Verdict.UNDONE, subject, by, at, why, undoes=judgement_id)

        return self._write(make, judgement_id)

    def judgements(self, subject: str | None = None, limit: int = 100) -> tuple[Judgement, ...]:
        """The last judgements, newest first; with `subject`, those about that entity, claim or document."""
        statement = load_statement("judgements" if subject is None else "judgements_about")
        rows = self.database.read(statement, subject=subject, limit=limit)
        return tuple(read_judgement(row["judgement"]) for row in rows)

    def export(self) -> Iterator[Judgement]:
        """All judgements in the order in which they were written, those that were taken back included."""
        for row in self.database.iterate(load_statement("ledger")):
            yield read_judgement(row["judgement"])

    def replay(self, judgements: Iterable[Judgement]) -> Replayed:
        """Write down and apply what was exported, here or elsewhere; what the ledger has already is left alone.

        What can't stand beside the rest is refused, one by one with the reason, and the rest is applied.
        """
        replayed = Replayed()
        waiting = list(judgements)
        for start in range(0, len(waiting), AT_ONCE):
            replayed += self.database.write(partial(self._replay, waiting[start : start + AT_ONCE]))
        return replayed

    def _write(self, make: Make, undoes: str | None = None) -> Judgement:
        def work(transaction: ManagedTransaction) -> Judgement:
            run(transaction, load_statement("lock"), version=newest_version())
            resolution = read_resolution(transaction, [make(datetime.now(UTC), None)])
            other = resolution.get(undoes) if undoes else None
            judgement = make(max(datetime.now(UTC), resolution.last + timedelta(microseconds=1)), other)
            _check_ends(transaction, self.schema, judgement)
            self._apply(transaction, resolution, [judgement])
            return judgement

        return self.database.write(work)

    def _replay(self, judgements: Sequence[Judgement], transaction: ManagedTransaction) -> Replayed:
        run(transaction, load_statement("lock"), version=newest_version())
        resolution = read_resolution(transaction, judgements)
        new = list(dict.fromkeys(each for each in judgements if resolution.get(each.id) != each))
        refused = self._apply(transaction, resolution, new, refuse=True)
        return Replayed(len(new) - len(refused), len(judgements) - len(new), tuple(refused))

    def _apply(
        self,
        transaction: ManagedTransaction,
        resolution: Resolution,
        judgements: Sequence[Judgement],
        refuse: bool = False,
    ) -> list[JudgementError]:
        """Write down and apply those that can stand; the reasons why the others can't, or the first one raised."""
        concerned = Concerned()
        accepted: list[Judgement] = []
        refused: list[JudgementError] = []
        for judgement in judgements:
            try:
                _take_in(judgement, resolution, concerned)
                accepted.append(judgement)
            except JudgementError as error:
                if not refuse:
                    raise
                refused.append(JudgementError(f"{_told(judgement)}: {error}"))
        if accepted:
            run(transaction, load_statement("raise_revision"))
            write_down(transaction, accepted)
            Applying(transaction, self.schema, resolution).apply(concerned)
        return refused


def _check_ends(transaction: ManagedTransaction, schema: Schema, judgement: Judgement) -> None:
    """Raises JudgementError for a correction to what the schema doesn't allow, where the store has the claim."""
    correction = judgement.correction
    if judgement.verdict is not Verdict.CORRECTED or correction is None:
        return
    for row in run(transaction, load_statement("claims_to_rule"), ids=list(judgement.subject)):
        claim = row["claim"]
        relation = correction.relation or claim["as_relation"] or claim["relation"]
        source, target = correction.source or claim["source"], correction.target or claim["target"]
        if not may_hold(relation, source, target):
            known = schema.relations[relation]
            raise JudgementError(
                f"{source} {relation} {target} can't be: {relation} goes from {', '.join(known.source)} "
                f"to {', '.join(known.target)}"
            )


def _take_in(judgement: Judgement, resolution: Resolution, concerned: Concerned) -> None:
    check_fits(judgement)
    check_new(judgement)
    about = (resolution.get(judgement.undoes) if judgement.undoes else None) or judgement
    concerned.add(about, resolution)
    resolution.add(judgement)
    concerned.add(about, resolution)


def _told(judgement: Judgement) -> str:
    what = judgement.undoes or ", ".join(judgement.subject[:3])
    about = f"{judgement.verdict} {one_line(what, TOLD)}, by {one_line(judgement.by, TOLD)}"
    return f"judgement {one_line(judgement.id, TOLD)} ({about})"
