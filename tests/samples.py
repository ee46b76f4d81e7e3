"""The sample articles with their expected claims, and how a found claim is held against an expected one."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.records import Claim, Document, Extraction
from graph.schema.schema import load_schema
from graph.sources import iter_documents

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
ARTICLES = FIXTURES / "articles"
SLUGS = sorted(path.stem for path in (FIXTURES / "claims").glob("*.yml"))
GENERIC_TYPES = ("System", "Agreement", "Group")
LEGAL_FORM = r"\b(ag|gmbh|inc|corp|corporation|co|company|ltd|limited|plc|llc|sa|spa|group)\b"

Expected = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """An article as it is read, the claims it makes, and those that must not be read into it."""

    slug: str
    document: Document
    types: dict[str, str]
    claims: list[Expected]
    refused: list[Expected]


@cache
def documents() -> dict[str, Document]:
    """Every sample article by its name: the file's, or the id of its line."""
    return {_slug(item): item for item in iter_documents([str(ARTICLES)]) if isinstance(item, Document)}


def load_sample(slug: str) -> Sample:
    written = yaml.safe_load((FIXTURES / "claims" / f"{slug}.yml").read_text(encoding="utf-8"))
    types = {name: kind for kind, names in written["entities"].items() for name in names}
    claims = [{**claim, "sentence": one["sentence"]} for one in written["claims"] for claim in one["says"]]
    return Sample(slug, documents()[slug], types, claims, written["not"])


def about(slug: str) -> str:
    """All that is written about an article: its sidecar, its front matter, or its line among others."""
    beside = (ARTICLES / f"{slug}.yml", ARTICLES / f"{slug}.md")
    kept = next((path for path in beside if path.exists()), None)
    if kept:
        return kept.read_text(encoding="utf-8")
    lines = [line for path in ARTICLES.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    return next(line for line in lines if f'"id": "{slug}"' in line)


def fitting(expected: Expected, sample: Sample, extraction: Extraction) -> list[Claim]:
    """The found claims of that relation between those ends, either way round where the relation is mutual."""
    source, target = expected["source"], expected["target"]
    mutual = expected.get("mutual") or load_schema().relations[expected["relation"]].symmetric
    names = {
        entity.id: {entity.name, *entity.aliases, *(extraction.document.text[a:b] for a, b in entity.mentions)}
        for entity in extraction.entities
    }

    def fits(claim: Claim, *ends: str) -> bool:
        found = names[claim.source], names[claim.target]
        return all(same_name(name, sample.types[name], called) for name, called in zip(ends, found, strict=True))

    return [
        claim
        for claim in extraction.claims
        if claim.relation == expected["relation"]
        and (fits(claim, source, target) or (mutual and fits(claim, target, source)))
    ]


def spurious(sample: Sample, extraction: Extraction) -> list[Claim]:
    """The found claims that nobody expects, each relation between the same two ends once."""
    known = {claim.id for expected in sample.claims for claim in fitting(expected, sample, extraction)}
    unknown = [claim for claim in extraction.claims if claim.id not in known]
    return list({(claim.relation, frozenset((claim.source, claim.target))): claim for claim in unknown}.values())


def once(claims: Iterable[Expected]) -> list[Expected]:
    """Each relation between the same two ends once."""
    return list({(c["relation"], frozenset((c["source"], c["target"]))): c for c in claims}.values())


def same_name(name: str, kind: str, names: Iterable[str]) -> bool:
    """Whether one of the names is this one; a class of things ("fighter jets") matches on its last word."""
    if fold(name) in {fold(other) for other in names}:
        return True
    return kind in GENERIC_TYPES and is_generic(name) and any(is_generic(n) and head(n) == head(name) for n in names)


def fold(name: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)).casefold()
    bare = re.sub(r"[^\w\s]", " ", re.sub(r"['’]s\b", "", bare))
    bare = re.sub(r"^\s*(the|a|an)\s+", "", bare)
    return flat(re.sub(LEGAL_FORM, " ", bare)) or flat(bare)


def head(name: str) -> str:
    return name.casefold().split()[-1].removesuffix("s")


def is_generic(name: str) -> bool:
    return bool(name) and name.split()[-1][:1].islower() and not re.search(r"\d", name)


def flat(text: str) -> str:
    return " ".join(text.split())


def _slug(document: Document) -> str:
    source = document.source or ""
    return source.rpartition("#")[2] if "#" in source else Path(source).stem
