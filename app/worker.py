"""Long work beside the pages: each job runs in a process of its own, tells how far it is, and ends when nobody wants it.

A job is a function of this project and its arguments, and is known by a key that says all that its result depends on: who
asks for the same key gets the same job, and results are kept for the next who asks. Knows no Streamlit.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from app import text
from graph.errors import EntenteError

AT_ONCE = 2  # jobs that run at a time, of one visitor one; others wait
WAITING = 40  # jobs that may wait; who asks for one more is told
KEPT = 24  # jobs that are kept when they have ended
KEPT_BYTES = 512 * 2**20  # how large their results may be together
ALWAYS_KEPT = 4  # those asked for last, however large: a page may need two results at once
NICENESS = 10  # pages come first
CHILD = [sys.executable, "-c", "from app.worker import serve; serve()"]
ROOT = Path(__file__).resolve().parents[1]
CANCELLED = "it was cancelled"

Tell = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Asker:
    """Who wants a job, and what for: one job at a time, so asking for another leaves the one before."""

    visitor: str
    purpose: str


@dataclass(slots=True)
class Job:
    """Something that is being computed, or was. `share` is how much is done, 0 to 1; `says` what is being done.

    `error` is one line where it could not be done; `size` the bytes of its result. Written by its thread, read by pages.
    """

    key: Hashable
    share: float = 0.0
    says: str = "waiting for other analyses to end"
    result: Any = None
    error: str | None = None
    size: int = 0
    askers: set[Asker] = field(default_factory=set)
    finished: threading.Event = field(default_factory=threading.Event)
    _cancelled: bool = False
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def done(self) -> bool:
        """Whether there is a result or an error."""
        return self.finished.is_set()

    @property
    def visitors(self) -> set[str]:
        """Who waits for it."""
        return {asker.visitor for asker in self.askers}

    def cancel(self) -> None:
        """End it; what was done of it is lost."""
        self._cancelled = True
        if self._process is not None:
            self._process.kill()


class Bench:
    """The jobs of one app, shared by its visitors and safe to use from several threads."""

    def __init__(self, at_once: int = AT_ONCE, kept: int = KEPT, kept_bytes: int = KEPT_BYTES, waiting: int = WAITING) -> None:  # fmt: skip
        self._at_once, self._kept, self._kept_bytes, self._most_waiting = at_once, kept, kept_bytes, waiting
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()
        self._waiting: list[Job] = []
        self._running: list[Job] = []
        self._turn = threading.Condition()

    def ask(self, asker: Asker, key: Hashable, work: Callable[..., Any], *arguments: Any) -> Job:
        """The job of that key: begun now where nobody asked before. `work` is given a Tell and the arguments.

        One that failed stays so until it is forgotten.
        """
        with self._turn:
            self._leave([job for job in self._jobs.values() if asker in job.askers and job.key != key], {asker})
            job = self._jobs.get(key) or self._begin(key, work, arguments)
            job.askers.add(asker)
            self._turn.notify_all()
            self._jobs.move_to_end(key)
            self._drop_old()
            return job

    def find(self, key: Hashable) -> Job | None:
        """The job of that key, if somebody asked for it."""
        with self._turn:
            return self._jobs.get(key)

    def give_up(self, key: Hashable, visitor: str) -> None:
        """A visitor wants a job no longer: it ends where nobody else does."""
        with self._turn:
            if job := self._jobs.get(key):
                self._leave([job], {asker for asker in job.askers if asker.visitor == visitor})

    def forget(self, key: Hashable) -> None:
        """Drop a job that has ended, so that the next who asks begins it anew."""
        with self._turn:
            if (job := self._jobs.get(key)) and job.done:
                del self._jobs[key]

    def _begin(self, key: Hashable, work: Callable[..., Any], arguments: tuple[Any, ...]) -> Job:
        job = self._jobs[key] = Job(key)
        if len(self._waiting) >= self._most_waiting:
            job.error = (
                f"{text.plural(self._most_waiting, 'analysis waits', 'analyses wait')} already; try again in a minute"
            )
            job.finished.set()
            return job
        self._waiting.append(job)
        threading.Thread(target=self._see_through, args=(job, work, arguments), daemon=True).start()
        return job

    def _leave(self, jobs: list[Job], askers: set[Asker]) -> None:
        for job in jobs:
            job.askers -= askers
            if not job.askers and not job.done:
                del self._jobs[job.key]
                job.cancel()
        self._turn.notify_all()

    def _see_through(self, job: Job, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        try:
            self._wait_for_turn(job)
            _run(job, work, arguments)
        except Exception as error:
            job.error = f"it could not be begun ({type(error).__name__}: {error})"
        finally:
            self._end(job)

    def _wait_for_turn(self, job: Job) -> None:
        with self._turn:
            self._turn.wait_for(lambda: job._cancelled or self._next() is job)
            self._waiting.remove(job)
            self._running.append(job)
            self._turn.notify_all()

    def _next(self) -> Job | None:
        if len(self._running) >= self._at_once:
            return None
        busy = {visitor for job in self._running for visitor in job.visitors}
        return next((job for job in self._waiting if not job.visitors <= busy), None)

    def _end(self, job: Job) -> None:
        with self._turn:
            self._running.remove(job)
            if self._jobs.get(job.key) is job:
                self._jobs.move_to_end(job.key)
            job.finished.set()
            self._drop_old()
            self._turn.notify_all()

    def _drop_old(self) -> None:
        done = [job for job in self._jobs.values() if job.done]
        size = sum(job.size for job in done)
        for number, job in enumerate(done[: max(0, len(done) - min(ALWAYS_KEPT, self._kept))]):
            if len(done) - number <= self._kept and size <= self._kept_bytes:
                return
            size -= job.size
            del self._jobs[job.key]


def _run(job: Job, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    if job._cancelled:
        job.error = CANCELLED
        return
    job.says = "starting"
    with subprocess.Popen(CHILD, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        job._process = process
        try:
            if job._cancelled:
                process.kill()
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump((work, arguments), process.stdin)
            process.stdin.flush()
            _listen(job, process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            job.error = CANCELLED if job._cancelled else "it ended before it was done; try again"
        finally:
            process.kill()


def _listen(job: Job, answers: IO[bytes]) -> None:
    while True:
        match pickle.load(answers):
            case ("told", share, says):
                job.share, job.says = share, says
            case ("done", result):
                job.share, job.size, job.result = 1.0, len(result), pickle.loads(result)
                return
            case ("failed", error):
                job.error = error
                return


def serve() -> None:
    """Do one job: what a process of a Bench is started for. It speaks through its stdin and stdout."""
    with suppress(AttributeError, OSError):
        os.nice(NICENESS)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    asked = os.fdopen(os.dup(0), "rb")

    def say(*answer: Any) -> None:
        pickle.dump(answer, answers)
        answers.flush()

    work, arguments = pickle.load(asked)
    threading.Thread(target=_end_with, args=(asked,), daemon=True).start()
    try:
        say("done", pickle.dumps(work(lambda share, says: say("told", share, says), *arguments)))
    except EntenteError as error:
        say("failed", str(error))
    except Exception as error:
        say("failed", f"it could not be computed ({type(error).__name__}: {error})")


def _end_with(asked: IO[bytes]) -> None:
    """End this process when the one that asked is gone."""
    asked.read()
    os._exit(1)
