"""Names that spaCy's entity recogniser sees, in our types."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph.extract.spans import RECOGNISED, Candidate
from graph.extract.trimming import trimmed
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

# "Akrotiri in Cyprus", "in August. The Front": two things that the recogniser runs together.
# What feeds append to a sentence without a full stop.
_FEED = re.compile(r" (?:Read (?:Full Article|More|more)|pic\.twitter)")
_PLACED = re.compile(r" in [A-Z]|\w\w\. (?:The|A|An|In|It|On) ")


def find_recognised(doc: Doc, words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Persons, places and organisations that spaCy names; nationalities, dates and amounts are not among them."""
    for span in doc.ents:
        type_ = _TYPES.get(span.label_)
        candidate = _candidate(span, type_, words, lexicon) if type_ else None
        if candidate:
            yield candidate


def _candidate(span: Span, type_: str, words: Words, lexicon: Lexicon) -> Candidate | None:
    start = trimmed(lexicon.suffixes, words.text, span.start_char, span.end_char)
    if type_ == "Person":
        start = _after_title(words.text, start, span.end_char, lexicon)
    text = words.text[start : span.end_char]
    text = _TAIL.sub("", _FEED.split(text, maxsplit=1)[0].split(" (", 1)[0])
    if type_ == "Firm" and (_PLACED.search(text) or _opens_with_service(text, lexicon)):
        return None
    if not _is_name(text, type_) or _is_common(text, type_, lexicon):
        return None
    return Candidate(start, start + len(text), type_, text, "ner", RECOGNISED)


def _after_title(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    found = lexicon.title_words.match(text, start, end)
    return found.end() if found and found.end() < end else start


def _is_name(text: str, type_: str) -> bool:
    if len(text) < 2 or "\n" in text or (len(text) < 4 and text.isupper()):
        return False
    if (type_ == "Person" and any(letter.isdigit() for letter in text)) or ("(" in text and ")" not in text):
        return False
    if not text[0].isupper() and not text[0].isdigit() and "-" not in text:
        return False
    if type_ == "System":
        return any(letter.isupper() for letter in text) and not text.isdigit()
    return any(letter.isalpha() for letter in text) and not text.islower()


def _is_common(text: str, type_: str, lexicon: Lexicon) -> bool:
    """Whether the words are a state's organ ("Ministry of Defence"), or a class of system, which other stages read."""
    parts = text.lower().removeprefix("the ").split()
    if not parts:  # an article by itself
        return True
    nouns = lexicon.nouns
    last = parts[-1]
    if not {last, last.removesuffix("s")}.isdisjoint(nouns.system_words.keys() | nouns.agreement_words):
        return len(parts) == 1 or last not in nouns.agreement_words
    if type_ not in ("Firm", "Place"):
        return False
    if last in _UNITS or (type_ == "Firm" and last in _SERVICES):
        return True
    ministry = len(parts) > 2 and parts[1] in ("of", "for") and parts[0] in _OFFICES
    bare = parts[1:] if _is_state(parts[0], lexicon) else parts
    return ministry or " ".join(bare) in nouns.organs or all(part in _ORGAN_PARTS for part in bare)


def _opens_with_service(text: str, lexicon: Lexicon) -> bool:
    """Whether a state's forces open the name ("U.S. Air Force Safety Center"): then it speaks for the state."""
    first, _, rest = text.partition(" ")
    return _is_state(first.lower(), lexicon) and bool(_SERVICE_FIRST.match(rest))


def _is_state(word: str, lexicon: Lexicon) -> bool:
    surface = lexicon.surfaces.get(word)
    return surface is not None and surface.entry.type == "State"


_SERVICE_FIRST = re.compile(r"(?:Army|Navy|Air Force|Marine Corps|Coast Guard|Armed Forces|Space Force)\b")
_OFFICES = frozenset(
    ("ministry", "department", "government", "parliament", "embassy", "ministers", "minister", "secretary")
)
_UNITS = frozenset(
    ("command", "department", "ministry", "directorate", "squadron", "wing", "battalion", "regiment", "fleet")
)
_SERVICES = frozenset(("army", "navy", "forces", "ministry", "presidency", "military"))
_ORGAN_PARTS = frozenset(
    (
        "ministry",
        "defence",
        "defense",
        "foreign",
        "affairs",
        "army",
        "navy",
        "force",
        "forces",
        "air",
        "armed",
        "military",
        "government",
        "parliament",
        "senate",
        "congress",
        "house",
        "marine",
        "marines",
        "corps",
        "guard",
        "coast",
        "of",
        "and",
        "troops",
        "department",
        "minister",
        "ministers",
        "secretary",
        "president",
        "interior",
        "treasury",
        "special",
        "police",
    )
)
