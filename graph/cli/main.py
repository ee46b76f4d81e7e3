"""`entente`: start the store, ingest articles, look at what they say, ask Cypher."""

import logging
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from graph.cli import serve, show
from graph.cli.cypher import cypher
from graph.cli.export import export
from graph.cli.review import review
from graph.cli.streams import show_everything, written_out
from graph.cli.telling import complain, telling
from graph.cli.ways_in import LATER, connect, shell
from graph.engines import EngineName, Opened, open_engine
from graph.errors import EntenteError, ExtractError, SourceError
from graph.records import Document
from graph.settings import Settings
from graph.store.ports import LAST

if TYPE_CHECKING:  # spaCy and the driver are slow to import: each command imports what it needs
    from graph.score.passages import Answer
    from graph.store.store import Store

MOST_WORKERS = 256

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)

Targets = Annotated[
    list[str],
    typer.Argument(help="files (.txt .md .html .jsonl .pdf), folders, web addresses, or - for standard input"),
]
Engine = Annotated[
    EngineName,
    typer.Option(help="what reads the articles: builtin (needs no network), or llm (the endpoint of ENTENTE_LLM_URL)"),
]
Workers = Annotated[
    int, typer.Option(min=1, max=MOST_WORKERS, help="processes that read side by side, each with some 300 MB of memory")
]
Port = Annotated[int, typer.Option(min=1, max=LAST, help="port of the app; where it is taken, the next free one")]


@app.command()
def demo(port: Port = serve.DEFAULT_PORT) -> None:
    """Start the store, load the sample articles if it is empty, and open the app; Ctrl-C ends it all."""
    serve.run(Settings.from_env(), port, sample=True)


@app.command("app")
def open_app(port: Port = serve.DEFAULT_PORT) -> None:
    """Start the store and open the app on what it holds; Ctrl-C ends it all."""
    serve.run(Settings.from_env(), port, sample=False)


@app.command()
def up() -> None:
    """Start the store and leave it running."""
    with _opened(Settings.from_env()) as store:
        show.address(store.address)


@app.command()
def status() -> None:
    """Say whether the store runs, where, and what it holds. Exit status 1 where it doesn't run."""
    from graph.store.server import status as server_status

    settings = Settings.from_env()
    if settings.local and server_status(settings) is None:
        print(f"The store is not running (its data: {settings.data}). Start it with: entente up")
        raise typer.Exit(1)
    with _opened(settings) as store:
        show.address(store.address)
        show.counts(store.view.counts())


@app.command()
def stop() -> None:
    """Stop the store that Entente runs; nothing is lost."""
    from graph.store.server import stop as server_stop

    settings = Settings.from_env()
    if not settings.local:
        raise EntenteError(f"NEO4J_URI is set to {settings.uri}: that server isn't Entente's to stop")
    print("Stopped." if server_stop(settings) else "The store was not running.")


@app.command()
def ingest(targets: Targets, engine: Engine = EngineName.BUILTIN, workers: Workers = 1) -> None:
    """Read articles, extract their claims, and put them into the graph. Ingesting twice changes nothing."""
    from graph.pipeline import ingest as run_ingest
    from graph.sources import count_documents, iter_documents

    settings = Settings.from_env()
    with (
        _reader(engine, settings, workers) as opened,
        _opened(settings) as store,
        show.ingest_progress(count_documents(targets), opened.spent) as on_progress,
    ):
        items = _complained(iter_documents(targets))
        result = run_ingest(items, opened.engine, store, on_progress, complain)
    show.ingest_report(result)
    if result.errors:
        raise typer.Exit(1)


