"""Which parts of a text are not in English: they are passed over rather than misread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby

import yaml
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError

FILE = "languages.yml"
SHORTEST = 25  # letters of words that aren't capitalised: lists of names make a language of their own
LOOKED_AT = 2000  # characters of a piece that the detector is given: more make it slower and no surer
TIMES = 100  # how much likelier than English another language must be
ENOUGH, SHARE = 3, 0.08  # telling words, and their share of all, that make a piece English without asking further
# A line, or of a very long one some 800 characters up to the end of a sentence.
_PIECE = re.compile(r"[^\n]{800,}?(?:[.!?…](?=\s)|。)|[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")


class Languages(BaseModel):
    """Names of languages by the detector's codes, the codes that are read, and the words that tell English."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: dict[str, str]
    readable: frozenset[str]
    telling: frozenset[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text and the code of its language; None where it is too short to tell."""

    start: int
    end: int
    language: str | None

    @property
    def called(self) -> str:
        """Its language as people call it, with its code."""
        known = load_languages().names
        return f"{known[self.language]} ({self.language})" if self.language in known else f"{self.language}"


@cache
def load_languages() -> Languages:
    """The languages as their file declares them. Raises SchemaError where it says something else."""
    try:
        raw = yaml.safe_load((files("graph.extract") / FILE).read_text(encoding="utf-8"))
        return Languages.model_validate(raw)
    except ValidationError as error:
        raise SchemaError(f"{FILE}: {error}") from error


def find_foreign(text: str) -> list[Piece]:
    """The stretches that are not in English, in text order, neighbours in one language as one.

    What is too short to tell counts as English, unless the rest of the text is foreign and it looks like that too.
    """
    pieces = [Piece(*match.span(), _language(match.group())) for match in _PIECE.finditer(text)]
    told = [piece.language for piece in pieces if piece.language]
    if not told:  # short lines only: one after the other they may tell
        pieces = [Piece(0, len(text), _language(text))]
    elif not set(told) & load_languages().readable:
        pieces = [_like(told[0], piece, text) for piece in pieces]
    return list(_joined(pieces))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    for language, group in groupby(pieces, key=lambda piece: piece.language):
        run = list(group)
        if language and language not in load_languages().readable:
            yield Piece(run[0].start, run[-1].end, language)


def _like(language: str, piece: Piece, text: str) -> Piece:
    """A piece too short to tell, as one in the language of the others where it looks more like that than English."""
    likely = {} if piece.language else dict(_load_detector().rank(text[piece.start : piece.end]))
    return replace(piece, language=language) if likely and likely[language] > likely["en"] else piece


def _language(piece: str) -> str | None:
    beginning = piece[:LOOKED_AT]
    words: list[str] = _WORD.findall(beginning)
    plain = words if beginning.isupper() else [word for word in words if not word[0].isupper()]
    if sum(map(len, plain)) < SHORTEST:
        return None
    telling = sum(word.lower() in load_languages().telling for word in words)
    return "en" if telling >= max(ENOUGH, SHARE * len(words)) else _detected(beginning)


def _detected(piece: str) -> str:
    likely: list[tuple[str, float]] = _load_detector().rank(piece)
    (best, surest), english = likely[0], dict(likely)["en"]
    return best if surest > TIMES * english else "en"


@cache
def _load_detector() -> LanguageIdentifier:
    # Most of a second: only where a text doesn't tell itself to be English.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
