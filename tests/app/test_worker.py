"""Work beside the pages, in real processes."""

import os
import time
from pathlib import Path

import psutil
import pytest

from app.worker import Bench, Job
from tests.app import jobs

PATIENCE = 60


def ended(job: Job) -> Job:
    assert job.finished.wait(PATIENCE)
    return job


def wait_for(file: Path) -> int:
    deadline = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return int(file.read_text())


def gone(pid: int) -> bool:
    try:
        psutil.Process(pid).wait(PATIENCE)
    except psutil.NoSuchProcess:
        return True
    return True


def test_a_job_is_done_in_another_process_and_its_result_is_kept() -> None:
    bench = Bench()
    job = ended(bench.ask("1+2", jobs.add, 1, 2))
    total, process = job.result
    assert (total, job.error, job.share) == (3, None, 1.0)
    assert process != os.getpid()
    assert bench.ask("1+2", jobs.add, 1, 2) is job
    assert ended(bench.ask("1+3", jobs.add, 1, 3)).result[0] == 4


def test_a_job_that_nobody_wants_any_more_ends(tmp_path: Path) -> None:
    bench = Bench()
    job = bench.ask("long", jobs.sleep, str(tmp_path / "pid"))
    process = wait_for(tmp_path / "pid")
    assert (job.share, job.says, job.done) == (0.25, "sleeping", False)
    bench.cancel("long")
    assert gone(process)
    assert ended(job).error == "it was cancelled"
    assert bench.find("long") is None


def test_jobs_beyond_those_at_once_wait_their_turn(tmp_path: Path) -> None:
    bench = Bench(at_once=1)
    bench.ask("long", jobs.sleep, str(tmp_path / "pid"))
    wait_for(tmp_path / "pid")
    waiting = bench.ask("short", jobs.add, 1, 1)
    assert not waiting.finished.wait(0.3)
    bench.cancel("long")
    assert ended(waiting).result[0] == 2


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (jobs.refuse, "the store is away"),
        (jobs.die, "it ended before it was done; try again"),
        (jobs.stumble, "it could not be computed (ValueError: no such thing)"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line_and_can_be_tried_again(work: object, says: str) -> None:
    bench = Bench()
    job = ended(bench.ask("wrong", work))  # type: ignore[arg-type]
    assert job.error == says
    assert bench.find("wrong") is None


def test_old_results_make_room_for_new_ones() -> None:
    bench = Bench(kept=1)
    first = ended(bench.ask(1, jobs.add, 1, 1))
    ended(bench.ask(2, jobs.add, 1, 2))
    bench.ask(2, jobs.add, 1, 2)
    assert bench.find(1) is None
    assert first.result[0] == 2
