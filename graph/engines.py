"""The ways to get from text to claims that a user can choose from."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.errors import EntenteError
from graph.settings import Settings

if TYPE_CHECKING:  # slow to import, and the engines' packages may be missing: imported when one is opened
    from graph.pipeline import Engine


class EngineName(StrEnum):
    """What reads the articles: what comes with Entente and needs no network, or a language model of the user's own."""

    BUILTIN = "builtin"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Opened:
    """An engine, and what it has spent so far in words (None where it costs nothing)."""

    engine: "Engine"
    spent: Callable[[], str | None]


@contextmanager
def open_engine(name: EngineName, settings: Settings, workers: int = 1) -> Iterator[Opened]:
    """The engine of that name; what it has started ends with the `with` block.

    `workers` is how many processes read side by side; the results are the same with any number of them. Raises
    EntenteError where the engine's settings or packages are missing.
    """
    if name is EngineName.LLM:
        yield _language_model(settings, workers)
        return
    from graph.extract.careful import CarefulExtractor
    from graph.extract.workers import Workers

    if workers == 1:
        yield Opened(CarefulExtractor(settings.nlp_model, settings.dictionary), lambda: None)
        return
    with Workers(settings.nlp_model, workers, settings.dictionary) as several:
        yield Opened(several, lambda: None)


def _language_model(settings: Settings, workers: int) -> Opened:
    if workers > 1:
        raise EntenteError(
            "--workers is for the builtin engine: a language model waits for its endpoint, not for this machine"
        )
    try:
        from graph.llm.engine import LlmExtractor
    except ModuleNotFoundError as error:
        if error.name not in ("openai", "httpx2"):
            raise
        raise EntenteError(
            f"--engine llm needs the Python package {error.name}: install it with "
            "uv sync --extra llm, or pip install 'openai>=3,<4'"
        ) from error
    engine = LlmExtractor(settings)
    return Opened(engine, lambda: f"Language model {settings.llm.model}: {engine.usage}")
