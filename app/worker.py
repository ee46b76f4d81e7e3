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

from graph.errors import EntenteError

AT_ONCE = 2  # jobs that run at a time; others wait
KEPT = 24  # results that are kept
NICENESS = 10  # pages come first
CHILD = [sys.executable, "-c", "from app.worker import serve; serve()"]
ROOT = Path(__file__).resolve().parents[1]

Tell = Callable[[float, str], None]


@dataclass(slots=True)
class Job:
    """Something that is being computed, or was. `share` is how much is done, 0 to 1; `says` what is being done.

    `error` is one line where it could not be done. Written by its thread, read by pages.
    """

    key: Hashable
    share: float = 0.0
    says: str = "waiting for others' analyses to end"
    result: Any = None
    error: str | None = None
    finished: threading.Event = field(default_factory=threading.Event)
    _cancelled: bool = False
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def done(self) -> bool:
        """Whether there is a result or an error."""
        return self.finished.is_set()

    def cancel(self) -> None:
        """End it; what was done of it is lost."""
        self._cancelled = True
        if self._process is not None:
            self._process.kill()


class Bench:
    """The jobs of one app, shared by its visitors and safe to use from several threads."""

    def __init__(self, at_once: int = AT_ONCE, kept: int = KEPT) -> None:
        self._slots = threading.Semaphore(at_once)
        self._kept = kept
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, key: Hashable, work: Callable[..., Any], *arguments: Any) -> Job:
        """The job of that key: begun now where nobody asked before. `work` is given a Tell and the arguments."""
        with self._lock:
            job = self._jobs.get(key)
            if job is None:
                job = self._jobs[key] = Job(key)
                threading.Thread(target=self._see_through, args=(job, work, arguments), daemon=True).start()
            self._jobs.move_to_end(key)
            self._drop_old()
            return job

    def find(self, key: Hashable) -> Job | None:
        """The job of that key, if somebody asked for it."""
        with self._lock:
            return self._jobs.get(key)

    def cancel(self, key: Hashable) -> None:
        """End a job that still runs, and forget it."""
        with self._lock:
            job = self._jobs.get(key)
            if job is not None and not job.done:
                del self._jobs[key]
                job.cancel()

    def _see_through(self, job: Job, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        try:
            with self._slots:
                if not job._cancelled:
                    _run(job, work, arguments)
        finally:
            if job.error is not None:
                self._forget(job)  # the next who asks tries again
            job.finished.set()

    def _forget(self, job: Job) -> None:
        with self._lock:
            if self._jobs.get(job.key) is job:
                del self._jobs[job.key]

    def _drop_old(self) -> None:
        done = [key for key, job in self._jobs.items() if job.done]
        for key in done[: max(0, len(done) - self._kept)]:
            del self._jobs[key]


def _run(job: Job, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
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
            job.error = "it was cancelled" if job._cancelled else "it ended before it was done; try again"
        finally:
            process.kill()


def _listen(job: Job, answers: IO[bytes]) -> None:
    while True:
        match pickle.load(answers):
            case ("told", share, says):
                job.share, job.says = share, says
            case ("done", result):
                job.share, job.result = 1.0, result
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
        say("done", work(lambda share, says: say("told", share, says), *arguments))
    except EntenteError as error:
        say("failed", str(error))
    except Exception as error:
        say("failed", f"it could not be computed ({type(error).__name__}: {error})")


def _end_with(asked: IO[bytes]) -> None:
    """End this process when the one that asked is gone."""
    asked.read()
    os._exit(1)
