"""Persons known by the title before their names: "Defence Secretary Grant Shapps", "King Mohammed VI"."""

import re
from collections.abc import Iterator

from graph.extract.spans import PATTERN, Candidate
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon

_WORD = r"[A-Z][a-zà-ž]+(?:[-'][A-Z]\w*|-[a-z]\w*)*"
_SMALL_WORD = r"(?:al|el|ul|bin|ibn|bint|von|van|der|den|de|da|di|du|la|le)(?:-[A-Z][\w-]*)?"
_PART = rf"(?:[A-Z]\.|[IVX]{{1,4}}(?!\w)|{_WORD}|{_SMALL_WORD})"
_NAME = re.compile(rf"(?:[A-Z]\.|[A-Z]{{1,2}}(?![\w.])|{_WORD})(?: {_PART}){{0,4}}")
_NOT_A_PART = frozenset(
    (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "The",
        "In",
        "On",
        "At",
        "And",
        "But",
        "He",
        "She",
        "Of",
        "For",
        "Photo",
        "Read",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Has",
        "Will",
        "Is",
        "To",
        "Says",
        "Said",
        "As",
    )
)
_SMALL = frozenset(
    ("al", "el", "ul", "bin", "ibn", "bint", "von", "van", "der", "den", "de", "da", "di", "du", "la", "le")
)


def find_titled(words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of two or more words right after an office, a rank or a courtesy."""
    for title in lexicon.title_words.finditer(words.text):
        if title.start() and words.text[title.start() - 1].isalnum():
            continue
        found = _NAME.match(words.text, title.end())
        name = _cut(found.group(), lexicon) if found else ""
        if " " in name:
            yield Candidate(title.end(), title.end() + len(name), "Person", name, "ner", PATTERN)


def _cut(name: str, lexicon: Lexicon) -> str:
    """The name up to the first word that can't be part of one; never ending in "of" or "bin"."""
    parts = name.split(" ")
    kept: list[str] = []
    for part in parts:
        known = lexicon.surfaces.get(part.lower())
        if part in _NOT_A_PART or (known and known.entry.type == "State" and known.sense != "capital"):
            break
        kept.append(part)
    while kept and kept[-1] in _SMALL:
        kept.pop()
    return " ".join(kept)
