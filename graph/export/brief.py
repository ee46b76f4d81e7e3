"""A cited brief: claims as sentences, grouped by relation, each with its words and a numbered source. Its outline only.

How it is written down is brief_markdown's and brief_word's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.export.drawing import NOT_DRAWN, About, Cited, Drawing, Source
from graph.schema.schema import load_schema
from graph.wording import one_line, plural, sure

NAME = 120  # letters of a name in a sentence


@dataclass(frozen=True, slots=True)
class Point:
    """One claim in the brief: what it says, the words that say it, what is known of it, the number of its source."""

    says: str
    quote: str
    facts: tuple[str, ...]
    reference: int


@dataclass(frozen=True, slots=True)
class Section:
    """The claims of one relation; `heading` says it, with how many there are."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source by its number; `url` only where a reader may open it."""

    number: int
    title: str
    facts: tuple[str, ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief; `summary` are its first lines, one fact each."""

    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    link: str | None = None


def make_brief(drawing: Drawing, claims: Iterable[Cited]) -> Brief:
    """The brief of what is drawn. All claims that are given are in it; it says how many there are, and how many are not."""
    by_relation: dict[str, list[Cited]] = {}
    numbers: dict[str, int] = {}
    sources: dict[str, Source] = {}
    for claim in claims:
        by_relation.setdefault(claim.relation, []).append(claim)
    ordered = sorted(by_relation.items(), key=lambda pair: _rank(pair[0]))
    for _relation, group in ordered:
        group.sort(key=lambda claim: (claim.source_name, claim.target_name, claim.edge))
        for claim in group:
            numbers.setdefault(claim.document.id, len(numbers) + 1)
            sources[claim.document.id] = claim.document
    sections = tuple(_section(relation, group, numbers) for relation, group in ordered)
    references = tuple(_reference(number, sources[id]) for id, number in numbers.items())
    told = sum(len(section.points) for section in sections)
    return Brief(
        _words(drawing.about.title, 200),
        tuple(_summary(drawing, told, len(references))),
        sections,
        references,
        web_link(drawing.about.link),
    )


def web_link(url: str | None) -> str | None:
    """The address if a reader may open it (http or https), else None."""
    return url if url and re.fullmatch(r"https?://[^\s<>\"\x00-\x20]+", url, re.IGNORECASE) else None


def _summary(drawing: Drawing, told: int, documents: int) -> Iterator[str]:
    about: About = drawing.about
    yield f"Made on {about.made} with Entente from {plural(documents, 'document')}."
    yield (
        f"{plural(len(drawing.nodes), 'entity', 'entities')}, {plural(len(drawing.edges), 'relation')}, {plural(told, 'claim')}."
    )
    if about.filters:
        yield f"Filters that were on: {'; '.join(_words(each, 400) for each in about.filters)}."
    if drawing.left_out:
        yield f"{NOT_DRAWN.format(plural(drawing.left_out, 'more claim'))}."
    if told < drawing.claims:
        yield f"Not in this brief: {plural(drawing.claims - told, 'claim')} of the {drawing.claims:,} behind the picture."
    if about.note:
        yield _words(about.note, 2000)


def _rank(relation: str) -> tuple[int, str]:
    known = list(load_schema().relations)
    return (known.index(relation) if relation in known else len(known), relation)


def _section(relation: str, group: list[Cited], numbers: dict[str, int]) -> Section:
    known = load_schema().relations.get(relation)
    phrase = known.phrase if known else relation
    return Section(
        f"{phrase.capitalize()} ({plural(len(group), 'claim')})",
        tuple(
            Point(says(each, phrase), _words(each.sentence), tuple(facts(each)), numbers[each.document.id])
            for each in group
        ),
    )


def says(claim: Cited, phrase: str) -> str:
    """The claim as a sentence of ours: "Morocco procures Bayraktar TB2"."""
    return f"{_words(claim.source_name, NAME)} {phrase} {_words(claim.target_name, NAME)}"


def facts(claim: Cited) -> Iterator[str]:
    """What is known of a claim, each fact in a few words: how firmly, who says so, when, how many."""
    yield claim.modality.value
    if claim.speaker:
        yield f"says {_words(claim.speaker, NAME)}"
    elif claim.reported:
        yield "reported, the speaker is not named"
    yield f"reported on {claim.reported_on}" if claim.reported_on else "no date"
    if happened := _happened(claim):
        yield f"when: {happened}"
    yield from (
        f"{name}: {_words(words, NAME)}"
        for name, words in (("quantity", claim.quantity), ("value", claim.value))
        if words
    )
    yield from (f"{role}: {_words(name, NAME)}" for role, name in claim.roles.items())
    if claim.confidence is not None:
        yield sure(claim.confidence)
    if claim.verdict:
        yield f"{claim.verdict} by a reader"


def _happened(claim: Cited) -> str:
    days: list[date] = [day for day in claim.happened if day]
    placed = " to ".join(dict.fromkeys(map(str, days)))
    words = _words(claim.when, NAME) if claim.when else ""
    return f"{words} ({placed})" if words and placed else words or placed


def _reference(number: int, source: Source) -> Reference:
    facts = [_words(each, 200) for each in (source.publisher, source.author) if each]
    facts.append(str(source.published) if source.published else "no date")
    return Reference(number, _words(source.name, 300), tuple(facts), web_link(source.url))


def _words(text: str, longest: int = 1_000_000) -> str:
    return one_line(text, longest)
