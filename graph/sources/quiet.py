"""Keep a parser's own log lines away from the user, who gets one line from us instead."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet(logger: str) -> Iterator[None]:
    """Silence a logger and those below it while the block runs."""
    chatty = logging.getLogger(logger)
    level = chatty.level
    chatty.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        chatty.setLevel(level)
