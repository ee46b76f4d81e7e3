"""What the user is told while something takes time: on standard error, so that results stay clean."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.segment import Segment

from graph.wording import visible

QUIET_SECONDS = 5.0


class Careful(Console):
    """A console on which words from outside are words: the terminal obeys none of them."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """What is printed, with control characters shown; rich takes out only some of them."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


err = Careful(stderr=True, highlight=False, emoji=False)


@contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """Tell what is going on: one line that changes on a terminal, a line now and then in a log."""
    if not err.is_terminal:
        yield log_now_and_then()
        return
    with err.status("") as status:
        yield lambda message: status.update(escape(message))


def complain(message: object) -> None:
    """Tell of something that went wrong, as one line that begins with "error:"."""
    err.print(f"error: {message}", markup=False, soft_wrap=True)


def log_now_and_then() -> Callable[[str], None]:
    """Tell on lines of their own; of messages that begin alike, one every few seconds."""
    kind, told = "", 0.0

    def tell(message: str) -> None:
        # "Downloading: 3 of 222", "Downloading: 4 of 222", … need not all stand in a log.
        nonlocal kind, told
        begins, now = message.split(":")[0], time.monotonic()
        if begins != kind or now - told >= QUIET_SECONDS:
            err.print(message, markup=False, soft_wrap=True)
            kind, told = begins, now

    return tell


def say(text: str = "") -> None:
    """Print a line of results that may hold words from outside."""
    print(visible(text))
