"""What a user can set, in one table; read once and passed down, never changed at run time."""

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_cache_path, user_data_path

from graph.errors import EntenteError

DEFAULT_DATABASE = "neo4j"
DEFAULT_USERNAME = "neo4j"
DEFAULT_NLP_MODEL = "en_core_web_sm"
DEFAULT_LLM_TIMEOUT = "120"
DEFAULT_LLM_RETRIES = "5"
MOST = 1_000_000  # seconds, tries or money: more is a slip of the keyboard

TABLE: tuple[tuple[str, str, str], ...] = (
    # name, default, help
    ("NEO4J_URI", "", "Bolt address of your own Neo4j; empty: Entente runs one on this machine"),
    ("NEO4J_USERNAME", DEFAULT_USERNAME, "user name on your own Neo4j"),
    ("NEO4J_PASSWORD", "", "password on your own Neo4j"),
    ("NEO4J_DATABASE", DEFAULT_DATABASE, "database name"),
    ("ENTENTE_DATA", "", "folder of the local store and of a language model's answers; empty: the user's data folder"),
    (
        "ENTENTE_CACHE",
        "",
        "folder of downloaded Neo4j jars; empty: the user's cache folder",
    ),
    ("ENTENTE_NLP_MODEL", DEFAULT_NLP_MODEL, "installed spaCy English pipeline to parse with"),
    ("ENTENTE_DICTIONARY", "", "your own names, beside the built-in ones: a .csv table or FollowTheMoney JSON lines"),
    ("ENTENTE_LLM_URL", "", "for `--engine llm`: an OpenAI-compatible endpoint, http://localhost:11434/v1 for Ollama"),
    ("ENTENTE_LLM_MODEL", "", "name of the language model there"),
    ("ENTENTE_LLM_KEY", "", "key of the endpoint, if it asks for one; never shown"),
    (
        "ENTENTE_LLM_PRICES",
        "",
        "what a million tokens cost, in and out (0.15/0.60); empty: tokens are told, cost is not",
    ),
    ("ENTENTE_LLM_TIMEOUT", DEFAULT_LLM_TIMEOUT, "seconds to wait for an answer"),
    ("ENTENTE_LLM_RETRIES", DEFAULT_LLM_RETRIES, "times that a busy or failing endpoint is asked again"),
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a language model answers, how it is asked, and what that costs.

    `url` and `model` are None where none is set; `prices` are for a million tokens in and out, None where unknown.
    """

    url: str | None = None
    model: str | None = None
    key: str | None = field(default=None, repr=False)
    prices: tuple[float, float] | None = None
    timeout: float = float(DEFAULT_LLM_TIMEOUT)
    retries: int = int(DEFAULT_LLM_RETRIES)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run. `uri` is None where Entente runs the store itself, `dictionary` where there is none."""

    uri: str | None
    username: str
    password: str
    database: str
    data: Path
    cache: Path
    nlp_model: str
    llm: Endpoint = Endpoint()
    dictionary: Path | None = None

    @property
    def local(self) -> bool:
        """Whether the store is the one Entente runs on this machine."""
        return self.uri is None

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read the table from the environment, and from `.env` in the current folder where the environment is silent."""
        env = _dotenv()
        env.update(os.environ if environ is None else environ)
        chosen = {name: env.get(name) or default for name, default, _help in TABLE}
        return cls(
            uri=chosen["NEO4J_URI"] or None,
            username=chosen["NEO4J_USERNAME"],
            password=chosen["NEO4J_PASSWORD"],
            database=chosen["NEO4J_DATABASE"],
            data=_path("ENTENTE_DATA", chosen["ENTENTE_DATA"] or user_data_path("entente")),
            cache=_path("ENTENTE_CACHE", chosen["ENTENTE_CACHE"] or user_cache_path("entente")),
            nlp_model=chosen["ENTENTE_NLP_MODEL"],
            dictionary=_path("ENTENTE_DICTIONARY", written)
            if (written := chosen["ENTENTE_DICTIONARY"].strip())
            else None,
            llm=Endpoint(
                url=chosen["ENTENTE_LLM_URL"].strip() or None,
                model=chosen["ENTENTE_LLM_MODEL"].strip() or None,
                key=chosen["ENTENTE_LLM_KEY"].strip() or None,
                prices=_prices(chosen["ENTENTE_LLM_PRICES"]),
                timeout=_number("ENTENTE_LLM_TIMEOUT", chosen["ENTENTE_LLM_TIMEOUT"], above=0),
                retries=int(_number("ENTENTE_LLM_RETRIES", chosen["ENTENTE_LLM_RETRIES"])),
            ),
        )


def _dotenv() -> dict[str, str]:
    try:
        return {key: value for key, value in dotenv_values(".env").items() if value is not None}
    except (OSError, UnicodeDecodeError) as error:
        raise EntenteError(f".env can't be read: save it as UTF-8 text ({error})") from error


def _path(name: str, path: str | Path) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise EntenteError(f"{name} is {str(path)!r}, which is no path on this machine ({error})") from error


def _number(name: str, written: str, above: float | None = None) -> float:
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not (0 <= number < MOST) or number == above:
        raise EntenteError(f"{name} is {written!r}: give it a number {'above' if above is not None else 'from'} 0")
    return number


def _prices(written: str) -> tuple[float, float] | None:
    parts = [part for part in re.split(r"[\s,;/]+", written) if part]
    if not parts:
        return None
    if len(parts) != 2:
        raise EntenteError(f"ENTENTE_LLM_PRICES is {written!r}: give it two numbers, in and out, as in 0.15/0.60")
    return _number("ENTENTE_LLM_PRICES", parts[0]), _number("ENTENTE_LLM_PRICES", parts[1])
