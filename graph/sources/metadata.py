"""What is known about an article beside its words: from front matter, from a sidecar file, or from the document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import yaml

from graph.errors import SourceError
from graph.sources.clean import one_line
from graph.sources.dates import parse_date

SIDECARS = (".yml", ".yaml")
MAX_SIDECAR = 1_000_000
FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
FIRST_KEY = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_][\w-]*[ \t]*:(?:\s|$)")
NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Metadata:
    """An article's id, title, publisher, author, day of publication and address; None where nobody says."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """These facts, and the other's where these are silent."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return Metadata(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})


NOTHING_KNOWN = Metadata()


def read_metadata(keys: Mapping[str, object], name: str) -> Metadata:
    """The keys we know out of any mapping; others (licence, origin, claims) are somebody else's.

    `date` is another word for `published`. Raises SourceError, naming `name`, for a date that can't be read.
    """
    written = _one(keys.get("published")) or _one(keys.get("date"))
    try:
        published = parse_date(written) if written else None
    except ValueError as error:
        raise SourceError(f"{name}: published: {error}") from None
    known = {key: _one(keys.get(key)) for key in ("id", "title", "publisher", "author", "url")}
    return Metadata(**known, published=published)


def split_front_matter(text: str, name: str) -> tuple[Metadata, str]:
    """What stands between two `---` lines at the very top, and the words below it.

    A rule drawn with `---` that is followed by prose is not front matter and stays in the text.
    """
    match = FRONT_MATTER.match(text)
    if not match or not FIRST_KEY.match(match["yaml"]):
        return NOTHING_KNOWN, text
    return read_metadata(_load(match["yaml"], f"{name} (front matter)"), name), text[match.end() :]


def get_sidecar(path: Path) -> Path | None:
    """The file that describes this article: `article.yml` beside `article.txt`; None where there is none."""
    beside = (path.with_suffix(suffix) for suffix in SIDECARS)
    return next((sidecar for sidecar in beside if sidecar != path and sidecar.is_file()), None)


def read_sidecar(path: Path, name: str) -> Metadata:
    """What a sidecar file says about its article. Raises SourceError, naming the file, when it can't be understood."""
    with path.open("rb") as file:
        content = file.read(MAX_SIDECAR + 1)
    if len(content) > MAX_SIDECAR:
        raise SourceError(f"{name}: a sidecar of more than {MAX_SIDECAR:,} bytes; keep only what describes the article")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(f"{name}: the sidecar is not UTF-8 text; save it as UTF-8") from None
    return read_metadata(_load(text, name), name)


def _load(text: str, name: str) -> Mapping[str, object]:
    # BaseLoader keeps every value as it is written: a title of 1984 or No, an id of 007, a date of 30 February.
    try:
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = f" on line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SourceError(f"{name}: not valid YAML{line}: {error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise SourceError(f"{name}: not valid YAML") from None
    if not loaded:
        return {}
    if not isinstance(loaded, dict):
        raise SourceError(f"{name}: expected lines like `published: 2021-11-22`, found a {type(loaded).__name__}")
    return {str(key).lower(): value for key, value in loaded.items()}


def _one(value: object) -> str | None:
    """A value on one line: words and numbers as they are, a list of them with commas, nothing else."""
    values = value if isinstance(value, list) else [value]
    lines = (one_line(str(one)) for one in values if isinstance(one, str | int | float) and not isinstance(one, bool))
    return ", ".join(line for line in lines if line.lower() not in NOTHING) or None
