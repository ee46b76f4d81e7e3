"""`entente review`: judge whether entities are one and whether claims hold, and keep the ledger."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from graph.cli.telling import complain, err, telling
from graph.errors import EntenteError, JudgementError
from graph.records import Correction, Judgement, Modality, Verdict
from graph.settings import Settings
from graph.wording import one_line, plural

if TYPE_CHECKING:  # as in main: the driver is slow to import
    from graph.store.store import Store

LISTED = 100
WIDE = 200


class Answer(StrEnum):
    """The verdicts that `--verdict` takes."""

    SAME = Verdict.SAME
    DIFFERENT = Verdict.DIFFERENT
    UNSURE = Verdict.UNSURE
    ACCEPTED = Verdict.ACCEPTED
    REJECTED = Verdict.REJECTED
    CORRECTED = Verdict.CORRECTED


Pair = Annotated[
    tuple[str, str] | None, typer.Option(metavar="LEFT RIGHT", help="judge two entities by their ids; LEFT is kept")
]
Split = Annotated[
    tuple[str, str, str] | None,
    typer.Option(metavar="ENTITY DOCUMENT OTHER", help="in that document the entity is another one; all three by id"),
]
ClaimId = Annotated[str | None, typer.Option("--claim", metavar="ID", help="judge one claim by its id")]
Said = Annotated[
    Answer | None,
    typer.Option(help="of a pair: same, different, unsure; of a claim: accepted, rejected, corrected"),
]
By = Annotated[str | None, typer.Option(metavar="NAME", help="who judges; else the user of this machine")]


def review(
    claims: Annotated[bool, typer.Option("--claims", help="walk through claims, the least sure first")] = False,
    pair: Pair = None,
    split: Split = None,
    claim: ClaimId = None,
    verdict: Said = None,
    relation: Annotated[str | None, typer.Option(help="what a corrected claim's relation is")] = None,
    source: Annotated[str | None, typer.Option(metavar="ID", help="what a corrected claim's source is")] = None,
    target: Annotated[str | None, typer.Option(metavar="ID", help="what a corrected claim's target is")] = None,
    modality: Annotated[Modality | None, typer.Option(help="how firmly a corrected claim is put")] = None,
    why: Annotated[str, typer.Option(help="the reason")] = "",
    by: By = None,
    undo: Annotated[str | None, typer.Option(metavar="ID", help="take a judgement back")] = None,
    listing: Annotated[bool, typer.Option("--list", help="the ledger, newest first")] = False,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="write the ledger as JSON lines; - for stdout")
    ] = None,
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="apply a ledger written by --export; - for stdin")
    ] = None,
) -> None:
    """Judge suggested duplicates, one after the other; the graph follows at once, and any judgement can be taken back."""
    from graph.cli.walk import Walk
    from graph.store.review import default_name

    chosen = [bool(each) for each in (claims, pair, split, claim, undo, listing, export, import_)]
    if sum(chosen) > 1:
        raise EntenteError(
            "review does one thing at a time: give one of "
            "--claims, --pair, --split, --claim, --undo, --list, --export, --import"
        )
    if bool(verdict) != bool(pair or claim):
        raise EntenteError("a verdict needs --pair LEFT RIGHT or --claim ID, and each of these needs --verdict")
    corrected = Correction(relation=relation, source=source, target=target, modality=modality)
    if corrected != Correction() and verdict is not Answer.CORRECTED:
        raise EntenteError("--relation, --source, --target and --modality go with --claim ID --verdict corrected")
    name = default_name() if by is None else by
    with _opened() as store:
        if verdict:
            correction = corrected if verdict is Answer.CORRECTED else None
            made = store.ledger.judge(
                Verdict(verdict), *(pair or (claim or "",)), by=name, why=why, correction=correction
            )
            _print_lines(store, [made])
        elif split:
            _check_split(store, *split)
            _print_lines(store, [store.ledger.judge(Verdict.SPLIT, *split, by=name, why=why)])
        elif undo:
            _print_lines(store, [store.ledger.undo(undo, by=name, why=why)])
        elif listing:
            _list(store)
        elif export:
            _export(store, export)
        elif import_:
            _import(store, import_)
        elif claims:
            Walk(store, name).claims()
        else:
            Walk(store, name).pairs()


def _check_split(store: "Store", entity: str, document: str, other: str) -> None:
    """Refuse ids that would make the judgement be about nothing: a slip of the pen is likelier than a later ingest."""
    from graph.resolve.fit import check_id

    read = store.review.entities_read(document)
    if read is None:
        raise EntenteError(f"the store has no document {document!r}; give the id of one that names {entity}")
    if entity not in read:
        raise EntenteError(
            f"document {document} doesn't name {entity!r}; as it was read, it names {', '.join(read) or 'nothing'}"
        )
    if not store.view.nodes([other]):
        check_id(other)


def _list(store: "Store") -> None:
    lines = store.ledger.judgements(limit=LISTED + 1)
    _print_lines(store, lines[:LISTED])
    if len(lines) > LISTED:
        err.print(f"only the newest {LISTED} are shown; --export FILE has all", markup=False, soft_wrap=True)
    if not lines:
        print("The ledger is empty.")


def _print_lines(store: "Store", lines: Iterable[Judgement]) -> None:
    lines = list(lines)
    undone = {each.undoes for each in lines}
    for judgement, told in zip(lines, store.review.tell(lines), strict=True):
        at = judgement.at.astimezone().strftime("%Y-%m-%d %H:%M")
        parts = [judgement.id, at, judgement.by, told, judgement.why, "taken back" if judgement.id in undone else ""]
        print("  ".join(one_line(part, WIDE) for part in parts if part))


def _export(store: "Store", path: Path) -> None:
    from graph.export.judgements import judgement_to_line

    written = 0
    with _output(path) as file:
        for judgement in store.ledger.export():
            print(judgement_to_line(judgement), file=file)
            written += 1
    if file is not sys.stdout:
        print(f"{plural(written, 'judgement')} written to {path}")


def _import(store: "Store", path: Path) -> None:
    from graph.export.judgements import read_judgements

    with _input(path) as file:
        try:
            read = list(read_judgements(file))
        except UnicodeDecodeError as error:
            raise EntenteError(f"{path}: not a ledger that --export wrote, which is UTF-8 text ({error})") from error
    replayed = store.ledger.replay(each for each in read if isinstance(each, Judgement))
    refused = [*(each for each in read if isinstance(each, JudgementError)), *replayed.refused]
    for each in refused:
        complain(each)
    print(
        f"{plural(replayed.applied, 'judgement')} applied, {replayed.known:,} known already, {len(refused):,} refused"
    )
    if refused:
        raise typer.Exit(1)


@contextmanager
def _output(path: Path) -> Iterator[TextIO]:
    if str(path) == "-":
        yield sys.stdout
    else:
        with path.open("w", encoding="utf-8") as file:
            yield file


@contextmanager
def _input(path: Path) -> Iterator[TextIO]:
    if str(path) == "-":
        yield sys.stdin
    else:
        with path.open(encoding="utf-8") as file:
            yield file


@contextmanager
def _opened() -> Iterator["Store"]:
    from graph.store.store import open_store

    with telling() as tell:
        store = open_store(Settings.from_env(), tell)
    with store:
        yield store
