"""Work for the worker's tests: functions that a process of its own can import."""

import os
import time

from app.worker import Tell
from graph.errors import StoreError


def add(tell: Tell, left: int, right: int) -> tuple[int, int]:
    tell(0.5, "adding")
    print("what a library prints is no answer")
    return left + right, os.getpid()


def sleep(tell: Tell, file: str) -> None:
    tell(0.25, "sleeping")
    with open(file, "w") as noted:
        noted.write(str(os.getpid()))
    time.sleep(600)


def refuse(tell: Tell) -> None:
    raise StoreError("the store is away")


def die(tell: Tell) -> None:
    os._exit(3)


def stumble(tell: Tell) -> None:
    raise ValueError("no such thing")


def fill(tell: Tell, size: int) -> str:
    return "x" * size


def refuse_in_a_while(tell: Tell, file: str) -> None:
    with open(file, "a") as noted:
        noted.write("begun\n")
    time.sleep(2)
    raise StoreError("the store is away")
