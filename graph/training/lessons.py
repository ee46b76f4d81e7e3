"""Annotated passages to learn from: with their text (gold files), or as offsets into articles that are kept elsewhere."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

from graph.errors import SourceError
from graph.records import Span, content_hash
from graph.score.passages import Passage

ANNOTATIONS = Path(__file__).parent / "annotations.jsonl"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation as the reader marked it: its type, where the text names it, and its full name if noted."""

    type: str
    spans: tuple[Span, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A relation that a reader found, and how firmly it is put (with "reported" for what somebody else says).

    `evidence` is where the text says it; None where that wasn't noted.
    """

    relation: str
    source: End
    target: End
    evidence: Span | None
    modality: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A passage with all relations that it states. `gold` is the row to score against, None for offsets alone."""

    id: str
    outlet: str
    text: str
    told: tuple[Told, ...]
    gold: Passage | None = None


def read_gold(path: Path) -> Iterator[Lesson]:
    """The passages of a gold file, one JSON object a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        ends = {
            one["id"]: End(one["type"], _spans(text, one.get("surfaces") or [one["text"]]), one["id"])
            for one in reversed(row["entities"])
        }
        told = [
            Told(
                one["type"],
                ends[one["source"]],
                ends[one["target"]],
                _first(text, one.get("evidence")),
                one["modality"],
            )
            for one in row["relations"]
            if one["source"] in ends and one["target"] in ends
        ]
        yield Lesson(row["id"], _outlet(row.get("url")), text, tuple(told), Passage.model_validate(row))


def read_annotations(corpus: Path, annotations: Path = ANNOTATIONS) -> Iterator[Lesson]:
    """The passages that the annotations mark in the articles of a corpus (gzipped JSON lines: url, text).

    A line of annotations has the article's `url`, the passage's `start` and `end` in it, the `hash` of its words, and
    its relations as [relation, source type, source start, source end, target type, target start, target end, modality,
    evidence start, evidence end], all offsets into the passage with its white space made single. Raises SourceError
    where the corpus has other words there.
    """
    articles = _read_corpus(corpus)
    for number, line in enumerate(annotations.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text = " ".join(articles.get((row["url"], row["article"]), "")[row["start"] : row["end"]].split())
        if content_hash(text) != row["hash"]:
            raise SourceError(
                f"{corpus}: wanted the article that {annotations.name} marks, found other words: {row['url']}"
            )
        told = [_told(text, *fields) for fields in row["relations"]]
        yield Lesson(f"a{number:05d}", _outlet(row["url"]), text, tuple(told))


def _told(
    text: str, relation: str, source: str, s: int, t: int, target: str, u: int, v: int, how: str, a: int, b: int
) -> Told:
    return Told(relation, End(source, _spans(text, [text[s:t]])), End(target, _spans(text, [text[u:v]])), (a, b), how)


def _read_corpus(path: Path) -> Mapping[tuple[str, str], str]:
    """The texts by address and by the hash of their beginning, as one address may carry several articles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {(row["url"], article_mark(row["text"])): row["text"] for row in rows}


def article_mark(text: str) -> str:
    """What tells the articles of one address apart."""
    return content_hash(text)[:8]


def _outlet(url: str | None) -> str:
    return urlparse(url or "").netloc


def _first(text: str, words: str | None) -> Span | None:
    start = text.find(words) if words else -1
    return (start, start + len(words)) if words and start >= 0 else None


def _spans(text: str, surfaces: list[str]) -> tuple[Span, ...]:
    """Where the surfaces stand as whole words, else anywhere."""
    found = [match.span() for surface in surfaces for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
    anywhere = [span for surface in surfaces if (span := _first(text, surface))]
    return tuple(dict.fromkeys(found or anywhere))
