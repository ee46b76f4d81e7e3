"""Work beside the pages, in real processes."""

import os
import time
from pathlib import Path

import psutil
import pytest

from app.worker import CANCELLED, Asker, Bench, Job
from tests.app import jobs

PATIENCE = 60
ME, SHE, HE = (Asker(visitor, "a test") for visitor in ("me", "she", "he"))


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
    job = ended(bench.ask(ME, "1+2", jobs.add, 1, 2))
    total, process = job.result
    assert (total, job.error, job.share) == (3, None, 1.0)
    assert process != os.getpid()
    assert bench.ask(ME, "1+2", jobs.add, 1, 2) is job
    assert ended(bench.ask(ME, "1+3", jobs.add, 1, 3)).result[0] == 4


def test_a_job_that_nobody_wants_any_more_ends(tmp_path: Path) -> None:
    bench = Bench()
    job = bench.ask(ME, "long", jobs.sleep, str(tmp_path / "pid"))
    process = wait_for(tmp_path / "pid")
    assert (job.share, job.says, job.done) == (0.25, "sleeping", False)
    bench.give_up("long", "me")
    assert gone(process)
    assert ended(job).error == CANCELLED
    assert bench.find("long") is None


def test_jobs_beyond_those_at_once_wait_their_turn(tmp_path: Path) -> None:
    bench = Bench(at_once=1)
    bench.ask(ME, "long", jobs.sleep, str(tmp_path / "pid"))
    wait_for(tmp_path / "pid")
    waiting = bench.ask(SHE, "short", jobs.add, 1, 1)
    assert not waiting.finished.wait(0.3)
    bench.give_up("long", "me")
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
    job = ended(bench.ask(ME, "wrong", work))  # type: ignore[arg-type]
    assert job.error == says
    assert bench.ask(ME, "wrong", work) is job  # type: ignore[arg-type]
    bench.forget("wrong")
    assert bench.ask(ME, "wrong", work) is not job  # type: ignore[arg-type]


def test_what_can_not_be_handed_over_fails_in_one_line() -> None:
    job = ended(Bench().ask(ME, "wrong", lambda tell: None))
    assert job.error is not None
    assert "lambda" in job.error


def test_giving_up_leaves_a_job_to_others_who_want_it(tmp_path: Path) -> None:
    bench = Bench()
    job = bench.ask(ME, "long", jobs.sleep, str(tmp_path / "pid"))
    assert bench.ask(SHE, "long", jobs.sleep, str(tmp_path / "pid")) is job
    process = wait_for(tmp_path / "pid")
    bench.give_up("long", "me")
    assert (bench.find("long"), psutil.pid_exists(process), job.done) == (job, True, False)
    bench.give_up("long", "she")
    assert gone(process)
    assert bench.find("long") is None


def test_who_asks_for_something_else_leaves_what_was_asked_before(tmp_path: Path) -> None:
    bench = Bench()
    bench.ask(ME, "long", jobs.sleep, str(tmp_path / "pid"))
    process = wait_for(tmp_path / "pid")
    assert ended(bench.ask(ME, "short", jobs.add, 1, 1)).result[0] == 2
    assert gone(process)


def test_one_visitor_leaves_room_for_others(tmp_path: Path) -> None:
    bench = Bench(at_once=2)
    bench.ask(ME, "long", jobs.sleep, str(tmp_path / "pid"))
    wait_for(tmp_path / "pid")
    mine = bench.ask(Asker("me", "something else"), "mine", jobs.add, 1, 1)
    hers = bench.ask(SHE, "hers", jobs.add, 1, 2)
    assert ended(hers).result[0] == 3
    assert not mine.done
    bench.give_up("long", "me")
    assert ended(mine).result[0] == 2


def test_only_so_many_jobs_wait(tmp_path: Path) -> None:
    bench = Bench(at_once=1, waiting=1)
    bench.ask(ME, "long", jobs.sleep, str(tmp_path / "pid"))
    wait_for(tmp_path / "pid")
    waiting = bench.ask(SHE, "second", jobs.add, 1, 1)
    refused = bench.ask(HE, "third", jobs.add, 1, 2)
    assert refused.done
    assert refused.error == "1 analysis waits already; try again in a minute"
    bench.give_up("long", "me")
    assert ended(waiting).result[0] == 2


def test_old_results_make_room_for_new_ones() -> None:
    bench = Bench(kept=1)
    first = ended(bench.ask(ME, 1, jobs.add, 1, 1))
    ended(bench.ask(ME, 2, jobs.add, 1, 2))
    bench.ask(ME, 2, jobs.add, 1, 2)
    assert bench.find(1) is None
    assert first.result[0] == 2


def test_large_results_make_room_sooner() -> None:
    bench = Bench(kept_bytes=1000)
    asked = [ended(bench.ask(Asker(f"{number}", ""), number, jobs.fill, 400)) for number in range(6)]
    assert all(job.size > 400 for job in asked)
    assert [number for number in range(6) if bench.find(number)] == [2, 3, 4, 5]
