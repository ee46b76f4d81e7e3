"""Times taken fairly on a machine that others use too: contenders take turns, and medians count."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

import psutil


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and seconds of processor time of this process and the server."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Contender:
    """Who is timed: what it does, what is put in order before each turn, and which server works for it."""

    run: Callable[[], object]
    prepare: Callable[[], object] = lambda: None
    server: int | None = None


def take_turns(contenders: Mapping[str, Contender], rounds: int, warm_up: int = 1) -> dict[str, Cost]:
    """The median cost of each contender over so many rounds; the first ones only warm up."""
    costs: dict[str, list[Cost]] = {name: [] for name in contenders}
    for turn in range(warm_up + rounds):
        for name, contender in contenders.items():
            contender.prepare()
            cost = _measure(contender)
            if turn >= warm_up:
                costs[name].append(cost)
    return {
        name: Cost(median(cost.wall for cost in each), median(cost.cpu for cost in each))
        for name, each in costs.items()
    }


def _measure(contender: Contender) -> Cost:
    wall, cpu = time.perf_counter(), _cpu(contender.server)
    contender.run()
    return Cost(time.perf_counter() - wall, _cpu(contender.server) - cpu)


def _cpu(server: int | None) -> float:
    seconds = time.process_time()
    if server is not None:
        times = psutil.Process(server).cpu_times()
        seconds += times.user + times.system
    return seconds


def ratio(reference: Cost, ours: Cost) -> tuple[float, float]:
    """How many times as fast as the reference ours is, by the clock and by processor time."""
    return reference.wall / ours.wall, reference.cpu / ours.cpu
