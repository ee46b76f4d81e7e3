"""Answers that were paid for once: a file each, named by what was asked, so that a run that was stopped goes on."""

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from graph.errors import EntenteError
from graph.records import content_hash


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model answered, the tokens that this took, and whether the endpoint cut it short."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    cut: bool = False


_REPLY = TypeAdapter(Reply)


@dataclass(frozen=True, slots=True)
class Cache:
    """The answers kept in a folder. Several runs may use it at once."""

    folder: Path

    def get(self, key: str) -> Reply | None:
        """The answer kept under the key, or None; a damaged file counts as none."""
        try:
            return _REPLY.validate_json(self._path(key).read_bytes(), strict=True)
        except (OSError, ValidationError):
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer: whole or not at all. Raises EntenteError where the folder can't be written."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(reply), file)
            os.replace(name, path)
        except OSError as error:
            raise EntenteError(
                f"answers can't be kept in {self.folder}: {error.strerror} (ENTENTE_DATA names the folder)"
            ) from error

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def make_key(model: str, messages: tuple[dict[str, str], ...]) -> str:
    """The name of an answer, made from the model and all that it is told."""
    return content_hash(model, *(message["content"] for message in messages))
