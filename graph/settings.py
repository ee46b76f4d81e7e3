"""What a user can set, in one table; read once and passed down, never changed at run time."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_cache_path, user_data_path

from graph.errors import EntenteError

DEFAULT_DATABASE = "neo4j"
DEFAULT_USERNAME = "neo4j"
DEFAULT_NLP_MODEL = "en_core_web_sm"

TABLE: tuple[tuple[str, str, str], ...] = (
    # name, default, help
    ("NEO4J_URI", "", "Bolt address of your own Neo4j; empty: Entente runs one on this machine"),
    ("NEO4J_USERNAME", DEFAULT_USERNAME, "user name on your own Neo4j"),
    ("NEO4J_PASSWORD", "", "password on your own Neo4j"),
    ("NEO4J_DATABASE", DEFAULT_DATABASE, "database name"),
    ("ENTENTE_DATA", "", "folder of the local store; empty: the user's data folder"),
    ("ENTENTE_CACHE", "", "folder of downloaded Neo4j jars; empty: the user's cache folder"),
    ("ENTENTE_NLP_MODEL", DEFAULT_NLP_MODEL, "installed spaCy English pipeline to parse with"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run. `uri` is None where Entente runs the store itself."""

    uri: str | None
    username: str
    password: str
    database: str
    data: Path
    cache: Path
    nlp_model: str

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
            data=_folder("ENTENTE_DATA", chosen["ENTENTE_DATA"] or user_data_path("entente")),
            cache=_folder("ENTENTE_CACHE", chosen["ENTENTE_CACHE"] or user_cache_path("entente")),
            nlp_model=chosen["ENTENTE_NLP_MODEL"],
        )


def _dotenv() -> dict[str, str]:
    try:
        return {key: value for key, value in dotenv_values(".env").items() if value is not None}
    except (OSError, UnicodeDecodeError) as error:
        raise EntenteError(f".env can't be read: save it as UTF-8 text ({error})") from error


def _folder(name: str, path: str | Path) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise EntenteError(f"{name} is {str(path)!r}, which is no folder on this machine ({error})") from error
