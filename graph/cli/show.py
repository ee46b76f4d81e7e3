"""How the command line prints things: tables, claims as sentences, progress."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from graph.cli.telling import Careful, err, log_now_and_then, say
from graph.export.jsonl import to_line
from graph.export.rows import write_rows
from graph.records import Claim, Extraction
from graph.schema.schema import load_schema
from graph.wording import json_text, plural, sure, visible

if TYPE_CHECKING:  # as in main: spaCy and the driver are slow to import
    from graph import pipeline
    from graph.lexicon.dictionary import Dictionary
    from graph.score.compare import Outcome
    from graph.score.figures import Figures
    from graph.store.connection import Address
    from graph.store.console import Result
    from graph.store.store import Store
    from graph.store.view_records import Counts

SHOWN = 100  # characters of what is passed over: it may be a whole article

out = Careful(highlight=False, emoji=False)


class ExtractFormat(StrEnum):
    """How `entente extract` prints what it found."""

    TEXT = "text"
    JSONL = "jsonl"


class ScoreFormat(StrEnum):
    """How `entente score` prints its figures."""

    TEXT = "text"
    JSON = "json"


class TableFormat(StrEnum):
    """How `entente cypher` prints its rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def dictionary(read: "Dictionary") -> int:
    """What of a user's dictionary can't be taken, line by line, and how much can; how many lines can't."""
    for problem in read.problems:
        say(f"line {problem.line}: {problem.why}")
    say(read.summary)
    return len(read.problems)


def dictionary_summary(read: "Dictionary") -> None:
    """How much of a user's dictionary was taken, beside the results."""
    why = f" (why: entente lexicon --check {read.path})" if read.problems else ""
    err.print(f"{read.summary}{why}", markup=False, soft_wrap=True)


def address(where: "Address") -> None:
    """Where the store answers, and where Neo4j Browser opens."""
    print(f"Neo4j runs at {where.uri}, database {where.database}, user {where.username}")
    if where.password_file:
        print(f"Password: in {where.password_file}")
    if where.browser:
        print(f"Neo4j Browser: {where.browser}")


def totals(holds: "Counts") -> str:
    """How much the store holds, in one line."""
    numbers = (
        plural(holds.documents, "document"),
        plural(holds.total_entities, "entity", "entities"),
        plural(holds.total_claims, "claim"),
    )
    return ", ".join(numbers)


def emptiness(store: "Store") -> None:
    """Say so where a store holds nothing yet, as one does that was just made for a question to the wrong place."""
    if store.empty():
        where = store.address.uri
        err.print(f"the store at {where} holds no document yet; entente ingest fills it", markup=False, soft_wrap=True)


def counts(holds: "Counts") -> None:
    """What the store holds, by type and relation."""
    print(totals(holds))
    for title, numbers in (("entities", holds.entities), ("claims", holds.claims)):
        if numbers:
            print(f"  {title}: " + ", ".join(f"{name} {number:,}" for name, number in numbers.items()))


@contextmanager
def spending(spent: Callable[[], str | None]) -> Iterator[Callable[[], None]]:
    """Tell at the end, come what may, what an engine spent; the function given tells it now and then in a log."""
    log = log_now_and_then()

    def tell() -> None:
        if not err.is_terminal and (words := spent()):
            log(f"So far: {words}")

    try:
        yield tell
    finally:
        if words := spent():
            err.print(words, markup=False, soft_wrap=True)