@app.command()
def extract(
    targets: Targets,
    output: Annotated[
        show.ExtractFormat, typer.Option("--format", help="text to read, or one JSON line a document")
    ] = show.ExtractFormat.TEXT,
    engine: Engine = EngineName.BUILTIN,
    workers: Workers = 1,
) -> None:
    """Show what articles claim, without any store."""
    from graph.sources import iter_documents

    errors: list[EntenteError] = []
    documents = _readable(_complained(iter_documents(targets)), errors)
    with _reader(engine, Settings.from_env(), workers) as opened, show.spending(opened.spent) as tell:
        for found in opened.engine.extract_many(documents):
            if isinstance(found, ExtractError):
                complain(found)
                errors.append(found)
            else:
                show.extraction(found, output)
            tell()
    if errors:
        raise typer.Exit(1)


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(help="annotated passages, one JSON object a line")],
    predicted: Annotated[
        Path | None,
        typer.Option(help="what was extracted, as `extract --format jsonl` writes it; else it is extracted now"),
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="show so many passages with errors")] = 0,
    output: Annotated[
        show.ScoreFormat, typer.Option("--format", help="tables, or one JSON object")
    ] = show.ScoreFormat.TEXT,
    engine: Engine = EngineName.BUILTIN,
    workers: Workers = 1,
) -> None:
    """Say how well claims agree with what careful readers found in the same passages."""
    from graph.score.figures import score as score_answers
    from graph.score.passages import read_answers, read_passages

    passages = read_passages(gold)
    unread: list[EntenteError] = []
    if predicted:
        answers = read_answers(predicted)
    else:
        with _reader(engine, Settings.from_env(), workers) as opened, telling() as tell:
            answers = list(_answers(str(gold), opened, unread, tell))
    figures, outcomes = score_answers(passages, answers)
    show.score(figures, outcomes, errors, output)
    if unread:
        raise typer.Exit(1)


def _answers(gold: str, opened: Opened, errors: list[EntenteError], tell: Callable[[str], None]) -> Iterator["Answer"]:
    """What is extracted from the passages of a file."""
    from graph.score.passages import to_answer
    from graph.sources import iter_documents

    documents = _readable(_complained(iter_documents([gold])), errors)
    for number, found in enumerate(opened.engine.extract_many(documents), 1):
        tell(f"Passages read: {number:,}. {opened.spent() or ''}".rstrip())
        if isinstance(found, ExtractError):
            complain(found)
            errors.append(found)
        else:
            yield to_answer(found)


@app.command()
def lexicon(
    add: Annotated[
        bool | None, typer.Option("--add/--remove", help="draw what the lexicon knows, or take it out again")
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option(help="a dictionary of your own, as for ENTENTE_DICTIONARY: say what of it can be taken"),
    ] = None,
) -> None:
    """Who makes a system and where a firm is at home, as the lexicon knows it: KNOWN edges, apart from what texts say."""
    from graph.lexicon.dictionary import read_dictionary
    from graph.lexicon.facts import iter_facts
    from graph.lexicon.lexicon import load_lexicon

    if check is not None:
        if show.dictionary(read_dictionary(check)):
            raise typer.Exit(1)
        return
    with _opened(Settings.from_env()) as store:
        if add is None:
            print(f"{store.knowledge.count():,} KNOWN edges are drawn (entente lexicon --add or --remove)")
        elif add:
            print(
                f"{store.knowledge.add(iter_facts(load_lexicon())):,} KNOWN edges drawn between entities of the graph"
            )
        else:
            print(f"{store.knowledge.remove():,} KNOWN edges taken out")


app.command()(cypher)
app.command()(export)
app.command()(review)
app.command(context_settings=LATER)(shell)
app.command()(connect)


def _complained(items: Iterable[Document | SourceError]) -> Iterator[Document | SourceError]:
    """The same items; what can't be read is told at once, so that no later failure hides it."""
    for item in items:
        if isinstance(item, SourceError):
            complain(item)
        yield item


def _readable(items: Iterable[Document | SourceError], errors: list[EntenteError]) -> Iterator[Document]:
    for item in items:
        if isinstance(item, SourceError):
            errors.append(item)
        else:
            yield item


def _reader(engine: EngineName, settings: Settings, workers: int) -> AbstractContextManager[Opened]:
    """The engine of that name, with the user told what it knows of their own names."""
    from graph.lexicon.dictionary import read_dictionary

    if settings.dictionary:
        show.dictionary_summary(read_dictionary(settings.dictionary))
    return open_engine(engine, settings, workers)


def _opened(settings: Settings) -> "Store":
    """The store, with the user told what takes time."""
    from graph.store.store import open_store

    with telling() as tell:
        return open_store(settings, tell)


def main() -> NoReturn:
    """Run the command line; every expected failure is one line and exit status 1."""
    show_everything()
    # All three end the work in good order. A shell that starts us in the background has SIGINT ignored; nohup means it.
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _interrupt)
    # The driver tells of each retry; what the user needs to know comes as one of our own lines.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        with written_out():
            app(standalone_mode=True)
    except EntenteError as error:
        complain(error)
        sys.exit(1)
    sys.exit(0)


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
