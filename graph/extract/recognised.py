"""Names that spaCy's entity recogniser sees, in our types."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph.extract.organisations import trimmed
from graph.extract.spans import RECOGNISED, Candidate
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon

_TYPES = {
    "ORG": "Firm",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "PERSON": "Person",
    "PRODUCT": "System",
    "EVENT": "Event",
    "LAW": "Agreement",
}
_TAIL = re.compile(r"(?:'s|'|,|\.|-)+$")


def find_recognised(doc: Doc, words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Persons, places and organisations that spaCy names; nationalities, dates and amounts are not among them."""
    for span in doc.ents:
        type_ = _TYPES.get(span.label_)
        candidate = _candidate(span, type_, words, lexicon) if type_ else None
        if candidate:
            yield candidate


def _candidate(span: Span, type_: str, words: Words, lexicon: Lexicon) -> Candidate | None:
    start = trimmed(words.text, span.start_char, span.end_char)
    if type_ == "Person":
        start = _after_title(words.text, start, span.end_char, lexicon)
    text = words.text[start : span.end_char]
    tail = _TAIL.search(text)
    text = text[: tail.start()] if tail else text
    if not _is_name(text, type_):
        return None
    return Candidate(start, start + len(text), type_, text, "ner", RECOGNISED)


def _after_title(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    found = lexicon.title_words.match(text, start, end)
    return found.end() if found and found.end() < end else start


def _is_name(text: str, type_: str) -> bool:
    if len(text) < 2 or "\n" in text or (not text[0].isupper() and not text[0].isdigit() and "-" not in text):
        return False
    if type_ == "System":
        return any(letter.isupper() for letter in text) and not text.isdigit()
    return any(letter.isalpha() for letter in text) and not text.islower()