@contextmanager
def ingest_progress(
    total: int | None, spent: Callable[[], str | None] = lambda: None
) -> Iterator[Callable[["pipeline.Progress"], None]]:
    """A bar with documents, claims, rejections and time left, on standard error; total None where it can't be known.

    `spent` says what the engine has spent so far, None where it costs nothing.
    """
    bar = Progress(
        SpinnerColumn(),
        TextColumn("documents"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[claims]:,} claims, {task.fields[rejections]:,} rejections{task.fields[spent]}"),
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with spending(spent) as tell, bar:
        task = bar.add_task("ingest", total=total, claims=0, rejections=0, spent="")

        def advance(progress: "pipeline.Progress") -> None:
            done = progress.documents + progress.errors
            paid = spent()
            words = f". {escape(paid)}" if paid else ""
            bar.update(task, completed=done, claims=progress.claims, rejections=progress.rejections, spent=words)
            tell()

        yield advance


def ingest_report(report: "pipeline.Report") -> None:
    """What an ingest did; what could not be read was told when it was met."""
    for title in report.undated:
        err.print(
            f"no date: {title} (relative dates such as 'last year' stay unresolved)", markup=False, soft_wrap=True
        )
    print(
        f"{plural(report.new, 'new document')}, {report.unchanged:,} unchanged, {report.replaced:,} replaced; "
        f"{plural(report.claims, 'claim')}, {plural(report.rejections.total(), 'rejection')}"
        + (f"; {len(report.errors):,} could not be read" if report.errors else "")
    )
    for reason, number in report.rejections.most_common():
        say(f"  rejected, {reason}: {number:,}")


def extraction(found: Extraction, output: ExtractFormat) -> None:
    """One document's claims: as a line of JSON, or as sentences with what they say."""
    if output is ExtractFormat.JSONL:
        print(to_line(found))
        return
    out.print(f"[bold]{escape(found.document.name)}[/bold]  {found.document.published or 'no date'}", soft_wrap=True)
    names = {entity.id: entity.name for entity in found.entities}
    for claim in found.claims:
        out.print("  " + escape(_claim_line(claim, names)), soft_wrap=True)
        out.print(f"    [dim]{escape(claim.evidence.sentence)}[/dim]", soft_wrap=True)
        if claim.reasons:
            out.print(f"    [dim]reasons: {escape(', '.join(claim.reasons))}[/dim]", soft_wrap=True)
    for passed_over in (rejection for rejection in found.rejections if rejection.relation is None):
        out.print(f"  not read, {passed_over.reason}: {escape(_begins(passed_over.sentence))}", soft_wrap=True)
    out.print(f"  {plural(len(found.claims), 'claim')}, {plural(len(found.rejections), 'rejection')}\n", soft_wrap=True)


def _begins(sentence: str) -> str:
    return sentence if len(sentence) <= SHOWN else f"{sentence[:SHOWN]}…"


def _claim_line(claim: Claim, names: dict[str, str]) -> str:
    said = f"{names[claim.source]} {load_schema().phrase(claim.relation)} {names[claim.target]}"
    details = [claim.modality.value]
    if claim.confidence is not None:
        details.append(sure(claim.confidence))
    if claim.reported:
        details.append(f"says {claim.attributed_to.text}" if claim.attributed_to else "reported")
    details += [f"{role}: {names[entity]}" for role, entity in claim.roles.items()]
    details += [amount.text for amount in (claim.quantity, claim.value) if amount]
    if claim.when:
        details.append(claim.when.iso or claim.when.text)
    return f"{said} ({'; '.join(details)})"


def score(figures: "Figures", outcomes: Sequence["Outcome"], errors: int, output: ScoreFormat) -> None:
    """How well claims agree with annotated passages, and where they don't."""
    from graph.score.report import page, to_json

    if output is ScoreFormat.JSON:
        print(json_text(to_json(figures)))
    else:
        say(page(figures, outcomes, errors))


def table(result: "Result", output: TableFormat) -> None:
    """The rows of a query; where the row cap cut them, that is said."""
    if output is TableFormat.JSON:
        print(json_text([dict(zip(result.columns, row, strict=True)) for row in result.rows], indent=1))
    elif output is TableFormat.CSV:
        _csv(result)
    elif result.columns:
        grid = Table(*(escape(visible(column)) for column in result.columns), header_style="bold")
        for row in result.rows:
            grid.add_row(*(escape(visible(_cell(value))) for value in row))
        out.print(grid)
    if result.truncated:
        err.print(
            f"only the first {len(result.rows):,} rows are shown; --limit asks for more", markup=False, soft_wrap=True
        )
    err.print(
        f"{plural(len(result.rows), 'row')}, {result.ms:.0f} ms{', ' if result.changes else ''}{_changes(result)}",
        markup=False,
        soft_wrap=True,
    )


def _csv(result: "Result") -> None:
    page = io.StringIO() if sys.stdout.isatty() else sys.stdout  # a file gets every sign as it is
    write_rows(page, result.columns, result.rows, "\n")
    if isinstance(page, io.StringIO):
        sys.stdout.write(visible(page.getvalue()))


def rehearsal(result: "Result") -> None:
    """What a query would change, before it does."""
    err.print(f"this would change the graph: {_changes(result)}", markup=False, soft_wrap=True)


def _changes(result: "Result") -> str:
    return ", ".join(f"{name.replace('_', ' ')}: {number:,}" for name, number in result.changes.items())


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json_text(value)
