"""Standard output and error as we find them: any encoding, closed, on a full disk, a pipe that nobody reads."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from graph.errors import EntenteError


def show_everything() -> None:
    """Write UTF-8 into files and pipes; a terminal that can't show a letter gets its code instead of a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where the caller closed it
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


@contextmanager
def written_out() -> Iterator[None]:
    """See that all of the results arrive. Raises EntenteError where they can't, on a full disk for one."""
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe (head, less) had enough
        _drop_the_rest()
    except OSError as error:
        _drop_the_rest()
        raise EntenteError(_reason(error)) from error


def _reason(error: OSError) -> str:
    where = f"{error.filename}" if error.filename else "the results can't be written"
    return f"{where}: {error.strerror or type(error).__name__}"


def _drop_the_rest() -> None:
    # Python would write it again at its end, and fail again.
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
