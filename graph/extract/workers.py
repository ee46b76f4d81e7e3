"""Processes that read documents side by side: text goes in, extractions come out in the order of the texts.

Each process has an extractor of its own and the order is kept, so the results are the same with any number of them.
"""

import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.resource_tracker import ensure_running
from pathlib import Path
from types import TracebackType

from graph.errors import EntenteError, ExtractError
from graph.extract.careful import CarefulExtractor, batches, failure
from graph.extract.version import engine_name
from graph.records import Document, Extraction

CHUNK = 8  # documents handed over at a time: enough to keep a process busy, few enough to share a short list out
AHEAD = 4  # chunks for each process that may be held while the oldest is being read: bounds memory
SECONDS_TO_END = 5

Found = Extraction | ExtractError


class Workers:
    """So many processes that extract; they start when first needed and end with the `with` block, whatever happens."""

    def __init__(self, model: str, count: int, dictionary: Path | None = None) -> None:
        self._model = model
        self._dictionary = dictionary
        self.name = engine_name(model, dictionary)
        self._count = count
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, _Task] = {}

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def end(self) -> None:
        """Stop all processes, those that still read too. They start again when there is more to read."""
        for worker in [*self._idle, *(task.worker for task in self._busy.values())]:
            worker.end()
        self._idle, self._busy = [], {}

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Found]:
        """The extraction of each document, in order; in place of one that fails, an error that names it.

        Raises EntenteError where the parser can't be loaded.
        """
        chunks = enumerate(batches(documents, CHUNK))
        done: dict[int, list[Found]] = {}
        told = 0
        try:
            while True:
                self._hand_out(chunks, len(done))
                if not self._busy:
                    return
                done.update(self._collect())
                while told in done:
                    yield from done.pop(told)
                    told += 1
        finally:
            if self._busy:  # what is still being read is nobody's any more
                self.end()

    def _hand_out(self, chunks: Iterator[tuple[int, list[Document]]], waiting: int) -> None:
        """Give each free process a chunk, unless too many are done that wait for an older one."""
        while len(self._busy) < self._count and len(self._busy) + waiting < AHEAD * self._count:
            chunk = next(chunks, None)
            if chunk is None:
                return
            worker = self._free()
            worker.send(chunk[1])
            self._busy[worker.connection] = _Task(*chunk, worker)

    def _free(self) -> "_Worker":
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            worker.end()
        return _Worker(self._model, self._dictionary)

    def _collect(self) -> Iterator[tuple[int, list[Found]]]:
        """Wait for the first processes to be done; what they found, by the number of its chunk."""
        for connection in wait(list(self._busy)):
            task = self._busy.pop(connection)  # type: ignore[call-overload]
            found = task.worker.receive()
            if found is None:
                task.worker.end()
                found = self._one_by_one(task.documents)
            else:
                self._idle.append(task.worker)
            yield task.number, found

    def _one_by_one(self, documents: list[Document]) -> list[Found]:
        """The documents of a chunk whose process died, each by itself: which of them was it?

        They begin in a new process: idle ones may have been killed as well, and a document would be blamed for that.
        """
        found: list[Found] = []
        worker: _Worker | None = None
        for document in documents:
            worker = worker or _Worker(self._model, self._dictionary)
            worker.send([document])
            answer = worker.receive()
            if answer is None:
                worker.end()
                answer = [failure(document, f"its process died with exit status {worker.exit_status}")]
                worker = None
            found += answer
        if worker:
            self._idle.append(worker)
        return found


class _Worker:
    """One process and the line to it."""

    def __init__(self, model: str, dictionary: Path | None) -> None:
        spawn = get_context("spawn")  # a fork would copy whatever threads and sockets the parent has
        self.connection, theirs = spawn.Pipe()
        self._process: SpawnProcess = spawn.Process(target=serve, args=(theirs, model, dictionary), daemon=True)
        # Ctrl-C reaches the whole process group: the parent alone takes it, and ends the others in good order. The
        # tracker comes with the first process and would lift the mask.
        ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()

    @property
    def alive(self) -> bool:
        """Whether it can be given anything."""
        return self._process.is_alive()

    @property
    def exit_status(self) -> int | None:
        """How it ended; negative: by that signal."""
        return self._process.exitcode

    def send(self, documents: list[Document]) -> None:
        """Give it documents to read; that it died meanwhile shows when it is to answer."""
        with suppress(OSError):
            self.connection.send(documents)

    def receive(self) -> list[Found] | None:
        """What it found; None where it died. Raises EntenteError where it couldn't begin at all."""
        try:
            answer: list[Found] | EntenteError = self.connection.recv()
        except (EOFError, OSError):
            self._process.join(SECONDS_TO_END)
            return None
        if isinstance(answer, EntenteError):
            raise answer
        return answer

    def end(self) -> None:
        """Stop it, at once."""
        self.connection.close()
        self._process.terminate()
        self._process.join(SECONDS_TO_END)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    documents: list[Document]
    worker: _Worker


def serve(connection: Connection, model: str, dictionary: Path | None) -> None:
    """What a process does: read documents and answer until the line closes, by the parent or by its death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        extractor = CarefulExtractor(model, dictionary)
    except EntenteError as error:
        connection.send(error)
        return
    with suppress(EOFError, OSError):
        while True:
            documents: list[Document] = connection.recv()
            connection.send(list(extractor.extract_many(documents)))
